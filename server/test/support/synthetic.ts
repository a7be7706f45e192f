import type { Notation } from '../../src/draft/draft.ts';

/** A small generator of random numbers from 0 up to 1 (mulberry32): the same seed, the same draft. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SUBJECTS = [
  'The commander',
  'A local council',
  'The movement',
  'Its treasurer',
  'A rival band',
  'The valley’s elders',
];
const VERBS = ['rejected', 'welcomed', 'ignored', 'recalled', 'disputed', 'repeated'];
const OBJECTS = ['the offer', 'an older pledge', 'the new tax', 'that account', 'the exchange', 'a second message'];
const TAILS = ['before the winter', 'in the border towns', 'with some delay', 'despite its losses', 'without a reply'];
const FIRST_NAMES = ['Ann', 'Tom', 'Lena', 'Omid', 'Clara', 'Peter', 'Nadia', 'Marc'];
const FAMILY_NAMES = [
  ...['Aldin', 'Brecht', 'Corwin', 'Dahl', 'Eriksen', 'Farrow', 'Gilroy', 'Hassett', 'Iversen', 'Jandali', 'Keller'],
  ...[
    'Lindqvist',
    'Marwick',
    'Nordin',
    'Oakley',
    'Pryce',
    'Quist',
    'Rasmus',
    'Sandoval',
    'Tremblay',
    'Ulrich',
    'Varga',
  ],
];
const TITLES = [
  'Notes from the Valley',
  'A Pledge Withdrawn',
  'The Price of Silence',
  'Roads and Rumors',
  'After the Truce',
];
const OUTLETS = ['Daily Post', 'Harbor Times', 'Foreign Review', 'Northern Herald'];

export interface SyntheticOptions {
  readonly seed: number;
  readonly notation: Exclude<Notation, 'footnote'>;
  readonly citations: number;
  readonly notes: number;
}

/**
 * A clean draft: claims with citations and notes, among the citations full references, Ibid. and short forms, and
 * entries of two sources.
 */
export function syntheticDraft({ seed, notation, citations, notes }: SyntheticOptions): string {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const claim = () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)}`;
  const write = (label: string) => writeMarker(notation, label);

  const noteAfter = new Set(
    Array.from({ length: notes }, (_, index) => Math.floor(((index + 1) * citations) / (notes + 1))),
  );
  const paragraphs: string[] = [];
  let paragraph = '';
  let note = 0;
  for (let number = 1; number <= citations; number++) {
    if (random() < 0.4) paragraph += `${claim()}. `;
    const inside = random() < 0.25;
    paragraph += inside
      ? `${claim()},${write(String(number))} and ${claim().replace(/^./, (c) => c.toLowerCase())}. `
      : `${claim()}.${write(String(number))} `;
    if (noteAfter.has(number)) paragraph += `${claim()}.${write(String.fromCharCode(97 + note++))} `;
    if (number % 5 === 0) {
      paragraphs.push(paragraph.trim());
      paragraph = '';
    }
  }
  if (paragraph !== '') paragraphs.push(paragraph.trim());

  const noteEntries = Array.from({ length: notes }, (_, index) => `[${String.fromCharCode(97 + index)}] ${claim()}.`);
  const entries = citationTexts(citations, random, pick).map((text, index) => `[${index + 1}] ${text}`);
  return `${[...paragraphs, 'Substantive Notes', ...noteEntries, 'Citations', ...entries].join('\n\n')}\n`;
}

function citationTexts(count: number, random: () => number, pick: <Item>(items: readonly Item[]) => Item): string[] {
  const texts: string[] = [];
  const known: string[] = [];
  let names = 0;
  let sources = 0;
  const full = () => {
    const family = `${FAMILY_NAMES[names % FAMILY_NAMES.length]}${names >= FAMILY_NAMES.length ? 'son' : ''}`;
    names++;
    known.push(family);
    return `${pick(FIRST_NAMES)} ${family}, “${pick(TITLES)} ${names},” ${pick(OUTLETS)}, May ${1 + (names % 28)}, 2016`;
  };
  while (texts.length < count) {
    const kind = random();
    if (kind < 0.25 && sources === 1) texts.push('Ibid.');
    else if (kind < 0.4 && known.length > 3) {
      texts.push(`${pick(known.slice(0, -2))}.`);
      sources = 1;
    } else if (kind < 0.5) {
      texts.push(`${full()}; ${full()}.`);
      sources = 2;
    } else {
      texts.push(`${full()}.`);
      sources = 1;
    }
  }
  return texts;
}

export function writeMarker(notation: SyntheticOptions['notation'], label: string): string {
  if (notation === 'bracket') return `[${label}]`;
  if (notation === 'caret') return `^${label}^`;
  if (notation === 'sup') return `<sup>${label}</sup>`;
  if (notation === 'glued') return label;
  const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ';
  const plain = '0123456789abcdefghijklmnop';
  return Array.from(label, (character) => [...superscripts][plain.indexOf(character)]).join('');
}
