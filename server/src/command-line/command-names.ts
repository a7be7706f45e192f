/** What the command can be told to do, as `program.ts` says. */
const COMMANDS = ['check', 'fix', 'inspect', 'rules', 'vocabulary', 'language-server'] as const;

export type CommandName = (typeof COMMANDS)[number];

export function isCommand(name: string | undefined): name is CommandName {
  return COMMANDS.some((command) => command === name);
}
