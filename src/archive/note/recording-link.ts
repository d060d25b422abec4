import type { Recording } from '../meeting.ts';
import { formatStart, recordingUrl } from './recording.ts';

/** A recording as a page links it. */
export interface RecordingLink {
  href: string;
  /** Where it is and from when it plays, told from others of its meeting by a number: `Recording 2 (YouTube)`. */
  label: string;
}

/** Links to the recordings of one meeting, in their order. */
export function recordingLinks(recordings: readonly Recording[]): RecordingLink[] {
  return recordings.map((recording, index) => {
    const { provider, url, start } = recording;
    const host = provider === 'youtube' ? 'YouTube' : new URL(url).hostname.replace(/^www\./, '');
    const number = recordings.length > 1 ? ` ${index + 1}` : '';
    const from = start === undefined || start === 0 ? '' : `, from ${formatStart(start)}`;
    return { href: recordingUrl(recording), label: `Recording${number} (${host}${from})` };
  });
}
