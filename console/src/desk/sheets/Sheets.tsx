import type { Customer } from '../customer/useCustomer.ts';
import { ApplyWallet } from './ApplyWallet.tsx';
import { Entry } from './Entry.tsx';
import { Freeze } from './Freeze.tsx';
import type { SheetName } from './names.ts';
import { StoreChange } from './StoreChange.tsx';
import { TopUp } from './TopUp.tsx';
import { Withdraw } from './Withdraw.tsx';

export interface SheetsProps {
  readonly sheet: SheetName;
  /** What it is of, where it is not of the customer as a whole. */
  readonly of: string | undefined;
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** The sheet that the address names. */
export default function Sheets({ sheet, of, customer, onClose }: SheetsProps) {
  const props = { customer, onClose };
  switch (sheet) {
    case 'topup':
      return <TopUp {...props} />;
    case 'change':
      return <StoreChange {...props} />;
    case 'apply':
      return <ApplyWallet {...props} />;
    case 'withdraw':
      return <Withdraw {...props} />;
    case 'freeze':
      return <Freeze {...props} />;
    case 'entry':
      return of === undefined ? null : <Entry {...props} id={of} />;
  }
}
