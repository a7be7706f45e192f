import { RULES, ruleOf } from '../../rules/catalogue.ts';
import { GROUPS, ruleText } from '../../rules/page.ts';
import { Failure } from '../failure.ts';
import { COLORS } from '../formats/pretty.ts';
import { measureFor } from '../terminal/cells.ts';
import { openOutput } from '../terminal/output.ts';
import { renderPage } from '../terminal/page.ts';
import { lookOf, styleOf } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { unknownRule } from '../words.ts';

/** What a rule reports stands beside its name where there is room for some words on a row, or else below it. */
const LEAST_COLUMN = 30;

/** `sentinel-citations rules [RULE]`: writes a table of all rules, or the page of one; gives the exit status. */
export async function rules(id: string | undefined, color: boolean | undefined): Promise<number> {
  const output = openOutput(undefined);
  if (id === undefined) {
    output.write(rulesTable(color));
    return 0;
  }
  const rule = ruleOf(id);
  if (!rule) throw new Failure(`sentinel-citations: ${unknownRule(id)}`);
  const style = styleOf(lookOf(color));
  const page = ruleText(rule);
  output.write(renderPage(page, style, (await measureFor([page])).width));
  return 0;
}

function rulesTable(color: boolean | undefined): string {
  const { colors, width, wraps } = styleOf(lookOf(color));
  const idWidth = Math.max(...RULES.map((rule) => rule.id.length));
  const beside = idWidth + 'information'.length + 4;
  const isNarrow = wraps && width < beside + LEAST_COLUMN;
  const indent = isNarrow ? 2 : beside;
  const rows = (text: string) => (wraps ? wrap(text, width - indent, (word) => word.length) : [text]);
  const lines = RULES.flatMap((rule, index) => {
    const severity = colors[COLORS[rule.severity]](rule.severity.padEnd('information'.length));
    const head = `${colors.bold(rule.id.padEnd(idWidth))}  ${severity}`;
    const title = RULES[index - 1]?.group === rule.group ? [] : [colors.underline(GROUPS[rule.group])];
    return [
      ...(title.length > 0 && index > 0 ? ['', ...title] : title),
      ...(isNarrow ? [head] : []),
      ...rows(rule.summary).map((row, at) => (at === 0 && !isNarrow ? `${head}  ${row}` : ' '.repeat(indent) + row)),
    ];
  });
  return `${lines.join('\n')}\n`;
}
