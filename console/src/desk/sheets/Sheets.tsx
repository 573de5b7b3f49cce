import type { Customer } from '../customer/useCustomer.ts';
import type { SheetName } from './names.ts';
export default function Sheets(_: {
  sheet: SheetName;
  of: string | undefined;
  customer: Customer;
  onClose: () => void;
}) {
  return null;
}
