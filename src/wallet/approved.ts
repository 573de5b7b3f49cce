import type { Operation } from './operation.ts';

/**
 * The operation as somebody else approved it: what it decides is its own, and its data name the approver. The approver is
 * no part of the input, so that a request that comes again finds its first answer whoever approved it.
 */
export const approvedBy = <Name extends string, Input>(
  operation: Operation<Name, Input>,
  approver: string | null,
): Operation<Name, Input> =>
  approver === null
    ? operation
    : {
        ...operation,
        decide(input, view) {
          const decision = operation.decide(input, view);
          if ('refusal' in decision) return decision;
          return { facts: { ...decision.facts, data: { ...decision.facts.data, approved_by: approver } } };
        },
      };
