/** What takes a place of its own on a terminal: a letter with its accents, an ideograph, an emoji. */
export interface Cell {
  readonly text: string;
  /** The offset in the text. */
  readonly start: number;
  readonly width: number;
}

/** How text takes its place on a terminal. */
export interface Measure {
  readonly cells: (text: string) => readonly Cell[];
  readonly width: (text: string) => number;
}

/** Anything but characters that take one column each and combine with nothing. */
const NOT_SIMPLE =
  /[^\t\n\r\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/;

const SIMPLE: Measure = {
  cells: (text) => Array.from(text, (character, start) => ({ text: character, start, width: 1 })),
  width: (text) => text.length,
};

/** How to measure the texts. What measures any script is loaded for those that need it: few drafts do. */
export async function measureFor(texts: readonly string[]): Promise<Measure> {
  if (!texts.some((text) => NOT_SIMPLE.test(text))) return SIMPLE;
  const { default: stringWidth } = await import('string-width');
  const segmenter = new Intl.Segmenter();
  return {
    cells: (text) =>
      Array.from(segmenter.segment(text), ({ segment, index }) => ({
        text: segment,
        start: index,
        width: stringWidth(segment),
      })),
    width: stringWidth,
  };
}
