/** The first `most` UTF-16 code units of a text, or one less: half of a character is none, and many programs refuse it. */
export function startOf(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  const isHalf = text.length > most && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? most - 1 : most);
}
