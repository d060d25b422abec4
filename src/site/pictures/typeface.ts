import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font } from 'opentype.js';

import { type Step, coverOutline } from './coverage.ts';

/** Shades of a pixel, from none to full. */
export const shades = 16;

/**
 * A character ready to be drawn: the pixels that are not left white, most being so, where they lie from the pen,
 * and how far the pen goes.
 */
export interface Glyph {
  /** The row of each pixel, counted from `top`. */
  rows: Uint8Array;
  /** The column of each pixel, counted from `left`. */
  columns: Uint8Array;
  /** The shade of each pixel, 1 to `shades` - 1. */
  shades: Uint8Array;
  left: number;
  top: number;
  advance: number;
}

/** One weight at one size. */
export interface Face {
  glyph(character: string): Glyph;
  /** Width of a text in pixels. */
  measure(text: string): number;
}

const require = createRequire(import.meta.url);

/** The files that the font comes in, most used first; each is read when a text needs it. */
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

function fontFiles(weight: 400 | 600): (subset: string) => Font {
  const loaded = new Map<string, Font>();
  return (subset) => {
    const known = loaded.get(subset);
    if (known !== undefined) return known;
    const name = `source-serif-4-${subset}-${weight}-normal.woff`;
    const bytes = readFileSync(require.resolve(`@fontsource/source-serif-4/files/${name}`));
    const font = opentype.parse(new Uint8Array(bytes).buffer);
    loaded.set(subset, font);
    return font;
  };
}

/** The pixels of a shape that are not left white, from how far each is covered, row by row. */
function inked(
  covered: ArrayLike<number>,
  width: number,
): Pick<Glyph, 'rows' | 'columns' | 'shades'> {
  const all = Uint8Array.from(covered, (value) => Math.round(value * (shades - 1)));
  const places = [...all.keys()].filter((place) => all[place] !== 0);
  return {
    rows: Uint8Array.from(places, (place) => Math.floor(place / width)),
    columns: Uint8Array.from(places, (place) => place % width),
    shades: Uint8Array.from(places, (place) => all[place]!),
  };
}

/**
 * Source Serif 4 (SIL Open Font License) in one weight, in pixels. Scripts that it does not have
 * are drawn as its box for a missing character.
 */
export function openFace(weight: 400 | 600, size: number): Face {
  const fileOf = fontFiles(weight);
  const glyphs = new Map<string, Glyph>();
  const draw = (character: string): Glyph => {
    const subset = subsets.find((name) => fileOf(name).charToGlyphIndex(character) > 0) ?? 'latin';
    const font = fileOf(subset);
    const shape = font.charToGlyph(character);
    const advance = ((shape.advanceWidth ?? 0) * size) / font.unitsPerEm;
    const path = shape.getPath(0, 0, size);
    const box = path.getBoundingBox();
    if (!(box.x2 > box.x1)) return { ...inked([], 0), left: 0, top: 0, advance };
    const left = Math.floor(box.x1) - 1;
    const top = Math.floor(box.y1) - 1;
    const width = Math.ceil(box.x2) + 2 - left;
    const height = Math.ceil(box.y2) + 2 - top;
    const moved = (path.commands as Step[]).map((step): Step => {
      const at = { ...step } as Record<string, unknown>;
      for (const key of ['x', 'x1', 'x2']) if (key in at) at[key] = (at[key] as number) - left;
      for (const key of ['y', 'y1', 'y2']) if (key in at) at[key] = (at[key] as number) - top;
      return at as Step;
    });
    const { values } = coverOutline(moved, width, height);
    return { ...inked(values, width), left, top, advance };
  };
  const glyph = (character: string): Glyph => {
    let known = glyphs.get(character);
    if (known === undefined) {
      known = draw(character);
      glyphs.set(character, known);
    }
    return known;
  };
  return {
    glyph,
    measure: (text) => [...text].reduce((sum, character) => sum + glyph(character).advance, 0),
  };
}
