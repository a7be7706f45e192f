import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RULES } from '../src/rules/catalogue.ts';
import { rulePage, rulesIndex } from '../src/rules/page.ts';

/** Writes the rules' documentation, docs/rules/*.md, from the rules themselves. */

const FOLDER = 'docs/rules';

const pages = new Map([['README.md', rulesIndex(RULES)]]);
for (const rule of RULES) pages.set(`${rule.id}.md`, rulePage(rule));

await mkdir(FOLDER, { recursive: true });
for (const name of await readdir(FOLDER)) if (!pages.has(name)) await rm(join(FOLDER, name));
for (const [name, page] of pages) await writeFile(join(FOLDER, name), page);
console.log(`${pages.size} pages in ${FOLDER}`);
