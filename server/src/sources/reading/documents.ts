import { lastWord } from './cases.ts';
import { fold } from './fold.ts';

/** Scripture and law, of which chapter and verse, or an article, are all that there is to say. */
const CITED_BY_PLACE =
  'quran koran bible torah talmud hadith hadiths bukhari constitution charter statute statutes convention treaty ' +
  'covenant protocol act code title directive regulation resolution';
/** What courts, parliaments and researchers number and file. */
const FILED =
  'affidavit annex appendix brief cable complaint complaints declaration deposition doc docs document documents exhibit ' +
  'exhibits filing hearing hearings indictment indictments judgement judgment letter letters memo memorandum motion ' +
  'opinion order petition press proceedings record report reports respondent ruling sentencing statement statements ' +
  'tape testimony tr transcript transcripts verdict video warrant';
const WORDS = new Set(`${CITED_BY_PLACE} ${FILED}`.split(' '));

const NUMBER_AT_END = / \d+$/;

/** Whether what looks like a name is that of a document or a law, by its last word: nobody is called so. */
export function namesDocument(name: string): boolean {
  return WORDS.has(lastWord(fold(name).replace(NUMBER_AT_END, '')));
}
