/** Adds an item to the list that `lists` has for a key. */
export function put<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = lists.get(key);
  if (items) items.push(item);
  else lists.set(key, [item]);
}

/** The items of which `keyOf` gives the same key, together, in the order of the first of each. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, readonly [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
