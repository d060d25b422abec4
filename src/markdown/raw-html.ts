import type { Html, Nodes, PhrasingContent, Root } from 'mdast';

import { decodeEntities } from '../archive/text/entity.ts';
import { removeHidden } from '../archive/text/hidden.ts';
import { walkMarkdown } from './walk.ts';

/** Elements of HTML, so that `<type>` and `<Not recorded>` are known for the plain words they are. */
const elements = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset ' +
    'figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i ' +
    'iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript ' +
    'object ol optgroup option output p param path picture pre progress q rp rt ruby s samp script search ' +
    'section select slot small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr track tt u ul use var video wbr'
  ).split(' '),
);

/** Elements that do nothing by an opening tag alone in the midst of a sentence, so that it is spoken of. */
const spokenOf = new Set(
  (
    'a article aside audio body button canvas details dialog div fieldset footer form frame head header ' +
    'html iframe img input label link main map meta nav object picture script section select slot source ' +
    'span style summary svg table template textarea title track video'
  ).split(' '),
);

const bareTag = /^<([a-z][a-z\d]*)\s*\/?>$/i;

/** An end tag and nothing else. */
const endTag = /^\s*<\/[^<>]*>\s*$/;

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const withContents = /<(script|style|template|svg|math|iframe|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const tag = /<(\/?)([A-Za-z][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/** A word in angle brackets that is an element of HTML, or could become one (custom elements hold a hyphen). */
const isElement = (name: string, rest: string): boolean =>
  elements.has(name.toLowerCase()) || (name.includes('-') && rest.includes('='));

/**
 * What a reader sees of a piece of raw HTML: its text. Tags of HTML are left out, with what
 * scripts and styles hold; words in angle brackets that are no HTML stay as written.
 */
function rawHtmlText(html: string): { text: string; dropped: string | undefined } {
  let dropped: string | undefined;
  const note = (what: string): void => {
    dropped ??= what;
  };
  const text = html
    .replace(comment, '')
    .replace(withContents, (_all, name: string) => {
      note(`<${name.toLowerCase()}>`);
      return '';
    })
    .replace(tag, (all: string, _slash: string, name: string, rest: string) => {
      if (!isElement(name, rest)) return all;
      if (!/^(?:br|wbr)$/i.test(name)) note(`<${name.toLowerCase()}>`);
      if (/^t[dh]$/i.test(name)) return ' ';
      return /^(?:br|hr|p|div|li|tr|h[1-6])$/i.test(name) ? '\n' : '';
    });
  return { text: removeHidden(decodeEntities(text)).text, dropped };
}

/** The names of the elements that a sentence closes somewhere. */
function closedIn(children: readonly Nodes[]): Set<string> {
  return new Set(
    children.flatMap((node) => {
      const name = node.type === 'html' ? /^<\/([a-z][a-z\d]*)/i.exec(node.value)?.[1] : undefined;
      return name === undefined ? [] : [name.toLowerCase()];
    }),
  );
}

/** What stands in the place of a piece of raw HTML: its text, as a paragraph where it was a block by itself. */
function replacementOf({ value, position: at }: Html, text: string, block: boolean): Nodes[] {
  const position = at === undefined ? {} : { position: at };
  if (!block && /^<br\s*\/?>$/i.test(value.trim())) return [{ type: 'break', ...position }];
  const words = text.trim();
  if (words === '') return [];
  if (!block) return [{ type: 'text', value: text.replaceAll('\n', ' '), ...position }];
  const children: PhrasingContent[] = [{ type: 'text', value: words, ...position }];
  return [{ type: 'paragraph', children, ...position }];
}

/**
 * Turns raw HTML in a note into plain text, in place; nothing of it reaches the page as markup. A tag that a sentence
 * only names (`it is a <div> now`), with nothing in it and no end, stays as written.
 * Calls `report` with each passage from which tags were left out, but for the end of what it was called with before.
 */
export function flattenRawHtml(tree: Root, report: (node: Html, tag: string) => void): void {
  // What each sentence closes, as it was before the first of its tags was taken out.
  const closed = new Map<Nodes, Set<string>>();
  // What was told of where it begins, beside what it ends.
  const told = new Map<Nodes, Set<string>>();
  // In a heading such a tag stays away, as on GitHub, whose anchors do not have it.
  let headingEnd = 0;
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type === 'heading') headingEnd = node.position?.end.offset ?? 0;
    if (node.type !== 'html' || parent === undefined) return undefined;
    const block =
      parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote';
    const inHeading = (node.position?.start.offset ?? 0) < headingEnd;
    const name = block || inHeading ? undefined : bareTag.exec(node.value)?.[1]?.toLowerCase();
    let isNamed = false;
    if (name !== undefined && spokenOf.has(name)) {
      const names = closed.get(parent) ?? closedIn(parent.children);
      closed.set(parent, names);
      isNamed = !names.has(name);
    }
    const { text, dropped } = isNamed
      ? { text: node.value, dropped: undefined }
      : rawHtmlText(node.value);
    if (dropped !== undefined) {
      const begun = told.get(parent) ?? new Set();
      if (!(endTag.test(node.value) && begun.has(dropped))) report(node, dropped);
      told.set(parent, begun.add(dropped));
    }
    const replacement = replacementOf(node, text, block);
    (parent.children as Nodes[]).splice(index, 1, ...replacement);
    return index + replacement.length;
  });
}
