/** From the number of a wallet to whose it is. */
import type { Wallet } from '../../../queries/wallets.ts';
import { walletById } from '../../../queries/wallets.ts';
import { Lru } from '../../wire/lru.ts';
import type { Services } from '../app.ts';
import { withAssets } from '../assets/lookup.ts';
import type { Principal } from '../principal.ts';
import { Problem } from '../problem.ts';
import type { WalletIdentity } from './input.ts';

const REMEMBERED_WALLETS = 50_000;
const NUMBER = /^[1-9][0-9]{0,15}$/;

/** Throws WALLET_NOT_FOUND for what is no wallet's number. */
export function walletNumber(text: string): bigint {
  if (!NUMBER.test(text)) throw unknownWallet(text);
  return BigInt(text);
}

const unknownWallet = (walletId: string): Problem =>
  new Problem('WALLET_NOT_FOUND', { details: { wallet_id: walletId } });

export class WalletFinder {
  readonly #services: Pick<Services, 'database' | 'assets'>;
  /** A wallet never changes its customer or its asset, so that one that was found stays true. */
  readonly #known = new Lru<WalletIdentity>(REMEMBERED_WALLETS);

  constructor(services: Pick<Services, 'database' | 'assets'>) {
    this.#services = services;
  }

  /** Whose wallet this is, and in what. Throws WALLET_NOT_FOUND; for a customer, of every wallet but their own. */
  async identify(principal: Principal, id: bigint): Promise<WalletIdentity> {
    const key = `${principal.ledgerId} ${id}`;
    const known = this.#known.get(key);
    if (known) return seen(principal, id, known);
    const { customer, asset } = await this.read(principal, id);
    this.#known.set(key, { customer, asset });
    return { customer, asset };
  }

  /** The wallet as it is now. Throws as `identify` does. */
  async read(principal: Principal, id: bigint): Promise<WalletIdentity & { readonly wallet: Wallet }> {
    const wallet = await walletById(this.#services.database, principal.ledgerId, id);
    if (!wallet) throw unknownWallet(id.toString());
    const [found] = await withAssets(this.#services.assets, [wallet], (row, asset) => ({
      customer: row.customer,
      asset,
      wallet: row,
    }));
    return seen(principal, id, found as WalletIdentity & { wallet: Wallet });
  }
}

function seen<Found extends WalletIdentity>({ role, subject }: Principal, id: bigint, found: Found): Found {
  if (role === 'customer' && found.customer !== subject) throw unknownWallet(id.toString());
  return found;
}
