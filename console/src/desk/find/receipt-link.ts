/** The code on a receipt: a link to that receipt, which the till opens as its own. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sharedReceiptQuery } from '../papers/receipts.ts';

/** The token in a receipt's link; null for any other text, and for another shop's. */
export function receiptTokenOf(code: string): string | null {
  const text = code.trim();
  if (!URL.canParse(text)) return null;
  const { origin, pathname } = new URL(text);
  return origin === location.origin ? (/^\/r\/([^/]+)$/.exec(pathname)?.[1] ?? null) : null;
}

export function useOpenReceipt(): (token: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (token) => {
    try {
      const { transaction_id: transactionId } = await client.fetchQuery(sharedReceiptQuery(token));
      await navigate({ to: '/desk/receipts/$transactionId', params: { transactionId } });
    } catch {
      // The page that everybody sees says what is wrong with it.
      await navigate({ to: '/r/$token', params: { token } });
    }
  };
}
