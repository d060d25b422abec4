import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

import { fencedLines } from '../archive/text/fenced-lines.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';
import type { ImageType } from '../archive/text/picture-file.ts';
import { largestPicture, readImageFacts } from '../notes/image-facts.ts';
import { pictureName } from '../notes/resolve-image.ts';
import { isWithin } from '../notes/within.ts';

/** A picture that a page may show. */
interface Picture {
  bytes: Buffer;
  type: ImageType;
  /** The file that it was found in, absolute; none of one that a source itself holds. */
  from?: string;
}

/** The pictures that a source itself holds, by the names that stand in their places. */
export type HeldPictures = ReadonlyMap<string, Picture>;

/** A picture to stand beside a note, under a name of its own. */
export interface PlacedPicture {
  name: string;
  bytes: Buffer;
  from: string | undefined;
  /** Whether the note says what it shows. */
  isTold: boolean;
}

/** A picture within a text (RFC 2397), as exports of Google Docs have it in Markdown and HTML. */
const within = /data:image\/[\w.+-]+;base64,([A-Za-z\d+/]+=*)/gi;

/** The address of a picture, and of what a picture may name further down. */
const inImage = /(?<before>!\[(?<alt>[^\]]*)\]\()(?<address><[^<>]*>|[^\s()<>]+)/g;
const inDefinition = /^(?<before> {0,3}\[(?<label>[^\]]+)\]:[ \t]*)(?<address><[^<>]*>|\S+)/g;

function pictureOf(bytes: Buffer): Picture | undefined {
  const facts = bytes.length > largestPicture ? undefined : readImageFacts(bytes);
  return facts && { bytes, type: facts.type };
}

/** Takes the pictures out of a text that holds them, as far as pages may show them; a name is left for each. */
export function takeOutPictures(text: string): { text: string; held: HeldPictures } {
  const held = new Map<string, Picture>();
  const without = text.replace(within, (whole, base64: string) => {
    const picture = pictureOf(Buffer.from(base64, 'base64'));
    if (picture === undefined) return whole;
    const name = pictureName(picture.bytes, picture.type);
    held.set(name, picture);
    return name;
  });
  return { text: without, held };
}

/** A picture that stands in the folder of a source, or below it; what lies elsewhere may be private. */
function pictureBeside(source: string, address: string): Picture | undefined {
  const folder = path.dirname(source);
  const file = path.resolve(folder, address);
  try {
    if (!isWithin(realpathSync(file), realpathSync(folder))) return undefined;
    if (statSync(file).size > largestPicture) return undefined;
    const picture = pictureOf(readFileSync(file));
    return picture && { ...picture, from: file };
  } catch {
    return undefined;
  }
}

/** Whether a picture is in a file already. */
const isAt = (file: string, { bytes }: Picture): boolean =>
  existsSync(file) && statSync(file).isFile() && readFileSync(file).equals(bytes);

/** A name for the next picture of a note, which no other picture has. */
function freeName(note: string, picture: Picture, used: ReadonlySet<string>): string {
  // Of signs that would end or part an address in Markdown.
  const stem = path.basename(note, '.md').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  for (let number = 1; ; number += 1) {
    const name = `${stem}-${number}.${picture.type}`;
    const file = path.join(path.dirname(note), name);
    if (used.has(name)) continue;
    if (!existsSync(file) || isAt(file, picture)) return name;
  }
}

/**
 * Gives the pictures of a note names to stand under beside it: those its source held, and those in the folder of the
 * source, an absolute path if it is a file. `note` is the absolute path that the note will have. Addresses that lead to
 * no picture stay, and so do those that are right where the note will stand.
 */
export function placePictures(
  markdown: string,
  note: string,
  { held, file }: { held: HeldPictures; file: string | undefined },
): { markdown: string; pictures: PlacedPicture[] } {
  const placed = new Map<string, PlacedPicture>();
  const place = (address: string, isTold: boolean): string | undefined => {
    const [target = ''] = decodePercent(address).split(/[?#]/, 1);
    if (target === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(target)) return undefined;
    const picture =
      held.get(target) ?? (file === undefined ? undefined : pictureBeside(file, target));
    if (picture === undefined || isAt(path.resolve(path.dirname(note), target), picture))
      return undefined;
    const key = pictureName(picture.bytes, picture.type);
    const known = placed.get(key);
    const used = new Set([...placed.values()].map(({ name }) => name));
    const name = known?.name ?? freeName(note, picture, used);
    placed.set(key, {
      name,
      bytes: picture.bytes,
      from: picture.from,
      isTold: isTold && (known?.isTold ?? true),
    });
    return name;
  };
  const lines = markdown.split('\n');
  const code = fencedLines(lines);
  const settled = lines.map((line, index) => {
    if (code.has(index)) return line;
    const settle = (whole: string, ...found: unknown[]): string => {
      const { before, alt, label, address } = found.at(-1) as Record<string, string | undefined>;
      const bare = (address ?? '').replace(/^<|>$/g, '');
      const isTold = label === undefined ? alt?.trim() !== '' : !markdown.includes(`![][${label}]`);
      const name = place(bare, isTold);
      return name === undefined ? whole : `${before}${name}`;
    };
    return line.replace(inImage, settle).replace(inDefinition, settle);
  });
  return { markdown: settled.join('\n'), pictures: [...placed.values()] };
}
