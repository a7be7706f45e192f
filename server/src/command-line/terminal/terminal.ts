import { createColors } from 'picocolors';
import { withoutCommands } from './commands-in-logs.ts';
import { columnsOf } from './standard-streams.ts';

/** Columns of what is not a terminal, and of one that does not say. */
const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 40;
const MOST_WIDTH = 10_000;

type Colors = ReturnType<typeof createColors>;

/** How to write for people, as plain data. */
export interface Look {
  readonly color: boolean;
  /** Columns that a line may take. */
  readonly width: number;
  /** Longer text than `width` is broken: somebody reads it on a terminal. */
  readonly wraps: boolean;
}

/** How to write for people. */
export interface Style extends Omit<Look, 'color'> {
  readonly colors: Colors;
}

/**
 * @param color what `--color` or `--no-color` says; without it `FORCE_COLOR`, `NO_COLOR` and the terminal decide
 * @param toFile the output goes to a file, not to standard output
 */
export function lookOf(color: boolean | undefined, toFile = false): Look {
  const columns = toFile ? null : columnsOf('stdout');
  const onTerminal = columns !== null;
  const width = columns ?? Number(process.env['COLUMNS']);
  return {
    color: color ?? wantsColor(onTerminal),
    width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width || DEFAULT_WIDTH)),
    wraps: onTerminal,
  };
}

export function styleOf({ color, width, wraps }: Look): Style {
  return { colors: createColors(color), width, wraps };
}

function wantsColor(onTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = process.env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && onTerminal && term !== 'dumb';
}

/** What `harmless` replaces, and the halves of all pairs: by code units, which takes half the time. Most text has none. */
const MAY_CONTROL = /[^ -~\u00a0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;

/**
 * Text of the draft as it may be shown: what would move the cursor, colour the screen, turn the direction of writing or
 * be a command to a pipeline is replaced by a sign, code unit by code unit, so that offsets stay.
 */
export function harmless(text: string): string {
  const shown = withoutCommands(text, '♯');
  if (!MAY_CONTROL.test(shown)) return shown;
  // Here, and not above: to read it takes a start longer than all that it shows.
  return shown.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (control) => {
    const code = control.charCodeAt(0);
    if (code === 9) return ' ';
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return code === 127 ? '␡' : '�';
  });
}
