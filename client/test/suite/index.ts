import { features } from './features.ts';
import { files } from './files.ts';
import { linkValidation } from './link-validation.ts';
import { processes } from './processes.ts';
import { runCases } from './run-cases.ts';
import { status } from './status.ts';

/** VS Code calls this in its extension host, of Node or of a browser; it rejects when a case fails. */
export function run(): Promise<void> {
  const everywhere = [...features, ...files, ...status, ...linkValidation];
  return runCases('importScripts' in globalThis ? everywhere : [...everywhere, ...processes]);
}
