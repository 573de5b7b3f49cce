import type { Channel, ConsumeMessage } from 'amqplib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Acknowledgements } from './acknowledgements.ts';

const messageOf = (deliveryTag: number) => ({ fields: { deliveryTag } }) as ConsumeMessage;

test('only what is done with is ever acknowledged, and all of it is in the end', () => {
  const settling = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }).chain((returned) =>
    fc.record({
      returned: fc.constant(returned),
      order: fc.shuffledSubarray(
        returned.map((_, i) => i + 1),
        { minLength: returned.length },
      ),
      flushes: fc.array(fc.boolean(), { minLength: returned.length, maxLength: returned.length }),
    }),
  );
  fc.assert(
    fc.property(settling, ({ returned, order, flushes }) => {
      const acknowledged = new Set<number>();
      const nacked = new Set<number>();
      const done = new Set<number>();
      const channel = {
        ack({ fields }: ConsumeMessage, upTo: boolean) {
          expect(upTo).toBe(true);
          expect(nacked.has(fields.deliveryTag)).toBe(false);
          for (let tag = 1; tag <= fields.deliveryTag; tag += 1) if (!nacked.has(tag)) acknowledged.add(tag);
          expect([...acknowledged].filter((tag) => !done.has(tag))).toEqual([]);
        },
        nack({ fields }: ConsumeMessage) {
          nacked.add(fields.deliveryTag);
        },
      } as unknown as Channel;
      const acknowledgements = new Acknowledgements(channel);
      order.forEach((tag, i) => {
        if (returned[tag - 1]) acknowledgements.giveBack(messageOf(tag));
        else {
          done.add(tag);
          acknowledgements.done(messageOf(tag));
        }
        if (flushes[i]) acknowledgements.flush();
      });
      acknowledgements.flush();
      expect(acknowledged).toEqual(done);
    }),
  );
});
