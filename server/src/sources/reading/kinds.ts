// What a source without a title may be called: `Saale interview`, `Suarez criminal complaint`, `Callimachi tweet`.

/** A name and what it is that its bearer gave, wrote or was accused in. */
const KIND =
  /^(\p{Lu}[^,;:.“”"()]{0,60}?) (interview|e-?mail|tweet|testimony|statement|speech|remarks|letter|press (?:briefing|conference)|(?:criminal )?complaint|affidavit|indictment|plea agreement|sentencing memorandum|verdict)$/u;
const LAST_WORDS = new Set(
  'interview email e-mail tweet testimony statement speech remarks letter briefing conference complaint affidavit indictment agreement memorandum verdict'.split(
    ' ',
  ),
);

export interface Kind {
  readonly name: string;
  /** `criminal complaint` */
  readonly kind: string;
}

/** What says of a work without an author that somebody behind its title spoke it, without the first letter. */
const SPOKEN = ['tatement', 'estimony', 'emarks', 'peech', 'riefing'];

/** Whether a reference, from behind its title on, names who said it: `Statement for the Record, Daniel R. Coats`. */
export function isSpoken(behind: string): boolean {
  return SPOKEN.some((word) => behind.includes(word));
}

/** The name and the kind that a short form is; null for one that gives none. */
export function kindIn(text: string): Kind | null {
  const match = LAST_WORDS.has(text.slice(text.lastIndexOf(' ') + 1)) ? KIND.exec(text) : null;
  return match && { name: match[1] as string, kind: match[2] as string };
}
