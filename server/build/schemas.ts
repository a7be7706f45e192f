import { mkdir, writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../src/configuration/schema.ts';
import { RULES } from '../src/rules/catalogue.ts';
import { fileSchema } from '../src/vocabulary/schema.ts';

/** Writes the JSON Schemas of vocabulary and configuration files, by which editors check and complete them. */
export async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, title: string, schema: object) =>
    writeFile(`${folder}/${name}.schema.json`, `${JSON.stringify({ title, ...schema }, null, 2)}\n`);
  await write('vocabulary', 'A vocabulary of Sentinel Citations', toJsonSchema(fileSchema));
  await write('configuration', 'A configuration of Sentinel Citations', configurationJsonSchema());
}

/** The schema of the configuration, each rule with what it reports. */
export function configurationJsonSchema(): object {
  const summaries = new Map(RULES.map(({ id, summary, severity }) => [id, `${summary} Default: ${severity}.`]));
  return toJsonSchema(configurationSchema, {
    overrideSchema: ({ jsonSchema, valibotSchema }) => {
      const isRules =
        valibotSchema.type === 'strict_object' && RULES.every(({ id }) => id in (jsonSchema.properties ?? {}));
      if (!isRules) return undefined;
      const described = Object.entries(jsonSchema.properties ?? {}).map(([id, schema]) => [
        id,
        typeof schema === 'object' ? { description: summaries.get(id), ...schema } : schema,
      ]);
      return { ...jsonSchema, properties: Object.fromEntries(described) };
    },
  });
}
