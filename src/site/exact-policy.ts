import { createHash } from 'node:crypto';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/;
const SOURCE_HASH = / '(sha256-[^']+)'/g;
const INLINE = /<(?:script|style)\b[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
const MODULE = /<script type="module">([\s\S]*?)<\/script>/g;
/** A statement that only a module may have, at its top level; `import()` may stand anywhere. */
const TIED = /(?:^|[;}])\s*(?:import\s*["'{*\w]|export\b)/;

// A few scripts and styles stand in all pages. What stands in one page alone, such as its structured data, is
// not kept: a piece of a text keeps the whole of it in memory.
const hashes = new Map<string, string>();

// Texts are given with a character for each of their bytes.
const digest = (text: string): string =>
  `sha256-${createHash('sha256').update(text, 'latin1').digest('base64')}`;

function hashOf(text: string, policy: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = digest(text);
  if (policy.includes(hash)) hashes.set(text, hash);
  return hash;
}

/** The modules of a page as one, and its hash. */
interface JoinedModule {
  code: string;
  hash: string;
}

// All pages of a kind have the same modules.
const joined = new Map<string, JoinedModule>();

/** Several modules as one; nothing where one of them is not allowed, or is tied to others by a statement. */
function joinCodes(codes: readonly string[], policy: string): JoinedModule | undefined {
  if (!codes.every((code) => policy.includes(hashOf(code, policy)))) return undefined;
  const key = codes.join('\0');
  const known = joined.get(key);
  if (known !== undefined) return known;
  if (codes.some((code) => TIED.test(code))) return undefined;
  // A line of its own for the end, as a comment may come before it.
  const code = codes.map((one) => `(async()=>{${one.trim()}\n})();`).join('');
  const join = { code, hash: digest(code) };
  joined.set(key, join);
  return join;
}

/**
 * A page whose modules, each of which its policy allows, are one, where the last of them stood: it runs them
 * in their order, each with names of its own, and free to wait or to fail without the others. The policy then
 * allows that one instead: a hash is what compresses worst of all in a page.
 */
function joinModules(html: string, policy: string): string {
  const codes = [...html.matchAll(MODULE)].map(([, code = '']) => code);
  const join = codes.length < 2 ? undefined : joinCodes(codes, policy);
  if (join === undefined) return html;
  let left = codes.length;
  return html
    .replace(MODULE, () => (--left === 0 ? `<script type="module">${join.code}</script>` : ''))
    .replace(policy, () => policy.replace(hashOf(codes[0] ?? '', policy), () => join.hash));
}

/**
 * A page, in UTF-8, whose policy allows the scripts and styles that stand in it, and none that stand in other
 * pages of the site; Astro lists them all in every page. Its modules become one. What the policy did
 * not allow, it never will.
 */
export function exactPolicy(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  // Each byte as a character: the marks looked for are ASCII, and no page needs to be decoded and encoded again.
  const text = page.toString('latin1');
  const given = POLICY.exec(text)?.[0];
  if (given === undefined) return page;
  const html = joinModules(text, given);
  const policy = POLICY.exec(html)?.[0] ?? given;
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
