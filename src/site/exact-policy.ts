import { createHash } from 'node:crypto';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/;
const SOURCE_HASH = / '(sha256-[^']+)'/g;
// Any tag is read to its end, as an attribute may hold what looks like one.
const INLINE =
  /<(?:script|style)\b(?:"[^"]*"|[^">])*>([\s\S]*?)<\/(?:script|style)>|<[a-z](?:"[^"]*"|[^">])*>/g;

// A few scripts and styles stand in all pages. What stands in one page alone, such as its structured data, is
// not kept: a piece of a text keeps the whole of it in memory.
const hashes = new Map<string, string>();

// Texts are given with a character for each of their bytes.
function hashOf(text: string, policy: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${createHash('sha256').update(text, 'latin1').digest('base64')}`;
  if (policy.includes(hash)) hashes.set(text, hash);
  return hash;
}

/**
 * A page, in UTF-8, whose policy allows the scripts and styles that stand in it, and none that stand in other
 * pages of the site; Astro lists them all in every page. Takes hashes away, and never adds one.
 */
export function exactPolicy(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  // Each byte as a character: the marks looked for are ASCII, and no page needs to be decoded and encoded again.
  const html = page.toString('latin1');
  const policy = POLICY.exec(html)?.[0];
  if (policy === undefined) return page;
  const present = new Set<string>();
  for (const [, text = ''] of html.matchAll(INLINE))
    if (text !== '') present.add(hashOf(text, policy));
  const exact = policy.replace(SOURCE_HASH, (source, hash: string) =>
    present.has(hash) ? source : '',
  );
  return Buffer.from(
    html.replace(policy, () => exact),
    'latin1',
  );
}
