import { wordSet } from './hash.ts';
import type { Words } from './words.ts';

/** What stands between the parts of a name; how it is spelled does not tell names apart: Hizb-i-, Hizb-ul-. */
const JOINERS = wordSet(
  'e i ye yi u o al el ul il ol ud ad ed ur ar er us as es ut at et un an en ash esh ush az ez uz',
);

const MOST_LETTERS = 3;

export function isJoiner({ hash, from }: Words, at: number): boolean {
  return (from[at + 1] as number) - (from[at] as number) <= MOST_LETTERS && JOINERS.has(hash[at] as number);
}

/**
 * The hash of what a word keeps in any transliteration from Arabic, Persian, Urdu or Pashto: i/e/y, u/o, long and
 * short vowels, doubled consonants, kh/k/q/c, gh/g, th/t, dh/d/z, ph/p, bh/b, w/v, a final h. 0 for a joiner.
 */
export function skeletonOf(letters: ArrayLike<number>, from: number, to: number, hash: number): number {
  if (to - from <= MOST_LETTERS && JOINERS.has(hash)) return 0;
  let skeleton = 7;
  let last = 0;
  for (let at = from; at < to; at++) {
    const letter = letters[at] as number;
    // An h after a consonant is its colour, at the end it is silent; otherwise it is a sound.
    if (letter === LETTER_H && at > from && (at === to - 1 || isColoured(letters[at - 1] as number))) continue;
    const sound = letter < SOUNDS.length ? (SOUNDS[letter] as number) : letter;
    if (sound !== last) skeleton = (Math.imul(skeleton, 31) + sound) | 0;
    last = sound;
  }
  return skeleton === 0 ? 1 : skeleton;
}

const LETTER_H = 'h'.charCodeAt(0);
const SOUNDS = Uint8Array.from({ length: 128 }, (_, code) => code);
for (const [letter, sound] of ['ei', 'yi', 'ou', 'qk', 'ck', 'wv', 'zd'])
  SOUNDS[(letter as string).charCodeAt(0)] = (sound as string).charCodeAt(0);
const COLOURED = Uint8Array.from({ length: 128 }, (_, code) => ('kgdptb'.includes(String.fromCharCode(code)) ? 1 : 0));

function isColoured(letter: number): boolean {
  return letter < COLOURED.length && COLOURED[letter] === 1;
}
