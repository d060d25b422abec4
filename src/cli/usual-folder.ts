import path from 'node:path';

import { type MeetingDate } from '../archive/dates/date.ts';
import type { Meeting } from '../archive/meeting.ts';

/** Where a note of a day belongs by the habit of the others. */
export interface UsualFolder {
  /** Path below the folder of notes, `/`-separated; empty for that folder itself. */
  folder: string;
  /** Whether the others lie in folders of several names, so that another one may be meant. */
  oneOfSeveral: boolean;
}

/** A folder of a year, a month or a day: `2019`, `2019-10`, `201910`, `2019-10-29`. */
const OF_TIME = /^\d{4}(?:(?<separator>[-_.]?)\d\d(?:\k<separator>\d\d)?)?$/;

/** The names of a note's folders, each that is its year, its year and month, or its day as of another day. */
function foldersOn({ date, file }: Pick<Meeting, 'date' | 'file'>, other: MeetingDate): string[] {
  const [was, is] = [date, other].map((day) => day.split('-'));
  const names = file.split('/').slice(0, -1);
  return names.map((name, at) => {
    const separator = OF_TIME.exec(name)?.groups?.['separator'] ?? '';
    for (let parts = 1; parts <= 3; parts += 1) {
      if (name === was?.slice(0, parts).join(separator)) return is!.slice(0, parts).join(separator);
    }
    // Within the folder of the year, that of the month; within that, that of the day.
    const depth = at - names.lastIndexOf(was?.[0] ?? '', at);
    const isBelow = depth > 0 && depth < 3 && names[at - 1] === was?.[depth - 1];
    return isBelow && name === was?.[depth] ? is![depth]! : name;
  });
}

/**
 * The folder for a note of a day: that of the newest note, of the day's own year and month where it is named after
 * these, as long as no note lies in the folder of notes itself. The first note goes into `first`.
 */
export function usualFolder(
  meetings: readonly Pick<Meeting, 'date' | 'file'>[],
  date: MeetingDate,
  first = '',
): UsualFolder {
  if (meetings.length === 0) return { folder: first, oneOfSeveral: false };
  const folders = meetings.map((meeting) => foldersOn(meeting, date).join('/'));
  const newest = meetings.reduce(
    (last, meeting, at) => (meeting.date >= (meetings[last]?.date ?? '') ? at : last),
    0,
  );
  if (folders.includes('')) return { folder: '', oneOfSeveral: false };
  return { folder: folders[newest] ?? '', oneOfSeveral: new Set(folders).size > 1 };
}

/** The path of a note in such a folder. */
export const fileIn = ({ folder }: UsualFolder, name: string): string =>
  path.posix.join(folder, name);

/** What to say of a note that is put into one of several. */
export const besideNewest =
  '  That is beside the newest note: move it if it belongs into another folder.\n';
