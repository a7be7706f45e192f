import type { CompiledLabel, Labels } from './compile.ts';

// A draft meets a few of the concepts and labels that were stored: the others are never made.

/** A map whose values are made when they are first asked for; each stays the same from then on. */
export class MapOnDemand<Value> implements ReadonlyMap<string, Value> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #valueAt: (place: number) => Value;

  /** @param make the value of the key at a place in `keys` */
  constructor(keys: readonly string[], make: (place: number) => Value) {
    this.#places = new Map(keys.map((key, place) => [key, place]));
    this.#valueAt = once(make);
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): Value | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#valueAt(place);
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): MapIterator<Value> {
    for (const place of this.#places.values()) yield this.#valueAt(place);
  }

  *entries(): MapIterator<[string, Value]> {
    for (const [key, place] of this.#places) yield [key, this.#valueAt(place)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}

/** Labels that are made when they are first asked for. */
export function labelsOnDemand(length: number, make: (label: number) => CompiledLabel): Labels {
  const labelAt = once(make);
  return { length, at: (label) => (label < length ? labelAt(label) : undefined) };
}

/** What `make` gives for a number, made at most once. */
function once<Value>(make: (at: number) => Value): (at: number) => Value {
  const made: Value[] = [];
  return (at) => {
    made[at] ??= make(at);
    return made[at];
  };
}
