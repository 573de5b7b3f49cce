import { Command, InvalidArgumentError, Option } from 'commander';
import { ROLES, signToken, type TokenRequest } from '../tokens.ts';
import type { MakeCommand } from './command.ts';

/** Prints the token and nothing else, for `TOKEN=$(npx pochi token ...)`. */
export const tokenCommand: MakeCommand = (context) =>
  new Command('token')
    .description('sign a token and print it')
    .addOption(new Option('--role <role>', 'what its bearer may do').choices(ROLES).makeOptionMandatory())
    .requiredOption('--subject <id>', "a customer's id, or a name for staff and services", notEmpty)
    .option('--ledger <name>', 'the ledger it is for; the main one by default', notEmpty)
    .option('--expires <span>', 'how long it is valid, such as 15m, 12h, 30d', span, '24h')
    .action(async (options: TokenRequest) => console.log(await signToken(context.config(), options)));

function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

function span(text: string): string {
  if (!/^[1-9][0-9]{0,5}[smhdw]$/.test(text)) throw new InvalidArgumentError('It is written like 15m, 12h or 30d.');
  return text;
}
