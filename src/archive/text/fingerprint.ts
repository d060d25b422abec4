/**
 * A short print of a text by which it is known again after edits: twelve minima of hashed words and
 * word pairs (MinHash), two characters each. The share of equal places estimates the share of words
 * and pairs that two texts have in common (Jaccard). Empty for a text without words.
 */
export type Fingerprint = string & { readonly __brand: 'Fingerprint' };

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const places = 12;
/** What a print looks like, for schemas. */
export const fingerprintPattern = /^(?:[A-Za-z0-9_-]{24})?$/;

/** FNV-1a over UTF-16 units, with a last stirring, as its low bits alone are weak. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

const stir = (value: number, place: number): number => {
  const mixed = Math.imul(value ^ Math.imul(place + 1, 0x9e3779b1), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

const lowerWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The print of a text. `context` is what stands around it (the heading above); it tells apart texts
 * of few words that recur, such as "Consensus." under every subject, and weighs nothing in long ones.
 */
export function fingerprint(text: string, context = ''): Fingerprint {
  const words = lowerWords(text);
  const features = new Set<string>(words);
  for (let index = 1; index < words.length; index += 1) {
    features.add(`${words[index - 1]} ${words[index]}`);
  }
  for (const word of lowerWords(context)) features.add(`^${word}`);
  if (features.size === 0) return '' as Fingerprint;
  const minima = new Array<number>(places).fill(0xffffffff);
  for (const feature of features) {
    const value = hash(feature);
    for (let place = 0; place < places; place += 1) {
      const stirred = stir(value, place);
      if (stirred < minima[place]!) minima[place] = stirred;
    }
  }
  // The smallest of many values has its high bits alike; the low ones tell them apart.
  return minima
    .map((value) => alphabet.charAt((value >>> 6) & 63) + alphabet.charAt(value & 63))
    .join('') as Fingerprint;
}

/** How alike two texts are by their prints, from 0 to 1; two texts without words tell nothing: 0. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  if (a === '' || b === '') return 0;
  let equal = 0;
  for (let place = 0; place < places * 2; place += 2) {
    if (a[place] === b[place] && a[place + 1] === b[place + 1]) equal += 1;
  }
  return equal / places;
}

/** From here on a text counts as the same text, edited. */
export const same = 0.5;
