import type { Engine, Outcome, Submission } from '../engine/submission.ts';
import type { Database } from '../queries/database.ts';
import { eraseProfile, hasProfile } from '../queries/profiles.ts';
import { removePushSubscriptionsOf } from '../queries/push-subscriptions.ts';
import { type CustomerErase, customerErase } from '../wallet/customer.ts';

export type ErasureRequest = Pick<Submission, 'ledgerId' | 'caller' | 'key'> & Omit<CustomerErase, 'made'>;

/**
 * Erases a customer's personal data and the browsers that they are told in, and records that in the books, which stay as
 * they are. Where it is cut in between, the data is gone without its line; asking again adds that. Throws Unavailable.
 */
export async function eraseCustomer(
  { engine, database }: { readonly engine: Engine; readonly database: Database },
  { ledgerId, caller, key, customer, reason }: ErasureRequest,
): Promise<Outcome> {
  const hadProfile = await hasProfile(database, ledgerId, customer);
  const erase = async () => {
    await eraseProfile(database, ledgerId, customer);
    await removePushSubscriptionsOf(database, ledgerId, customer);
  };
  if (hadProfile) await erase();
  const outcome = await engine.submit({
    ledgerId,
    operation: customerErase,
    input: { customer, reason, made: { hadProfile } },
    caller,
    key,
    occurredAt: null,
  });
  // Someone whom only the books know gets a mark too, so that no later import brings their data.
  if (outcome.ok && !hadProfile) await erase();
  return outcome;
}
