import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PACKAGE = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/;
/** The licence, and what an Apache licence wants kept beside it. */
const NOTICE = /^(?:licen[cs]e|notice)/i;
/** Licences of packages that come without theirs, by the packages' names. */
const MISSING = new URL('licences/', import.meta.url);

/**
 * Writes the licences of the packages that the bundles contain: most ask for their notice in every copy.
 *
 * @param inputs paths of bundled files, relative to the project, as esbuild's metafile names them
 * @throws for a package whose licence is not known
 */
export async function writeNotices(target: string, inputs: readonly string[]): Promise<void> {
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[0] ?? []));
  const notices = await Promise.all([...folders].sort().map(readNotice));
  await writeFile(target, notices.join(`\n${'-'.repeat(80)}\n\n`));
}

async function readNotice(folder: string): Promise<string> {
  const { name, version }: { name: string; version: string } = JSON.parse(
    await readFile(`${folder}/package.json`, 'utf8'),
  );
  const found = (await readdir(folder)).filter((file) => NOTICE.test(file)).sort();
  const paths =
    found.length > 0
      ? found.map((file) => `${folder}/${file}`)
      : [fileURLToPath(new URL(`${name.replace('/', '-')}.txt`, MISSING))];
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return `${name} ${version}\n\n${texts.join('\n')}`;
}
