import type { Block, Meeting, MeetingId, Outcome, SectionId } from '../meeting.ts';
import { byCodeUnit } from '../text/order.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { mapTags } from '../text/printed.ts';
import { type MeetingRecord, partsOfTarget } from './permalinks.ts';
import { slugsOf } from './places.ts';

/** What a section is called in public: its id, and further ids under which it was published. */
export interface PublicName {
  slug: string;
  id: string;
  aliases: string[];
}

/**
 * The public ids of a note's headings. A published id stays with its text: where the note now uses
 * it for another heading, that heading gets a free one.
 */
export function publicNames(slugs: readonly string[], record: MeetingRecord | undefined) {
  const moved = record?.moved ?? new Map<string, string>();
  const taken = new Set([...slugs, ...(record?.anchors.keys() ?? []), ...moved.keys()]);
  const published = Map.groupBy(
    [...moved].filter(([id, slug]) => id !== slug).sort(([a], [b]) => byCodeUnit(a, b)),
    ([, slug]) => slug,
  );
  const isAway = (slug: string): boolean => (moved.get(slug) ?? slug) !== slug;
  return slugs.map((slug): PublicName => {
    const ids = (published.get(slug) ?? []).map(([id]) => id);
    if (!isAway(slug)) return { slug, id: slug, aliases: ids };
    const [first, ...rest] = ids;
    if (first !== undefined) return { slug, id: first, aliases: rest };
    let count = 1;
    while (taken.has(`${slug}-${count}`)) count += 1;
    taken.add(`${slug}-${count}`);
    return { slug, id: `${slug}-${count}`, aliases: [] };
  });
}

/**
 * The published ids of a record that stand in another meeting now, in their order. What leads to the
 * top of a page leads to that of the meeting that took the place of this one, if one did.
 */
export function departedIn(
  { moved }: MeetingRecord,
  instead?: MeetingId,
): NonNullable<Meeting['departed']> {
  return [...moved]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([id, to]) => {
      if (to === '' && instead !== undefined) return [{ id, meeting: instead, anchor: '' }];
      return to.includes('#') ? [{ id, ...partsOfTarget(to) }] : [];
    });
}

/** What turns the links of a note into itself, which were written for the anchors that its headings have today. */
function relinker(names: Iterable<PublicName>): (html: string) => string {
  const ids = new Map(
    [...names].filter(({ slug, id }) => slug !== id).map(({ slug, id }) => [slug, id]),
  );
  if (ids.size === 0) return (html) => html;
  return (html) =>
    mapTags(html, (tag) =>
      tag.replace(/ href="#([^"]*)"/, (whole, anchor: string) => {
        const id = ids.get(decodePercent(anchor));
        return id === undefined ? whole : ` href="#${encodeURIComponent(id)}"`;
      }),
    );
}

/** The ids under which the top of a page was published: those of the note's own heading, and those that lead there now. */
function aliasesOfTop({ moved }: MeetingRecord, heading: PublicName | undefined): string[] {
  const away = [...moved].filter(([, to]) => to === '').map(([id]) => id);
  return [...(heading?.aliases ?? []), ...away].sort(byCodeUnit);
}

/** Gives a meeting's headings their public ids and aliases, and has all that names them follow. */
export function settleAnchors(meeting: Meeting, record: MeetingRecord | undefined): Meeting {
  if (record === undefined || record.moved.size === 0) return meeting;
  const names = new Map(publicNames(slugsOf(meeting), record).map((name) => [name.slug, name]));
  const nameOf = (slug: string): SectionId => (names.get(slug)?.id ?? slug) as unknown as SectionId;
  const relink = relinker(names.values());
  const relinked = (blocks: Block[]): Block[] =>
    blocks.map((block) => ({ ...block, html: relink(block.html) }));
  const resettle = (outcomes: Outcome[]): Outcome[] =>
    outcomes.map((outcome) => ({
      ...outcome,
      ...(outcome.section !== undefined && { section: nameOf(outcome.section) }),
      html: relink(outcome.html),
    }));
  const top = aliasesOfTop(record, meeting.heading && names.get(meeting.heading.id));
  const departed = departedIn(record);
  return {
    ...meeting,
    ...(meeting.heading && {
      heading: { ...meeting.heading, id: nameOf(meeting.heading.id) },
    }),
    ...(top.length > 0 && { aliases: top }),
    ...(departed.length > 0 && { departed }),
    opening: relinked(meeting.opening),
    sections: meeting.sections.map((section) => {
      const { id, aliases } = names.get(section.id)!;
      return {
        ...section,
        id: id as unknown as SectionId,
        ...(section.parent !== undefined && { parent: nameOf(section.parent) }),
        ...(aliases.length > 0 && { aliases }),
        html: relink(section.html),
        blocks: relinked(section.blocks),
      };
    }),
    mentions: meeting.mentions.map((mention) => ({
      ...mention,
      ...(mention.section !== undefined && { section: nameOf(mention.section) }),
      excerpt: relink(mention.excerpt),
    })),
    ...(meeting.decisions && { decisions: resettle(meeting.decisions) }),
    ...(meeting.actions && { actions: resettle(meeting.actions) }),
    ...(meeting.boxes && { boxes: resettle(meeting.boxes) }),
  };
}
