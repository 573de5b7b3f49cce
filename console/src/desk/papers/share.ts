/** Ways of handing a paper on. */
import { perform } from '../../outbox/perform.ts';

interface ShareAnswer {
  readonly data: { readonly token: string };
}

/** Where a shared receipt is shown. */
export const linkOf = (token: string): string => `${location.origin}/r/${token}`;

/** Makes a link that opens this receipt, and nothing else, for whoever has it; null where the service can't be asked now. */
export async function makeLink(transactionId: string): Promise<string | null> {
  const performed = await perform({
    operation: 'receiptShare',
    customer: null,
    method: 'POST',
    path: `/api/v1/receipts/${transactionId}/share`,
    body: {},
    label: { amount: null, asset: null, customerName: null },
  });
  return performed.state === 'done' ? linkOf((performed.answer as ShareAnswer).data.token) : null;
}

/** Opens a chat with this text: with the customer, where their number is written with its country. */
export function whatsAppLink(text: string, phone: string | null): string {
  const to = phone?.startsWith('+') ? phone.replace(/\D/g, '') : '';
  return `https://wa.me/${to}?text=${encodeURIComponent(text)}`;
}

export const canShare = (): boolean => typeof navigator.share === 'function';

/** Asks the device where to. Whoever changes their mind is no failure. */
export async function shareOut(data: ShareData): Promise<void> {
  try {
    await navigator.share(data);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
