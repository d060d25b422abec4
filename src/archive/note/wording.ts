import type { Block, Meeting } from '../meeting.ts';

/** What stands between two words, unless it is one space, as it mostly is. */
const GAP = /[^\p{L}\p{N} ][^\p{L}\p{N}]*| [^\p{L}\p{N}]+/gu;

/** Words alone: case, punctuation and spacing do not tell two wordings apart. */
export const normalise = (text: string): string => text.toLowerCase().replace(GAP, ' ').trim();

/** Letters and digits alone: neither do gaps between words tell two wordings apart then. */
export const lettersOf = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The blocks of prose among others, as they were written. */
export const prose = (blocks: readonly Block[]): string[] =>
  blocks.filter(({ kind }) => kind === 'text' || kind === 'list').map(({ text }) => text);

/** The words alone of a section: its heading, and each of its blocks of prose. */
export interface SectionWording {
  heading: string;
  texts: readonly string[];
}

/** The words alone of all that a meeting's note has of prose. */
export interface Wording {
  opening: readonly string[];
  sections: readonly SectionWording[];
}

/** Gives the wordings of meetings; those in `known` are there already, and others are put there. */
export function wordingReader(known?: WeakMap<Meeting, Wording>): (meeting: Meeting) => Wording {
  // Notes say many things alike, and one wording of them is enough.
  const normals = new Map<string, string>();
  const normalOf = (text: string): string => {
    let normal = normals.get(text);
    if (normal === undefined) normals.set(text, (normal = normalise(text)));
    return normal;
  };
  return (meeting) => {
    let wording = known?.get(meeting);
    if (wording === undefined) {
      wording = {
        opening: prose(meeting.opening).map(normalOf),
        sections: meeting.sections.map(({ heading, blocks }) => ({
          heading: normalOf(heading),
          texts: prose(blocks).map(normalOf),
        })),
      };
      known?.set(meeting, wording);
    }
    return wording;
  };
}
