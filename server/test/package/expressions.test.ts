import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expressionsIn, quickExpressions } from '../../build/expressions.ts';
import { inFolderAsync } from '../support/command.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/** What a module of ours exports once it is built, and its code. */
async function built(source: string): Promise<{ readonly code: string; readonly exported: Record<string, unknown> }> {
  return inFolderAsync({ 'server/src/a.ts': source }, async ({ path }) => {
    const { outputFiles } = await build({
      entryPoints: [path('server/src/a.ts')],
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
      plugins: [quickExpressions],
    });
    const code = outputFiles.map(({ text }) => text).join('');
    return { code, exported: await import(`data:text/javascript,${encodeURIComponent(code)}`) };
  });
}

const UNIT = fc.oneof(
  fc.constantFrom(...'aZéÉßžǅДд٣中ا“”’‘`\'"., -–()[]*_:;&0123456789\uFFFC\n'),
  fc.constantFrom('The ', 'See ', 'Ibid.', 'al-', ' in ', ' et al.', 'p. 3', '2016', 'CTC'),
  fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code)),
);
const TEXT = fc.array(UNIT, { maxLength: 30 }).map((units) => units.join(''));

test('every expression of the sources finds the same once its letters are written out', async () => {
  const literals = new Set<string>();
  for (const path of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    for (const { pattern, flags } of (await expressionsIn(readFileSync(`${SOURCES}${path}`, 'utf8'))).literals)
      if (/\\p\{[LMN]/i.test(pattern)) literals.add(`/${pattern}/${flags}`);
  }
  assert.ok(literals.size > 10);
  const source = `export const all = [\n${[...literals].join(',\n')}\n];`;
  const { code, exported } = await built(source);
  assert.doesNotMatch(code, /\\p\{[LMN]/i);
  const quick = exported['all'] as readonly RegExp[];
  const plain: readonly RegExp[] = (await import(`data:text/javascript,${encodeURIComponent(source)}`)).all;
  assert.equal(quick.length, plain.length);
  fc.assert(
    fc.property(TEXT, (text) => {
      for (const [at, expression] of plain.entries()) {
        const found = quick[at] as RegExp;
        expression.lastIndex = 0;
        found.lastIndex = 0;
        assert.deepEqual(found.exec(text), expression.exec(text), String(expression));
      }
    }),
    { numRuns: 500 },
  );
});

test('punctuation and symbols, some of which mean something else in a class, are the same once they are written out', async () => {
  const { code, exported } = await built(
    'export const one = /^(?:\\p{P}|\\p{S})$/u; export const other = /^[\\p{Po}\\p{Pd}]$/;',
  );
  assert.doesNotMatch(code, /\\p\{/);
  const { one, other } = exported as Record<string, RegExp>;
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit);
    assert.equal(one?.test(character), /[\p{P}\p{S}]/u.test(character), unit.toString(16));
    assert.equal(other?.test(character), /[\p{Po}\p{Pd}]/u.test(character), unit.toString(16));
  }
});

test('what is built is ASCII alone, and means the same', async () => {
  const { code, exported } = await built(`
    const LETTERS = String.raw\`[‘\\p{Lu}]+’\`;
    export const template = new RegExp(\`\${LETTERS}“[\\\\p{N}]\`, 'gu');
    export const literal = /“[^”]+”|[–—]/g;
    export const negated = /^\\P{L}+$/u;
  `);
  assert.doesNotMatch(code, /[^\0-\x7f]/);
  const { template, literal, negated } = exported as Record<string, RegExp>;
  assert.deepEqual('‘ÄB’“٣ ‘ab’“3'.match(template as RegExp), ['‘ÄB’“٣']);
  assert.deepEqual('“so” – “”'.match(literal as RegExp), ['“so”', '–']);
  assert.deepEqual(
    ['12 –', '', '1ä', '\n'].map((text) => negated?.test(text)),
    [true, false, false, true],
  );
});

test('a constant is made at its first use, and once', async () => {
  const { exported } = await built(`
const PLAIN = /^a+$/;
const LETTERS =
  /^\\p{L}+/gu;
const COMPOSED = new RegExp(\`^(?:\${String.raw\`\\p{Lu}\`})\`, 'u');
export const uses = {
  plain: (text) => PLAIN.test(text),
  // LETTERS of a draft
  letters: (text) => text.match(LETTERS),
  same: () => LETTERS === LETTERS && /b\\p{L}/u.test('bä') && /b\\p{L}/u.test('bö'),
  composed: (text) => COMPOSED.test(text),
};
`);
  const uses = exported['uses'] as Record<string, (text: string) => unknown>;
  const made: string[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = class extends Original {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      made.push(flags ?? '');
    }
  } as RegExpConstructor;
  try {
    assert.equal(uses['plain']?.('aa'), true);
    assert.deepEqual(made, []);
    assert.deepEqual(uses['letters']?.('äb1'), ['äb']);
    assert.deepEqual(uses['letters']?.('1'), null);
    assert.deepEqual(made, ['gu']);
    assert.equal(uses['same']?.(''), true);
    assert.deepEqual(made, ['gu', 'u']);
    assert.equal(uses['composed']?.('Ä'), true);
    assert.equal(uses['composed']?.('ä'), false);
    assert.deepEqual(made, ['gu', 'u', 'u']);
  } finally {
    globalThis.RegExp = Original;
  }
});

test('a constant that is not declared as all others are is refused', async () => {
  await assert.rejects(
    built('const A: RegExp = /a/; export const b = A;'),
    /Unexpected declaration of A, expected const A = …/,
  );
});

test('a property at a place where ranges cannot stand is refused', async () => {
  await assert.rejects(built('export const a = /[a\\P{L}]/u;'), /Unexpected \\P\{L\} in a class, expected \\p/);
});
