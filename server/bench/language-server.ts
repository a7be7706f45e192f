import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../src/analysis.ts';
import { fixture } from '../test/support/fixtures.ts';
import { type LanguageClient, PLAIN, startClient } from '../test/support/language-client.ts';
import { reference } from '../test/support/reference.ts';
import { largeDraft } from './large-draft.ts';
import { calm, median, percentile, watchHost } from './measure.ts';
import { installPeer, PEER } from './peer-language-server.ts';

/**
 * What an author waits for, through the protocol and a real process: from a keystroke to its diagnostics, pushed and
 * pulled, and for a hover. Milliseconds, the 50th and the 95th percentile; and what memory the process takes.
 */

const MAIN = fileURLToPath(new URL('../../dist/language-server.js', import.meta.url));
const WARM_UP = 400;
const KEYSTROKES = 300;
const MEGABYTE = 1_000_000;

if (!existsSync(MAIN)) throw new Error('There is no dist/language-server.js: run `npm run build` first');
const article = reference ?? fixture('article/bracket.md');
const drafts = {
  [`article (${Math.round(article.length / 1000)} kB)`]: article,
  '1 MB draft made from it': largeDraft(analyse(article), MEGABYTE),
};

console.log('Language server: 50th / 95th percentile in milliseconds; what the host took of the processors meanwhile');
for (const [name, text] of Object.entries(drafts)) {
  const findings = analyse(text).findings.length;
  console.log(`${name}, ${findings} findings without a vocabulary`);
  const pushed = await startClient({ capabilities: PLAIN }, [MAIN]);
  await report('keystroke to published diagnostics', () => typing(pushed, text, (uri) => pushed.published(uri)));
  await report('hover', () => hovering(pushed, text));
  console.log(`  memory: ${memoryOf(pushed)} MiB`);
  await pushed.stop();
  const pulled = await startClient({ settings: () => ({}) }, [MAIN]);
  const pull = (uri: string) => pulled.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  await report('keystroke to pulled diagnostics', () => typing(pulled, text, pull, true));
  await pulled.stop();
  // The peer reads all of a draft at each keystroke: on the large one that would take the better part of an hour.
  if (text !== article) continue;
  const peer = await startClient({ capabilities: PLAIN, folders: ['file:///bench'] }, [installPeer()]);
  await report(`${PEER}: keystroke to published diagnostics`, () => typing(peer, text, (uri) => peer.published(uri)));
  console.log(`  ${PEER}: memory: ${memoryOf(peer)} MiB`);
  peer.process.kill();
}

/** Types a word and more into the middle of the draft, each keystroke after the answer to the one before. */
async function typing(
  client: LanguageClient,
  text: string,
  answer: (uri: string) => Promise<unknown>,
  asks = false,
): Promise<number[]> {
  const uri = 'file:///bench/typing.md';
  const opened = asks ? null : answer(uri);
  await client.open(uri, text);
  await (opened ?? answer(uri));
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const position = document.positionAt(text.indexOf(' ', text.length / 4) + 1);
  const times: number[] = [];
  for (let key = 0; key < WARM_UP + KEYSTROKES; key++) {
    const deletes = key % 10 === 9;
    const end = deletes ? { ...position, character: position.character + 9 } : position;
    const change = { range: { start: position, end }, text: deletes ? '' : 'x' };
    const started = performance.now();
    const pushed = asks ? null : answer(uri);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: key + 2 },
      contentChanges: [change],
    });
    await (pushed ?? answer(uri));
    times.push(performance.now() - started);
  }
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return times.slice(WARM_UP);
}

/** Hovers over the markers of the draft, from its start to its end. */
async function hovering(client: LanguageClient, text: string): Promise<number[]> {
  const uri = 'file:///bench/hovering.md';
  await client.open(uri, text);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const { markers } = analyse(text).draft;
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + KEYSTROKES; index++) {
    const marker = markers[Math.floor((index * markers.length) / (WARM_UP + KEYSTROKES))];
    const position = document.positionAt(marker?.start ?? 0);
    const started = performance.now();
    const hover = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    times.push(performance.now() - started);
    if (!hover) throw new Error(`There is no hover at ${JSON.stringify(position)}`);
  }
  return times.slice(WARM_UP);
}

async function report(what: string, run: () => Promise<readonly number[]>): Promise<void> {
  await calm();
  const taken = watchHost();
  const times = await run();
  console.log(`  ${what}: ${median(times).toFixed(2)} / ${percentile(times, 0.95).toFixed(2)}; ${taken() ?? '?'} %`);
}

/** What the process holds of physical memory, where the system tells. */
function memoryOf({ process: { pid } }: LanguageClient): string {
  const status = `/proc/${pid}/status`;
  const [, kilobytes = ''] = existsSync(status) ? (/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8')) ?? []) : [];
  return kilobytes === '' ? '?' : (Number(kilobytes) / 1024).toFixed(0);
}
