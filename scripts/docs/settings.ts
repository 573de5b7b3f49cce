import { SETTINGS } from '../../src/config.ts';

const rows = Object.values(SETTINGS).map(
  ({ name, preset, doc }) => `| \`${name}\` | ${preset === null ? '' : `\`${preset}\``} | ${doc} |`,
);

/** The page of all settings. */
export const settingsPage = (): string => `# Settings

Made from src/config.ts by \`npm run docs\`: change it there.

All settings come from the environment. A wrong one stops the start with one line that names it.

| name | when unset | meaning |
|---|---|---|
${rows.join('\n')}
`;
