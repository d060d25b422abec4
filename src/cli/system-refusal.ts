import { shownPath } from '../notes/text-file.ts';

/** What a call of the file system was to do to a file. */
const done: Readonly<Record<string, string>> = {
  open: 'opened',
  read: 'read',
  write: 'written',
  mkdir: 'made',
  scandir: 'listed',
  stat: 'looked up',
  lstat: 'looked up',
  copyfile: 'copied',
  rename: 'renamed',
  unlink: 'removed',
};

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write there',
  EPERM: 'you may not read or write there',
  EROFS: 'it stands where nothing can be written',
  ENOSPC: 'there is no room left',
  ENOENT: 'it is not there',
  EEXIST: 'it is there already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many files are open',
};

/** What to say of an error that comes from the file system; nothing for any other. */
export function systemRefusal(error: unknown, directory: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest }: NodeJS.ErrnoException & { dest?: string } = error;
  const verb = syscall === undefined ? undefined : done[syscall];
  if (code === undefined || verb === undefined) return undefined;
  const file = dest ?? path;
  const shown = file === undefined ? 'A file' : shownPath(directory, file);
  return `${shown} cannot be ${verb}: ${reasons[code] ?? code}.`;
}
