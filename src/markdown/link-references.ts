import type { Element, ElementContent, Nodes, Parents, Root, Text } from 'hast';

import type { LinkedReference } from '../archive/note/note-input.ts';
import type { ReferenceContext } from '../archive/references/known-repository.ts';
import { findReferences } from '../archive/references/reference-in-text.ts';
import {
  type Reference,
  type RepositoryName,
  isSameRepository,
  leadsToComment,
  parseGitHubUrl,
  referenceKey,
  referenceLabel,
  referenceUrl,
} from '../archive/references/reference.ts';
import {
  parseRepositoryAddress,
  parseRepositoryHeading,
} from '../archive/references/repository-heading.ts';
import { isElement } from '../archive/text/element.ts';
import { plainText } from '../archive/text/plain-text.ts';
import { walkHtml } from './walk.ts';

/** The references of a tree, by the elements that `linkReferences` made or marked. */
export type LinkedReferences = Map<Element, LinkedReference>;

/** What a full address points at inside the pull request or issue, in a word, as GitHub shows it. */
function addressPart(url: string): string {
  if (leadsToComment(url)) return ' (comment)';
  const part = /\/pull\/\d+\/(files|commits|checks)/.exec(url)?.[1];
  return part === undefined ? '' : ` (${part})`;
}

const withoutScheme = (text: string): string => text.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '');
const withScheme = (address: string): string =>
  /^https?:/i.test(address) ? address : `https://${address}`;

/** Line and column of an offset in a text node, whose value may differ from the source's lines by escapes. */
function placeIn(
  node: Text,
  offset: number,
  lines: readonly string[],
): { line: number; column: number } {
  const start = node.position?.start;
  if (start === undefined) return { line: 1, column: 1 };
  const before = node.value.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  if (breaks === 0) return { line: start.line, column: start.column + offset };
  const line = start.line + breaks;
  const words = /^\S*/.exec(node.value.slice(offset))?.[0] ?? '';
  return { line, column: Math.max(1, (lines[line - 1] ?? '').indexOf(words) + 1) };
}

/** The repository that a heading names, by its words or by being a link to it or to a list of what is in it. */
function repositoryOf(heading: Element, context: ReferenceContext): RepositoryName | undefined {
  const link = heading.children.find(isElement);
  const besides = heading.children.filter((node) => node !== link);
  const isLink =
    link?.tagName === 'a' && !/\p{L}/u.test(plainText({ ...heading, children: besides }));
  return (
    parseRepositoryHeading(plainText(heading), context) ??
    (isLink ? parseRepositoryAddress(String(link.properties['href'] ?? '')) : undefined)
  );
}

/** The references whose full addresses stand below the heading at `index`, down to the next one. */
function addressedBelow(index: number, tree: Root, context: ReferenceContext): Reference[] {
  const found: Reference[] = [];
  for (let at = index + 1; at < tree.children.length; at += 1) {
    const block = tree.children[at]!;
    if (block.type !== 'element') continue;
    if (/^h[1-6]$/.test(block.tagName)) break;
    walkHtml({ type: 'root', children: [block] }, (node) => {
      if (node.type === 'element' && node.tagName === 'a') {
        const parsed = parseGitHubUrl(String(node.properties['href'] ?? ''));
        if (parsed !== undefined) found.push(parsed.reference);
      } else if (node.type === 'text' && node.value.includes('github.com/')) {
        const addresses = findReferences(node.value, context).filter(({ form }) => form === 'url');
        found.push(...addresses.map(({ reference }) => reference));
      }
    });
  }
  return found;
}

/**
 * The reference that a bare number in a heading is: the one whose full address stands below it, where all that have
 * that number are of one repository.
 */
function asAddressed(reference: Reference, addressed: readonly Reference[]): Reference {
  const same = addressed.filter(({ number }) => number === reference.number);
  const [first] = same;
  return first !== undefined && same.every((other) => isSameRepository(other, first))
    ? first
    : reference;
}

function linkText(
  node: Text,
  context: ReferenceContext,
  lines: readonly string[],
  linked: LinkedReferences,
  below: () => readonly Reference[],
): ElementContent[] | undefined {
  const found = findReferences(node.value, context).map((one) =>
    one.form === 'bare' ? { ...one, reference: asAddressed(one.reference, below()) } : one,
  );
  if (found.length === 0) return undefined;
  const parts: ElementContent[] = [];
  let end = 0;
  const text = (from: number, to: number): void => {
    if (from < to) {
      parts.push({
        type: 'text',
        value: node.value.slice(from, to),
        ...(node.position && { position: node.position }),
      });
    }
  };
  for (const { reference, kind, start, end: after, form } of found) {
    text(end, start);
    const words = node.value.slice(start, after);
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { className: ['reference'], dataReference: referenceKey(reference) },
      children: [],
    };
    link.properties['href'] = form === 'url' ? withScheme(words) : referenceUrl(reference, kind);
    link.children.push({
      type: 'text',
      value: form === 'url' ? referenceLabel(reference, context.home) + addressPart(words) : words,
    });
    linked.set(link, {
      reference,
      ...(kind && { kind }),
      url: form === 'url',
      ...placeIn(node, start, lines),
    });
    parts.push(link);
    end = after;
  }
  text(end, node.value.length);
  return parts;
}

/** Marks a link that a note makes itself, and shortens one whose text is its own address. */
function markLink(link: Element, home: ReferenceContext['home'], linked: LinkedReferences): void {
  const href = String(link.properties['href'] ?? '');
  const parsed = parseGitHubUrl(href);
  if (parsed === undefined) return;
  const { reference, kind } = parsed;
  link.properties['className'] = ['reference'];
  link.properties['dataReference'] = referenceKey(reference);
  if (withoutScheme(plainText(link)) === withoutScheme(href)) {
    link.children = [{ type: 'text', value: referenceLabel(reference, home) + addressPart(href) }];
  }
  const start = link.position?.start;
  linked.set(link, {
    reference,
    ...(kind && { kind }),
    url: true,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
  });
}

/**
 * Links every pull request and issue that the text names, in place, and marks the links that stand
 * there already: each gets the class `reference` and its key in `data-reference`. A heading that
 * names a repository gives the bare numbers below it their home, down to the next heading of its
 * own or a higher level. A bare number in a heading belongs where its full address below leads. `source` is the
 * Markdown, for columns.
 */
export function linkReferences(
  tree: Root,
  source: string,
  context: ReferenceContext,
): LinkedReferences {
  const linked: LinkedReferences = new Map();
  const homes: { depth: number; context: ReferenceContext }[] = [];
  const lines = source.split('\n');
  let here = context;
  let below = (): readonly Reference[] => [];
  const edits: { parent: Parents; node: Text; parts: ElementContent[] }[] = [];
  walkHtml(tree, (node, index, parent) => {
    if (node.type === 'element') {
      const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (parent === tree) {
        let addressed: readonly Reference[] | undefined = depth === undefined ? [] : undefined;
        below = () => (addressed ??= addressedBelow(index, tree, context));
      }
      if (depth !== undefined) {
        while ((homes.at(-1)?.depth ?? 0) >= Number(depth)) homes.pop();
        const home = repositoryOf(node, context);
        if (home !== undefined) homes.push({ depth: Number(depth), context: { ...context, home } });
        here = homes.at(-1)?.context ?? context;
      }
      if (node.tagName === 'a') {
        markLink(node, context.home, linked);
        return 'skip';
      }
      if (node.tagName === 'code' || node.tagName === 'pre') return 'skip';
      return undefined;
    }
    if (node.type !== 'text') return undefined;
    const parts = linkText(node, here, lines, linked, below);
    if (parts !== undefined && parent !== undefined) edits.push({ parent, node, parts });
    return undefined;
  });
  for (const { parent, node, parts } of edits) {
    const children = parent.children as Nodes[];
    children.splice(children.indexOf(node), 1, ...parts);
  }
  return linked;
}
