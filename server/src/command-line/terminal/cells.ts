/**
 * A text as the places that it takes on a terminal, one for what belongs together there: a letter with its accents, an
 * ideograph, an emoji.
 */
export interface Cells {
  readonly count: number;
  /** Where the cell at an index starts in the text; at `count`, where the text ends. */
  readonly startAt: (index: number) => number;
  /** The columns of the cell at an index; infinitely many where there is none. */
  readonly widthAt: (index: number) => number;
}

/** How text takes its place on a terminal. */
export interface Measure {
  readonly cells: (text: string) => Cells;
  readonly width: (text: string) => number;
}

/** Anything but characters that take one column each and combine with nothing. */
const NOT_SIMPLE =
  /[^\t\n\r\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/;

const SIMPLE: Measure = {
  cells: ({ length }) => ({
    count: length,
    startAt: (index) => index,
    widthAt: (index) => (index >= 0 && index < length ? 1 : Number.POSITIVE_INFINITY),
  }),
  width: (text) => text.length,
};

/** How to measure the texts. What measures any script is loaded for those that need it: few drafts do. */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  if (areSimple(texts)) return SIMPLE;
  const { default: stringWidth } = await import('string-width');
  const segmenter = new Intl.Segmenter();
  return {
    cells: (text) => {
      const segments = [...segmenter.segment(text)];
      const widths = segments.map(({ segment }) => stringWidth(segment));
      return {
        count: segments.length,
        startAt: (index) => segments[index]?.index ?? text.length,
        widthAt: (index) => widths[index] ?? Number.POSITIVE_INFINITY,
      };
    },
    width: stringWidth,
  };
}

function areSimple(texts: Iterable<string>): boolean {
  for (const text of texts) if (NOT_SIMPLE.test(text)) return false;
  return true;
}
