import type { Code, Construct, Effects, Event, Extension, State, TokenizeContext } from 'micromark-util-types';
import { isLetter } from '../text/characters.ts';

const BACKTICK = 96;
const SPACE = 32;

/**
 * Micromark extension for the backtick of house transliteration (al-Qa`ida, bay`a): a single backtick
 * between two letters is a letter, it neither opens nor closes a code span. All else about code spans is as
 * CommonMark 0.31 has it ("6.1 Code spans").
 */
export function ayn(): Extension {
  return { disable: { null: ['codeText'] }, text: { [BACKTICK]: codeSpan } };
}

const codeSpan: Construct = { name: 'codeSpan', previous: opensRun, resolve: stripPadding, tokenize: tokenizeCodeSpan };

/**
 * Where the last run of each length ends in a text whose runs were all seen once, because an opening run found no
 * closing one. It keeps texts of many unmatched runs linear.
 */
const lastRuns = new WeakMap<TokenizeContext, Map<number, number>>();

/** A run of backticks is one token: it is not tried again from its middle. */
function opensRun(this: TokenizeContext, code: Code): boolean {
  return code !== BACKTICK || this.events.at(-1)?.[1].type === 'characterEscape';
}

function tokenizeCodeSpan(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  const known = lastRuns.get(context);
  const seen = new Map<number, number>();
  let before = context.previous;
  let opening = 0;
  let run = 0;
  let runStart: Code = null;

  return (code) => {
    effects.enter('codeText');
    effects.enter('codeTextSequence');
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (code === BACKTICK) {
      effects.consume(code);
      opening++;
      return open;
    }
    effects.exit('codeTextSequence');
    if (isLetterBetween(opening, before, code)) return nok(code);
    if (known && (known.get(opening) ?? -1) <= context.now().offset) return nok(code);
    return between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) {
      if (!known) lastRuns.set(context, seen);
      return nok(code);
    }
    if (code === BACKTICK) {
      runStart = before;
      run = 0;
      effects.enter('codeTextSequence');
      return close(code);
    }
    if (code === SPACE || code < -2) {
      const type = code === SPACE ? 'space' : 'lineEnding';
      effects.enter(type);
      consume(code);
      effects.exit(type);
      return between;
    }
    effects.enter('codeTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || code === SPACE || code === BACKTICK || code < -2) {
      effects.exit('codeTextData');
      return between(code);
    }
    consume(code);
    return data;
  }

  function close(code: Code): State | undefined {
    if (code === BACKTICK) {
      consume(code);
      run++;
      return close;
    }
    if (isLetterBetween(run, runStart, code) || run !== opening) {
      if (!isLetterBetween(run, runStart, code)) seen.set(run, context.now().offset);
      effects.exit('codeTextSequence').type = 'codeTextData';
      return between(code);
    }
    effects.exit('codeTextSequence');
    effects.exit('codeText');
    return ok(code);
  }

  function consume(code: Code): void {
    before = code;
    effects.consume(code);
  }
}

function isLetterBetween(run: number, before: Code, after: Code): boolean {
  return run === 1 && before !== null && after !== null && isLetter(before) && isLetter(after);
}

/** One space is taken off both ends of a span that holds more than spaces. */
function stripPadding(events: Event[]): Event[] {
  const first = events[3]?.[1];
  const last = events.at(-4)?.[1];
  const isBlank = (type: string | undefined) => type === 'space' || type === 'lineEnding';
  const holdsData = events.some(([, token]) => token.type === 'codeTextData');
  if (first && last && first !== last && holdsData && isBlank(first.type) && isBlank(last.type)) {
    first.type = 'codeTextPadding';
    last.type = 'codeTextPadding';
  }
  for (const [, token] of events) if (token.type === 'space') token.type = 'codeTextData';
  return events;
}
