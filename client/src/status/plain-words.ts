/**
 * Names of files and the like, as VS Code's status item shows them as they are: it reads links (`[x](command:y)`) and
 * icons (`$(x)`), and knows no escape for links. What orders other words from right to left, or breaks lines, is left out.
 */
export function plainWords(words: string): string {
  return words.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[\]$](?=\()/g, '$&\u200b');
}
