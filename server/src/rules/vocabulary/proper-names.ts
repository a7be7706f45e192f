import type { Mention } from '../../vocabulary/mention.ts';
import type { Reading } from '../rule.ts';
import { isInHeading } from './own.ts';

// Laws, committees, papers and the like that have a group's name in theirs, which is not ours to change: `the ISIS
// Files`, `the Al-Qaida Sanctions Committee`, `the Counter-ISIS Finance Group`.

const HEADS =
  'Act|Archives?|Bill|Census|Coalition|Commission|Committee|Conference|Database|Dataset|Documents|Dossier|Files?|Handbook|Initiative|Inquiry|List|Manual|Memorandum|Monitor|Monitoring|Papers|Podcast|Project|Reader|Regime|Regulations?|Report|Resolution|Sanctions|Strategy|Study|Summit|Task Force|Tracker|Tribunal|Unit';
const PREFIXES = 'Anti|Counter|Countering|Defeat';
const OBJECT = 'Crimes Committed by';
/** What such names are told by, for `Rule.reads`. */
export const PROPER_NAME_WORDS = new RegExp(`\\b(?:${HEADS}|${PREFIXES}|${OBJECT})\\b`);

/** Behind a name: `(Da’esh) and Al-Qaida`, then capitalised words; one of them says what it is. */
const REST = new RegExp(
  String.raw`^(?:\)|\s\([^()\n]{1,20}\))?(?:\s(?:and|&)\s(?:[Aa]l-)?\p{Lu}[\p{L}’'\x60‘]{1,20})?(?:\s\p{Lu}[\p{L}-]{0,20}){0,3}\s(?:${HEADS})(?![\p{L}-])`,
  'u',
);
const LONGEST_REST = 160;
/** Before a name that capitalised words follow: `Counter-`; and at the end: `Crimes Committed by Da’esh/`. */
const PREFIX = new RegExp(`(?<![A-Za-z-])(?:${PREFIXES})-$`);
const END = new RegExp(String.raw`${OBJECT} (?:[\p{L}’']{1,20}/)?$`, 'u');
const LONGEST_LEAD = OBJECT.length + 24;
const CAPITAL = /^\s\p{Lu}/u;

/** Whether a mention is part of the proper name of something else. In headings all words may be capitalised. */
export function isInProperName({ prose: { masked }, draft }: Reading, mention: Mention): boolean {
  const { start, end } = mention;
  const rest = masked.slice(end, end + LONGEST_REST);
  const lead = masked.slice(Math.max(0, start - LONGEST_LEAD), start);
  const isOne = REST.test(rest) || (CAPITAL.test(rest) && PREFIX.test(lead)) || END.test(lead);
  return isOne && !isInHeading(draft, mention);
}
