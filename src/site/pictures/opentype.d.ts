/** The part of opentype.js that is used here; the package brings no types. */
declare module 'opentype.js' {
  export interface Path {
    /** `M`, `L`, `Q`, `C` and `Z` with their coordinates. */
    commands: unknown[];
    getBoundingBox(): { x1: number; y1: number; x2: number; y2: number };
  }

  export interface Glyph {
    advanceWidth?: number;
    /** The outline with its baseline at `y`, `y` growing downwards. */
    getPath(x: number, y: number, size: number): Path;
  }

  export interface Font {
    unitsPerEm: number;
    /** 0 where the font has no such character. */
    charToGlyphIndex(character: string): number;
    charToGlyph(character: string): Glyph;
  }

  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
