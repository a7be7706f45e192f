/** An id for a name (`al-qa-ida`) that is not taken yet; it is from now on. */
export function freeId(name: string, taken: Set<string>): string {
  const wanted = idOf(name);
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

function idOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}’‘'`ʿʾ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'unnamed' : plain;
}
