import { reasonOf } from '../notes/system-reason.ts';
import { shownPath } from '../notes/text-file.ts';

/** What a call of the file system was to do to a file. */
const done: Readonly<Record<string, string>> = {
  access: 'written',
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

/** What to say of an error that comes from the file system; nothing for any other. */
export function systemRefusal(error: unknown, directory: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest }: NodeJS.ErrnoException & { dest?: string } = error;
  const verb = syscall === undefined ? undefined : done[syscall];
  if (code === undefined || verb === undefined) return undefined;
  const file = dest ?? path;
  const shown = file === undefined ? 'A file' : shownPath(directory, file);
  return `${shown} cannot be ${verb}: ${reasonOf(error)}.`;
}
