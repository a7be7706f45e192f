import { withoutCommands } from '../terminal/commands-in-logs.ts';

/** JSON that no log takes for a command, and that reads back as any other. */
export function jsonText(value: object, indent?: number): string {
  return withoutCommands(JSON.stringify(value, null, indent), '\\u0023');
}
