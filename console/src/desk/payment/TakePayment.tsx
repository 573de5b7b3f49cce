import { useParams, useSearch } from '@tanstack/react-router';
import { type Customer, type Standing, useStandings } from '../customer/useCustomer.ts';
import { CustomerGate } from '../till/CustomerGate.tsx';
import { PaymentForm } from './PaymentForm.tsx';

/** Money comes in: for slips, and what is left of it for the wallet. */
export default function TakePayment() {
  const { customerId } = useParams({ from: '/shell/desk/customers/$customerId/payment' });
  return (
    <CustomerGate id={customerId} needsSlips>
      {(customer) => <InCurrency customer={customer} />}
    </CustomerGate>
  );
}

/** The currency that is asked for, else one in which something is owed. */
function InCurrency({ customer }: { customer: Customer }) {
  const { currency } = useSearch({ from: '/shell/desk/customers/$customerId/payment' });
  const standings = useStandings(customer.account);
  const shown =
    standings.find(({ asset }) => asset.code === currency) ?? standings.find(({ owes }) => owes > 0n) ?? standings[0];
  if (!shown) return null;
  return <PaymentForm key={shown.asset.code} customer={customer} standing={shown} choices={payable(standings)} />;
}

/** Points and coins are not paid in. */
const payable = (standings: readonly Standing[]): Standing[] =>
  standings.filter(({ asset, owes }) => owes > 0n || /^[A-Z]{3}$/.test(asset.code));
