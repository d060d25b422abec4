import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

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
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return files.sort().map((file) => {
    const html = readFileSync(file, 'utf8');
    const page: BuiltPage = {
      path: path
        .relative(dist, file)
        .split(path.sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1'),
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
    walk(parse(html));
    return page;
  });
}
