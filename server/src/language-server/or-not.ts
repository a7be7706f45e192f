/** What the editor may refuse, or no longer be there for: the server then does without. */
export function orNot(asked: Promise<unknown>): void {
  asked.catch(() => {});
}
