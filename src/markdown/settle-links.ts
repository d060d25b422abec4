import type { Element, Parents, Root } from 'hast';

import { findingsPerFile } from '../archive/diagnostics/diagnostic-list.ts';
import type { MeetingId, NoteLink } from '../archive/meeting.ts';
import { removeInvisible } from '../archive/text/invisible.ts';
import { nearAnchor } from '../archive/text/near-anchor.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';
import { hasScheme, isRelative } from './address-kind.ts';
import { isHeading } from './heading-ids.ts';
import { walkHtml } from './walk.ts';
import { nameWordlessLink } from './wordless.ts';

/** A link that leads nowhere, or not where it says. */
export interface LinkFinding {
  kind: 'link-dead' | 'link-scheme' | 'link-userinfo' | 'anchor-dead';
  target: string;
  line: number;
  column: number;
  /** The anchor that was meant, where a heading has one that is alike. */
  near?: string;
}

/** Answers what a relative address leads to: another note, or nothing. */
export type ResolveNote = (path: string) => MeetingId | undefined;

const startOf = ({ position }: Element): { line: number; column: number } => {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column };
};

/** A link where it stands in a tree. */
interface PlacedLink {
  parent: Parents;
  node: Element;
}

/** The links of a tree, all of its ids, and those of them that headings have. */
function collect(tree: Root): { links: PlacedLink[]; ids: Set<string>; headings: string[] } {
  const links: PlacedLink[] = [];
  const ids = new Set<string>();
  const headings: string[] = [];
  walkHtml(tree, (node, _index, parent) => {
    if (node.type !== 'element') return;
    const { id } = node.properties;
    if (typeof id === 'string') {
      ids.add(id);
      if (isHeading(node)) headings.push(id);
    }
    if (node.tagName === 'a' && parent !== undefined) links.push({ parent, node });
  });
  return { links, ids, headings };
}

function replaceByChildren({ parent, node }: PlacedLink): void {
  const children = parent.children as unknown[];
  children.splice(children.indexOf(node), 1, ...node.children);
}

/**
 * Settles where the links of a tree lead, in place: foreign ones are marked as such, links to other
 * notes get `data-meeting` and `data-anchor`, those that lead nowhere become text, and those without words say
 * where they lead.
 * Runs before the ids of the page are used, on a tree whose headings have theirs.
 */
export function settleLinks(
  tree: Root,
  resolveNote: ResolveNote,
): { findings: LinkFinding[]; notes: NoteLink[] } {
  const { links, ids, headings } = collect(tree);
  const findings: LinkFinding[] = [];
  const notes: NoteLink[] = [];
  let deadAnchors = 0;
  /** Gives what is wrong with a link; nothing where it leads somewhere. */
  const settle = (
    node: Element,
    written: string,
  ): Pick<LinkFinding, 'kind' | 'near'> | undefined => {
    const foreign = /^https?:\/\//i.test(written) ? URL.parse(written) : null;
    if (foreign !== null) {
      if (foreign.username !== '' || foreign.password !== '') return { kind: 'link-userinfo' };
      node.properties['href'] = written;
      node.properties['rel'] = ['noopener', 'noreferrer', 'nofollow', 'ugc'];
      return undefined;
    }
    if (/^mailto:[^\s?@]+@[^\s?@]+(?:\?[^\s]*)?$/i.test(written)) return undefined;
    if (written.startsWith('#')) {
      const anchor = written.slice(1);
      // As browsers look for it: as it is written, which is how footnotes are named, and then decoded.
      if (anchor === '' || ids.has(anchor) || ids.has(decodePercent(anchor))) return undefined;
      deadAnchors += 1;
      const isListed = deadAnchors <= findingsPerFile;
      const near = isListed ? nearAnchor(decodePercent(anchor), headings) : undefined;
      return { kind: 'anchor-dead', ...(near !== undefined && { near }) };
    }
    const [path = '', fragment] = written.split('#', 2);
    const meeting = isRelative(written) ? resolveNote(decodePercent(path)) : undefined;
    if (meeting === undefined) {
      return { kind: hasScheme(written) || written === '' ? 'link-scheme' : 'link-dead' };
    }
    const anchor = fragment === undefined ? undefined : decodePercent(fragment);
    node.properties = { dataMeeting: meeting, ...(anchor && { dataAnchor: anchor }), href: '#' };
    notes.push({ meeting, ...(anchor && { anchor }), target: written, ...startOf(node) });
    return undefined;
  };
  for (const link of links) {
    const target = removeInvisible(String(link.node.properties['href'] ?? ''));
    const fault = settle(link.node, target);
    if (fault === undefined) {
      nameWordlessLink(link.node, target, link.parent);
      continue;
    }
    findings.push({ ...fault, target, ...startOf(link.node) });
    replaceByChildren(link);
  }
  return { findings, notes };
}
