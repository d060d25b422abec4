/**
 * Stored HTML whose tables and blocks of code scroll inside themselves, also by keyboard: nothing
 * that a note holds may widen the page. Columns keep their alignment as a class, as HTML has no
 * attribute for it any more, and the head of a column without words is none. Not for HTML that has been through here.
 */
export function makeScrollable(html: string): string {
  return html
    .replace(/<pre>/g, '<pre tabindex="0" role="group" aria-label="Code">')
    .replace(
      /<table(?= dir="|>)/g,
      '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table',
    )
    .replace(/<\/table>/g, '</table></div>')
    .replace(/<th((?: [^>]*)?)>\s*<\/th>/g, '<td$1></td>')
    .replace(/<(t[hd]) align="(left|right|center)"(?= dir="|>)/g, '<$1 class="$2"');
}
