/**
 * What is a command to who reads a log, wherever in a line it stands: `##[…]` to GitHub Actions, `##vso[…]` to Azure
 * Pipelines, `##teamcity[…]` to TeamCity.
 */
const COMMAND = /##(?=(?:vso|teamcity)?\[)/gi;

/**
 * Text in which nobody who reads a log finds a command that somebody wrote into a draft, or its name.
 *
 * @param sign stands for the second of the two that begin one
 */
export function withoutCommands(text: string, sign: string): string {
  return text.includes('##') ? text.replace(COMMAND, `#${sign}`) : text;
}
