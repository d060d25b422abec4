import path from 'node:path';

import { dateFromPath } from '../archive/dates/date-of-path.ts';
import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { removeHidden } from '../archive/text/hidden.ts';
import type { ContentFolders } from './folders.ts';
import { listFolder } from './list-files.ts';
import { shownPath } from './text-file.ts';

const isNote = (file: string): boolean => /\.md$/i.test(file);
/** What stands beside notes by the customs of GitHub's repositories and wikis, spelled as there. */
const isByCustom = (file: string): boolean =>
  /(?:^|\/)(?:Home|_Sidebar|_Footer|_Header|CHANGELOG|CODE_OF_CONDUCT|CONTRIBUTING|GOVERNANCE|LICEN[CS]E|SECURITY|SUMMARY|SUPPORT)\.md$/.test(
    file,
  );
/** Whether a file tells of its folder; that of a folder named after a day is the note of that day. */
function isReadme(file: string): boolean {
  if (!/(?:^|[/_-])(?:readme|index|template)\.md$/i.test(file)) return false;
  const found = /\/(?:readme|index)\.md$/i.test(file) ? dateFromPath(file) : undefined;
  return found === undefined || 'problem' in found;
}

/** More than anybody needs; files of the site are named after it, and no file's name may pass 255 bytes. */
const longestName = 150;

/** The notes of a content folder, by their paths below it; what is passed over is a finding. */
export function listNotes(
  folders: ContentFolders,
  directory: string,
  diagnostics: Diagnostic[],
): string[] {
  const place = (file: string) => ({
    file: shownPath(directory, path.join(folders.meetings, file)),
    line: 1,
    column: 1,
  });
  const files = listFolder(folders.meetings, place('').file, diagnostics);
  if (files === undefined) return [];
  const bare = path.dirname(folders.settings) === folders.meetings;
  const notes = files.flatMap(({ file, link }) => {
    if (bare && (/^topics\//.test(file) || file === 'template.md')) return [];
    if (link) {
      if (isNote(file)) diagnostics.push(diagnose('file-link', place(file), {}));
      return [];
    }
    if (/\.(?:mdx|astro|markdown|txt|html?|docx?)$/i.test(file)) {
      const why = `only files that end in ".md" are notes`;
      diagnostics.push(diagnose('file-passed-over', place(file), { why }));
      return [];
    }
    if (!isNote(file)) return [];
    if (isReadme(file) || isByCustom(file)) {
      const why = 'it is named as a description of its folder';
      diagnostics.push(diagnose('file-passed-over', place(file), { why }));
      return [];
    }
    if (path.basename(file).length > longestName) {
      diagnostics.push(diagnose('file-name-long', place(file), { most: longestName }));
      return [];
    }
    const { hidden } = removeHidden(file);
    if (file.includes('\ufffd')) hidden.push('U+FFFD for bytes that are not UTF-8');
    if (hidden.length > 0) {
      const characters = hidden.join(', ');
      diagnostics.push(diagnose('file-name-hidden', place(file), { characters }));
      return [];
    }
    return [file];
  });
  if (notes.length === 0) {
    const folder = place('').file || '.';
    diagnostics.push(diagnose('notes-none', { ...place(''), file: folder }, { folder }));
  }
  return notes;
}
