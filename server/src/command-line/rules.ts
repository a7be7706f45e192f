import { RULES, ruleOf } from '../rules/catalogue.ts';
import { GROUPS, ruleText } from '../rules/page.ts';
import { measureFor } from './cells.ts';
import { Failure } from './failure.ts';
import { openOutput } from './output.ts';
import { renderPage } from './page.ts';
import { lookOf, styleOf } from './terminal.ts';
import { unknownRule } from './words.ts';
import { wrap } from './wrap.ts';

const COLORS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'magenta' } as const;

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
  const indent = idWidth + 'information'.length + 4;
  const lines = RULES.flatMap((rule, index) => {
    const rows = wraps ? wrap(rule.summary, width - indent, (text) => text.length) : [rule.summary];
    const [first, ...rest] = rows;
    const severity = colors[COLORS[rule.severity]](rule.severity.padEnd('information'.length));
    const title = RULES[index - 1]?.group === rule.group ? [] : [colors.underline(GROUPS[rule.group])];
    return [
      ...(title.length > 0 && index > 0 ? ['', ...title] : title),
      `${colors.bold(rule.id.padEnd(idWidth))}  ${severity}  ${first}`,
      ...rest.map((row) => ' '.repeat(indent) + row),
    ];
  });
  return `${lines.join('\n')}\n`;
}
