import type { RulesInForce } from '../queries/point-rule-registry.ts';
import type { Needs } from '../wallet/operation.ts';
import { pointAccounts } from '../wallet/points.ts';
import type { Submission } from './submission.ts';

/** What an operation needs to see, with the accounts of the points that it earns by these rules. */
export function needsOf({ operation, input }: Submission, rules: RulesInForce): Needs {
  const needs = operation.needs(input);
  const { earns } = needs;
  if (!earns || !rules.get(earns.action, earns.asset)) return needs;
  return { ...needs, accounts: [...needs.accounts, ...pointAccounts(earns.customer)] };
}
