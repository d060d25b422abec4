import type { Lookup } from './lookup.ts';

/** Puts records in the order of their meetings, those of one meeting always in the order of its text. */
export const byMeeting =
  (first: 'newest' | 'oldest', { meetingOf }: Pick<Lookup, 'meetingOf'>) =>
  (a: { record: number }, b: { record: number }): number => {
    const later = (meetingOf[a.record] ?? 0) - (meetingOf[b.record] ?? 0);
    return (first === 'newest' ? -later : later) || a.record - b.record;
  };
