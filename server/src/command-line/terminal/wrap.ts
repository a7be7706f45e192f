/** Text broken between words into rows of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const rows: string[] = [];
  let row = '';
  let taken = 0;
  for (const word of text.split(' ')) {
    const needed = widthOf(word);
    if (row !== '' && taken + 1 + needed > width) {
      rows.push(row);
      row = word;
      taken = needed;
    } else {
      taken += needed + (row === '' ? 0 : 1);
      row = row === '' ? word : `${row} ${word}`;
    }
  }
  return [...rows, row];
}
