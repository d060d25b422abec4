import type { Archive } from '../archive.ts';
import type { Discussion } from '../passages/passage.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';
import { tellingSentence } from './telling-sentence.ts';

// The latest is told by every list that has the reference, and by its own page, which are made at different times.
const latest = new WeakMap<Discussion, { sentence: string | undefined }>();

/** What a discussion of a reference says of it, in one telling sentence; nothing where it says nothing. */
export function toldOf(
  discussion: Discussion,
  { key, discussions }: ReferenceThread,
  { routine }: Pick<Archive, 'routine'>,
): string | undefined {
  const tell = () => tellingSentence(discussion, routine, { reference: key });
  if (discussion !== discussions.at(-1)) return tell();
  let told = latest.get(discussion);
  if (told === undefined) latest.set(discussion, (told = { sentence: tell() }));
  return told.sentence;
}
