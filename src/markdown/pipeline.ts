import type { Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

import type { LocalImage } from '../archive/meeting.ts';
import type { NoteTree } from '../archive/note/note-input.ts';
import type { ReferenceContext } from '../archive/references/known-repository.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';
import { mapTags } from '../archive/text/printed.ts';
import { isRelative, namesHost } from './address-kind.ts';
import { nameAlerts } from './alerts.ts';
import { partChatLines } from './chat-lines.ts';
import { listChatLogs } from './chat-logs.ts';
import { tellDirections } from './directions.ts';
import { quoteBoxes, withoutEditorMarks } from './editor-marks.ts';
import { isHeading, nameHeadings } from './heading-ids.ts';
import { joinHeadingLines } from './heading-lines.ts';
import { removeHiddenCharacters } from './hidden-characters.ts';
import { joinPieces } from './html-blocks.ts';
import { quoteHtml } from './html-quotations.ts';

import { type ResolveImage, settleImages } from './images.ts';
import { linkReferences } from './link-references.ts';
import { withoutLiquid } from './liquid.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { flattenRawHtml } from './raw-html.ts';
import { sanitize } from './sanitize.ts';
import { markSetextAccidents, restoreSetextParagraphs } from './setext-accidents.ts';
import { type LinkFinding, type ResolveNote, settleLinks } from './settle-links.ts';
import { replaceTaskBoxes } from './task-boxes.ts';
import { findUnclosedFences } from './unclosed-fences.ts';
import { findUnmarkedLists } from './unmarked-lists.ts';
import { findUnspacedHeadings } from './unspaced-headings.ts';
import { walkHtml } from './walk.ts';
import { linkWikiNames } from './wiki-links.ts';
import { dropWordlessHeadings, dropWordlessHeads } from './wordless.ts';

/** Something that the Markdown itself gives cause to say; lines and columns count from 1. */
export interface MarkdownFinding {
  kind:
    | 'fence-unclosed'
    | 'heading-unspaced'
    | 'html-dropped'
    | 'image-missing'
    | 'image-remote'
    | 'list-unmarked'
    | 'setext-accident'
    | 'text-hidden'
    | LinkFinding['kind'];
  subject: string;
  line: number;
  column: number;
  /** Why, where there are several reasons. */
  why?: string;
  /** What was meant, where something is alike. */
  near?: string;
}

/** What `readMarkdown` gives: the tree with its links, and what the Markdown gives cause to say. */
export interface MarkdownReading extends NoteTree {
  findings: MarkdownFinding[];
  /** Pictures beside the note that it shows. */
  images: LocalImage[];
}

interface Placed {
  position?: { start: { line: number; column: number } } | undefined;
}

const toHtmlTree = unified()
  .use(remarkRehype, { footnoteLabelTagName: 'p', footnoteLabelProperties: {} })
  .freeze();

/**
 * A heading inside a list or a quotation opens no section, and would break the order of the page's
 * headings: it keeps its words, its weight and its anchor.
 */
function flattenInnerHeadings(tree: Root): void {
  walkHtml(tree, (node, _index, parent) => {
    if (parent?.type === 'root' || !isHeading(node)) return;
    node.tagName = 'p';
    node.children = [
      { type: 'element', tagName: 'strong', properties: {}, children: node.children },
    ];
  });
}

/** What a note's Markdown is read with. */
export interface MarkdownContext {
  references: ReferenceContext;
  resolveNote: ResolveNote;
  /** Without it, a picture beside the note is shown as its alternative text. */
  resolveImage?: ResolveImage;
}

/** For a text by itself: it has no references, and its links lead to no note. */
export const noContext: MarkdownContext = {
  references: { home: undefined, repositories: [] },
  resolveNote: () => undefined,
};

/**
 * Reads Markdown (CommonMark with GitHub's extensions) into a tree of safe HTML. Headings get the
 * ids that GitHub gives them, references and links to other notes are marked. Raw HTML becomes
 * text, images of other hosts become links.
 */
export function readMarkdown(written: string, context: MarkdownContext): MarkdownReading {
  const { source, boxes } = withoutEditorMarks(withoutLiquid(written));
  const findings: MarkdownFinding[] = [];
  const report = (
    kind: MarkdownFinding['kind'],
    node: Placed,
    subject: string,
    why?: string,
  ): void => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    findings.push({ kind, subject, line, column, ...(why && { why }) });
  };
  const markdown = parseMarkdown(source);
  quoteBoxes(markdown, boxes);
  // While comments are still told from text.
  for (const one of findUnspacedHeadings(markdown, source)) {
    report('heading-unspaced', one, one.text);
  }
  for (const one of findUnmarkedLists(markdown, source)) report('list-unmarked', one, one.sign);
  partChatLines(markdown, source);
  removeHiddenCharacters(markdown, (node, hidden) =>
    report('text-hidden', node, hidden.join(', ')),
  );
  nameAlerts(markdown);
  const canShow = (url: string): boolean => {
    const found = isRelative(url) ? context.resolveImage?.(url) : undefined;
    return found !== undefined && !('problem' in found);
  };
  quoteHtml(markdown);
  joinPieces(markdown);
  flattenRawHtml(markdown, canShow, (node, tag) => report('html-dropped', node, tag));
  const leads = (target: string): boolean =>
    context.resolveNote(decodePercent(target)) !== undefined;
  linkWikiNames(markdown, source, { leads, canShow });
  const images = settleImages(markdown, context.resolveImage, (node, url, problem) => {
    if (problem !== undefined) report('image-missing', node, url, problem);
    else report(namesHost(url) ? 'image-remote' : 'link-scheme', node, url);
  });
  markSetextAccidents(markdown, source, (node) => {
    const start = node.position?.start.offset ?? 0;
    report('setext-accident', node, source.slice(start, start + 40).split('\n')[0] ?? '');
  });
  for (const node of findUnclosedFences(markdown, source)) report('fence-unclosed', node, '');
  listChatLogs(markdown, source);
  const raw = toHtmlTree.runSync(markdown);
  replaceTaskBoxes(raw);
  nameHeadings(raw);
  dropWordlessHeadings(raw);
  dropWordlessHeads(raw);
  flattenInnerHeadings(raw);
  const links = settleLinks(raw, context.resolveNote);
  const tree = sanitize(raw);
  const references = linkReferences(tree, source, context.references);
  restoreSetextParagraphs(tree);
  joinHeadingLines(tree);
  tellDirections(tree, source);
  return {
    tree,
    references,
    links: links.notes,
    images,
    findings: [
      ...findings,
      ...links.findings.map(({ target, ...rest }) => ({ ...rest, subject: target })),
    ],
  };
}

const angleBrackets: Readonly<Record<string, string>> = { '<': '&#x3C;', '>': '&#x3E;' };

/**
 * Prints nodes of a tree that `readMarkdown` made. Attributes stand in double quotes, and `<` and `>` are the ends
 * of tags and nothing else, neither in text nor, as HTML would allow (13.1.2.3), in attributes: whoever
 * completes, cuts or quotes what is printed can tell tags by them.
 */
export function printHtml(nodes: readonly RootContent[]): string {
  return mapTags(
    toHtml({ type: 'root', children: [...nodes] }),
    (tag) =>
      `<${tag.slice(1, -1).replace(/[<>]/g, (bracket) => angleBrackets[bracket] ?? bracket)}>`,
  );
}
