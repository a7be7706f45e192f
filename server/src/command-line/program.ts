import { existsSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { isRuleId } from '../rules/ids.ts';
import { SEVERITIES, type Severity } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/settings.ts';
import { type CommandName, isCommand } from './command-names.ts';
import { type CheckOptions, check } from './commands/check.ts';
import type { FixOptions } from './commands/fix.ts';
import type { InspectOptions } from './commands/inspect.ts';
import type { LanguageServerOptions } from './commands/language-server.ts';
import type { VocabularyOptions } from './commands/vocabulary.ts';
import { Failure, isFailure, systemFailure } from './failure.ts';
import { parseShard } from './files/shard.ts';
import { FORMATS } from './formats/formats.ts';
import { complain } from './terminal/output.ts';
import { writeOut } from './terminal/standard-streams.ts';
import { didYouMean, unknownRule } from './words.ts';

export { compilesAsStarted } from './compiler.ts';

const NAME = 'sentinel-citations';
const EXPORT_FORMATS = ['csv', 'turtle', 'json-ld'] as const;
const IMPORT_FORMATS = [...EXPORT_FORMATS, 'un'] as const;
/** Columns that a description may be squeezed to; in fewer the terminal itself breaks the lines. */
const LEAST_HELP_WIDTH = 18;
const HELP = ['-h, --help', 'show this help'] as const;
const INVALID_CHOICE = /argument '(.*)' is invalid\. Allowed choices are (.*)\.$/;
const PATHS = 'files, folders and globs; - is standard input; default: the current folder';
const CHECK_STATUS = `
Exit status: 0 when nothing is found at or above --fail-on, 1 when something is,
2 when something could not be done.`;
const FIX_STATUS = `
Exit status: 0 when it is done, 2 when something could not be done.`;
const RULE_SETTINGS = ['off', ...SEVERITIES];

/**
 * Runs the command line and gives the exit status: 0 all is well, 1 there are findings that count, 2 the program could
 * not do its work, and said why in one line on standard error for each cause; null: it goes on, and ends by itself.
 *
 * @param thread what a further thread begins with
 */
export async function run(args: readonly string[], thread: URL): Promise<number | null> {
  const program = new Command(NAME);
  let status: number | null = 0;
  const settle = async (work: Promise<number | null>) => {
    status = await work;
  };
  // What commander finds wrong is said below, in one line.
  program.exitOverride().configureOutput({ writeOut, outputError: () => {} });
  program
    .description(manifest.description)
    .version(manifest.version, '-v, --version', 'show the version')
    .helpCommand('help [command]', 'shows the help of a command')
    .helpOption(...HELP)
    .configureHelp({ minWidthToWrap: LEAST_HELP_WIDTH })
    .showSuggestionAfterError();

  const commands: Readonly<Record<CommandName, () => unknown>> = {
    check: () =>
      command(program, 'check', 'says what does not fit together in drafts')
        .argument('[path...]', PATHS)
        .addOption(new Option('--format <format>', 'how findings are written').choices(FORMATS).default('pretty'))
        .option('--output <file>', 'write findings to a file')
        .addOption(
          new Option('--fail-on <severity>', 'the least severity that makes the exit status 1')
            .choices([...SEVERITIES, 'never'])
            .default('error'),
        )
        .option(
          '--max-warnings <number>',
          'more warnings than that make the exit status 1',
          countFrom('--max-warnings', 0),
        )
        .addOption(ruleOption())
        .option('--stdin-filename <name>', 'the file that standard input (-) stands for')
        .addOption(ignorePathOption())
        .option('--baseline <file>', 'a file of known findings, which are left out')
        .option('--update-baseline', 'write the findings to that file, instead of reporting them')
        .option('--since <revision>', 'only drafts that changed since a revision of git')
        .addOption(
          new Option('--shard <i/n>', 'only this machine’s part of the drafts, 1/3 for one').argParser(parseShard),
        )
        .option('--watch', 'check again whenever something changes')
        .option('--cache', 'keep results, and take those that still hold')
        .option('--no-cache', 'check every draft anew, which is the default, and read every vocabulary anew')
        .option('--cache-location <folder>', 'the folder that results are kept in; default: in that of the user')
        .option('--workers <number>', 'threads that share the work; default: as many as pay', countFrom('--workers', 0))
        .option('--quiet', 'only findings that make the exit status 1, and no summary')
        .addHelpText('after', CHECK_STATUS)
        .action((paths: string[], options: CheckOptions) =>
          settle(check(orHere(paths, options.stdinFilename), options, thread)),
        ),
    fix: () =>
      command(program, 'fix', 'mends what needs no judgement')
        .argument('[path...]', PATHS)
        .option('--dry-run', 'print the changes as a unified diff, and make none')
        .addOption(ruleOption())
        .option('--stdin-filename <name>', 'the file that standard input (-) stands for')
        .addOption(ignorePathOption())
        .addHelpText('after', FIX_STATUS)
        .action((paths: string[], options: FixOptions) =>
          settle(import('./commands/fix.ts').then(({ fix }) => fix(orHere(paths, options.stdinFilename), options))),
        ),
    inspect: () =>
      command(program, 'inspect', 'shows what is read in one draft, as JSON')
        .argument('<file>', 'the draft; - is standard input')
        .action((path: string, options: InspectOptions) =>
          settle(import('./commands/inspect.ts').then(({ inspect }) => inspect(path, options))),
        ),
    rules: () =>
      command(program, 'rules', 'lists the rules, or explains one')
        .argument('[rule]', 'the rule to explain, by its id')
        .action((id: string | undefined, { color }: { readonly color?: boolean }) =>
          settle(import('./commands/rules.ts').then(({ rules }) => rules(id, color))),
        ),
    vocabulary: () => addVocabularyCommands(program, settle),
    'language-server': () =>
      command(program, 'language-server', 'serves an editor, over the Language Server Protocol')
        .option('--stdio', 'over standard input and output')
        .addOption(new Option('--clientProcessId <id>', 'the process of the editor').hideHelp())
        .action((options: LanguageServerOptions) =>
          settle(import('./commands/language-server.ts').then(({ languageServer }) => languageServer(options))),
        ),
  };
  // To make all takes its time: they are needed by help alone.
  const [name] = args;
  for (const make of isCommand(name) ? [commands[name]] : Object.values(commands)) make();

  program.command('version', { hidden: true }).action(() => {
    writeOut(`${manifest.version}\n`);
  });

  // To explain a command that there is not is to be asked for it.
  const [, explained] = args;
  const isUnknown = name === 'help' && explained !== undefined && explained !== 'help' && !isCommand(explained);
  try {
    await program.parseAsync(isUnknown ? [explained] : args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // Without a command, its help says on standard error which there are.
    if (error instanceof CommanderError && error.code === 'commander.help') return 2;
    if (error instanceof CommanderError) complain(`${NAME}: ${usageError(error, program, args)}`);
    else {
      const failure = isFailure(error) ? error : systemFailure(error);
      if (!failure) throw error;
      complain(failure.message);
    }
    return 2;
  }
}

/** The program as one of several threads. */
export async function runThread(onFirst: () => void): Promise<void> {
  const thread = await import('./drafts/thread.ts');
  await thread.runThread(onFirst);
}

function command(program: Command, usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option(
      '--config <file>',
      'the configuration file for all drafts; default: the nearest above each',
      existing('--config'),
    )
    .option('--no-config', 'no configuration file')
    .option('--vocabulary <file>', 'a vocabulary over those that are configured; can be repeated', appendVocabulary)
    .option('--no-default-vocabulary', 'without the vocabulary that comes along')
    .option('--color', 'colours even where there is no terminal')
    .option('--no-color', 'no colours')
    .helpOption(...HELP);
}

function addVocabularyCommands(program: Command, settle: (work: Promise<number | null>) => Promise<void>): void {
  const vocabulary = program
    .command('vocabulary')
    .description('checks, shows and converts vocabularies')
    .helpCommand('help [command]', 'shows the help of a command')
    .helpOption(...HELP);
  command(vocabulary, 'check', 'says what is wrong in vocabulary files')
    .argument('<file...>', 'vocabularies, each checked for itself')
    .action((paths: string[], options: VocabularyOptions) =>
      settle(import('./commands/vocabulary.ts').then(({ checkVocabularies }) => checkVocabularies(paths, options))),
    );
  command(vocabulary, 'show', 'shows what is known of a group, person or place')
    .argument('<name>', 'any of its names, or its id')
    .action((name: string, options: VocabularyOptions) =>
      settle(import('./commands/vocabulary.ts').then(({ showConcept }) => showConcept(name, options))),
    );
  command(vocabulary, 'import', 'writes what another format holds as a vocabulary')
    .argument('<file>', 'the file in the other format')
    .addOption(new Option('--from <format>', 'default: as the name of the file says').choices(IMPORT_FORMATS))
    .option('--output <file>', 'write it to a file')
    .action((path: string, { from, output }: { from?: (typeof IMPORT_FORMATS)[number]; output?: string }) =>
      settle(import('./commands/vocabulary.ts').then(({ importVocabulary }) => importVocabulary(path, from, output))),
    );
  command(vocabulary, 'export', 'writes a vocabulary in another format')
    .argument('<file>', 'the vocabulary')
    .addOption(new Option('--to <format>', 'the format').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('--output <file>', 'write it to a file')
    .action((path: string, { to, output }: { to: (typeof EXPORT_FORMATS)[number]; output?: string }) =>
      settle(import('./commands/vocabulary.ts').then(({ exportVocabulary }) => exportVocabulary(path, to, output))),
    );
}

function ruleOption(): Option {
  return new Option('--rule <id=severity>', `set a rule to ${RULE_SETTINGS.join(', ')}; can be repeated`).argParser(
    (value: string, before: RuleSettings | undefined): RuleSettings => {
      const [id = '', severity = '', ...more] = value.split('=');
      if (!isRuleId(id)) throw new Failure(`${NAME}: --rule ${value}: ${unknownRule(id)}`);
      if (!RULE_SETTINGS.includes(severity) || more.length > 0) {
        throw new Failure(
          `${NAME}: --rule ${value}: expected ${id}= and one of ${RULE_SETTINGS.join(', ')}${didYouMean(severity, RULE_SETTINGS)}`,
        );
      }
      return { ...before, [id]: severity as Severity | 'off' };
    },
  );
}

function ignorePathOption(): Option {
  const description = 'a file in the format of .gitignore: what to pass over in folders';
  return new Option('--ignore-path <file>', description).argParser(existing('--ignore-path'));
}

function existing(option: string): (file: string) => string {
  return (file) => {
    // A variable of a pipeline that holds nothing.
    if (file === '') throw new Failure(`${option}: expected a file`);
    if (!existsSync(file)) throw new Failure(`${file}: there is no such file`);
    return file;
  };
}

function appendVocabulary(file: string, before: readonly string[] = []): readonly string[] {
  return [...before, existing('--vocabulary')(file)];
}

function countFrom(option: string, least: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    throw new Failure(`${NAME}: ${option} ${value}: expected a number from ${least}`);
  };
}

function orHere(paths: readonly string[], stdinFilename: string | undefined): readonly string[] {
  if (stdinFilename !== undefined && !paths.includes('-')) {
    throw new Failure(`${NAME}: --stdin-filename: expected - (standard input) among the paths`);
  }
  return paths.length > 0 ? paths : ['.'];
}

/** Commander's message on one line, with the names that there are where it knows none that is near. */
function usageError({ message, code }: CommanderError, program: Command, args: readonly string[]): string {
  const line = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace('(Did you', '(did you');
  const [, choice = '', choices] = INVALID_CHOICE.exec(line) ?? [];
  if (choices !== undefined) return line.replace(/\.$/, '') + didYouMean(choice, choices.split(', '));
  if (code !== 'commander.unknownCommand' || line.includes('(')) return line;
  const above = program.commands.find((known) => known.name() === args[0]) ?? program;
  const known = above.createHelp().visibleCommands(above);
  return `${line} (expected ${known.map((command) => command.name()).join(', ')})`;
}
