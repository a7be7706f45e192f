import type { Draft, Notation } from '../../src/draft/draft.ts';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LETTERS = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ';

const superscript = (label: string) =>
  label
    .replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)))
    .replace(/[a-z]/g, (letter) => LETTERS.charAt(letter.charCodeAt(0) - 97));

const write: Record<Notation, (label: string) => string> = {
  bracket: (label) => `[${label}]`,
  caret: (label) => `^${label}^`,
  sup: (label) => `<sup>${label}</sup>`,
  unicode: superscript,
  footnote: (label) => `[^${label}]`,
  glued: (label) => label,
};

/** The draft with every marker in another notation; the entries of footnotes become definitions. */
export function inNotation(text: string, draft: Draft, notation: Notation): string {
  const edits: TextEdit[] = draft.markers.map(({ start, end, label }) => ({
    start,
    end,
    text: write[notation](label),
  }));
  if (notation === 'footnote') {
    for (const { labelRange, label } of [...draft.citations, ...draft.notes])
      edits.push({ ...labelRange, text: `[^${label}]:` });
  }
  return applyEdits(text, edits);
}
