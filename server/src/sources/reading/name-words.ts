import { isLetter, isUpper } from '../../text/characters.ts';

// What a name is made of, word by word: patterns over whole names would be tried again and again at every citation.

const LETTER_BEGINS = /[\p{Lu}\p{Lt}\p{Lo}]/u;
/** Soft hyphens and joiners, which text from a PDF or a word processor keeps inside words. */
const NO_WIDTH = '\u00ad\u200b\u200c\u200d\u2060';
/** Between or after the letters of a person's name: apostrophes and signs for ʿayn, full stops, hyphens. */
const IN_PERSON = new Set([...`'’‘\`ʿʾ.‐‑-${NO_WIDTH}`].map((character) => character.charCodeAt(0)));
const IN_ORGANISATION = new Set([...`'’\`.&/-${NO_WIDTH}`].map((character) => character.charCodeAt(0)));
const IN_LATER_WORDS = new Set([...IN_ORGANISATION, 40, 41]);
const HYPHENS = '-‐‑';
/** What is left of a name without its surname: `T.`, `C. R.`, `J.-M.` */
export const INITIALS = /^(?:\p{Lu}\.[ -]?)+$/u;
/** Small words before the last of a person's name. */
const PARTICLES = new Set(
  'al el bin ibn bint ben abu abd umm van von der den de del della di da do dos das du la le ter ten zu af av y ul ud ur'.split(
    ' ',
  ),
);
const ARTICLES = new Set(['al', 'ad', 'an', 'ar', 'as', 'ash', 'at', 'az', 'el', 'ul']);
const ORGANISATION_WORDS = new Set('of for the on upon in to and at du des für zur pour contre para –'.split(' '));
/** Words of which one says that a name is an institution's. */
const OF_AN_ORGANISATION = new Set(
  (
    'of for the on in für zur pour contre para Agence Agencia Agency Agenzia Alliance Analysis Analysts Analytics Army Associated ' +
    'Associates Association Authority Bank Bureau Center Centre Centro Coalition Collective Comisión Command ' +
    'Commission Commissione Committee Company Conseil Consejo Consortium Council Court Department Directorate ' +
    'Ejército Federation Fiscalía Fondation Force Forces Foundation Fuerzas Fund Fundación Gobierno Gouvernement ' +
    'Government Group House Initiative Institut Institute Institution Instituto Intelligence International ' +
    'Islamic Laboratory Ministerio Ministero Ministry Ministère Ministério Mission Monitor Nations Network News ' +
    'Office Organisation Organization Parquet Party Policía Post Press Procuraduría Program Programme Project ' +
    'Report Research School Secretaría Service Services Society State States Stiftung Studies Times Tribunal ' +
    'Tribune Trust Union Unit United Universidad University Universität Université Watch'
  ).split(' '),
);
const GERMAN_OFFICE = /^Bundes[a-z]+$/;
/** What follows says the same of most names, word by word. */
const PLAIN_PERSON = /^[A-Z][A-Za-z]*(?: +[A-Z][A-Za-z]*){0,7}$/;
const MOST_PERSON_WORDS = 8;
const MOST_ORGANISATION_WORDS = 15;
const HANDLE = /^@\w{1,30}$/;
const AT = 64;
const BACKTICK = 96;
const OPENING_QUOTE = 0x2018;
const CLOSING_QUOTE = 0x2019;
/** What follows the sound in names; before other letters the sign opens a quotation. */
const VOWELS = 'AIUO';
const AMPERSAND = 38;
const PARENTHESIS = 40;

export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

/** Whether `text` may be a person's name: capitalised words, with particles between (`Umar bin Ali`, `al-Zawahiri`). */
export function mayBePerson(text: string): boolean {
  return PLAIN_PERSON.test(text) || everyWord(text, MOST_PERSON_WORDS, mayBeOfPerson);
}

/** Whether `text` may be the name of an institution: capitalised words with small ones between. */
export function mayBeOrganisation(text: string): boolean {
  return everyWord(text, MOST_ORGANISATION_WORDS, mayBeOfOrganisation);
}

/** `@rcallimachi`, whose posts are cited by it. */
export function isHandle(text: string): boolean {
  return text.charCodeAt(0) === AT && HANDLE.test(text);
}

function mayBeOfPerson(word: string, _index: number, isLast: boolean): boolean {
  return (
    (begins(word) && consistsOf(word, 1, IN_PERSON)) ||
    isArticled(word, IN_PERSON) ||
    (isElided(word) && begins(word.slice(2)) && consistsOf(word, 3, IN_PERSON)) ||
    (!isLast && PARTICLES.has(word))
  );
}

function mayBeOfOrganisation(word: string, index: number): boolean {
  const code = word.charCodeAt(0);
  if (index === 0) return word === 'the' || (begins(word) && consistsOf(word, 1, IN_ORGANISATION));
  const opens = begins(word) || code === AMPERSAND || code === PARENTHESIS;
  return (
    (opens && consistsOf(word, 1, IN_LATER_WORDS)) || ORGANISATION_WORDS.has(word) || isArticled(word, IN_ORGANISATION)
  );
}

/** Whether one of the words of `name` says that it is an institution's. */
export function namesOrganisation(name: string): boolean {
  // `Lead Inspector General`; before a name it is a rank.
  if (name.endsWith(' General')) return true;
  for (let from = 0, end = 0; end < name.length; from = end + 1) {
    const space = name.indexOf(' ', from);
    end = space === -1 ? name.length : space;
    const word = name.slice(from, end);
    if (OF_AN_ORGANISATION.has(word) || (word.startsWith('Bundes') && GERMAN_OFFICE.test(word))) return true;
  }
  return false;
}

type WordTest = (word: string, index: number, isLast: boolean) => boolean;

/** Whether all words of `text`, which are parted by spaces alone, pass; false for none, and for more than `most`. */
function everyWord(text: string, most: number, passes: WordTest): boolean {
  // `‘Al-Qaeda Rising’` is a title.
  if (text.charCodeAt(0) === OPENING_QUOTE && text.charCodeAt(text.length - 1) === CLOSING_QUOTE) return false;
  let index = 0;
  for (let at = 0; at < text.length; index++) {
    const space = text.indexOf(' ', at);
    const end = space === -1 ? text.length : space;
    if (index === most || !passes(text.slice(at, end), index, space === -1)) return false;
    at = end;
    while (text.charCodeAt(at) === 32) at++;
    if (space !== -1 && at === text.length) return false;
  }
  return index > 0;
}

/** Whether a word begins as names do: with a capital, or in a script that has none; a sign for ʿayn may stand before it. */
function begins(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code === BACKTICK) return isUpper(word.charCodeAt(1));
  if (code === OPENING_QUOTE || code === CLOSING_QUOTE) return VOWELS.includes(word.charAt(1) || ' ');
  if (code < 128) return isUpper(code);
  return code === 0x2bf || code === 0x2be || isSurrogate(code) || LETTER_BEGINS.test(word.charAt(0));
}

function consistsOf(word: string, from: number, marks: ReadonlySet<number>): boolean {
  for (let at = from; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!isLetter(code) && !marks.has(code) && !isSurrogate(code)) return false;
  }
  return true;
}

/** `al-Zawahiri`, `ash-Shabab`. */
function isArticled(word: string, marks: ReadonlySet<number>): boolean {
  const hyphen = HYPHENS.includes(word.charAt(2)) ? 2 : 3;
  return (
    word.length > hyphen + 1 &&
    HYPHENS.includes(word.charAt(hyphen)) &&
    ARTICLES.has(word.slice(0, hyphen)) &&
    consistsOf(word, hyphen + 1, marks)
  );
}

/** `d’Estaing`, `l’Orient`. */
function isElided(word: string): boolean {
  return (word.startsWith('d') || word.startsWith('l')) && (word.charAt(1) === '’' || word.charAt(1) === "'");
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
