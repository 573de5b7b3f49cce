/** The screens of operations, and what opens over them. */
import type { Page } from 'playwright-core';
import type { Screen } from '../screens.ts';
import { type Hands, opens, opensFirstRow, overlay, press, unfold } from './hands.ts';

const part = (route: string, name: string, more: Partial<Screen> = {}): Screen => ({
  name: `operations-${name}`,
  route: `/operations/${route}`,
  as: 'admin',
  ...more,
});

const ledger = (name: string, more?: Partial<Screen>) => part('ledger', `ledger-${name}`, more);
const transaction = (name: string, more?: Partial<Screen>) =>
  part('transactions/$transactionId', `transaction-${name}`, more);
const audit = (name: string, more?: Partial<Screen>) => part('audit', `audit-${name}`, more);
const events = (name: string, more?: Partial<Screen>) => part('events', `events-${name}`, more);
const flow = (name: string, more?: Partial<Screen>) => part('flow', `flow-${name}`, more);
const settings = (tab: string, name: string, open?: Screen['open']) =>
  part('settings', `settings-${name}`, { path: `/operations/settings?tab=${tab}`, ...(open && { open }) });

/** Opens something of the first row of the table, which is a card on a phone, by the words on its button. */
const ofFirstRow =
  (key: string) =>
  async ({ page, say }: Hands): Promise<void> => {
    await page
      .locator('main')
      .getByRole('listitem')
      .or(page.locator('main table tbody'))
      .getByRole('button', { name: say(key), exact: true })
      .first()
      .click();
    await overlay(page).first().waitFor();
  };

/** Every chart of the demo shop has its table. */
async function unfoldCharts(hands: Hands): Promise<void> {
  const charts = await hands.page.locator('main section').count();
  await unfold(hands);
  const tables = await hands.page.locator('main section details[open] table').count();
  if (tables !== 5 || charts !== 5) throw new Error(`${charts} charts have ${tables} tables`);
}

/** The last verification found that two rows do not agree. */
const violated = (page: Page) =>
  page.route('**/api/v1/integrity', async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    const [check] = json.data.last_run.checks;
    json.data.status = 'violated';
    json.data.last_run.status = 'violated';
    const found = {
      subject: 'KP-0005 · wallet · TZS',
      problem: 'The balance is 1,200.00, the entries come to 1,100.00.',
    };
    Object.assign(check, { status: 'violated', violation_count: 1, violations: [found] });
    await route.fulfill({ response: answer, json });
  });

/** The last verification is too long ago to count. */
const stale = (page: Page) =>
  page.route('**/api/v1/integrity', async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    Object.assign(json.data, { status: 'unknown', stale: true });
    await route.fulfill({ response: answer, json });
  });

export const OPERATIONS: readonly Screen[] = [
  part('', 'index'),
  ledger('entries'),
  ledger('filtered', { path: '/operations/ledger?customer=$customerId&currency=TZS&min=100000' }),
  ledger('no-match', { path: '/operations/ledger?customer=nobody' }),
  ledger('filters', { open: opens('operations.filters.title') }),
  ledger('views', { open: opens('operations.views.title') }),
  ledger('export', {
    path: '/operations/ledger?customer=$customerId',
    open: async (hands) => {
      await press(hands, 'operations.csv.export');
      await hands.page.getByText('SHA-256').waitFor();
    },
  }),
  ledger('columns', { wideOnly: true, open: opens('operations.ledger.columnsTitle') }),
  transaction('of-a-payment'),
  transaction('of-a-slip', { path: '/operations/transactions/$slipTransactionId' }),
  transaction('unfolded', { open: unfold }),
  transaction('proof', {
    open: async (hands) => {
      await press(hands, 'operations.proof.show');
      await hands.page.locator('main pre').first().waitFor();
    },
  }),
  audit('lines'),
  audit('filters', { open: opens('operations.filters.title') }),
  audit('line', { open: opensFirstRow }),
  part('integrity', 'integrity'),
  part('integrity', 'integrity-violated', { before: violated }),
  part('integrity', 'integrity-unknown', { before: stale }),
  { name: 'integrity-banner', route: '/desk/', as: 'admin', before: violated },
  events('deliveries'),
  events('delivery', { path: '/operations/events?delivery=$deliveryId' }),
  events('redeliver', {
    path: '/operations/events?delivery=$deliveryId',
    open: opens('operations.events.redeliver'),
  }),
  events('retry-dead', { open: opens('operations.events.retryDead') }),
  events('feed', { path: '/operations/events?tab=feed' }),
  events('feed-event', { path: '/operations/events?tab=feed', open: opensFirstRow }),
  flow('charts'),
  flow('tables', { open: unfoldCharts }),
  settings('approvals', 'approvals'),
  settings('approvals', 'pin', opens('operations.settings.setPin')),
  settings('approvals', 'remove-pin', ofFirstRow('operations.settings.removePin')),
  settings('assets', 'currencies'),
  settings('assets', 'add-currency', opens('operations.settings.addAsset')),
  settings('points', 'points'),
  settings('points', 'add-rule', opens('operations.settings.addRule')),
  settings('points', 'rule', ofFirstRow('operations.settings.edit')),
  settings('points', 'remove-rule', ofFirstRow('operations.settings.remove')),
  settings('limits', 'limits'),
  settings('limits', 'limits-menu', opens('operations.settings.addLimit')),
  settings('limits', 'limit', ofFirstRow('operations.settings.setLimit')),
  settings('webhooks', 'webhooks'),
  settings('webhooks', 'add-webhook', opens('operations.settings.addWebhook')),
  settings('webhooks', 'webhook', ofFirstRow('operations.settings.edit')),
  settings('webhooks', 'remove-webhook', ofFirstRow('operations.settings.deed.remove')),
];
