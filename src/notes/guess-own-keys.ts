import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { acceptedKey } from '../archive/note/front-matter-said.ts';
import { frontMatterKeys, isPassedOver } from '../archive/note/front-matter.ts';
import type { Settings } from '../archive/settings.ts';
import { nearest } from '../archive/text/nearest.ts';
import { tallyOf } from '../archive/text/tally.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** A key in fewer notes is taken for a slip. */
const fewestNotes = 2;

/** The keys at the outermost level of a note's front matter. */
function keysOf(text: string): string[] {
  const { yaml, toml } = splitFrontMatter(text);
  const front = yaml?.text ?? toml?.text ?? '';
  const key = yaml === undefined ? /^([A-Za-z][\w-]*)[ \t]*=/gm : /^([A-Za-z][\w-]*)[ \t]*:/gm;
  return [...new Set(Array.from(front.matchAll(key), ([, name = '']) => name))];
}

/** Whether nothing reads a key, which is not near to one that is read either. */
const isUnknown = (key: string): boolean =>
  !frontMatterKeys.includes(acceptedKey(key)) &&
  !isPassedOver(key) &&
  nearest(key, frontMatterKeys) === undefined;

/**
 * Settings of a folder of bare notes with the keys that its notes have of their own, which is said in a notice: those
 * of several notes that nothing reads.
 */
export function guessOwnKeys(
  settings: Settings,
  notes: readonly { text: string }[],
  settingsFile: string,
  diagnostics: Diagnostic[],
): Settings {
  const ownKeys = [...tallyOf(notes.flatMap(({ text }) => keysOf(text)))]
    .filter(([key, times]) => times >= fewestNotes && isUnknown(key))
    .map(([key]) => key)
    .sort();
  if (ownKeys.length === 0) return settings;
  diagnostics.push(
    diagnose('keys-guessed', { file: settingsFile, line: 1, column: 1 }, { keys: ownKeys }),
  );
  return { ...settings, ownKeys };
}
