import { decodeText } from '../notes/decode.ts';
import { isPlain } from '../notes/plain-file.ts';
import { isEditor, isWebPage, noteInSavedPage } from '../notes/saved-page.ts';
import { Refusal } from './command.ts';
import { type Facts, factsOfMarkdown } from './fidelity.ts';
import { withDirectAddresses } from './google-redirect.ts';
import { readHtmlFacts, readMarkdownFacts } from './import-facts.ts';
import { takeOverHtml } from './import-html.ts';
import { type Takeover, takeOverMarkdown } from './import-markdown.ts';
import { type HeldPictures, takeOutPictures } from './import-pictures.ts';
import type { Source } from './import-source.ts';

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;
/** The first bytes of what other programs keep and print. */
const isOther = (bytes: Uint8Array): boolean =>
  /^(?:%PDF-|\{\\rtf)/.test(Buffer.from(bytes.subarray(0, 5)).toString('latin1'));

/** The bytes as UTF-8, where their mark says that they are UTF-16, as some editors of Windows save. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return Buffer.from(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff)
    return Buffer.from(new TextDecoder('utf-16be').decode(bytes));
  return bytes;
}

/** What was taken over, and what there is to compare: what the source holds, and what the note does. */
export interface Compared extends Takeover {
  facts: Facts;
  kept: Facts;
  /** The pictures that the source held; the text has their names. */
  held: HeldPictures;
}

function compareHtml(source: string): Compared {
  const { text: html, held } = takeOutPictures(source);
  const taken = takeOverHtml(html);
  // With what no note may hold a parser may take minutes: it is compared by its lines, and refused later.
  const isReadable = isPlain(taken.markdown, '', [], { heavy: true });
  const read = isReadable ? readMarkdownFacts : factsOfMarkdown;
  return { ...taken, facts: readHtmlFacts(html), kept: read(taken.markdown), held };
}

function compareMarkdown(source: string): Compared {
  const { text: note, held } = takeOutPictures(source);
  const taken = takeOverMarkdown(note);
  const facts = factsOfMarkdown(withDirectAddresses(note));
  return { ...taken, facts, kept: factsOfMarkdown(taken.markdown), held };
}

/** The HTML of a document of Word. Throws `Refusal` for any other archive. */
async function readWord(name: string, bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const styleMap = ["p[style-name='Title'] => h1:fresh"];
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap })).value;
  } catch {
    throw new Refusal(
      `${name} is an archive, and no document of Word: unpack it, and take over the note that is in it.`,
    );
  }
}

/** Makes a note of a document of Word, a web page or Markdown, whichever the source is. Throws `Refusal` if it is none. */
export async function takeOver({ name, bytes }: Source): Promise<Compared> {
  if (isZip(bytes)) return compareHtml(await readWord(name, bytes));
  const utf8 = asUtf8(bytes);
  if (isOther(bytes) || utf8.includes(0)) {
    throw new Refusal(
      `${name} is no text: save it as Markdown, HTML or .docx, and take that over.`,
    );
  }
  const decoded = decodeText(utf8);
  if ('problem' in decoded) {
    throw new Refusal(
      `${name} cannot be read: ${decoded.problem}. Save it as UTF-8, and take that over.`,
    );
  }
  const { text } = decoded;
  if (text.trim() === '') throw new Refusal(`${name} is empty.`);
  const page = isWebPage(text);
  if (page && isEditor(text)) {
    throw new Refusal(
      `${name} is the page of an editor, without the note: take over the address with /download after it, or the Markdown that the editor exports.`,
    );
  }
  const note = page ? noteInSavedPage(text)?.trimStart() : text;
  if (note === undefined || (/\.html?$/i.test(name) && !page)) return compareHtml(text);
  return compareMarkdown(note);
}
