import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './set-up.ts';

/** Packages what is built in `dist/` as an extension, and returns its path. */
export async function packageExtension(target: string): Promise<string> {
  const vsce = spawn(process.execPath, ['--run', 'package', '--', '--out', target], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  vsce.stdout.on('data', (data: Buffer) => {
    said += data;
  });
  vsce.stderr.on('data', (data: Buffer) => {
    said += data;
  });
  const [code] = await once(vsce, 'close');
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${said}`);
  return target;
}
