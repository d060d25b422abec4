import { folder } from '../folder.ts';

export const settings = 'title: Office hours\nhome: osquery/osquery\n';

/** A folder of its own, with a content folder that holds no note yet. */
export const empty = (): string =>
  folder({ 'content/archive.yaml': settings, 'content/meetings/.keep': '' });
