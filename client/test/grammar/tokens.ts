import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IRawGrammar } from 'vscode-textmate';

const MARKDOWN = 'text.html.markdown';
const OURS = 'text.html.markdown.sentinel-citations';
const OWN_SCOPE = / (\S+)\.sentinel-citations/g;
const { resolve } = createRequire(import.meta.url);

/** Reads drafts as VS Code does: its Markdown grammar, with ours injected. */
export async function createTokenizer(): Promise<(draft: string) => string[]> {
  const wasm = await readFile(resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: readGrammar,
    getInjections: (scope) => (scope === MARKDOWN ? [OURS] : []),
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  if (!grammar) throw new Error('There is no Markdown grammar.');

  return (draft) => {
    let stack = textmate.INITIAL;
    return draft.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.flatMap(({ startIndex, endIndex, scopes }) => describe(line.slice(startIndex, endIndex), scopes));
    });
  };
}

/** `1: constant.numeric.marker.citation`, for what the grammar gives a colour; nothing for all the rest. */
function describe(text: string, scopes: readonly string[]): string[] {
  const own = [...` ${scopes.join(' ')}`.matchAll(OWN_SCOPE)].flatMap(([, scope]) => scope ?? []);
  const coloured = own.findLast((scope) => !/^(meta|punctuation|text)\b/.test(scope));
  return coloured === undefined || own.at(-1)?.startsWith('punctuation') ? [] : [`${text}: ${coloured}`];
}

const FILES: Readonly<Record<string, string>> = {
  [MARKDOWN]: resolve('tm-grammars/grammars/markdown.json'),
  [OURS]: new URL('../../../syntaxes/sentinel-citations.injection.json', import.meta.url).pathname,
};

async function readGrammar(scope: string): Promise<IRawGrammar | null> {
  const file = FILES[scope];
  return file === undefined ? null : textmate.parseRawGrammar(await readFile(file, 'utf8'), file);
}
