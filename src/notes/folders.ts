import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the parts of the content are; all absolute. */
export interface ContentFolders {
  settings: string;
  meetings: string;
  topics: string;
  template: string;
  /** The record of what was published; absent where the notes are not the folder's own. */
  permalinks?: string;
}

/** Where any part of the content is. */
export function contentPaths(folders: ContentFolders): string[] {
  return Object.values<string>({ ...folders });
}

/** The folder of kept work, which is safe to delete: what `ARCHIVE_CACHE` names, or else `.cache`; absolute. */
export function keptFolder(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): string {
  return path.resolve(directory, environment['ARCHIVE_CACHE'] || '.cache');
}

/**
 * The folders to read: `content/` in the working directory, or the folder that `ARCHIVE_CONTENT`
 * names, with the notes in `meetings/` or, in a folder of bare notes, beside each other.
 * `ARCHIVE_MEETINGS` points at notes alone and leaves the rest as it is.
 */
export function contentFolders(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): ContentFolders {
  const root = path.resolve(directory, environment['ARCHIVE_CONTENT'] || 'content');
  const own = path.join(root, 'meetings');
  const given = environment['ARCHIVE_MEETINGS'];
  const settings = path.join(root, 'archive.yaml');
  // The other ending of YAML; settings that were passed over in silence would be missed late.
  const other = path.join(root, 'archive.yml');
  return {
    settings: !existsSync(settings) && existsSync(other) ? other : settings,
    meetings: given ? path.resolve(directory, given) : existsSync(own) ? own : root,
    topics: path.join(root, 'topics'),
    template: path.join(root, 'template.md'),
    ...(!given && { permalinks: path.join(root, 'permalinks.json') }),
  };
}
