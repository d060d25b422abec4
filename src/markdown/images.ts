import type { Image, ImageReference, Link, LinkReference, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** Turns images into links with their alternative text, in place, so that nothing loads from another host. */
export function replaceImages(tree: Root, report: (node: Image) => void): void {
  visit(tree, ['image', 'imageReference'], (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const image = node as Image | ImageReference;
    const words: Text = {
      type: 'text',
      value: image.alt?.trim() || 'image',
      ...(image.position && { position: image.position }),
    };
    const holder = parent as Parents;
    const insideLink = holder.type === 'link' || holder.type === 'linkReference';
    if (image.type === 'image') report(image);
    const { position } = image;
    const at = position === undefined ? {} : { position };
    const replacement: Text | Link | LinkReference = insideLink
      ? words
      : image.type === 'image'
        ? { type: 'link', url: image.url, children: [words], ...at }
        : {
            type: 'linkReference',
            identifier: image.identifier,
            referenceType: 'full',
            children: [words],
            ...at,
          };
    holder.children.splice(index, 1, replacement as never);
  });
}
