import { JsonLdParser } from 'jsonld-streaming-parser';
import { type Term as Node, Parser, type Quad, Writer } from 'n3';
import type { VocabularyFile } from '../schema.ts';
import type { Exported, Imported } from './exchange.ts';
import { fromQuads } from './from-quads.ts';
import { toQuads } from './quads.ts';
import { PREFIXES, TYPE } from './terms.ts';

/** SKOS in Turtle. Loses nothing. */
export function toTurtle(file: VocabularyFile): Exported {
  const writer = new Writer({ prefixes: PREFIXES });
  writer.addQuads(toQuads(file));
  let text = '';
  writer.end((_, result: string) => {
    text = result;
  });
  return { text, losses: [] };
}

/** @throws Error with the line, for text that is not Turtle */
export function fromTurtle(text: string): Imported {
  return fromQuads(new Parser().parse(text));
}

/** SKOS in JSON-LD 1.1, flattened. Loses nothing. */
export function toJsonLd(file: VocabularyFile): Exported {
  const nodes = new Map<string, Record<string, unknown>>();
  for (const { subject, predicate, object } of toQuads(file)) {
    const id = idOf(subject);
    const node = nodes.get(id) ?? { '@id': id };
    nodes.set(id, node);
    const key = predicate.value === TYPE ? '@type' : compact(predicate.value);
    const value = key === '@type' ? compact(object.value) : jsonOf(object);
    const before = node[key];
    node[key] = before === undefined ? [value] : [...(before as unknown[]), value];
  }
  return { text: `${JSON.stringify({ '@context': PREFIXES, '@graph': [...nodes.values()] }, null, 2)}\n`, losses: [] };
}

/** Contexts at other addresses are not fetched. @throws Error for text that is not JSON-LD */
export async function fromJsonLd(text: string): Promise<Imported> {
  const quads: Quad[] = [];
  const documentLoader = {
    load: (address: string) => Promise.reject(new Error(`The context ${address} is not part of the file`)),
  };
  await new Promise<void>((resolve, reject) => {
    const parser = new JsonLdParser({ documentLoader });
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve());
    parser.write(text);
    parser.end();
  });
  return fromQuads(quads);
}

function idOf(node: Node): string {
  return node.termType === 'BlankNode' ? `_:${node.value}` : node.value;
}

function jsonOf(node: Node): object {
  if (node.termType !== 'Literal') return { '@id': idOf(node) };
  const type = node.datatype.value;
  return type.endsWith('#string') ? { '@value': node.value } : { '@value': node.value, '@type': compact(type) };
}

function compact(address: string): string {
  for (const [prefix, start] of Object.entries(PREFIXES))
    if (address.startsWith(start)) return `${prefix}:${address.slice(start.length)}`;
  return address;
}
