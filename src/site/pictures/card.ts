import type { Card } from '../../archive/outputs/card.ts';
import { encodePng } from './png.ts';
import { type Face, openFace, shades } from './typeface.ts';

const width = 1200;
const height = 630;
const margin = 80;
const bar = 20;
/** What a row begins with, and its pixels. */
const stride = 1 + width;

// The colours of the site's light theme; each kind of text has a ramp of its own from paper to full.
const paper = '#fffefb';
const inks = { ink: '#1c1b19', soft: '#4d4943', accent: '#0b5563' };

const channels = (colour: string): number[] =>
  [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));

const mix = (colour: string, share: number): string => {
  const from = channels(paper);
  return `#${channels(colour)
    .map((value, index) => Math.round(from[index]! + (value - from[index]!) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
};

const ramps = Object.values(inks).map((colour) =>
  Array.from({ length: shades }, (_, shade) => mix(colour, shade / (shades - 1))),
);
const colours = ramps.flat();
const rampOf = { ink: 0, soft: shades, accent: 2 * shades };

interface Line {
  text: string;
  face: Face;
  colour: keyof typeof inks;
  /** Of the baseline. */
  y: number;
}

function drawLine(rows: Uint8Array, { text, face, colour, y }: Line): void {
  const ramp = rampOf[colour];
  let pen = margin;
  for (const character of text) {
    const glyph = face.glyph(character);
    const corner = (y + glyph.top) * stride + 1 + Math.round(pen) + glyph.left;
    const { shades: inked } = glyph;
    for (let index = 0; index < inked.length; index += 1) {
      const at = corner + glyph.rows[index]! * stride + glyph.columns[index]!;
      const shade = inked[index]!;
      // Neighbours may touch; the darker one wins.
      if (shade > rows[at]! % shades) rows[at] = ramp + shade;
    }
    pen += glyph.advance;
  }
}

/** Text in at most so many lines of the card's width; what does not fit ends in an ellipsis. */
export function wrap(text: string, face: Pick<Face, 'measure'>, most: number): string[] {
  const space = width - 2 * margin;
  const cut = (line: string): string => {
    let kept = '';
    let room = space - face.measure('…');
    for (const character of line) {
      room -= face.measure(character);
      if (room < 0) break;
      kept += character;
    }
    return `${kept.trimEnd()}…`;
  };
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter(Boolean);
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (face.measure(longer) <= space) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, cut([line, ...words.slice(index)].join(' ').trim())];
    if (line !== '') lines.push(line);
    line = face.measure(word) <= space ? word : cut(word);
  }
  return line === '' ? lines : [...lines, line];
}

/** Drawn on anew for each card: with a canvas of its own, each would take half as long again. */
const rows = new Uint8Array(stride * height);
let faces: { title: Face; text: Face; small: Face } | undefined;

/** Pictographs have no place in the font, and the words say enough without them. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Extended_Pictographic}\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 500)
    .toWellFormed();

/** The picture of a card as PNG, 1200 by 630; the same card gives the same bytes. */
export function drawCard(card: Card): Buffer {
  faces ??= { title: openFace(600, 68), text: openFace(400, 40), small: openFace(400, 34) };
  const { title, text, small } = faces;
  rows.fill(0);
  for (let start = 1; start < rows.length; start += stride) {
    rows.fill(rampOf.accent + shades - 1, start, start + bar);
  }
  const lines: Line[] = [];
  for (const line of wrap(plain(card.series), small, 1)) {
    lines.push({ text: line, face: small, colour: 'accent', y: 112 });
  }
  let y = 214;
  for (const line of wrap(plain(card.title), title, 2)) {
    lines.push({ text: line, face: title, colour: 'ink', y });
    y += 82;
  }
  y += 4;
  for (const line of wrap(plain(card.text), text, y > 310 ? 3 : 4)) {
    lines.push({ text: line, face: text, colour: 'soft', y });
    y += 56;
  }
  for (const line of wrap(plain(card.foot), small, 1)) {
    lines.push({ text: line, face: small, colour: 'accent', y: 566 });
  }
  for (const line of lines) drawLine(rows, line);
  return encodePng({ width, height, rows, colours });
}
