/** A draft without findings. */
export const CLEAN = [
  'The group split.[1] Its rival grew.[2]',
  '',
  '## Citations',
  '',
  '[1] Ann Lee, “A Split,” Survival 58:4 (2016): pp. 131–158.',
  '',
  '[2] Ben Roy, “A Rival,” Daily Post, May 3, 2016.',
  '',
].join('\n');

/** A draft with one error (line 3), one warning (line 7) and one information (line 9) that a safe fix mends. */
export const FLAWED = [
  '# A draft',
  '',
  'The group split.[1] Its rival grew.[2] Both recruit.[9]',
  '',
  '## Citations',
  '',
  '[1] Ann Lee, “A Split, Daily Post, May 3, 2016.',
  '',
  '[2] Ben Roy, “A Rival,” Survival 58:4 (2016): pp. 131-158.',
  '',
].join('\n');
