/** The request that adds a customer. */
import type { Intent } from '../../outbox/intent.ts';

/** What is typed of them; empty where nothing is known. */
export interface Particulars {
  readonly name: string;
  readonly nickname: string;
  readonly phone: string;
  readonly note: string;
}

const NUMBER = /^[-+0-9 ()./]+$/;

/** Begins with what was searched for in vain: a telephone number or a name. */
export function beginWith(searched: string): Particulars {
  const text = searched.trim();
  const isNumber = NUMBER.test(text);
  return { name: isNumber ? '' : text, nickname: '', phone: isNumber ? text : '', note: '' };
}

/** What is empty is left out. The service makes the id, from the key of the request: sent twice, it is one customer. */
export function customerIntent({ name, nickname, phone, note }: Particulars): Intent {
  const given = { nickname: nickname.trim(), phone_number: phone.trim(), note: note.trim() };
  return {
    operation: 'customerCreate',
    customer: null,
    method: 'POST',
    path: '/api/v1/customers',
    body: { name: name.trim(), ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) },
    label: { amount: null, asset: null, customerName: name.trim() },
  };
}
