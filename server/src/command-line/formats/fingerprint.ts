import { createHash } from 'node:crypto';
import type { Finding } from '../../rules/rule.ts';
import type { Report } from './format.ts';

/** How much of a finding's text, and of its line before and after it, tells it from others; in UTF-16 code units. */
const OWN = 120;
const AROUND = 32;
/** Hexadecimal digits: enough for no two findings of an archive to meet by chance. */
const LENGTH = 24;

/**
 * For each finding a key that edits elsewhere leave as it is: made of the rule and the words around, not of the place.
 * Numbers count as one another, because new markers renumber the old. Findings that are alike in all this share a key.
 * The draft's name is no part of it.
 */
export function keysOf({ text, findings }: Pick<Report, 'text' | 'findings'>): readonly string[] {
  return findings.map((finding) => digest(`${finding.rule}\n${contextOf(text, finding)}`));
}

/** The same, but what shares a key is told apart by its turn in the draft. */
export function fingerprintsOf(report: Pick<Report, 'text' | 'findings'>): readonly string[] {
  const turns = new Map<string, number>();
  return keysOf(report).map((key) => {
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return `${key}:${turn}`;
  });
}

/** The first hexadecimal digits of the SHA-256 of a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}

function contextOf(text: string, { start, end }: Finding): string {
  // Twice as much is read, so that a number that grew a digit, or a line end that did, moves nothing out of sight.
  const before = text.slice(Math.max(0, start - 2 * AROUND), start).split(/[\r\n]/);
  const after = text.slice(end, end + 2 * AROUND).split(/[\r\n]/, 1);
  const own = text.slice(start, Math.min(end, start + 2 * OWN));
  return [
    plain(before.at(-1) ?? '').slice(-AROUND),
    plain(own).slice(0, OWN),
    plain(after[0] ?? '').slice(0, AROUND),
  ].join('\n');
}

/** With one zero for each number, and one space for each run of white space. */
function plain(text: string): string {
  return text.replace(/\p{Nd}+/gu, '0').replace(/\s+/g, ' ');
}
