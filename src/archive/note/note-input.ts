import type { Element, Root, RootContent } from 'hast';

import type { LocalImage, NoteLink } from '../meeting.ts';
import type { Reference, ReferenceKind } from '../references/reference.ts';
import type { Settings } from '../settings.ts';
import type { FrontMatter } from './front-matter.ts';

/** A reference that a tree links, on the element that does. */
export interface LinkedReference {
  reference: Reference;
  kind?: ReferenceKind;
  /** Whether the link is a full address. */
  url: boolean;
  line: number;
  column: number;
}

/** A note's text as one tree of safe HTML, with ids on its headings and source positions throughout. */
export interface NoteTree {
  tree: Root;
  references: ReadonlyMap<Element, LinkedReference>;
  links: readonly NoteLink[];
  images?: readonly LocalImage[];
}

/** Prints nodes of a note's tree as safe HTML. */
export type Print = (nodes: readonly RootContent[]) => string;

/** All that one note's meeting is read from. */
export interface NoteInput {
  /** Path below the folder of notes, `/`-separated. */
  file: string;
  /** Path for diagnostics. */
  shown: string;
  text: NoteTree;
  frontMatter: FrontMatter;
  /** Line of each key of the front matter. */
  frontMatterLines: ReadonlyMap<string, number>;
  settings: Pick<Settings, 'title' | 'language'>;
  print: Print;
}
