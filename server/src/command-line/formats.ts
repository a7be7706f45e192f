import type { Format } from './format.ts';
import { jsonFormat } from './json.ts';
import { prettyFormat } from './pretty.ts';
import { styleOf } from './terminal.ts';

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface FormatOptions {
  /** The file that findings are written to, instead of standard output. */
  readonly output?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** A new format of that name. What only pipelines ask for is loaded for them alone. */
export async function formatOf(name: FormatName, options: FormatOptions = {}): Promise<Format> {
  switch (name) {
    case 'pretty':
      return prettyFormat(styleOf(options.color, options.output !== undefined), options.quiet ?? false);
    case 'json':
      return jsonFormat();
    case 'sarif':
      return (await import('./sarif.ts')).sarifFormat();
    case 'github':
      return (await import('./github.ts')).githubFormat();
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlabFormat();
    case 'junit':
      return (await import('./junit.ts')).junitFormat();
    case 'checkstyle':
      return (await import('./checkstyle.ts')).checkstyleFormat();
  }
}
