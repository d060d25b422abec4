import GithubSlugger from 'github-slugger';
import type { PhrasingContent, Root, Text } from 'mdast';

import { isPictureFile } from '../archive/text/picture-file.ts';
import { wikiTarget } from '../archive/text/wiki-target.ts';
import { walkMarkdown } from './walk.ts';

/** `[[Note]]`, `[[Note#Heading|words]]`, `![[picture.png|300]]`; a bar in a table stands behind a backslash. */
const wikiLink =
  /(!?)\[\[(?<target>[^[\]|#\n\\]{1,150})(?:#(?<heading>[^[\]|\n\\]{1,150}))?(?:\\?\|(?<label>[^[\]\n]{1,150}))?\]\]/g;

/** What a name within two brackets may lead to. */
export interface WikiNames {
  leads: (target: string) => boolean;
  canShow: (url: string) => boolean;
}

/** Where a part of a text stands, if the text stands in the source as it is. */
function placeOf(node: Text, from: number, to: number, source: string): Pick<Text, 'position'> {
  const { position } = node;
  const start = position?.start.offset;
  if (position === undefined || start === undefined) return {};
  if (source.slice(start, position.end.offset) !== node.value) return { position };
  const at = (offset: number) => {
    const before = source.slice(0, start + offset);
    const column = before.length - before.lastIndexOf('\n');
    const line = position.start.line + (node.value.slice(0, offset).split('\n').length - 1);
    return { line, column, offset: start + offset };
  };
  return { position: { start: at(from), end: at(to) } };
}

/** The link or the picture that a name in two brackets is; nothing where it names none of the archive. */
function nodeOf(
  { groups = {}, 1: embeds }: RegExpMatchArray,
  inHeading: boolean,
  { leads, canShow }: WikiNames,
): PhrasingContent | undefined {
  const { target = '', heading, label } = groups;
  const name = target.trim();
  if (embeds === '!' && isPictureFile(name)) {
    const alt = label === undefined || /^\d+(?:x\d+)?$/.test(label) ? '' : label;
    return !inHeading && canShow(name) ? { type: 'image', url: encodeURI(name), alt } : undefined;
  }
  // Of an anchor, which GitHub makes from all that stands between the brackets, nothing may be missing.
  if (inHeading && (label !== undefined || heading !== undefined)) return undefined;
  const link = (to: string, words: string): PhrasingContent => ({
    type: 'link',
    url: wikiTarget(to) + (heading === undefined ? '' : `#${new GithubSlugger().slug(heading)}`),
    children: [{ type: 'text', value: words }],
  });
  const whole = heading === undefined ? target : `${target}#${heading}`;
  if (leads(wikiTarget(name))) return link(name, label ?? whole);
  // The wikis of GitHub have the words first.
  return label !== undefined && leads(wikiTarget(label.trim()))
    ? link(label.trim(), whole)
    : undefined;
}

/**
 * Turns names in two brackets, as Obsidian and the wikis of GitHub have them, into links to the notes that they name
 * and pictures that stand beside the note, in place. What names none of these stays as it is written: in some notes
 * such brackets mean something else (`[[Prototype]]`).
 */
export function linkWikiNames(tree: Root, source: string, names: WikiNames): void {
  if (!source.includes('[[')) return;
  let linkEnd = 0;
  let headingEnd = 0;
  walkMarkdown(tree, (node, index, parent) => {
    const end = node.position?.end.offset ?? 0;
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'link' || node.type === 'linkReference') linkEnd = Math.max(linkEnd, end);
    if (node.type === 'heading') headingEnd = end;
    if (node.type !== 'text' || parent === undefined || start < linkEnd) return undefined;
    const parts: PhrasingContent[] = [];
    let done = 0;
    const text = (from: number, to: number): void => {
      const value = node.value.slice(from, to);
      if (value !== '') parts.push({ type: 'text', value, ...placeOf(node, from, to, source) });
    };
    for (const found of node.value.matchAll(wikiLink)) {
      const made = nodeOf(found, start < headingEnd, names);
      if (made === undefined) continue;
      text(done, found.index);
      done = found.index + found[0].length;
      parts.push({ ...made, ...placeOf(node, found.index, done, source) });
    }
    if (parts.length === 0) return undefined;
    text(done, node.value.length);
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}
