import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Where a site is made. */
export interface SiteFolder {
  folder: string;
  /** The site of an earlier build, which may have some of the same files. */
  earlier?: string | undefined;
}

/** Writes a file: its path below the folder, and its content. */
export type FileWriter = (below: string, content: string | Uint8Array) => void;

/** Writes a file that is not there; one that is gives way, as it may be a link to a file of the earlier site. */
function writeAnew(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    unlinkSync(file);
    writeFileSync(file, bytes, { flag: 'wx' });
  }
}

/**
 * Gives what writes files into a folder that is there. A file that the earlier site has, byte for byte, is linked
 * (POSIX `link`) and keeps its time: making and removing thousands of files anew with each build takes time that
 * grows with what was removed in the last minutes, as ext4 searches for room among it. Nothing is linked that has
 * another owner, group or mode than a new file would have, or that is itself a link. The writer throws what the
 * system says where a file cannot be written.
 */
export function fileWriter({ folder, earlier }: SiteFolder): FileWriter {
  const made = new Set<string>([folder]);
  const { mode, uid, gid } = statSync(folder);
  const isAsNew = (file: string, size: number): boolean => {
    const found = lstatSync(file, { throwIfNoEntry: false });
    return (
      found?.isFile() === true &&
      found.size === size &&
      found.uid === uid &&
      found.gid === gid &&
      (found.mode & 0o7777) === (mode & 0o666)
    );
  };
  const link = (below: string, bytes: Uint8Array): boolean => {
    if (earlier === undefined) return false;
    const [file, next] = [path.join(earlier, below), path.join(folder, below)];
    try {
      if (!isAsNew(file, bytes.length)) return false;
      linkSync(file, next);
      // Looked at where nobody can put another in its place, as somebody may do with the earlier site.
      return isAsNew(next, bytes.length) && readFileSync(next).equals(bytes);
    } catch {
      // Not every file system has links.
      return false;
    }
  };
  return (below, content) => {
    const parent = path.join(folder, path.dirname(below));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (!link(below, bytes)) writeAnew(path.join(folder, below), bytes);
  };
}
