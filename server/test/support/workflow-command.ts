interface WorkflowCommand {
  readonly command: string | undefined;
  readonly file: string | undefined;
  readonly title: string | undefined;
  readonly message: string;
}

/** As the runner of GitHub Actions reads a line: properties are split first, and then unescaped. */
export function readCommand(line: string): WorkflowCommand {
  const [, command, list = '', data = ''] = /^::(\w+) ([^:]*)::(.*)$/su.exec(line) ?? [];
  const { file, title } = Object.fromEntries(
    list.split(',').map((property) => {
      const at = property.indexOf('=');
      return [property.slice(0, at), readEscaped(property.slice(at + 1), { '%3A': ':', '%2C': ',' })];
    }),
  );
  return { command, file, title, message: readEscaped(data, {}) };
}

function readEscaped(text: string, more: Readonly<Record<string, string>>): string {
  const known: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%25': '%', ...more };
  return text.replace(/%(?:0D|0A|25|3A|2C)/g, (code) => known[code] ?? code);
}
