/** `A`, `A and B`, `A, B, and C`. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 3) return words.join(` ${conjunction} `);
  return `${words.slice(0, -1).join(', ')}, ${conjunction} ${words.at(-1)}`;
}
