import { expect } from 'vitest';

import type { Diagnostic } from '../../src/archive/diagnostics/diagnostic.ts';
import type { Meeting } from '../../src/archive/meeting.ts';

/** Findings as one line each: place, code and message. */
export const linesOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`);

/** What a reader sees who follows an address, by the data that pages are made from. */
export function follow(
  meetings: readonly Meeting[],
  redirects: ReadonlyMap<string, string>,
  departedOf: (page: string) => NonNullable<Meeting['departed']> = () => [],
) {
  const land = (page: string, anchor: string, hops = 0): string => {
    if (hops > 3) return 'A CIRCLE';
    const meeting = meetings.find(({ id }) => `meetings/${id}` === page);
    if (meeting === undefined) {
      const own = departedOf(page).find(({ id }) => id === anchor);
      if (own !== undefined) {
        const to = `meetings/${own.meeting}`;
        return `/${to}/ → ${land(to, own.anchor, hops + 1)}`;
      }
      const target = redirects.get(page);
      return target === undefined ? 'NOTHING' : `/${target}/ → ${land(target, anchor, hops + 1)}`;
    }
    if (anchor === '') return 'the page';
    const { heading, aliases = [], departed = [], sections } = meeting;
    const ids = [
      ...(heading ? [heading.id] : []),
      ...aliases,
      ...departed.map(({ id }) => id),
      ...sections.flatMap((section) => [section.id, ...(section.aliases ?? [])]),
    ];
    expect(new Set(ids).size, `ids of ${meeting.id} are unique`).toBe(ids.length);
    if (heading?.id === anchor || aliases.includes(anchor)) return 'the top of the page';
    const away = departed.find(({ id }) => id === anchor);
    if (away !== undefined) {
      return `/meetings/${away.meeting}/ → ${land(`meetings/${away.meeting}`, away.anchor, hops + 1)}`;
    }
    const section = sections.find(({ id, aliases: more = [] }) =>
      [id, ...more].includes(anchor as typeof id),
    );
    if (section === undefined) return 'NOTHING';
    const text = section.blocks.map((block) => block.text).join(' ');
    return `${section.heading}: ${text.slice(0, 40)}`;
  };
  return land;
}
