import { HIDDEN } from '../markdown/prose.ts';
import { isSpace, isUpper } from '../text/characters.ts';
import { itemAt } from '../text/range.ts';
import type { DraftOptions } from './draft.ts';
import { labelAt } from './entry-labels.ts';
import { namesList } from './headings.ts';
import type { Line } from './lines.ts';
import { trimmedEnd } from './slips.ts';

/** How the first entry of a list begins, behind what may be around it: `\[1\]`, `[[1]](#r1)`. */
const FIRST = ['[1', '[a'];
const BEFORE_LABEL = '[\\';
const OPENS_REFERENCE = `“"‘*_[${HIDDEN}`;
const LONGEST_NAME = 60;

/** The lines of a draft, those parted that a list begins in behind its heading: `Citations: [1] Ann Lee, “A Split,” …`. */
export function withRunInHeadings(masked: string, lines: readonly Line[], options: DraftOptions): readonly Line[] {
  const entries = new Map<Line, Line>();
  for (const first of FIRST) {
    for (let at = masked.indexOf(first); at !== -1; at = masked.indexOf(first, at + 1)) {
      const line = itemAt(lines, at);
      if (!line || at === line.start || at - line.start > LONGEST_NAME || line.block.kind !== 'paragraph') continue;
      const entry = entryBehindHeading(masked, line, at, options);
      if (entry) entries.set(line, entry);
    }
  }
  if (entries.size === 0) return lines;
  return lines.flatMap((line) => {
    const entry = entries.get(line);
    return entry ? [{ ...line, end: trimmedEnd(masked, entry.start) }, entry] : [line];
  });
}

/** What stands in a line behind the heading of a list, from the label at `at` on; null where that is no entry. */
function entryBehindHeading(masked: string, line: Line, at: number, options: DraftOptions): Line | null {
  let start = at;
  while (start > line.start && BEFORE_LABEL.includes(masked.charAt(start - 1))) start--;
  if (!isSpace(masked.charCodeAt(start - 1)) || !namesList(masked.slice(line.start, start), options)) return null;
  const entry: Line = { ...line, start, first: false };
  const label = labelAt(masked, entry, null);
  if (label?.label !== '1' && label?.label !== 'a') return null;
  let next = label.end;
  while (isSpace(masked.charCodeAt(next)) && next < entry.end) next++;
  const opens = isUpper(masked.charCodeAt(next)) || OPENS_REFERENCE.includes(masked.charAt(next));
  return next > label.end && next < entry.end && opens ? entry : null;
}
