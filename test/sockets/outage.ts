import { TcpProxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { connect, type Instance, tokenFor } from './support.ts';

export interface Outage {
  /** The instance whose connection is lost, and the one that the client comes back to. */
  readonly from: Instance;
  readonly to: Instance;
  readonly customer: string;
  whileLost(): Promise<void>;
  /** Something that the customer hears of. */
  commit(): Promise<unknown>;
  /** Ids of all the events that they are to hear, by the books. */
  expected(): Promise<readonly string[]>;
}

/** Cuts a customer's connection, lets them come back and resume, and gives the ids of all events that they heard. */
export async function heardInSpiteOf({ from, to, customer, ...outage }: Outage): Promise<string[]> {
  const proxy = await TcpProxy.before(from.base);
  const token = await tokenFor('customer', customer);
  const lost = await connect(new URL(proxy.through(from.base)).origin, token);
  await outage.commit();
  await until(async () => lost.of().length === (await outage.expected()).length);
  proxy.refusing = true;
  proxy.endAll('reset');
  await until(() => !lost.socket.connected);
  await outage.whileLost();
  await proxy.stop();
  const back = await connect(to.base, token, { resume: true });
  // They go on while it resumes.
  const more = Promise.all([outage.commit(), outage.commit()]);
  await back.resume(lost.of().at(-1)?.payload.place);
  await more;
  await outage.commit();
  const heard = () => [...lost.of(), ...back.of()];
  await until(async () => heard().length >= (await outage.expected()).length);
  back.close();
  return heard().map(({ payload }) => payload.eventId);
}
