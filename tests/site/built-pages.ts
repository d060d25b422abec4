import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

import { pathsBelow } from '../../src/site/paths-below.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** A page of a built site: its path below the base, and what of it others can point at or it points at. */
export interface BuiltPage {
  /** `meetings/2020-01-02/`; `404.html`. */
  path: string;
  html: string;
  ids: string[];
  /** Values of `href` and `src`, with the element. */
  links: { element: string; url: string }[];
  /** Names of all elements, and of attributes that run scripts or hold styles. */
  elements: Set<string>;
  handlers: string[];
}

/** Reads every page of a built site. */
export function readPages(dist: string): BuiltPage[] {
  const files = pathsBelow(dist).filter((file) => file.endsWith('.html'));
  return files.map((file) => {
    const html = readFileSync(path.join(dist, file), 'utf8');
    const page: BuiltPage = {
      path: file.replace(/(^|\/)index\.html$/, '$1'),
      html,
      ids: [],
      links: [],
      elements: new Set(),
      handlers: [],
    };
    const walk = (node: Node): void => {
      if ('tagName' in node) {
        page.elements.add(node.tagName);
        for (const { name, value } of node.attrs) {
          if (name === 'id') page.ids.push(value);
          if (name === 'href' || name === 'src') {
            page.links.push({ element: node.tagName, url: value });
          }
          if (/^on|^style$|^srcdoc$|^formaction$/.test(name))
            page.handlers.push(`${node.tagName} ${name}`);
        }
      }
      if ('childNodes' in node) for (const child of node.childNodes) walk(child);
    };
    // What stands there for readers without script counts as well.
    walk(parse(html, { scriptingEnabled: false }));
    return page;
  });
}
