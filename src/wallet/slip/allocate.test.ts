import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut, withPaid, withVoid } from './allocate.ts';
import { type Part, remaining, type SlipState } from './slip.ts';

function slipOf(lines: readonly bigint[], tax: bigint, discount: bigint, id = 'slip'): SlipState {
  const subtotal = lines.reduce((sum, total) => sum + total, 0n);
  return {
    id,
    number: 'CS-20240115103000-A1B2C3D4',
    transaction: 'sale',
    customer: 'CUST001',
    store: 'STORE001',
    asset: 'USD',
    occurredAt: new Date('2024-01-15T10:30:00Z'),
    status: 'OPEN',
    lines: lines.map((total) => ({ itemId: 'I', description: 'D', quantity: 1n, unitPrice: total, total, paid: 0n })),
    tax,
    discount,
    charges: { total: tax - discount, paid: 0n },
    total: subtotal + tax - discount,
    paid: 0n,
    version: 1,
  };
}

const paidOn = (slip: SlipState) => [...slip.lines.map((line) => line.paid), slip.charges.paid];

const amount = fc.bigInt({ min: 0n, max: 10_000n });
const slips = fc
  .record({ lines: fc.array(amount, { minLength: 1, maxLength: 6 }), tax: amount, off: fc.nat(100) })
  .map(({ lines, tax, off }) => {
    const gross = lines.reduce((sum, line) => sum + line, tax);
    return slipOf(lines, tax, (gross * BigInt(off)) / 100n);
  })
  .filter((slip) => slip.total > 0n);

test('money pays the lines in order, then the tax less the discount', () => {
  const slip = slipOf([3000n, 300n], 330n, 100n);
  expect(paidOn(withPaid(slip, 1000n))).toEqual([1000n, 0n, 0n]);
  expect(paidOn(withPaid(slip, 3100n))).toEqual([3000n, 100n, 0n]);
  expect(paidOn(withPaid(slip, 3400n))).toEqual([3000n, 300n, 100n]);
  expect(paidOn(withPaid(slip, 3530n))).toEqual([3000n, 300n, 230n]);
});

test('a discount above the tax pays what money leaves of the lines, with the last of the money', () => {
  const slip = slipOf([3000n, 300n], 0n, 100n);
  expect(paidOn(withPaid(slip, 3199n))).toEqual([3000n, 199n, 0n]);
  expect(paidOn(withPaid(slip, 3200n))).toEqual([3000n, 300n, -100n]);
});

test('the status says how much is paid', () => {
  const slip = slipOf([100n], 0n, 0n);
  expect([0n, 1n, 99n, 100n].map((paid) => withPaid(slip, paid).status)).toEqual([
    'OPEN',
    'PARTIALLY_PAID',
    'PARTIALLY_PAID',
    'CLOSED',
  ]);
  expect(withVoid(withPaid(slip, 50n))).toMatchObject({ status: 'VOID', paid: 0n, version: 3 });
});

test('no slip is paid above its total or below nothing', () => {
  const slip = slipOf([100n], 10n, 0n);
  expect(() => withPaid(slip, 111n)).toThrow('111 paid on slip');
  expect(() => withPaid(slip, -1n)).toThrow('-1 paid on slip');
});

test('money taken off a slip again leaves it as it was before', () => {
  fc.assert(
    fc.property(slips, fc.nat(100), fc.nat(100), (slip, first, second) => {
      const less = withPaid(slip, (slip.total * BigInt(Math.min(first, second))) / 100n);
      const more = withPaid(less, (slip.total * BigInt(Math.max(first, second))) / 100n);
      expect(withPaid(more, less.paid)).toEqual({ ...less, version: more.version + 1 });
    }),
  );
});

test('1,000,000 allocations sum exactly, on every part and on the slip', () => {
  let done = 0;
  for (const start of fc.sample(slips, 20_000)) {
    let slip = start;
    // Fifty payments close it, the last of them the rest.
    for (let i = 1n; i <= 50n; i += 1n) {
      const before = slip;
      slip = withPaid(slip, (start.total * i) / 50n);
      const added = addedTo(before, slip);
      if (added !== slip.paid - before.paid) throw new Error(`${added} on the parts, ${slip.paid - before.paid} paid`);
      done += 1;
    }
    if (slip.status !== 'CLOSED' || slip.lines.some((line) => remaining(line) !== 0n)) throw new Error('not closed');
    if (remaining(slip.charges) !== 0n) throw new Error('the charges of a closed slip are open');
  }
  expect(done).toBe(1_000_000);
});

/** What the parts gained; each stays between nothing and its total, and no line is touched before the one above is paid. */
function addedTo(before: SlipState, after: SlipState): bigint {
  let sum = after.charges.paid - before.charges.paid;
  let open = false;
  for (const [i, line] of after.lines.entries()) {
    const { paid } = before.lines[i] as Part;
    if (line.paid < paid || line.paid > line.total) throw new Error(`${line.paid} paid on a line of ${line.total}`);
    if (open && line.paid > 0n) throw new Error('a line is paid while one above is not');
    open ||= line.paid < line.total;
    sum += line.paid - paid;
  }
  const { total, paid } = after.charges;
  if (total < 0n ? paid < total || paid > 0n : paid > total || paid < 0n)
    throw new Error(`charges of ${total}: ${paid}`);
  return sum;
}

test('money is shared among slips in their order, and nothing of it is lost', () => {
  const list = [slipOf([100n], 0n, 0n, 'a'), withPaid(slipOf([50n], 0n, 0n, 'b'), 20n), slipOf([10n], 0n, 0n, 'c')];
  const shares = (money: bigint) => {
    const { shares, rest } = shareOut(money, list);
    return [...shares.map(({ slip, amount }) => `${slip.id} ${amount}`), `rest ${rest}`];
  };
  expect(shares(99n)).toEqual(['a 99', 'rest 0']);
  expect(shares(101n)).toEqual(['a 100', 'b 1', 'rest 0']);
  expect(shares(145n)).toEqual(['a 100', 'b 30', 'c 10', 'rest 5']);
});
