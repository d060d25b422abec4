import type { Archive } from '../archive.ts';
import { onceFor } from '../once-for.ts';
import type { Discussion } from '../passages/passage.ts';
import type { Routine } from '../passages/routine.ts';
import type { ReferenceKey } from '../references/reference.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';
import { tellingSentence } from './telling-sentence.ts';

const tell = (
  discussion: Discussion,
  reference: ReferenceKey,
  routine: Routine,
): string | undefined => tellingSentence(discussion, routine, { reference });

// The latest is told by every list that has the reference, and by its own page, which are made at different times.
const tellLatest = onceFor(tell);

/** What a discussion of a reference says of it, in one telling sentence; nothing where it says nothing. */
export function toldOf(
  discussion: Discussion,
  { key, discussions }: ReferenceThread,
  { routine }: Pick<Archive, 'routine'>,
): string | undefined {
  const isLatest = discussion === discussions.at(-1);
  return (isLatest ? tellLatest : tell)(discussion, key, routine);
}
