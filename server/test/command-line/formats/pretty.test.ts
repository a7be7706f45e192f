import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { prettyFormat } from '../../../src/command-line/formats/pretty.ts';
import { lookOf, type Style, styleOf } from '../../../src/command-line/terminal/terminal.ts';
import { inFolder } from '../../support/command.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';

const PLAIN: Style = { ...styleOf(lookOf(false, true)), width: 80, wraps: true };

const render = async (text: string, style = PLAIN) =>
  prettyFormat(style, false).draft({ name: 'drafts/a.md', text, findings: analyse(text).findings });

test('a finding shows what, which rule, where, the line, and how to mend it', async () => {
  assert.equal(
    await render(FLAWED),
    [
      'drafts/a.md  1 error, 1 warning, 1 information',
      '',
      '✖ error  Unexpected marker “9” without a citation after “2”, expected citation',
      '         “9”  marker-unresolved',
      '   ╭─ drafts/a.md:3:53',
      ' 3 │ The group split.[1] Its rival grew.[2] Both recruit.[9]',
      '   ╵                                                     ━━━',
      '',
      '▲ warning  Unexpected “ without its twin, expected a closing ”  citation-quotes',
      '   ╭─ drafts/a.md:7:14',
      ' 7 │ [1] Ann Lee, “A Split, Daily Post, May 3, 2016.',
      '   ╵              ━',
      '',
      '● information  Unexpected “-” in the pages “131-158”, expected an en dash:',
      '               “131–158”  citation-page-range',
      '   ╭─ drafts/a.md:9:51',
      ' 9 │ [2] Ben Roy, “A Rival,” Survival 58:4 (2016): pp. 131-158.',
      '   │                                                   ━━━━━━━',
      '   ╰ fix: Replace “131-158” with “131–158”',
      '',
    ].join('\n'),
  );
});

test('a draft without findings is not mentioned', async () => {
  assert.equal(await render(CLEAN), '');
});

test('where nobody reads on a terminal, a message stays on one line', async () => {
  assert.match(await render(FLAWED, { ...PLAIN, wraps: false }), /expected citation “9” {2}marker-unresolved\n/);
});

test('the summary counts', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': CLEAN, 'c.md': '# None\n' }, ({ run }) => {
    assert.match(
      run(['check', '.']).stdout,
      /\n\n✖ 1 error, 1 warning, 1 information in 2 drafts, 1 other file passed over\n {2}1 of them can be mended by sentinel-citations fix\n$/,
    );
    assert.equal(run(['check', 'b.md']).stdout, '✔ nothing to report in 1 draft\n');
    const one = run(['check', 'a.md', '--rule', 'marker-unresolved=off', '--rule', 'citation-quotes=off']).stdout;
    assert.match(one, /\n● 1 information in 1 draft\n {2}It can be mended by sentinel-citations fix\n$/);
  });
});

test('colours come where they are wanted', () => {
  inFolder({ 'a.md': FLAWED }, ({ run }) => {
    const colored = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      run(['check', 'a.md', ...args], { env }).stdout.includes('\u001b[');
    assert.equal(colored([]), false);
    assert.equal(colored(['--color']), true);
    assert.equal(colored([], { FORCE_COLOR: '1' }), true);
    assert.equal(colored([], { FORCE_COLOR: '0' }), false);
    assert.equal(colored(['--no-color'], { FORCE_COLOR: '1' }), false);
    assert.equal(colored(['--color'], { NO_COLOR: '1' }), true);
    assert.equal(colored([], { NO_COLOR: '1', CI: '1' }), false);
    assert.equal(colored(['--color', '--format', 'json']), false);
  });
});

test('nothing in a draft reaches the terminal as a control character', () => {
  const hostile = FLAWED.replace('“A Split', '“\u001b]0;title\u0007\u001b[2J\u202eA\u009b31m Split').replace(
    '# A',
    '# \u0000',
  );
  inFolder({ 'a\u001b[31m.md': hostile }, ({ run }) => {
    const { stdout, stderr } = run(['check', '.']);
    assert.doesNotMatch(stdout + stderr, /[\p{Bidi_Control}]|(?!\n)\p{Cc}/u);
    assert.match(stdout, /␛\[2J/);
  });
});
