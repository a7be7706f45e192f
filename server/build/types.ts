import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const PROJECT = 'server/build/tsconfig.types.json';
const COMPILER = 'node_modules/typescript/bin/tsc';
/** As the compiler writes them: one to a line, at its end. */
const IMPORTS = /\bfrom '(\.[^']*)\.ts';$/gm;

/** Writes the types of what other packages import, and of what those types name; nothing else. */
export async function writeTypes(folder: string, entries: readonly string[]): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'sentinel-citations-types-'));
  try {
    await compile(temporary);
    const wanted = entries.map((entry) => join(temporary, `${entry}.d.ts`));
    // Grows as it is read: a file that is wanted wants others.
    for (const file of wanted) {
      for (const [, path = ''] of (await readFile(file, 'utf8')).matchAll(IMPORTS)) {
        const imported = `${join(dirname(file), path)}.d.ts`;
        if (!wanted.includes(imported)) wanted.push(imported);
      }
      await cp(file, join(folder, relative(temporary, file)));
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function compile(outDir: string): Promise<void> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [COMPILER, '-p', PROJECT, '--outDir', outDir], { stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? settle() : fail(new Error(`tsc ended with ${code}`))));
  });
}
