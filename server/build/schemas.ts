import { mkdir, writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { fileSchema } from '../src/vocabulary/schema.ts';

/** Writes the JSON Schema of vocabulary files, by which editors check and complete them. */
export async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const schema = { title: 'A vocabulary of Sentinel Citations', ...toJsonSchema(fileSchema) };
  await writeFile(`${folder}/vocabulary.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
