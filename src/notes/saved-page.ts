import { decodeEntities } from '../archive/text/entity.ts';
import { decodeText } from './decode.ts';

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
  return before + decodeEntities(page.slice(start, end));
}

/**
 * A note as others may have it: as it was written, byte for byte, but of a page saved from an editor only the note in
 * it, and not the editor's own program.
 */
export function noteToShare(bytes: Buffer): Buffer | string {
  if (!/<(?:!doctype html|html[\s>])/i.test(bytes.toString('latin1', 0, 500))) return bytes;
  const decoded = decodeText(bytes);
  if (!('text' in decoded) || !isWebPage(decoded.text)) return bytes;
  return noteInSavedPage(decoded.text)?.replace(/^\n+/, '') ?? bytes;
}

/** Whether a page is that in which HackMD or HedgeDoc edit a note, which they only fetch once it is shown. */
export function isEditor(page: string): boolean {
  return /class="[^"]*\bui-edit-area\b/.test(page) && (noteInSavedPage(page)?.trim() ?? '') === '';
}
