import { letters } from './memory';

/** What stands between the parts of a name; how it is spelled does not tell names apart: Hizb-i-, Hizb-ul-. */
const JOINERS = 'e i ye yi u o al el ul il ol ud ad ed ur ar er us as es ut at et un an en ash esh ush az ez uz ';
const MOST_LETTERS = 3;
/** By the five low bits of each letter, the last one lowest: whether such a word is a joiner. */
const joiners = memory.data(1 << (5 * MOST_LETTERS), 16);

const LETTER_A = 97;
const LETTER_Z = 122;
const LETTER_H = 104;

/** Letters that sound the same, each with what stands for it. */
const ALIKE = 'eiyiouqkckwvzd';
/** Consonants that an h after them colours. */
const COLOURED = 'kgdptb';
/** By letter of ASCII. */
const sounds = memory.data(128, 16);
const coloured = memory.data(128, 16);

prepare();

function prepare(): void {
  let word = 0;
  for (let at = 0; at < JOINERS.length; at++) {
    const code = JOINERS.charCodeAt(at);
    if (code >= LETTER_A) word = (word << 5) | (code & 31);
    else {
      store<u8>(joiners + word, 1);
      word = 0;
    }
  }
  for (let letter = 0; letter < 128; letter++) store<u8>(sounds + letter, letter);
  for (let at = 0; at < ALIKE.length; at += 2) store<u8>(sounds + ALIKE.charCodeAt(at), <u8>ALIKE.charCodeAt(at + 1));
  for (let at = 0; at < COLOURED.length; at++) store<u8>(coloured + COLOURED.charCodeAt(at), 1);
}

/** Whether the letters from `first` to `last` are a joiner. */
export function isJoiner(first: i32, last: i32): bool {
  if (last - first > MOST_LETTERS) return false;
  let word = 0;
  for (let at = first; at < last; at++) {
    const letter = letterAt(at);
    if (letter < LETTER_A || letter > LETTER_Z) return false;
    word = (word << 5) | (letter & 31);
  }
  return load<u8>(joiners + word) !== 0;
}

/**
 * The hash of what a word keeps in any transliteration from Arabic, Persian, Urdu or Pashto: i/e/y, u/o, long and
 * short vowels, doubled consonants, kh/k/q/c, gh/g, th/t, dh/d/z, ph/p, bh/b, w/v, a final h. 0 for a joiner.
 */
export function skeletonOf(first: i32, last: i32): i32 {
  if (isJoiner(first, last)) return 0;
  let skeleton = 7;
  let before = 0;
  for (let at = first; at < last; at++) {
    const letter = letterAt(at);
    // An h after a consonant is its colour, at the end it is silent; otherwise it is a sound.
    if (letter === LETTER_H && at > first && (at === last - 1 || isColoured(letterAt(at - 1)))) continue;
    const sound: i32 = letter < 128 ? <i32>load<u8>(sounds + letter) : letter;
    if (sound !== before) skeleton = skeleton * 31 + sound;
    before = sound;
  }
  return skeleton === 0 ? 1 : skeleton;
}

/** The skeleton of a name from those of its words; 0 is that of a joiner, which counts only at the start. */
export function joinSkeletons(before: i32, word: i32, index: i32): i32 {
  if (word === 0) return index === 0 ? 1 : before;
  return before * <i32>0x9e3779b1 + word;
}

function isColoured(letter: i32): bool {
  return letter < 128 && load<u8>(coloured + letter) !== 0;
}

export function letterAt(at: i32): i32 {
  return load<u16>(letters + ((<usize>at) << 1));
}
