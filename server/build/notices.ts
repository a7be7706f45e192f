import { readdir, readFile, writeFile } from 'node:fs/promises';

const PACKAGE = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/;
const LICENSE = /^licen[cs]e/i;

/**
 * Writes the licences of the packages that the bundles contain: most ask for their notice in every copy.
 *
 * @param inputs paths of bundled files, relative to the project, as esbuild's metafile names them
 */
export async function writeNotices(target: string, inputs: readonly string[]): Promise<void> {
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[0] ?? []));
  const notices = await Promise.all([...folders].sort().map(readNotice));
  await writeFile(target, notices.join(`\n${'-'.repeat(80)}\n\n`));
}

async function readNotice(folder: string): Promise<string> {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(
    await readFile(`${folder}/package.json`, 'utf8'),
  );
  const file = (await readdir(folder)).find((name) => LICENSE.test(name));
  const text =
    file === undefined ? `Licence: ${manifest.license ?? 'not named'}\n` : await readFile(`${folder}/${file}`, 'utf8');
  return `${manifest.name} ${manifest.version}\n\n${text}`;
}
