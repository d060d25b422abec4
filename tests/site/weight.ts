import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** What a page costs its reader before they do anything. All sizes in bytes as brotli sends them. */
export interface Weight {
  path: string;
  /** The page and everything that it loads by itself. */
  bytes: number;
  /** Requests, the page's own among them. */
  requests: string[];
  /** Script, within the page and beside it. */
  script: number;
}

/** The size of a file as it is sent: brotli at the level of a good host, what is compressed already as it is. */
function sentSize(content: Buffer | string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(content, { params }).length;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(tag)?.slice(1).find(Boolean);

/** Addresses that a browser asks for as soon as it has the page; the icon is asked for once for a site. */
export function loadedBy(html: string): { address: string; script: boolean }[] {
  const found: { address: string; script: boolean }[] = [];
  for (const [tag, name] of html.matchAll(
    /<(script|link|img|iframe|source|video|audio)\b[^>]*>/g,
  )) {
    if (name === 'link') {
      const rel = attribute(tag, 'rel') ?? '';
      const address = attribute(tag, 'href');
      if (address === undefined || !/stylesheet|preload/.test(rel)) continue;
      found.push({ address, script: /modulepreload/.test(rel) });
      continue;
    }
    const address = attribute(tag, 'src');
    if (address === undefined || attribute(tag, 'loading') === 'lazy') continue;
    found.push({ address, script: name === 'script' });
  }
  return found;
}

/** Script that stands in the page itself, without the data of JSON and speculation rules. */
function inlineScript(html: string): string {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\stype="?(?:application|speculationrules)/.test(attributes))
    .map(([, , code]) => code)
    .join('\n');
}

/** Weighs a page of a built site, given by its path below `dist`; throws if what it loads is not there. */
export function weigh(dist: string, path: string): Weight {
  const html = readFileSync(join(dist, path), 'utf8');
  const loaded = loadedBy(html);
  const sizeOf = (address: string): number => {
    const file = join(dist, new URL(address, 'http://site/').pathname);
    if (!existsSync(file)) throw new Error(`${path} loads ${address}, which is not in the site`);
    return sentSize(readFileSync(file));
  };
  const beside = loaded.map(({ address, script }) => ({ address, script, bytes: sizeOf(address) }));
  const inline = inlineScript(html);
  const sum = (sizes: readonly { bytes: number }[]): number =>
    sizes.reduce((total, { bytes }) => total + bytes, 0);
  return {
    path,
    bytes: sentSize(html) + sum(beside),
    requests: [path, ...loaded.map(({ address }) => address)],
    script: (inline === '' ? 0 : sentSize(inline)) + sum(beside.filter(({ script }) => script)),
  };
}
