import type { Archive } from '../../archive/archive.ts';
import { type MeetingId, type SectionId, anchorsOf } from '../../archive/meeting.ts';
import { type Paths, noteImageFile } from '../../archive/paths.ts';
import { type ReferenceKey, saysKind } from '../../archive/references/reference.ts';
import { decodeEntities } from '../../archive/text/entity.ts';
import { decodePercent } from '../../archive/text/percent-encoding.ts';
import { escapeHtml, mapTags } from '../../archive/text/printed.ts';
import type { ReferenceThread } from '../../archive/threads/reference-thread.ts';

/** What links of stored HTML are completed with. */
export interface LinkContext {
  archive: Pick<Archive, 'meeting' | 'reference'>;
  paths: Pick<Paths, 'meeting' | 'reference' | 'file'>;
  /** The meeting that the HTML comes from, where it is shown on another page than its own. */
  from?: MeetingId;
  /**
   * References whose page has been linked already; grows. Without it no such link is added, as
   * befits headings and excerpts.
   */
  told?: Set<ReferenceKey>;
  /** The language of what is added, where the text is in another. */
  lang?: string | undefined;
}

// Stored HTML has one printer: attributes stand in double quotes, `<` and `"` never inside them as they are, nor
// `<` in text, and links do not nest.
const ATTRIBUTES = String.raw`(?: [\w:-]+(?:="[^"]*")?)*`;
const LINK = new RegExp(`<a(${ATTRIBUTES})>(.*?)</a>`, 'gs');
/** A picture by its public name. */
const IMAGE = / data-image="([0-9a-f]{20}\.[a-z]+)"/;
const ID = / id="[^"]*"/;
const KEY = / data-reference="[^"]*"/;

/** Reads the value of an attribute. */
function attribute(name: string): (attributes: string) => string | undefined {
  const pattern = new RegExp(` ${name}="([^"]*)"`);
  return (attributes) => {
    const value = pattern.exec(attributes)?.[1];
    return value === undefined ? undefined : decodeEntities(value);
  };
}

const hrefOf = attribute('href');
const meetingOf = attribute('data-meeting');
const anchorOf = attribute('data-anchor');
const referenceOf = attribute('data-reference');

/** How widely a reference is discussed, in words; undefined if only in one section. */
function extentOf({ meetings, discussions }: ReferenceThread): string | undefined {
  if (meetings > 1) return `${meetings} meetings`;
  return discussions.length > 1 ? `${discussions.length} sections` : undefined;
}

/** The classes by which a reference has its sign: that of its kind, with no words where its own say the same. */
function signOf({ kind, kindTold }: ReferenceThread, inner: string): string {
  if (!kindTold) return 'reference';
  return `reference ${kind}${saysKind(inner.replace(/<[^>]*>/g, ''), kind) ? ' said' : ''}`;
}

/**
 * Stored HTML of a heading or block with every link leading somewhere: those to other notes to
 * their pages (to the top, where the anchor is gone), those within the note to its page if it is
 * shown elsewhere; pictures get their address. References get their kind, if any note tells it, as a class in place of
 * their key, which their address says again, and, with `told`, a quiet link to our page of them if it has more to show
 * than this one section.
 */
export function completeLinks(html: string, context: LinkContext): string {
  const { archive, paths, from, told, lang } = context;
  const toMeeting = (id: MeetingId, anchor: string | undefined, inner: string): string => {
    const meeting = archive.meeting(id);
    if (meeting === undefined) return inner;
    const known = anchorsOf(meeting).find((name) => name === anchor) as SectionId | undefined;
    const path = paths.meeting(id, known);
    return `<a href="${escapeHtml(path)}">${inner}</a>`;
  };
  const changeTag = (tag: string): string =>
    (from === undefined ? tag : tag.replace(ID, '')).replace(
      IMAGE,
      (_all, name: string) => ` src="${paths.file(noteImageFile(name))}"`,
    );
  // Most texts keep all their tags, and there are many.
  const own = from !== undefined || html.includes(' data-image=') ? mapTags(html, changeTag) : html;
  return own.replace(LINK, (whole, attributes: string, inner: string) => {
    const meeting = meetingOf(attributes) as MeetingId | undefined;
    if (meeting !== undefined) {
      return toMeeting(meeting, anchorOf(attributes), inner);
    }
    const href = hrefOf(attributes);
    if (from !== undefined && href?.startsWith('#')) {
      return toMeeting(from, decodePercent(href.slice(1)), inner);
    }
    const key = referenceOf(attributes) as ReferenceKey | undefined;
    const thread = key && archive.reference(key);
    if (thread === undefined) return whole;
    const marked = whole
      .replace(' class="reference"', ` class="${signOf(thread, inner)}"`)
      .replace(KEY, '');
    const extent = extentOf(thread);
    if (told === undefined || told.has(thread.key) || !thread.hasPage || extent === undefined) {
      return marked;
    }
    told.add(thread.key);
    const page = escapeHtml(paths.reference(thread.reference, thread.kind));
    const name = escapeHtml(`${thread.label}, discussed in ${extent}`);
    const unlike = lang === undefined ? '' : ` lang="${lang}"`;
    return `${marked} <a class="also" href="${page}"${unlike} aria-label="${name}">${extent}</a>`;
  });
}
