import type { Marker, Notation } from '../../draft/draft.ts';
import { BLANKS, toSuperscript } from '../../draft/labels.ts';
import { isDigit, isSmall, isSpace } from '../../text/characters.ts';
import { lines } from '../example.ts';
import { related, replacing } from '../finding.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../words.ts';

const NAMES: Readonly<Record<Notation, string>> = {
  bracket: 'brackets',
  caret: 'carets',
  sup: 'HTML',
  unicode: 'superscript characters',
  footnote: 'footnote notation',
  glued: 'plain characters',
};

/** A bracket with the blanks inside of it. */
const OPENING = new RegExp(String.raw`^(\\?)[[［【]${BLANKS}`);
const CLOSING = new RegExp(String.raw`${BLANKS}(\\?)[\]］】]$`);

export const markerNotation: Rule = {
  id: 'marker-notation',
  group: 'markers',
  severity: 'warning',
  summary:
    'A marker is written in another notation than most markers of the draft, or than the one that is configured.',
  explanation:
    'Markers can be written `[1]`, `^1^`, `<sup>1</sup>`, `¹`, `[^1]`, or flattened onto the word. A draft keeps to one: what turns markers into superscript handles one notation, and leaves the others as they are. The same goes for brackets that are not as those of most others are, `[ 2 ]` or `［2］` among `[1]`.',
  examples: () => [
    {
      title: 'One marker in carets among brackets.',
      draft: lines(
        'The group split.[1] Its rival grew.^2^ Both recruit.[3]',
        '                                   ~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: ['Unexpected marker “^2^” in carets, expected brackets as in most of the draft: “[2]”'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
    },
    {
      title: 'Blanks inside the brackets.',
      draft: lines(
        'The group split.[1] Its rival grew.[ 2 ] Both recruit.[3]',
        '                                   ~~~~~',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
      messages: ['Unexpected marker “[ 2 ]”, expected “[2]” as in most of the draft'],
      fixed: lines(
        'The group split.[1] Its rival grew.[2] Both recruit.[3]',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
        '',
        '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016.',
      ),
    },
    {
      title: 'One notation throughout.',
      draft: lines(
        'The group split.¹ Its rival grew.²',
        '',
        '## Citations',
        '',
        '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.',
        '',
        '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.',
      ),
    },
  ],
  // Markers inside quotations and titles are not mended unasked.
  reads: /[“”"*_]/,
  check: ({ text, draft: { markers, ...draft }, notation }, report) => {
    const model = markers.find((marker) => marker.notation === notation);
    if (notation === null) return;
    const reason = notation === draft.notation ? 'as in most of the draft' : 'as configured';
    let lastCallout = -1;
    for (const [index, marker] of markers.entries()) {
      const { callout } = marker;
      if (marker.notation === notation || callout.start === lastCallout) continue;
      lastCallout = callout.start;
      const alone = callout.start === marker.start && callout.end === marker.end;
      const written = alone && keepsItself(markers, index, notation) ? write(marker, notation) : null;
      const source = text.slice(callout.start, callout.end);
      const explicit = marker.notation !== 'glued' && marker.notation !== 'footnote';
      report({
        start: callout.start,
        end: callout.end,
        message: `Unexpected marker ${quote(source)} in ${NAMES[marker.notation]}, expected ${NAMES[notation]} ${reason}${written === null ? '' : `: ${quote(written)}`}`,
        related: model ? [related(model, `The first marker in ${NAMES[notation]}`)] : [],
        fixes:
          written !== null && explicit
            ? [replacing(callout, source, written, !isSpaced(markers, index, notation, text))]
            : [],
      });
    }
    if (notation === 'bracket') reportOddBrackets(text, markers, report);
  },
};

/** Reports brackets with blanks inside, or of full width, where most have neither. */
function reportOddBrackets(text: string, markers: readonly Marker[], report: (problem: Problem) => void): void {
  const callouts = markers.filter(({ notation }) => notation === 'bracket').map(({ callout }) => callout);
  const odd = callouts.filter(
    ({ start, end }, index) => callouts[index - 1]?.start !== start && hasOddBrackets(text, start, end),
  );
  if (odd.length * 2 >= callouts.length) return;
  for (const { start, end } of odd) {
    const source = text.slice(start, end);
    const plain = source.replace(OPENING, '$1[').replace(CLOSING, '$1]');
    report({
      start,
      end,
      message: `Unexpected marker ${quote(source)}, expected ${quote(plain)} as in most of the draft`,
      fixes: [replacing({ start, end }, source, plain, true)],
    });
  }
}

/** What the dash of a range stands for has no brackets. */
function hasOddBrackets(text: string, start: number, end: number): boolean {
  if (!']］】'.includes(text.charAt(end - 1))) return false;
  const opening = text.charAt(start) === '\\' ? start + 1 : start;
  const inside = text.charAt(end - 2) === '\\' ? end - 3 : end - 2;
  return (
    text.charAt(opening) !== '[' ||
    text.charAt(end - 1) !== ']' ||
    !isLabelPart(text.charCodeAt(opening + 1)) ||
    !isLabelPart(text.charCodeAt(inside))
  );
}

function isLabelPart(code: number): boolean {
  return isDigit(code) || isSmall(code);
}

/**
 * Whether a marker is the same marker in another notation: in superscript characters `1` and `2` side by side are a
 * twelve, and in brackets a letter that no note has may be a word.
 */
function keepsItself(markers: readonly Marker[], index: number, notation: Notation): boolean {
  const { kind, callout, entry } = markers[index] as Marker;
  if (kind === 'note' && entry === null) return false;
  if (notation !== 'unicode') return true;
  const [before, after] = [markers[index - 1], markers[index + 1]];
  const followsTwin = before?.kind === kind && before.callout.end === callout.start;
  return !followsTwin && !(after?.kind === kind && after.callout.start === callout.end);
}

/** Whether the space before a marker is there for superscript characters: what keeps `¹ ²` apart is one too many in any other. */
function isSpaced(markers: readonly Marker[], index: number, notation: Notation, text: string): boolean {
  const { kind, callout, notation: written } = markers[index] as Marker;
  const before = markers[index - 1];
  const follows = before?.callout.end === callout.start - 1 && isSpace(text.charCodeAt(callout.start - 1));
  return follows && (notation === 'unicode' ? before.kind === kind : written === 'unicode');
}

/** The marker in a notation that needs no more than the marker itself; null where there is no such way. */
function write({ label }: Marker, notation: Notation): string | null {
  switch (notation) {
    case 'bracket':
      return `[${label}]`;
    case 'caret':
      return `^${label}^`;
    case 'sup':
      return `<sup>${label}</sup>`;
    case 'unicode':
      // Its q lies outside the Basic Multilingual Plane, and hardly any font has it.
      return label.includes('q') ? null : toSuperscript(label);
    default:
      return null;
  }
}
