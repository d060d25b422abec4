import { type InlinePart, inlineParts } from './inline-parts.ts';
import { leanStyle } from './lean-style.ts';
import { type SitePolicy, charset, policyTag, sourceHash } from './page-policy.ts';
import { pageNames, scriptNames } from './used-names.ts';

/** What was made of a text, made once for each. */
function onceForText<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    let known = made.get(text);
    if (known === undefined) made.set(text, (known = make(text)));
    return known;
  };
}

// Pages are read with a character for each of their bytes: the marks looked for are ASCII, and no page needs to be
// decoded and encoded again.
const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'latin1');

/** A script or style that the site knows, where it stands in a page. */
interface KnownPart extends InlinePart {
  hash: string;
}

/** Finds the scripts and styles in a page that the site knows. */
function partFinder({ scripts, styles }: SitePolicy): (html: string) => KnownPart[] {
  const known = { script: new Set(scripts.hashes), style: new Set(styles.hashes) };
  // A few scripts and styles stand in all pages. What stands in one page alone, such as its structured data, is
  // not kept: a piece of a text keeps the whole of it in memory.
  const hashes = new Map<string, string>();
  const hashOf = (text: string): string => {
    const remembered = hashes.get(text);
    if (remembered !== undefined) return remembered;
    const found = sourceHash(bytesOf(text));
    if (known.script.has(found) || known.style.has(found)) hashes.set(text, found);
    return found;
  };
  return (html) =>
    inlineParts(html)
      .map((part) => ({ ...part, hash: hashOf(part.text) }))
      .filter(({ kind, hash }) => known[kind].has(hash));
}

/** What a page can use of a style, and what that is allowed by. */
type StyleOf = (text: string) => (isUsed: (name: string) => boolean) => {
  css: string;
  hash: string;
};

/** Many pages use the same of a style. */
const styleFinder = (): StyleOf =>
  onceForText((text) => {
    const { names, lean } = leanStyle(text);
    const made = onceForText((used) => {
      const css = lean(new Set(used.split(' ')));
      return { css, hash: sourceHash(bytesOf(css)) };
    });
    return (isUsed) => made([...names].filter(isUsed).join(' '));
  });

/**
 * Finishes each page, in UTF-8. Of the styles that the site knows it gets what it can use, and its own policy: this
 * allows those, and of the scripts that the site knows those that stand in the page, and never another. Throws for a
 * page without a charset.
 */
export function pageFinisher(site: SitePolicy): (page: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> {
  const partsOf = partFinder(site);
  const styleOf = styleFinder();
  const namesOf = onceForText(scriptNames);
  const always = new Set(site.names);

  return (page) => {
    const html = page.toString('latin1');
    const start = html.indexOf(charset);
    if (start < 0) throw new Error(`There is no ${charset}, after which the policy stands.`);
    const at = start + charset.length;
    const parts = partsOf(html);
    const scripts = parts.filter(({ kind }) => kind === 'script');
    const standing = pageNames(html);
    const brought = [always, ...scripts.map(({ text }) => namesOf(text))];
    const isUsed = (name: string): boolean =>
      standing.has(name) || brought.some((names) => names.has(name.replace(/^\./, '')));

    let rest = '';
    let end = at;
    const styles: string[] = [];
    for (const { kind, text, index } of parts) {
      if (kind !== 'style') continue;
      const { css, hash } = styleOf(text)(isUsed);
      styles.push(hash);
      rest += html.slice(end, index) + css;
      end = index + text.length;
    }
    rest += html.slice(end);
    const hashes = scripts.map(({ hash }) => hash);
    const policy = policyTag(site, hashes, styles);
    return Buffer.concat([page.subarray(0, at), Buffer.from(policy), bytesOf(rest)]);
  };
}
