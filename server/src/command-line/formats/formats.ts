import { type Look, styleOf } from '../terminal/terminal.ts';
import type { Format } from './format.ts';
import { jsonFormat } from './json.ts';
import { prettyFormat } from './pretty.ts';

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface FormatOptions {
  readonly look: Look;
  /** Only findings that make the exit status 1, and no summary. */
  readonly quiet?: boolean;
}

/** A new format of that name. What only pipelines ask for is loaded for them alone. */
export async function formatOf(name: FormatName, options: FormatOptions): Promise<Format> {
  switch (name) {
    case 'pretty':
      return prettyFormat(styleOf(options.look), options.quiet ?? false);
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
