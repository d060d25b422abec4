import { hash } from 'node:crypto';

import { inlineParts } from './inline-parts.ts';
import { leanStyle } from './lean-style.ts';
import { pageNames, scriptNames } from './used-names.ts';

/** What the pages of a site may run and load, as Astro tells it of all of them together. */
export interface SitePolicy {
  /** Directives but those for scripts and styles. */
  directives: readonly string[];
  scripts: Sources;
  styles: Sources;
  /** Of elements and classes that scripts which pages load may bring there. */
  names: readonly string[];
}

interface Sources {
  /** Such as `'self'`. */
  places: readonly string[];
  /** Of what may stand in a page, such as `sha256-…`. */
  hashes: readonly string[];
}

/** What a script or style is allowed by. Texts are hashed as UTF-8. */
export function sourceHash(source: string | Uint8Array): `sha256-${string}` {
  return `sha256-${hash('sha256', source, 'base64')}`;
}

/** The policy stands right after this, before anything that it is about. */
export const charset = '<meta charset="utf-8">';

const printSources = (name: string, { places }: Sources, hashes: Iterable<string>): string =>
  [name, ...places, ...Array.from(new Set(hashes), (hash) => `'${hash}'`)].join(' ');

/** What was made of a text, made once for each. */
function onceForText<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    let known = made.get(text);
    if (known === undefined) made.set(text, (known = make(text)));
    return known;
  };
}

/**
 * Finishes each page, in UTF-8. Of the styles that the site knows it gets what it can use, and its own policy (Content
 * Security Policy, level 3): this allows those, and of the scripts that the site knows those that stand in the page,
 * and never another. Throws for a page without a charset.
 */
export function pageFinisher(site: SitePolicy): (page: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> {
  const known = {
    script: new Set(site.scripts.hashes),
    style: new Set(site.styles.hashes),
  };
  // A few scripts and styles stand in all pages. What stands in one page alone, such as its structured data, is
  // not kept: a piece of a text keeps the whole of it in memory.
  const hashes = new Map<string, string>();

  // Texts are given with a character for each of their bytes.
  function hashOf(text: string): string {
    const remembered = hashes.get(text);
    if (remembered !== undefined) return remembered;
    const found = sourceHash(Buffer.from(text, 'latin1'));
    if (known.script.has(found) || known.style.has(found)) hashes.set(text, found);
    return found;
  }

  /** Many pages use the same of a style. */
  const styleOf = onceForText((text) => {
    const { names, lean } = leanStyle(text);
    const made = onceForText((used) => {
      const css = lean(new Set(used.split(' ')));
      return { css, hash: sourceHash(Buffer.from(css, 'latin1')) };
    });
    return (isUsed: (name: string) => boolean) => made([...names].filter(isUsed).join(' '));
  });
  const namesOf = onceForText(scriptNames);
  const always = new Set(site.names);

  return (page) => {
    // Each byte as a character: the marks looked for are ASCII, and no page needs to be decoded and encoded again.
    const html = page.toString('latin1');
    const start = html.indexOf(charset);
    if (start < 0) throw new Error(`There is no ${charset}, after which the policy stands.`);
    const at = start + charset.length;
    const allowed = inlineParts(html)
      .map((part) => ({ ...part, hash: hashOf(part.text) }))
      .filter(({ kind, hash }) => known[kind].has(hash));
    const scripts = allowed.filter(({ kind }) => kind === 'script');
    const names = [always, ...scripts.map(({ text }) => namesOf(text))];
    const standing = pageNames(html);
    const isUsed = (name: string): boolean =>
      standing.has(name) || names.some((each) => each.has(name.replace(/^\./, '')));
    let rest = '';
    let end = at;
    const styles: string[] = [];
    for (const { kind, text, index } of allowed) {
      if (kind !== 'style') continue;
      const lean = styleOf(text)(isUsed);
      styles.push(lean.hash);
      rest += html.slice(end, index) + lean.css;
      end = index + text.length;
    }
    rest += html.slice(end);
    const policy = [
      ...site.directives,
      printSources(
        'script-src',
        site.scripts,
        scripts.map(({ hash }) => hash),
      ),
      printSources('style-src', site.styles, styles),
    ].join(';');
    const tag = `<meta http-equiv="content-security-policy" content="${policy}">`;
    return Buffer.concat([page.subarray(0, at), Buffer.from(tag), Buffer.from(rest, 'latin1')]);
  };
}
