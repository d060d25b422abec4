import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import { isSettled } from './conflicts.ts';
import { isOwnFile, isPlain } from './plain-file.ts';
import { readText, shownPath } from './text-file.ts';

/** Reads the files of a content folder by what is asked of each; what is not as it must be is a finding, and no text. */
export interface ContentFiles {
  /** The text of every file that was read, by its path as shown. */
  texts: ReadonlyMap<string, string>;
  /** A path as a person would type it. */
  show(file: string): string;
  /** A note, in which no conflict of git is left. */
  note(file: string): string | undefined;
  /** Settings, a topic or a template: the same of a file that is no link, and that can be read at once (`isPlain`). */
  plain(file: string, options?: { heavy: boolean }): string | undefined;
  /** The record of published addresses, which is no link; conflicts in it are told where it is read. */
  record(file: string): string | undefined;
}

/** Opens the files below a directory; findings are added to `diagnostics`. */
export function openContentFiles(directory: string, diagnostics: Diagnostic[]): ContentFiles {
  const texts = new Map<string, string>();
  const show = (file: string): string => shownPath(directory, file);
  const isOwn = (file: string): boolean => isOwnFile(file, show(file), diagnostics);
  const read = (file: string): string | undefined => {
    const text = readText(file, show(file), diagnostics);
    if (text !== undefined) texts.set(show(file), text);
    return text;
  };
  const note = (file: string): string | undefined => {
    const text = read(file);
    return text !== undefined && isSettled(text, show(file), diagnostics) ? text : undefined;
  };
  return {
    texts,
    show,
    note,
    plain: (file, options) => {
      const text = isOwn(file) ? note(file) : undefined;
      const isRead = text !== undefined && isPlain(text, show(file), diagnostics, options);
      return isRead ? text : undefined;
    },
    record: (file) => (isOwn(file) ? read(file) : undefined),
  };
}
