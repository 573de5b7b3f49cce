/**
 * Every screen, and every way to open what lies over one. The same list is checked by axe in all forms, looked at on the
 * smallest phone, photographed by `npm run console:screenshots` and counted by `npm run figures:console`.
 */
import type { Page, Route } from 'playwright-core';
import type { Role } from '../../src/tokens.ts';
import { commitAmount, type Hands, opens, opensByKey, overlay, press, unfold } from './looks/hands.ts';
import { OPERATIONS } from './looks/operations.ts';

export interface Screen {
  /** Names it in reports, and its picture. */
  readonly name: string;
  /** The route of the console's router that it shows, such as `/desk/customers/$customerId`. */
  readonly route: string;
  /** Who looks at it; nobody for the pages before sign-in. A customer is the one of the demo shop. */
  readonly as: Role | null;
  /** Where it begins, if not at its route; `$names` stand for what the demo shop has. */
  readonly path?: string;
  /** What the service is made to answer. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** The way from there, if there is one. */
  readonly open?: (hands: Hands) => Promise<void>;
  /** A phone has no such thing. */
  readonly wideOnly?: true;
  /** It leaves something behind on the device, so that it needs one of its own. */
  readonly alone?: true;
}

const CUSTOMER = '/desk/customers/$customerId';
const SLIP = `${CUSTOMER}/slip`;
const PAYMENT = `${CUSTOMER}/payment`;
const RECEIPT = '/desk/receipts/$transactionId';

const customer = (name: string, more: Partial<Screen>): Screen => ({
  name: `customer-${name}`,
  route: CUSTOMER,
  as: 'supervisor',
  ...more,
});
const sheet = (name: string, more = ''): Screen => ({
  ...customer(name, { path: `${CUSTOMER}?sheet=${name}${more}` }),
  open: async ({ page }) => overlay(page).waitFor(),
});

/** Top-ups get no answer, and wait. */
const cutOff = (page: Page) => page.route('**/api/v1/wallets/topup', (route) => route.abort());
const refuse = (route: Route) =>
  route.fulfill({
    status: 422,
    json: {
      code: 'VALIDATION_ERROR',
      detail: 'The wallet takes no more than 5,000,000.',
      instance: 'urn:pochi:request:0190-7f3a',
    },
  });
/** The service refuses top-ups. */
const refused = (page: Page) => page.route('**/api/v1/wallets/topup', refuse);
/** The same, but only once nobody waits for it any more. */
const refusedLater = (page: Page) =>
  page.route('**/api/v1/wallets/topup', (route) => (page.url().endsWith('/outbox') ? refuse(route) : route.abort()));
const topUp = (hands: Hands) => commitAmount(hands, '5000+2500');

/** Somebody topped up, and what became of it is looked at in the outbox. */
const inOutbox =
  (then?: (hands: Hands) => Promise<void>) =>
  async (hands: Hands): Promise<void> => {
    await topUp(hands);
    await hands.page.goto('/outbox');
    await hands.page.locator('main li h3').first().waitFor();
    await then?.(hands);
  };
const outbox = (name: string, before: Screen['before'], then?: (hands: Hands) => Promise<void>): Screen => ({
  name: `outbox-${name}`,
  route: '/outbox/',
  as: 'supervisor',
  path: `${CUSTOMER}?sheet=topup`,
  ...(before && { before }),
  open: inOutbox(then),
  alone: true,
});

/** Of the first goods there is one kind. */
const tapGoods = async ({ page }: Hands) => page.locator('main ul button').first().click();

const DESK: readonly Screen[] = [
  { name: 'desk', route: '/desk/', as: 'staff' },
  { name: 'desk-found', route: '/desk/', as: 'staff', path: '/desk?q=a' },
  { name: 'desk-no-match', route: '/desk/', as: 'staff', path: '/desk?q=zzzz' },
  { name: 'desk-new-customer', route: '/desk/new-customer', as: 'staff' },
  { name: 'language-menu', route: '/desk/', as: 'staff', open: opens('shell.menu.settings') },
  { name: 'account-menu', route: '/desk/', as: 'staff', open: opens('shell.menu.user') },
  { name: 'palette', route: '/desk/', as: 'staff', open: opensByKey('Control+k') },
  { name: 'help', route: '/desk/', as: 'staff', open: opens('shell.menu.user', 'shell.menu.help') },
  customer('page', {}),
  customer('menu', { open: opens('desk.customer.more') }),
  sheet('topup'),
  sheet('change'),
  sheet('apply'),
  sheet('withdraw'),
  sheet('freeze'),
  { ...sheet('entry', '&of=$transactionId'), name: 'customer-reverse' },
  { ...sheet('entry', '&of=$slipTransactionId'), name: 'customer-void' },
  { ...sheet('topup'), name: 'customer-topup-done', open: topUp, alone: true },
  { ...sheet('topup'), name: 'customer-topup-waiting', before: cutOff, open: topUp, alone: true },
  { ...sheet('topup'), name: 'customer-topup-refused', before: refused, open: topUp, alone: true },
  { name: 'slip', route: SLIP, as: 'staff', alone: true },
  { name: 'slip-kinds', route: SLIP, as: 'staff', alone: true, open: kinds },
  { name: 'slip-lines', route: SLIP, as: 'staff', alone: true, open: tapGoods },
  { name: 'payment', route: PAYMENT, as: 'staff' },
  {
    name: 'payment-split',
    route: PAYMENT,
    as: 'staff',
    open: async ({ page }) => {
      for (const key of ['Control+m', 'Control+d', 'Control+b']) await page.keyboard.press(key);
    },
  },
  { name: 'receipt', route: RECEIPT, as: 'staff' },
  { name: 'receipt-share', route: RECEIPT, as: 'staff', open: opens('papers.share') },
  { name: 'receipt-of-a-slip', route: RECEIPT, as: 'staff', path: '/desk/receipts/$slipTransactionId' },
  { name: 'statement', route: `${CUSTOMER}/statement`, as: 'staff' },
  {
    name: 'provisional',
    route: '/desk/provisional/$reference',
    as: 'staff',
    path: `${CUSTOMER}?sheet=topup`,
    before: cutOff,
    open: inOutbox(({ page }) => page.locator('main a[href*="/provisional/"]').first().click()),
    alone: true,
  },
  { name: 'outbox', route: '/outbox/', as: 'staff' },
  outbox('waiting', cutOff),
  outbox('attention', refusedLater, ({ page, say }) => page.getByRole('button', { name: say('outbox.fix') }).waitFor()),
  outbox('fix', refusedLater, opens('outbox.fix')),
  outbox('discard', refusedLater, opens('outbox.discard')),
];

/** Goods that there are several kinds of. */
async function kinds({ page }: Hands): Promise<void> {
  for (const tile of await page.locator('main ul button').all()) {
    await tile.click();
    if (await overlay(page).isVisible()) return;
  }
}

const OWN: readonly Screen[] = [
  { name: 'me', route: '/me/', as: 'customer' },
  { name: 'me-unfolded', route: '/me/', as: 'customer', open: unfold },
  { name: 'me-account-menu', route: '/me/', as: 'customer', open: opens('shell.menu.user') },
  { name: 'me-code', route: '/me/code', as: 'customer' },
  { name: 'me-receipt', route: '/me/receipts/$transactionId', as: 'customer' },
  { name: 'me-receipt-share', route: '/me/receipts/$transactionId', as: 'customer', open: opens('papers.share') },
  { name: 'me-statement', route: '/me/statement', as: 'customer' },
];

const PUBLIC: readonly Screen[] = [
  { name: 'sign-in', route: '/sign-in', as: null },
  { name: 'verify', route: '/verify', as: null },
  { name: 'shared-receipt', route: '/r/$token', as: null },
  {
    name: 'shared-receipt-proof',
    route: '/r/$token',
    as: null,
    open: async (hands) => {
      await press(hands, 'papers.proof.check');
      await hands.page.getByRole('button', { name: hands.say('papers.proof.save') }).waitFor();
    },
  },
  { name: 'gallery', route: '/_gallery', as: null },
  { name: 'gallery-dialog', route: '/_gallery', as: null, open: opens('gallery.dialog') },
  { name: 'gallery-sheet', route: '/_gallery', as: null, open: opens('gallery.sheet') },
  { name: 'gallery-menu', route: '/_gallery', as: null, open: opens('gallery.menu') },
];

export const SCREENS: readonly Screen[] = [...PUBLIC, ...DESK, ...OPERATIONS, ...OWN];
