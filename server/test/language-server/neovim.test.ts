import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { COMMAND } from '../support/language-client.ts';
import { DRAFT } from './cursor.ts';

const isInstalled = spawnSync('nvim', ['--version']).status === 0;

/** The configuration that docs/editors.md gives for this version of Neovim, the command being that of the sources. */
function configuration(): string {
  const manual = readFileSync(new URL('../../../docs/editors.md', import.meta.url), 'utf8');
  const neovim = manual.slice(manual.indexOf('## Neovim'), manual.indexOf('## Helix'));
  const blocks = Array.from(neovim.matchAll(/```lua\n(.*?)```/gs), ([, block = '']) => block);
  const starts = spawnSync('nvim', ['--headless', '-c', 'lua io.write(tostring(vim.lsp.start ~= nil))', '-c', 'qa!'], {
    encoding: 'utf8',
  });
  const block = starts.stdout === 'true' ? blocks[0] : blocks[1];
  const command = [process.execPath, ...COMMAND].map((part) => JSON.stringify(part)).join(', ');
  return (block ?? '').replace("'sentinel-citations', 'language-server'", command);
}

/** Waits for diagnostics, asks for a hover and for the definition, and writes down what there is. */
const SCRIPT = `
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local found = {}
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  table.insert(found, { line = diagnostic.lnum + 1, code = diagnostic.code, message = diagnostic.message })
end
local function ask(method)
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 2, character = 33 } }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do return answer.result end
end
local file = io.open(RESULT, 'w')
file:write(vim.fn.json_encode({
  diagnostics = found,
  hover = ask('textDocument/hover'),
  definition = ask('textDocument/definition'),
}))
file:close()
vim.cmd('qa!')
`;

suite('Neovim', () => {
  test('starts the server as docs/editors.md says', { skip: !isInstalled && 'nvim is not installed' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'neovim-'));
    try {
      const [draft, init, script, result] = ['draft.md', 'init.lua', 'script.lua', 'result.json'].map((name) =>
        join(folder, name),
      ) as [string, string, string, string];
      writeFileSync(draft, DRAFT);
      writeFileSync(init, configuration());
      writeFileSync(script, SCRIPT.replace('RESULT', JSON.stringify(result)));
      const args = ['--headless', '-n', '-u', init, draft, '-c', `luafile ${script}`];
      const run = spawnSync('nvim', args, { encoding: 'utf8', timeout: 60_000, env: { ...process.env, HOME: folder } });
      assert.equal(run.status, 0, run.stderr);
      const { diagnostics, hover, definition } = JSON.parse(readFileSync(result, 'utf8'));
      assert.deepEqual(diagnostics, [
        {
          line: 17,
          code: 'ibid-ambiguous',
          message: 'Unexpected “Ibid.” after an entry with two sources, expected a short form',
        },
      ]);
      assert.match(hover.contents.value, /Ibid\. → \*\*1\*\* Ann Lee/);
      const [place] = [definition].flat();
      assert.equal((place.targetSelectionRange ?? place.range).start.line, 12);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
