// What a source without a title may be called: `Saale interview`, `Suarez criminal complaint`, `Callimachi tweet`.

/** A name and what it is that its bearer gave, wrote or was accused in. */
const KIND =
  /^(\p{Lu}[^,;:.“”"()]{0,60}?) (interview|e-?mail|tweet|testimony|(?:criminal )?complaint|affidavit|indictment|plea agreement|sentencing memorandum|verdict)$/u;
const LAST_WORDS = new Set(
  'interview email e-mail tweet testimony complaint affidavit indictment agreement memorandum verdict'.split(' '),
);

export interface Kind {
  readonly name: string;
  /** `criminal complaint` */
  readonly kind: string;
}

/** The name and the kind that a short form is; null for one that gives none. */
export function kindIn(text: string): Kind | null {
  const match = LAST_WORDS.has(text.slice(text.lastIndexOf(' ') + 1)) ? KIND.exec(text) : null;
  return match && { name: match[1] as string, kind: match[2] as string };
}
