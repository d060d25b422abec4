import type { Image, ImageReference, Link, Nodes, Parents, Root, Text } from 'mdast';

import type { LocalImage } from '../archive/meeting.ts';
import { isRelative, namesHost } from './address-kind.ts';
import { walkMarkdown } from './walk.ts';

/** Answers what the address of a picture beside the note leads to, or why it cannot be shown. */
export type ResolveImage = (target: string) => LocalImage | { problem: string };

/** What is to be said about an image: that it is on another host, or why it cannot be shown. */
export type ReportImage = (node: Image | ImageReference, url: string, problem?: string) => void;

/**
 * Settles the images of a tree, in place, so that nothing loads from another host: those beside the note
 * get their public name and their size, all others become links with their alternative text. Gives the
 * pictures to publish.
 */
export function settleImages(
  tree: Root,
  resolve: ResolveImage | undefined,
  report: ReportImage,
): LocalImage[] {
  const addresses = new Map<string, string>();
  const images: { image: Image | ImageReference; holder: Parents }[] = [];
  const insideLinks = new Set<Nodes>();
  walkMarkdown(tree, (node, _index, parent) => {
    const isInside = parent !== undefined && insideLinks.has(parent);
    if (isInside || node.type === 'link' || node.type === 'linkReference') insideLinks.add(node);
    if (node.type === 'definition') {
      if (!addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
    } else if ((node.type === 'image' || node.type === 'imageReference') && parent !== undefined) {
      images.push({ image: node, holder: parent });
    }
  });
  const used = new Map<string, LocalImage>();
  for (const { image, holder } of images) {
    const url = image.type === 'image' ? image.url : (addresses.get(image.identifier) ?? '');
    const at = image.position && { position: image.position };
    const replaceBy = (replacement: Text | Link | Image): void => {
      holder.children.splice(holder.children.indexOf(image as never), 1, replacement as never);
    };
    const words: Text = { type: 'text', value: image.alt?.trim() || 'image', ...at };
    if (!isRelative(url)) {
      report(image, url);
      const canLead = namesHost(url) && !insideLinks.has(holder);
      replaceBy(canLead ? { type: 'link', url, children: [words], ...at } : words);
      continue;
    }
    const found = resolve?.(url);
    if (found === undefined || 'problem' in found) {
      if (found !== undefined) report(image, url, found.problem);
      replaceBy(words);
      continue;
    }
    const { name, width, height } = found;
    used.set(name, found);
    // Whoever reads stored HTML by its tags finds none in an attribute.
    const alt = (image.alt ?? '').trim().replaceAll('<', '‹').replaceAll('>', '›');
    const hProperties = { dataImage: name, width, height, loading: 'lazy', decoding: 'async' };
    replaceBy({ type: 'image', url: '', alt, data: { hProperties }, ...at });
  }
  return [...used.values()];
}
