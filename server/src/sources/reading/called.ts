import type { Description, Name, Part } from '../source.ts';
import { caseBefore } from './cases.ts';
import { fold } from './fold.ts';
import { mayBePerson, namesOrganisation } from './name-words.ts';
import type { Passage } from './passage.ts';

// What a source is called beside its author and title: what its citation says that it is called from there on, and the
// initials of the organisation that wrote or published it.

/** `(hereafter QDR)`, `[hereinafter cited as “Energy Report”]`, `, henceforth: Review`. */
const DEFINITION =
  /[\s([,;](?:hereafter|hereinafter|henceforth)[,:]?(?: (?:simply|cited|quoted|referred|known|abbreviated|to|as))*[,:]? ([^)\]]+)/i;
/** `(“Energy Report”)` at the end. */
const DEFINED_AT_END = /[([](?:the )?[“"]([^”"]{2,60})[”"][)\]][ .]*$/i;
/** `HRW`, `H.R.W.`, `DoD`: capitals, with small letters between two of them at most. */
const INITIALS = /^\p{Lu}(?:\.?\p{Lu}|\p{Ll}\p{Lu}){1,9}\.?$/u;
/** Words that initials may pass over. */
const SMALL_WORDS = new Set('the of for on in at to and a an de des du la le'.split(' '));
/** `Counterterrorism` is `C` or, as if it were two words, `CT`. */
const COUNTER = /^counter(?=[a-z]{4})/;
/** `(CT)` behind a name. */
const ABBREVIATION_BEHIND = /\s*\(([^)]*)\)$/;
/** What initials may leave out before a name: whose it is. */
const COUNTRY = /^(?:(?:the )?(?:united states|united kingdom|u s|us|u k|uk|british) )?(?:the )?/;
/** `UN Security Council Resolution 2178`, `S.C. Res. 2178`, `UNSCR 2178`, `S/RES/2178`, at the beginning. */
const RESOLUTION =
  /^["“]?(?:the )?(?:(?:U\.?N\.?|United Nations),? )?(?:(?:S\.?C\.?|Security Council|UNSC),? )?["“]?(?:(?:UNSC ?R|Res(?:olution|\.)?) |(?:UN Doc\.? )?S\/RES\/)(\d{3,4})\b/i;
const MAY_BE_RESOLUTION = /res[.o /]|unscr/i;
const UNITED_NATIONS = /\bunited nations /;
/** `UN Security Council`, `Office of the U.N. High Commissioner` */
const UN = /\bu ?n (?=.)/;
/** What parts the persons and places of an interview from each other, and from what is said of them. */
const PARTS = /[,;:()]| (?:and|with|of|by|at|in) /;
const MOST_WORDS = 5;
/** Longer text names nobody any more. */
const LONGEST_INTERVIEW = 400;
/** The number that an office or an archive gave a document, `S/2018/705`, `SOCOM-2012-0000010`, and what each holds. */
const SYMBOL_SIGN = /[A-Z\d][/-]\d/;
const SYMBOL = /(?<![\w/-])[A-Z]{1,10}(?:[/-][A-Z\d.]{1,12})*[/-](?:(?:CRP|L)\.)?\d[\d.]*(?![\w/-])/;

/** What the citation says between the offsets that its source is called, as `calledIn` a short form; or null. */
export function calledHere({ flat }: Passage, start: number, end: number): string | null {
  const text = flat.slice(start, end);
  const isSaid = text.includes('after') || text.includes('enceforth');
  const name = (isSaid ? DEFINITION.exec(text) : null) ?? (text.endsWith(')') ? DEFINED_AT_END.exec(text) : null);
  const court = name === null && text.includes(' v') ? caseBefore(text) : null;
  if (court !== null) return plain(court);
  const resolution = name === null ? resolutionIn(text) : null;
  if (resolution !== null) return resolution;
  const symbol = name === null && SYMBOL_SIGN.test(text) ? SYMBOL.exec(text) : null;
  return plain(name?.[1] ?? symbol?.[0] ?? '') || null;
}

/** The names in full that the parts of a text end in, folded: `rob saale` of `Author interview, FBI agent Rob Saale, May 2020`. */
export function personsIn(text: string): readonly string[] {
  return text
    .slice(0, LONGEST_INTERVIEW)
    .split(PARTS)
    .flatMap((part) => {
      const words = part.trim().split(/\s+/).slice(-MOST_WORDS);
      for (let from = 0; from < words.length - 1; from++) {
        const name = words.slice(from).join(' ');
        if (mayBePerson(name)) return namesOrganisation(name) ? [] : [fold(name)];
      }
      return [];
    });
}

/** What a short form calls its source, names and title in one. */
export function calledIn({ names, title }: { readonly names: readonly Name[]; readonly title: Part | null }): string {
  return plain([...names, ...(title ? [title] : [])].map(({ text }) => text).join(' '));
}

/** The number of an office or an archive that the title of a short form ends in: `U.N. Security Council, S/2018/705`. */
export function numberIn({ title }: { readonly title: Part | null }): string | null {
  const symbol = title && SYMBOL_SIGN.test(title.text) ? SYMBOL.exec(title.text) : null;
  return symbol && title?.text.endsWith(symbol[0]) ? plain(symbol[0]) : null;
}

/** `resolution 2178` of a short form, whose number reads like a place: `Security Council Resolution 2178, para. 4`. */
export function resolutionCalled(form: {
  readonly names: readonly Name[];
  readonly title: Part | null;
  readonly locator: Part | null;
}): string | null {
  const { names, title, locator } = form;
  if (!title && !locator) return null;
  const parts = [...names, ...(title ? [title] : []), ...(locator ? [locator] : [])];
  return resolutionIn(parts.map(({ text }) => text).join(' '));
}

function resolutionIn(text: string): string | null {
  const number = MAY_BE_RESOLUTION.test(text) ? RESOLUTION.exec(text)?.[1] : undefined;
  return number === undefined ? null : `resolution ${number}`;
}

function plain(name: string): string {
  const folded = fold(name);
  return folded.startsWith('the ') ? folded.slice('the '.length) : folded;
}

/** The initials that a name is, in small letters; null for one that is a word. */
export function initialsIn(name: string): string | null {
  return INITIALS.test(name) ? fold(name).replaceAll(' ', '') : null;
}

/** Whether a name (folded) has the letters of an abbreviation in their order, as OCHA and CENTCOM are made. */
export function mayAbbreviate(initials: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === initials[at]) at++;
  return at === initials.length;
}

/** The initials of who answers for a source, an organisation, with and without those of its small words. */
export function initialsOf({ authors, container, publisher }: Description): ReadonlySet<string> {
  const found = new Set<string>();
  const outlets = [container, publisher].flatMap((part) => part?.text ?? []);
  for (const name of authors.length > 0 ? organisationsIn(authors) : outlets)
    for (const initials of initialsOfName(name)) found.add(initials);
  return found;
}

/** The initials of a name, with and without those of its small words, and what stands behind it in parentheses. */
export function initialsOfName(name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const [behind, abbreviation = ''] = ABBREVIATION_BEHIND.exec(name) ?? [''];
  const own = initialsIn(abbreviation);
  if (own !== null) found.add(own);
  const whole = fold(name.slice(0, name.length - behind.length)).replace(UN, 'united nations ');
  for (const folded of new Set([whole, whole.replace(COUNTRY, ''), whole.replace(UNITED_NATIONS, '')])) {
    const words = folded.split(' ');
    if (words.length < 2) continue;
    for (const some of [words, words.filter((word) => !SMALL_WORDS.has(word))]) {
      found.add(some.map((word) => word.charAt(0)).join(''));
      found.add(
        some.map((word) => (COUNTER.test(word) ? `c${word.charAt('counter'.length)}` : word.charAt(0))).join(''),
      );
    }
  }
  return found;
}

/** A name without the abbreviation behind it. */
export function withoutAbbreviation(name: string): string {
  return name.replace(ABBREVIATION_BEHIND, '');
}

/** What of the authors may be one organisation: the first, or both that an `and` of its name parts. */
export function organisationsIn(authors: readonly Name[]): readonly string[] {
  const [author, second, third] = authors;
  if (!author) return [];
  // A person's family name is part of the whole.
  const alone = author.family === author.text ? [author.text] : [];
  if (!second || third || ![author, second].some(({ text }) => namesOrganisation(text))) return alone;
  return [...alone, `${author.text} and ${second.text}`];
}
