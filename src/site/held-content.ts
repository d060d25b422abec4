import type { TopicSlug } from '../archive/topics/topic.ts';
import type { Content } from '../notes/assemble.ts';
import { PlainError } from './plain-error.ts';

/** The content as the site needs it, without the texts of the notes, which take much room. */
export interface SiteContent extends Pick<
  Content,
  'topics' | 'meetings' | 'archive' | 'permalinks'
> {
  /** The definition of each topic as safe HTML whose links are still to be completed. */
  definitions: ReadonlyMap<TopicSlug, string>;
}

/** Reads the content, and says what it finds with what is given; rejects where it cannot be accepted. */
export type ContentReader = (say: {
  warn: (line: string) => void;
  info: (line: string) => void;
}) => Promise<SiteContent>;

// The configuration, the collections and the pages are each loaded with modules of their own, but run in
// one process. Handing the content over here spares printing all of it into Astro's store, bundling that
// store as a module and validating and indexing what comes out of it a second time, which took more
// time and memory than everything else together in an archive of thousands of notes. Handing over the
// reader spares the collections the loading of all modules that read notes a second time.
const place = Symbol.for('meeting-notes-archive.content');
interface Held {
  read?: ContentReader;
  content?: SiteContent;
  refusal?: string;
  follow?: () => void;
}
const shared = globalThis as { [place]?: Held };
const held = (shared[place] ??= {});

/** Keeps what reads the content, for the collections. */
export function holdReader(read: ContentReader): void {
  held.read = read;
}

/** What reads the content; nothing where Astro only makes the program of the pages, which depends on none. */
export function heldReader(): ContentReader | undefined {
  return held.read;
}

/** Keeps the content that was read last, for the pages. */
export function holdContent(content: SiteContent): void {
  if (held.content === content && held.refusal === undefined) return;
  held.content = content;
  delete held.refusal;
  held.follow?.();
}

/** Keeps, while developing, why what stands in the folder now is not accepted; until some is. */
export function holdRefusal(message: string): void {
  if (held.refusal === message) return;
  held.refusal = message;
  held.follow?.();
}

/** Has a function called, while developing, whenever other content is held, or a refusal of what stands there. */
export function followContent(follow: () => void): void {
  held.follow = follow;
}

/** Why the content is not accepted as it stands now; nothing where it is. */
export function heldRefusal(): string | undefined {
  return held.refusal;
}

/** The content that was read last. Throws before any was, and while what stands there now is not accepted. */
export function heldContent(): SiteContent {
  if (held.refusal !== undefined) throw new PlainError(held.refusal);
  if (held.content === undefined) throw new Error('No content has been read in this process.');
  return held.content;
}
