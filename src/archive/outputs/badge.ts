import { countOf } from '../text/count.ts';
import { xmlText } from '../text/xml-text.ts';

/** Widths of common characters at 11 px in Verdana and DejaVu Sans, nearly; others count as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[ilj.,:'|]/.test(character) ? 4 : 7;
  return width;
}

/** Pixels of the two halves of a badge. */
function halvesOf(count: number): { left: number; right: number } {
  return { left: widthOf('discussed') + 10, right: widthOf(`${count}×`) + 12 };
}

/** How wide and high the badge of so many meetings is, in pixels. */
export function badgeSize(count: number): { width: number; height: number } {
  const { left, right } = halvesOf(count);
  return { width: left + right, height: 20 };
}

/** An SVG to put into a README or a comment: `discussed | 3×`. `count` is of meetings, `label` the reference. */
export function badge(label: string, count: number): string {
  const times = `${count}×`;
  const { left, right } = halvesOf(count);
  const { width: all, height } = badgeSize(count);
  const name = xmlText(`${label} was discussed in ${countOf(count, 'meeting')}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="${height}" role="img" aria-label="${name}">` +
    `<title>${name}</title>` +
    `<rect width="${all}" height="${height}" rx="3" fill="#0b5563"/>` +
    `<path d="M3 0h${left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#4a4640"/>` +
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">' +
    `<text x="${left / 2}" y="14">discussed</text>` +
    `<text x="${left + right / 2}" y="14">${times}</text></g></svg>\n`
  );
}
