/** A page with nothing but the search over five thousand customers. */
import { CustomerIndex } from '../../../console/src/cache/customer-index.ts';

declare global {
  interface Window {
    /** Searches and shows what is found, laid out; gives the milliseconds that took. */
    searchFor(text: string): { readonly ms: number; readonly rows: number };
  }
}

const CUSTOMERS = 5_000;
const FIRST = ['Asha', 'Juma', 'Neema', 'Baraka', 'Zuwena', 'Halima', 'Joseph'];
const LAST = ['Mwakyusa', 'Kilonzo', 'Abdallah', 'Mushi', 'Ngowi'];

const index = new CustomerIndex(
  Array.from({ length: CUSTOMERS }, (_, n) => ({
    id: `customer-${n}`,
    name: `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]} ${n}`,
    nickname: n % 3 === 0 ? `Nick${n}` : null,
    phone: `+2557${10_000_000 + n * 137}`,
    code: `C-${n}`,
    frozen: false,
  })),
);

const list = document.body.appendChild(document.createElement('ul'));

window.searchFor = (text) => {
  const started = performance.now();
  const rows = index.search(text, 20).map(({ customer: { name, phone, code } }) => {
    const row = document.createElement('li');
    for (const part of [name, phone, code]) row.appendChild(document.createElement('span')).textContent = part;
    return row;
  });
  list.replaceChildren(...rows);
  // Asking for the height makes the browser lay it out.
  const shown = list.offsetHeight > 0;
  return { ms: performance.now() - started, rows: shown ? rows.length : 0 };
};
