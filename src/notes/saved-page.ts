const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? all;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Whether a text is a web page rather than Markdown. */
export function isWebPage(text: string): boolean {
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(text);
}

/**
 * The note inside a page saved from HackMD or CodiMD, which carry its Markdown in an element `doc`;
 * nothing for any other page. The lines before it are left empty, so that every line keeps its number.
 */
export function noteInSavedPage(page: string): string | undefined {
  const open = /<div id="doc"[^>]*class="[^"]*markdown-body[^"]*"[^>]*>/i.exec(page);
  if (open === null) return undefined;
  const start = open.index + open[0].length;
  const end = page.indexOf('</div>', start);
  if (end < 0) return undefined;
  const before = '\n'.repeat(page.slice(0, start).split('\n').length - 1);
  return before + unescapeHtml(page.slice(start, end));
}
