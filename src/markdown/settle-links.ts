import type { Element, Parents, Root } from 'hast';

import { findingsPerFile } from '../archive/diagnostics/diagnostic-list.ts';
import type { MeetingId, NoteLink } from '../archive/meeting.ts';
import { removeInvisible } from '../archive/text/invisible.ts';
import { nearAnchor } from '../archive/text/near-anchor.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';
import { hasScheme, isRelative } from './address-kind.ts';
import { isHeading } from './heading-ids.ts';
import { walkHtml } from './walk.ts';

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

function replaceByChildren(parent: Parents, node: Element): void {
  const children = parent.children as unknown[];
  children.splice(children.indexOf(node), 1, ...node.children);
}

/**
 * Settles where the links of a tree lead, in place: foreign ones are marked as such, links to other
 * notes get `data-meeting` and `data-anchor`, and those that lead nowhere become text.
 * Runs before the ids of the page are used, on a tree whose headings have theirs.
 */
export function settleLinks(
  tree: Root,
  resolveNote: ResolveNote,
): { findings: LinkFinding[]; notes: NoteLink[] } {
  const findings: LinkFinding[] = [];
  const notes: NoteLink[] = [];
  const ids = new Set<string>();
  const headings: string[] = [];
  const links: { parent: Parents; node: Element }[] = [];
  walkHtml(tree, (node, _index, parent) => {
    if (node.type !== 'element') return;
    const { id } = node.properties;
    if (typeof id === 'string') {
      ids.add(id);
      if (isHeading(node)) headings.push(id);
    }
    if (node.tagName === 'a' && parent !== undefined) links.push({ parent, node });
  });
  const dead: { parent: Parents; node: Element }[] = [];
  let deadAnchors = 0;
  const settle = (node: Element, parent: Parents): void => {
    const written = removeInvisible(String(node.properties['href'] ?? ''));
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const finding = (kind: LinkFinding['kind'], near?: string): void => {
      findings.push({ kind, target: written, line, column, ...(near !== undefined && { near }) });
    };
    const foreign = /^https?:\/\//i.test(written) ? URL.parse(written) : null;
    if (foreign !== null) {
      if (foreign.username !== '' || foreign.password !== '') {
        finding('link-userinfo');
        dead.push({ parent, node });
        return;
      }
      node.properties['href'] = written;
      node.properties['rel'] = ['noopener', 'noreferrer', 'nofollow', 'ugc'];
      return;
    }
    if (/^mailto:[^\s?@]+@[^\s?@]+(?:\?[^\s]*)?$/i.test(written)) return;
    if (written.startsWith('#')) {
      const anchor = written.slice(1);
      // As browsers look for it: as it is written, which is how footnotes are named, and then decoded.
      if (anchor === '' || ids.has(anchor) || ids.has(decodePercent(anchor))) return;
      deadAnchors += 1;
      const isListed = deadAnchors <= findingsPerFile;
      finding('anchor-dead', isListed ? nearAnchor(decodePercent(anchor), headings) : undefined);
      dead.push({ parent, node });
      return;
    }
    const [path = '', fragment] = written.split('#', 2);
    const meeting = isRelative(written) ? resolveNote(decodePercent(path)) : undefined;
    if (meeting === undefined) {
      finding(hasScheme(written) || written === '' ? 'link-scheme' : 'link-dead');
      dead.push({ parent, node });
      return;
    }
    const anchor = fragment === undefined ? undefined : decodePercent(fragment);
    node.properties = { dataMeeting: meeting, ...(anchor && { dataAnchor: anchor }), href: '#' };
    notes.push({ meeting, ...(anchor && { anchor }), target: written, line, column });
  };
  for (const { parent, node } of links) settle(node, parent);
  for (const { parent, node } of dead) replaceByChildren(parent, node);
  return { findings, notes };
}
