/** What the codes of the file system mean to whoever asked for a file. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write there',
  EPERM: 'you may not read or write there',
  EROFS: 'it stands where nothing can be written',
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left for what is yours',
  EFBIG: 'it would be larger than a file may be there',
  ENOENT: 'it is not there',
  EEXIST: 'it is there already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many files are open',
};

/** Why something could not be done with a file or folder: in words, or by the system's code where there are none. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return String(error);
  return reasons[String(error.code)] ?? String(error.code);
}
