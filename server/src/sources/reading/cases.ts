import { fold } from './fold.ts';

/** The two sides of a court case, folded: `united states` and `zachary chesser`. */
export interface Parties {
  readonly plaintiff: string;
  readonly defendant: string;
}

const CASE = /^(R \([^,;:()"“]{1,80}\)|[^,;:("“]{1,80}?) vs?\.? ([^,;:(["“]{1,80})/;
const CASE_BEFORE = /^[^“";:]{3,160}(?=, [“"])/;
/** Who brought the case that the Crown brings by its name: `R (Begum)`. */
const CROWN = /^R \(([^()]+)\)$/;
const UNITED_STATES = 'united states';
const ITS_NAMES = /^(?:the )?(?:u s(?: a)?|usa?|united states(?: of america)?)$/;
const ET_AL = / et al$/;
/** The Crown, as courts in Britain and the Commonwealth name it. */
const THE_CROWN = /^(?:r|rex|regina|the (?:crown|king|queen))$/;

/** The parties of the case that a title is of, as in `U.S. v. Chesser, Criminal Complaint`; null for other titles. */
export function partiesOf(title: string): Parties | null {
  const match = title.includes(' v') ? CASE.exec(title) : null;
  return match && { plaintiff: partyOf(match[1] as string), defendant: partyOf(match[2] as string) };
}

/** What of a case the title says that it is, folded: `criminal complaint`; null when it names the case alone. */
export function filingIn(title: string): string | null {
  const [parties = ''] = CASE.exec(title) ?? [];
  return fold(title.slice(parties.length)) || null;
}

/** The case before the title in quotation marks of what was filed in it, `United States v. Chesser, “Complaint”`; or null. */
export function caseBefore(text: string): string | null {
  const [name] = CASE_BEFORE.exec(text) ?? [];
  return name && partiesOf(name) ? name : null;
}

function partyOf(written: string): string {
  const party = fold(written.replace(CROWN, '$1')).replace(ET_AL, '');
  if (THE_CROWN.test(party)) return 'r';
  return ITS_NAMES.test(party) ? UNITED_STATES : party;
}

/** What a case is looked up by: the last word of each side, but of the United States, which is party to most. */
export function caseKeys({ plaintiff, defendant }: Parties): readonly string[] {
  const keys = new Set<string>();
  for (const party of [plaintiff, defendant]) if (party !== UNITED_STATES) keys.add(lastWord(party));
  return [...keys];
}

/** Whether the case is the one written, which may leave out words of the defendant’s name. */
export function isCase({ plaintiff, defendant }: Parties, written: Parties): boolean {
  if (plaintiff !== written.plaintiff) return false;
  const words = defendant.split(' ');
  return written.defendant.split(' ').every((word) => words.includes(word));
}

/** Whether a party of the case is called by `name` (folded), all of its own or the end of it. */
export function hasParty({ plaintiff, defendant }: Parties, name: string): boolean {
  return [plaintiff, defendant].some((party) => party === name || party.endsWith(` ${name}`));
}

export function lastWord(folded: string): string {
  return folded.slice(folded.lastIndexOf(' ') + 1);
}
