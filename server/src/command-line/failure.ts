/** The exit status when the program could not do its work. */
export const FAILED = 2;

/** Something that cannot be done as asked: its message is one clear line, and the exit status 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Whichever script of the command threw it: each has the class for itself. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === 'Failure';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go in a circle',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many open files',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error.message.split('\n', 1)[0] as string);
}

/** What the system refused, or Node, as a failure: it is no mistake of the program. Null for any other error. */
export function systemFailure(error: unknown): Failure | null {
  if (error instanceof Error && error.name === 'NoWebAssembly')
    return new Failure(`sentinel-citations: ${error.message}`);
  if (!(error instanceof Error) || !('code' in error) || !(String(error.code) in REASONS)) return null;
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') return new Failure('the current folder is gone');
  return path === undefined ? null : new Failure(`${path}: ${reasonOf(error)}`);
}
