import * as v from 'valibot';
import type { Problem } from './finding.ts';
import type { OptionsSchema, Reading, Rule } from './rule.ts';

/** Of rules that have none. */
export const NO_OPTIONS: OptionsSchema = v.strictObject({}, 'no options');

/** A rule that can be told more than its severity. */
interface RuleWithOptions<Schema extends OptionsSchema> extends Omit<Rule, 'options' | 'check'> {
  readonly options: Schema;
  readonly check: (
    reading: Reading,
    report: (problem: Problem) => void,
    options: Readonly<v.InferOutput<Schema>>,
  ) => void;
}

/** The rule as all others are; who runs it without options gets what holds where nothing is configured. */
export function withOptions<Schema extends OptionsSchema>(rule: RuleWithOptions<Schema>): Rule {
  let defaults: v.InferOutput<Schema> | null = null;
  return {
    ...rule,
    check: (reading, report, options) => {
      defaults ??= v.getDefaults(rule.options) as v.InferOutput<Schema>;
      // What is configured was read with the same schema.
      rule.check(reading, report, (options as v.InferOutput<Schema> | undefined) ?? defaults);
    },
  };
}

/** An option that is on or off; off where nothing is said. */
export function flag(description: string) {
  return v.exactOptional(v.pipe(v.boolean('true or false'), v.description(description)), false);
}

/** An option that lists texts; none where nothing is said. */
export function texts(one: string, several: string, description: string) {
  const text = v.pipe(v.string(one), v.regex(/\S/, one));
  return v.exactOptional(v.pipe(v.array(text, several), v.description(description)), []);
}

/** An option as a person is told of it. */
export interface OptionDescription {
  readonly name: string;
  /** What may stand there: `true or false`. */
  readonly expected: string;
  /** As JSON. */
  readonly otherwise: string;
  readonly description: string;
}

export function describeOptions({ options }: Rule): OptionDescription[] {
  return Object.entries(options?.entries ?? {}).map(([name, entry]) => {
    const { wrapped, default: otherwise } = entry as v.ExactOptionalSchema<
      v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>> & { readonly message?: string },
      unknown
    >;
    return {
      name,
      expected: wrapped.message ?? '',
      otherwise: JSON.stringify(otherwise),
      description: v.getDescription(wrapped) ?? '',
    };
  });
}
