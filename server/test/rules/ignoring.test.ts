import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { applyFixes } from '../../src/edits/fix.ts';
import { KEYWORDS } from '../../src/rules/controls.ts';
import type { RuleSettings } from '../../src/rules/settings.ts';

/** The rules that find something in these lines, each with the number of its line. */
function found(lines: readonly string[], rules: RuleSettings = {}): string[] {
  const text = lines.join('\n');
  return analyse(text, { rules }).findings.map(
    ({ rule, start }) => `${text.slice(0, start).split('\n').length} ${rule}`,
  );
}

const note = (action: string) => `<!--sentinel-citations ${action}-->`;
/** Each entry lacks its full stop. */
const body = (...entries: readonly string[]) => ['One.[1] Two.[2] Three.[3]', '', '## Citations', '', ...entries];
const A = '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016';
const B = '[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016';
const C = '[3] Cem Kaya, “Abroad,” Daily Post, May 5, 2016';
const RULE = 'citation-terminal-period';

describe('comments', () => {
  it('ignore the next block, when they are a block of their own', () => {
    assert.deepEqual(found(body(A, '', note(`ignore ${RULE}`), '', B, '', C)), [`5 ${RULE}`, `11 ${RULE}`]);
    assert.deepEqual(found(body(note(`ignore ${RULE}`), A, B, C)), []);
  });

  it('ignore the caption below them, which stays one', () => {
    const comment = note('ignore figure-unresolved');
    for (const caption of ['**Figure 3**', 'Figure 3 Camps of the Group', 'Figure 3: Camps'])
      for (const quoted of ['', '> '])
        assert.deepEqual(found([comment, caption, '', 'It split.'].map((line) => quoted + line)), [], caption);
  });

  it('leave one blank line where they are removed', () => {
    const comment = note('ignore marker-order');
    const mended = (text: string) => applyFixes(text, (text) => analyse(text)).text;
    const rest = body(`${A}.`, '', `${B}.`, '', `${C}.`).join('\n');
    for (const end of ['\n', '\r\n']) {
      const inEnd = (text: string) => text.replaceAll('\n', end);
      assert.equal(mended(inEnd(`${comment}\n\n${rest}\n`)), inEnd(`${rest}\n`));
      assert.equal(mended(inEnd(`${comment}\n${rest}`)), inEnd(rest));
      assert.equal(mended(inEnd(`${rest}\n\n${comment}\n`)), inEnd(`${rest}\n`));
      assert.equal(mended(inEnd(`${rest}\n\n${comment}`)), inEnd(`${rest}\n`));
    }
    const among = (...lines: readonly string[]) => body(`${A}.`, ...lines, `${B}.`, '', `${C}.`).join('\n');
    for (const lines of [
      ['', comment, ''],
      [comment, ''],
      ['', comment],
      ['', comment, '', comment, ''],
      ['', comment, comment, ''],
    ])
      assert.match(mended(among(...lines)), /2016\.\n\n+\[2\]/);
    assert.equal(mended(among('', comment, '')), among(''));
    assert.equal(mended(among('', comment, '', comment, '')), among(''));
    assert.equal(mended(among(comment, '')), among(''));
  });

  it('may give a reason behind dashes', () => {
    for (const dash of ['--', '–', '—'])
      assert.deepEqual(
        found(body(A, '', note(`ignore ${RULE} ${dash} the author, who knows, insists`), '', B, '', C)),
        [`5 ${RULE}`, `11 ${RULE}`],
      );
    assert.deepEqual(found(body(A, '', note('ignore -- of all rules'), '', B, '', C)), [`5 ${RULE}`, `11 ${RULE}`]);
    assert.deepEqual(found(body(`${A}.`, '', note(`ignore ${RULE} --why`), '', B, '', `${C}.`)), [
      '7 ignore-unknown-rule',
    ]);
  });

  it('ignore the next line, inside a paragraph or a list of lines', () => {
    assert.deepEqual(found(body(A, note(`ignore ${RULE}`), B, C)), [`5 ${RULE}`, `8 ${RULE}`]);
    assert.deepEqual(found(body(A, note(`ignore ${RULE}`), note('ignore citation-date'), B, C)), [
      `5 ${RULE}`,
      '7 ignore-unused',
      `9 ${RULE}`,
    ]);
  });

  it('ignore the next block, at the end of one', () => {
    assert.deepEqual(found(body(A, note(`ignore ${RULE}`), '', B, '', C)), [`5 ${RULE}`, `10 ${RULE}`]);
    assert.deepEqual(found(body(A, note(`ignore ${RULE}`), note('ignore ibid-ambiguous'), '  ', B, '', C)), [
      `5 ${RULE}`,
      '7 ignore-unused',
      `11 ${RULE}`,
    ]);
    assert.deepEqual(found(body(`${A}.`, `${B}.`, `${C}.`, note('ignore'))), ['8 ignore-unused']);
  });

  it('ignore the rest of a line, inside it', () => {
    const entry = B.replace('Daily', `${note(`ignore ${RULE}`)}Daily`);
    assert.deepEqual(found(body(A, '', entry, '', C)), [`5 ${RULE}`, `9 ${RULE}`]);
  });

  it('disable up to an enable, or a reset', () => {
    assert.deepEqual(found(body(note(`disable ${RULE}`), '', A, '', note(`enable ${RULE}`), '', B, '', C)), [
      `11 ${RULE}`,
      `13 ${RULE}`,
    ]);
    assert.deepEqual(found(body(A, '', note('disable'), '', B, '', note('reset'), '', C)), [`5 ${RULE}`, `13 ${RULE}`]);
  });

  it('enable a rule that is off, up to a reset', () => {
    const off = { [RULE]: 'off' } as const;
    assert.deepEqual(found(body(A, '', note(`enable ${RULE}`), '', B, '', note('reset'), '', C), off), [`9 ${RULE}`]);
    assert.deepEqual(found(body(A, '', note('enable'), '', B, '', C), off), []);
  });

  it('mean several rules, or all', () => {
    const entry = `${B.replace('Roy, ', 'Roy. ')}`;
    const at = (action: string) => found(body(`${A}.`, '', note(action), '', entry, '', `${C}.`));
    assert.deepEqual(at('ignore'), []);
    assert.deepEqual(at(`ignore ${RULE}, citation-author-separator`), []);
    assert.deepEqual(at(`ignore ${RULE}`), ['9 citation-author-separator']);
  });

  it('are reported when they have no effect, but for rules that are off', () => {
    assert.deepEqual(found(body(note('ignore'), `${A}.`, `${B}.`, `${C}.`)), ['5 ignore-unused']);
    assert.deepEqual(found(body(note(`disable ${RULE}`), `${A}.`, `${B}.`, `${C}.`)), ['5 ignore-unused']);
    assert.deepEqual(found(body(note(`ignore ${RULE}`), A, B, C), { [RULE]: 'off' }), []);
    assert.deepEqual(found(body(note(`ignore ${RULE}`), `${A}.`, `${B}.`, `${C}.`), { 'ignore-unused': 'off' }), []);
  });

  it('go when they have no effect, with their line, and names go alone', () => {
    const fix = (lines: readonly string[]) => applyFixes(lines.join('\n'), (text) => analyse(text)).text;
    const stops = [`${A}.`, `${B}.`, `${C}.`];
    assert.equal(fix(body(note('ignore marker-order'), ...stops)), body(...stops).join('\n'));
    const twoRules = note('disable marker-order, citation-access-date, ibid-ambiguous');
    const visited = [`${A}.`, `${B}.`, '[3] “Abroad,” Portal of Groups, accessed May 5, 2016.'];
    assert.equal(fix(body(twoRules, ...visited)), body(note('disable citation-access-date'), ...visited).join('\n'));
  });

  it('name rules and actions that exist, or are reported', () => {
    assert.deepEqual(found([note('ignore marker-oder'), 'Text.']), ['1 ignore-unknown-rule']);
    assert.deepEqual(found([note('ingore marker-order'), 'Text.']), ['1 ignore-unknown-rule']);
    assert.deepEqual(found(['<!--sentinel-citation ignore marker-order-->', 'Text.']), ['1 ignore-unknown-rule']);
    assert.deepEqual(found(['<!--Sentinel-Citations: disable-->', 'Text.']), ['1 ignore-unknown-rule']);
    for (const [joined, meant] of [
      ['sentinel-citations-disable', 'disable'],
      ['sentinel-citations-disable-next-line', 'ignore'],
      ['sentinel-citation-enable', 'enable'],
      ['sentinel-citations:reset', 'reset'],
    ] as const) {
      const comment = `<!-- ${joined} marker-order -->`;
      assert.deepEqual(found([comment, 'Text.']), ['1 ignore-unknown-rule']);
      const [finding] = analyse(`${comment}\nText.\n`).findings;
      assert.match(finding?.message ?? '', new RegExp(`expected “sentinel-citations ${meant}”$`));
    }
    for (const other of [' a comment of someone else: ignore ', 'lint ignore x', 'sentinel-citation of 2016'])
      assert.deepEqual(found([`<!--${other}-->`, 'Text.']), []);
  });
});

describe('docs/ignoring.md', () => {
  const page = readFileSync(new URL('../../../docs/ignoring.md', import.meta.url), 'utf8');
  const examples = Array.from(page.matchAll(/^ {2}```md\n(.*?)^ {2}```$/gms), ([, text = '']) =>
    text.replace(/^ {2}/gm, ''),
  );
  const SOURCES = '[1] Ann Lee, “A Split,” Daily Post, May 3, 2016; Tom Roy, “A Rival,” Daily Post, May 4, 2016.\n\n';

  for (const example of examples)
    it(`shows what is ignored: ${JSON.stringify(example)}`, () => {
      const entries = example.startsWith('[1]') ? example : `${SOURCES}${example}`;
      const draft = `One.[1] Two.[2]\n\n## Citations\n\n${entries}`;
      assert.deepEqual(found(draft.split('\n')), []);
      assert.deepEqual(
        found(draft.replace(/<!--.*-->/, '').split('\n')).map((line) => line.split(' ')[1]),
        ['ibid-ambiguous'],
      );
    });

  it('names all that comments do', () => {
    assert.equal(examples.length, 3);
    for (const keyword of KEYWORDS) assert.ok(page.includes(`<!--sentinel-citations ${keyword}`), keyword);
  });
});
