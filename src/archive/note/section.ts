import type { Element } from 'hast';

import type { Block, Mention, Section } from '../meeting.ts';
import { isElement, lineOf } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { agendaItems } from './agenda.ts';
import { blockKindOf } from './block-kind.ts';
import { type Heading, nestHeadings } from './heading.ts';
import { findMentions } from './mention.ts';
import type { NoteInput } from './note-input.ts';

/** A block of a note with its element, and the number of sections opened before it. */
export interface PlacedBlock {
  element: Element;
  block: Block;
  section: number;
}

/** What stands in a note: the sections and what is before them, with the mentions in all of it. */
export interface Draft {
  opening: Block[];
  sections: Section[];
  mentions: Mention[];
  blocks: PlacedBlock[];
}

/** Reads the sections of a note, in the order of the text; the heading that is its title opens none. */
export function readSections(
  input: Pick<NoteInput, 'text' | 'print'>,
  headings: readonly Heading[],
  title: Heading | undefined,
): Draft {
  const elements = input.text.tree.children.filter(isElement);
  const nested = nestHeadings(headings, title, elements);
  const draft: Draft = { opening: [], sections: [], mentions: [], blocks: [] };
  for (const element of elements) {
    if (element === title?.element) continue;
    const opened = nested.get(element);
    if (opened !== undefined) {
      const { heading, parent, level } = opened;
      const section = {
        id: heading.id,
        heading: heading.text,
        html: input.print(element.children),
        depth: heading.depth,
        level,
        ...(parent !== undefined && { parent }),
        line: heading.line,
        blocks: [],
      } as unknown as Section;
      draft.sections.push(section);
      draft.mentions.push(...findMentions(element, input, { section: section.id }));
      continue;
    }
    const section = draft.sections.at(-1);
    const blocks = section?.blocks ?? draft.opening;
    const block: Block = {
      kind: blockKindOf(element) ?? 'text',
      line: lineOf(element),
      text: plainText(element),
      html: input.print([element]),
    };
    const place = { ...(section && { section: section.id }), block: blocks.length };
    draft.mentions.push(...findMentions(element, input, place));
    blocks.push(block);
    const items = section === undefined ? [] : agendaItems(element, section.heading);
    if (section !== undefined && items.length > 0) {
      section.agenda = [...(section.agenda ?? []), ...items];
    }
    draft.blocks.push({ element, block, section: draft.sections.length });
  }
  return draft;
}

/** How many sections at the top of a note are headings over nothing, such as the day and place of the meeting. */
export function emptyAtHead(sections: readonly Section[]): number {
  const full = sections.findIndex(({ blocks }) => blocks.length > 0);
  return full < 0 ? sections.length : full;
}
