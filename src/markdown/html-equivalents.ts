import type { Delete, Emphasis, Html, InlineCode, Link, PhrasingContent, Strong } from 'mdast';

import { removeHidden } from '../archive/text/hidden.ts';
import { namesHost } from './address-kind.ts';
import { type Tag, attributeOf } from './html-tags.ts';
import { wordsOf } from './words-of.ts';

/** Elements that show what stands elsewhere, which no page of ours loads. */
const shown = /^(?:iframe|video|audio|source|embed)$/;

/** What Markdown has for an element with its contents. */
export type Wrap = (children: PhrasingContent[]) => Delete | Emphasis | InlineCode | Link | Strong;

export const strong: Wrap = (children) => ({ type: 'strong', children });
const emphasis: Wrap = (children) => ({ type: 'emphasis', children });
const struck: Wrap = (children) => ({ type: 'delete', children });
const code: Wrap = (children) => ({
  type: 'inlineCode',
  value: children.map(wordsOf).join('').replace(/\s+/g, ' ').trim(),
});
const wraps: Readonly<Record<string, Wrap>> = {
  ...{ b: strong, strong, i: emphasis, em: emphasis, del: struck, s: struck, strike: struck },
  ...{ code, kbd: code, samp: code, tt: code },
};

/** An address as HTML reads it, without white space around it and line breaks within. */
const plainAddress = (value: string | undefined): string =>
  (value ?? '').trim().replace(/[\t\n\r]/g, '');

/** Titles, where they open no section. */
export const titles = /^(?:h[1-6]|summary)$/;

/** What Markdown has for the element that a tag opens, if anything: a link where it has an address. */
export function wrapOf(tag: Tag): Wrap | undefined {
  if (tag.name !== 'a') return Object.hasOwn(wraps, tag.name) ? wraps[tag.name] : undefined;
  const url = plainAddress(attributeOf(tag, 'href'));
  return url === '' ? undefined : (children) => ({ type: 'link', url, children });
}

/** The kind of what such an element becomes, of which one does not stand within another. */
export const kindOf = (name: string): string =>
  name === 'a' ? 'link' : ((titles.test(name) ? strong : wraps[name])?.([]).type ?? name);

/** Where a piece of raw HTML stands. */
export interface Surroundings {
  /** Where words of a picture would be part of the anchor, which GitHub makes without them. */
  inHeading: boolean;
  canShow: (url: string) => boolean;
  position: Html['position'];
}

/** What a picture or a frame becomes: a picture that can be settled as any other, or a link to what it shows. */
export function embeddedBy(
  tag: Tag,
  { inHeading, canShow }: Surroundings,
): PhrasingContent | undefined {
  if (inHeading) return undefined;
  const url = plainAddress(attributeOf(tag, 'src'));
  const words = removeHidden(attributeOf(tag, tag.name === 'img' ? 'alt' : 'title') ?? '').text;
  if (tag.name === 'img') {
    if (namesHost(url) || (url !== '' && canShow(url))) return { type: 'image', url, alt: words };
    return words.trim() === '' ? undefined : { type: 'text', value: words };
  }
  if (!shown.test(tag.name) || !/^https?:/i.test(url)) return undefined;
  return { type: 'link', url, children: [{ type: 'text', value: words.trim() || url }] };
}
