import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { withoutCommands } from '../terminal/commands-in-logs.ts';

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>';
/** What XML 1.0 cannot hold, not even escaped; of the controls, those after U+007E that it advises against as well. */
const NO_CHARACTERS = /[\p{Surrogate}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu;
/** What readers would make a space of in attributes, unless it is escaped. The library adds none between tags. */
const WHITE_SPACE = /[\t\n\r]/g;

type Attributes = Readonly<Record<string, string | number>>;

/** The start of a document whose root element is written piece by piece. */
export function openDocument(root: string, attributes: Attributes): string {
  return `${HEADER}\n${toXml(x(root, attributes)).slice(0, -`</${root}>`.length)}\n`;
}

/** One piece of the root element. */
export function writePiece(piece: ReturnType<typeof x>): string {
  const xml = toXml(piece, { closeEmptyElements: true, tightClose: true });
  const escaped = xml.replace(WHITE_SPACE, (space) => `&#${space.charCodeAt(0)};`);
  return `${withoutCommands(escaped, '&#35;')}\n`;
}

/** The end of the document. */
export function closeDocument(root: string): string {
  return `</${root}>\n`;
}

/** A text with U+FFFD for each character that XML cannot hold. */
export function xmlText(text: string): string {
  return text.replace(NO_CHARACTERS, '\uFFFD');
}
