/**
 * The direction of imports (CONTRIBUTING.md draws the map). A folder imports only what its rule names:
 * adding a folder to the core means adding a line here.
 */
const CORE = {
  text: [],
  markdown: ['text'],
  draft: ['text', 'markdown'],
  sources: ['text', 'markdown', 'draft'],
  vocabulary: ['text', 'markdown'],
  rules: ['text', 'markdown', 'draft', 'sources', 'vocabulary'],
  edits: ['text', 'markdown', 'draft', 'sources', 'vocabulary', 'rules'],
};
const FOLDERS = Object.keys(CORE).join('|');
const WAYS_IN = ['command-line', 'language-server', 'remark'];

const src = (...names) => `^server/src/(${names.join('|')})/`;
const CORE_FILES = `^server/src/((${FOLDERS})/|analysis\\.ts$)`;

const coreDirection = Object.entries(CORE).map(([folder, left]) => ({
  name: `${folder}-imports-from-its-left`,
  comment: `${folder} may import from ${left.join(', ') || 'no other folder'}: the way of the data goes one way.`,
  severity: 'error',
  from: { path: src(folder) },
  to: { path: '^(server|client)/', pathNot: src(folder, ...left) },
}));

/** The same inside the command: its folders import what their lines name, and what lies beside them. */
const COMMAND_LINE = {
  files: [],
  terminal: [],
  formats: ['terminal'],
  drafts: ['files', 'terminal', 'formats'],
};
const commandLine = (...names) => `^server/src/command-line/(${names.join('|')})/`;

const commandLineDirection = Object.entries(COMMAND_LINE).map(([folder, left]) => ({
  name: `command-line-${folder}-imports-from-its-left`,
  comment: 'Commands work on drafts, drafts are written in formats, and neither files nor the terminal know of them.',
  severity: 'error',
  from: { path: commandLine(folder) },
  to: {
    path: '^server/src/command-line/([^/]+/|(main|main-thread|kept-code|command-names|program)\\.ts$)',
    pathNot: commandLine(folder, ...left),
  },
}));

const readingKnowsNoWorks = {
  name: 'sources-reading-knows-no-works',
  comment: 'What a citation says is read by itself; which works it means is found in the catalogue.',
  severity: 'error',
  from: { path: '^server/src/sources/reading/' },
  to: { path: '^server/src/sources/', pathNot: '^server/src/sources/(reading/|source\\.ts$)' },
};

const waysInApart = WAYS_IN.map((folder) => ({
  name: `${folder}-knows-no-other-way-in`,
  comment: 'The ways in share the core and the configuration, and nothing else.',
  severity: 'error',
  // The one door: the command starts the server.
  from: { path: src(folder), pathNot: '^server/src/command-line/commands/language-server\\.ts$' },
  to: {
    path: '^(server|client)/',
    pathNot: [src(folder, 'configuration', ...Object.keys(CORE)), '^server/src/[^/]+\\.ts$', '^server/vocabulary/'],
  },
}));

module.exports = {
  forbidden: [
    ...coreDirection,
    {
      name: 'analysis-wires-the-core',
      comment: 'analysis.ts knows the stages and nothing of files, editors or processes.',
      severity: 'error',
      from: { path: '^server/src/analysis\\.ts$' },
      to: { path: '^(server|client)/', pathNot: src(...Object.keys(CORE)) },
    },
    {
      name: 'configuration-knows-no-way-in',
      comment: 'One configuration lookup serves all ways in; it may use the core.',
      severity: 'error',
      from: { path: src('configuration') },
      to: {
        path: '^(server|client)/',
        pathNot: [src('configuration', ...Object.keys(CORE)), '^server/src/[^/]+\\.ts$', '^server/vocabulary/'],
      },
    },
    readingKnowsNoWorks,
    ...commandLineDirection,
    ...waysInApart,
    {
      name: 'core-runs-anywhere',
      comment: 'The core does no I/O and runs in a browser: no Node modules, nothing of LSP or VS Code.',
      severity: 'error',
      from: { path: CORE_FILES },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-exchange-knows-other-formats',
      comment: 'Parsers of RDF, CSV and XML are large: they load with the commands that need them.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/vocabulary/exchange/' },
      to: { path: '(^|/)(n3|jsonld-streaming-parser|papaparse|saxes)(/|$)' },
    },
    {
      name: 'exchange-loads-on-demand',
      comment: 'What imports the exchange statically would load all of its parsers.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/vocabulary/exchange/' },
      to: { path: '^server/src/vocabulary/exchange/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'core-knows-no-editor',
      comment: 'The core does no I/O and runs in a browser: no Node modules, nothing of LSP or VS Code.',
      severity: 'error',
      from: { path: CORE_FILES },
      to: { path: '(^|/)(vscode$|vscode-[^/]+|@vscode/|@types/vscode/)' },
    },
    {
      name: 'only-the-language-server-knows-lsp',
      comment: 'LSP types stay in one folder; everything else speaks in offsets.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: src('language-server') },
      to: { path: '(^|/)vscode-language(server|client)' },
    },
    {
      name: 'client-knows-the-server-by-its-contract',
      comment: 'The client starts the server and talks LSP to it; it imports none of its code.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-knows-no-client',
      comment: 'The server runs without VS Code.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^client/', '(^|/)(vscode$|@types/vscode/)'] },
    },
    {
      name: 'sources-know-no-tests',
      comment: 'What is shipped imports neither tests nor benchmarks nor the build.',
      severity: 'error',
      from: { path: '^(server|client)/src/' },
      to: { path: '^(server/(test|bench|build)|client/test)/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no left and right, not even one of types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'The import names nothing that exists (the editor alone provides `vscode`).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    // TypeScript 7 has no API that dependency-cruiser could read; swc sees type-only imports too.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
