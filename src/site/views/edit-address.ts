import type { Meeting } from '../../archive/meeting.ts';
import type { Settings } from '../../archive/settings.ts';

/**
 * Where the note of a meeting can be edited; nothing where the settings do not say. Whatever its file is called, the
 * address is of that file (RFC 3986): a `#` or `?` in the name does not end it, nor is `notes:` taken for a scheme.
 */
export function editAddress(
  { file }: Pick<Meeting, 'file'>,
  { edit }: Pick<Settings, 'edit'>,
): string | undefined {
  if (edit === undefined) return undefined;
  const below = file.split('/').map(encodeURIComponent).join('/');
  return new URL(below, `${edit.replace(/\/$/, '')}/`).href;
}
