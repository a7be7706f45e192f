import { readFile } from 'node:fs/promises';
import {
  type Module,
  type NewExpression,
  type Node,
  parse,
  type RegExpLiteral,
  type TaggedTemplateExpression,
} from '@swc/core';
import type { Plugin } from 'esbuild';

/**
 * Letters, marks, numbers, punctuation and symbols, in a string with one more backslash. Control characters had better not
 * stand in code.
 */
const PROPERTY = /\\{1,2}(p|P)\{([LMNPS][a-z]?)\}/g;
const BEYOND_ASCII = /[^\0-\x7f]/g;
const RANGES = 'unicode-ranges';
const LAST = 0xffff;
/** Our modules, and the one of micromark that tells punctuation, of single code units. */
const MODULES = /[\\/](?:server[\\/]src[\\/].*\.ts|micromark-util-character[\\/]index\.js)$/;
/** What means something else in a class. */
const IN_CLASS = /[\\\]^-]/;

/**
 * Writes regular expressions so that a start has little to do with them. For each `\p{L}` that it meets, V8 asks
 * of every character anew whether it is a letter, which took longer than reading a draft: here the ranges are written out
 * once and shared. Letters beyond the Basic Multilingual Plane, which `isLetter` does not know either, are none then;
 * with them half of the gain is lost. And code that is ASCII alone is kept, read and hashed in half the room.
 */
export const quickExpressions: Plugin = {
  name: 'quick-expressions',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: MODULES, namespace: 'file' }, async ({ path }) => ({
      loader: 'ts',
      contents: await quicken(await readFile(path, 'utf8')),
    }));
    onResolve({ filter: new RegExp(`^${RANGES}/`) }, ({ path }) => ({ path, namespace: RANGES, sideEffects: false }));
    onLoad({ filter: /.*/, namespace: RANGES }, ({ path }) => ({
      contents: `export default ${JSON.stringify(rangesOf(path.slice(RANGES.length + 1)))};`,
    }));
  },
};

/** A module of TypeScript, whose expressions take the ranges from modules `unicode-ranges/…`. */
async function quicken(source: string): Promise<string> {
  const { literals, raw, constants } = await expressionsIn(source);
  let text = constants.reduce(madeWhenUsed, source);
  const made: string[] = [];
  for (const { pattern, flags } of literals) {
    let quick = `/${asciiOf(pattern)}/${flags}`;
    if (pattern.search(PROPERTY) !== -1) {
      quick = constructed(pattern, flags);
      // One without a state is the same wherever it is used: inside a function it would be made anew at each call.
      if (!/[gy]/.test(flags)) quick = `expression$${made.push(quick) - 1}$get()`;
    }
    text = text.replaceAll(`/${pattern}/${flags}`, () => quick);
  }
  // Others are made of templates: with us, `String.raw` writes nothing else.
  for (const part of raw) text = text.replaceAll(part, () => asciiOf(part));
  text = withRanges(text, (ranges) => `\${${ranges}}`);
  const properties = new Set(Array.from(source.matchAll(PROPERTY), ([, , property = '']) => property));
  return [
    ...Array.from(properties, (name) => `import ${nameOf(name)} from '${RANGES}/${name}';`),
    ...made.map((expression, index) => `${declared(`expression$${index}`)} ${expression};`),
    text,
  ].join(' ');
}

/**
 * Has a constant of a module made at its first use. There are some two hundred, of which a draft needs a third: to make
 * one, V8 reads it from end to end.
 */
function madeWhenUsed(source: string, name: string): string {
  const declaration = new RegExp(`^const ${name} =`, 'm');
  if (!declaration.test(source)) throw new Error(`Unexpected declaration of ${name}, expected const ${name} = …`);
  const used = new RegExp(`(?<![\\w$.'])${name}(?![\\w$'])`, 'g');
  return source.replace(declaration, declared(name)).replace(used, `${name}$get()`);
}

/** The beginning of what declares an expression that `NAME$get()` makes, up to the expression itself. */
function declared(name: string): string {
  return `let ${name}$made; const ${name}$get = () => ${name}$made ??=`;
}

/** The call that makes an expression. */
function constructed(pattern: string, flags: string): string {
  // What stands between the ranges is written as strings.
  const parts = withRanges(pattern, (ranges) => `\0${ranges}\0`).split('\0');
  const sum = parts.map((part, index) => (index % 2 === 1 ? part : JSON.stringify(part))).join(' + ');
  return `/* @__PURE__ */ new RegExp(${sum}, '${flags}')`;
}

/** Puts the names of ranges, as `write` writes them, in the place of properties. A class lies within one line. */
function withRanges(text: string, write: (ranges: string) => string): string {
  return text.replaceAll(PROPERTY, (written, negated: string, property: string, at: number) => {
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at).replace(/\\./g, '  ');
    const isInClass = before.lastIndexOf('[') > before.lastIndexOf(']');
    if (isInClass && negated === 'P') throw new Error(`Unexpected ${written} in a class, expected \\p`);
    const ranges = write(nameOf(property));
    return isInClass ? ranges : `[${negated === 'P' ? '^' : ''}${ranges}]`;
  });
}

function nameOf(property: string): string {
  return `unicode${property}`;
}

function asciiOf(pattern: string): string {
  return pattern.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The code units of a property as what stands in a class: themselves, which V8 reads several times as fast as numbers. */
function rangesOf(property: string): string {
  const expression = new RegExp(`\\p{${property}}`, 'u');
  const has = (code: number) => code <= LAST && expression.test(String.fromCharCode(code));
  let ranges = '';
  for (let first = 0; first <= LAST; first++) {
    if (!has(first)) continue;
    let last = first;
    while (has(last + 1)) last++;
    ranges += inClass(first) + (last > first ? `-${inClass(last)}` : '');
    first = last;
  }
  return ranges;
}

function inClass(code: number): string {
  return String.fromCharCode(code).replace(IN_CLASS, '\\$&');
}

/** What expressions are written in. */
interface Written {
  readonly literals: readonly { readonly pattern: string; readonly flags: string }[];
  /** The parts of `String.raw` templates that are not ASCII. */
  readonly raw: readonly string[];
  /** The names of constants of the module that are expressions, and are not exported. */
  readonly constants: readonly string[];
}

/** What the expressions of a module of TypeScript are written in. */
export async function expressionsIn(source: string): Promise<Written> {
  const literals: RegExpLiteral[] = [];
  const raw: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if (isOf<RegExpLiteral>(node, 'RegExpLiteral')) literals.push(node);
    if (isOf<TaggedTemplateExpression>(node, 'TaggedTemplateExpression'))
      raw.push(...node.template.quasis.map((quasi) => quasi.raw).filter((part) => asciiOf(part) !== part));
    for (const value of Object.values(node)) visit(value);
  };
  const module = await parse(source, { syntax: 'typescript', target: 'es2022' });
  visit(module);
  return { literals, raw, constants: constantsIn(module) };
}

function constantsIn({ body }: Module): string[] {
  return body
    .flatMap((item) => (item.type === 'VariableDeclaration' ? item.declarations : []))
    .flatMap(({ id, init }) => (id.type === 'Identifier' && init && isExpression(init) ? [id.value] : []));
}

function isExpression(node: Node): boolean {
  if (node.type === 'RegExpLiteral') return true;
  if (!isOf<NewExpression>(node, 'NewExpression')) return false;
  return node.callee.type === 'Identifier' && node.callee.value === 'RegExp';
}

function isOf<Kind extends Node>(node: object, type: Kind['type']): node is Kind {
  return 'type' in node && node.type === type;
}
