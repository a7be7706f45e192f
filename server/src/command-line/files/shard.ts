import { Failure } from '../failure.ts';

/** One of several machines that share an archive. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Reads `I/N`. */
export function parseShard(value: string): Shard {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count };
  throw new Failure(`sentinel-citations: --shard ${value}: expected I/N, with I from 1 to N`);
}

/** The part of an ordered list that is this shard's: all shards of a list together are the list, none overlaps. */
export function shardOf<Item>(items: readonly Item[], { index, count }: Shard): readonly Item[] {
  return items.filter((_, at) => at % count === index - 1);
}
