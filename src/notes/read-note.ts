import { type Diagnostic, diagnose, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import type { Meeting, MeetingId } from '../archive/meeting.ts';
import { acceptedKey, isSaidKey, withSaidLines } from '../archive/note/front-matter-said.ts';
import {
  type FrontMatter,
  editorKeys,
  frontMatterKeys,
  frontMatterSchema,
  isPassedOver,
} from '../archive/note/front-matter.ts';
import { readNote } from '../archive/note/note.ts';
import { type Settings, referenceContextOf } from '../archive/settings.ts';
import { printHtml, readMarkdown } from '../markdown/pipeline.ts';
import { markdownDiagnostics } from './markdown-diagnostics.ts';
import { plainIssue } from './plain-issue.ts';
import { imageResolver } from './resolve-image.ts';
import { isWebPage, noteInSavedPage } from './saved-page.ts';
import { type SplitText, splitFrontMatter } from './split-front-matter.ts';
import { readToml } from './toml-file.ts';
import { type Position, hiddenDiagnostics, readYaml, schemaFindings } from './yaml-file.ts';

/**
 * The settings that notes are read by, and no others: whoever changes one of the rest need not wait for all notes to be
 * read anew.
 */
export type NoteSettings = Pick<
  Settings,
  'title' | 'language' | 'home' | 'repositories' | 'shortNames' | 'ownKeys'
>;

/** A note as text, and what it is read with. */
export interface NoteText {
  /** Path below the folder of notes, `/`-separated. */
  file: string;
  /** Path for diagnostics. */
  shown: string;
  text: string;
  settings: NoteSettings;
  resolveNote: (path: string) => MeetingId | undefined;
  /** The folder of notes, in which their pictures stand; without it none is shown. */
  folder?: string;
}

/** What was read of a note. */
export interface NoteReading {
  meeting?: Meeting;
  /** Line of the front matter's topics, for findings about them. */
  topicLine: number;
  diagnostics: Diagnostic[];
}

interface FrontMatterReading {
  frontMatter: FrontMatter;
  lines: Map<string, number>;
}

/** Whether a key stands in the front matter of notes; what merely looks like one may be words below a rule. */
const isFrontMatterKey = (key: string): boolean =>
  (frontMatterKeys.includes(key) && !isSaidKey(key)) || editorKeys.has(key);

function readFrontMatter(
  { yaml, toml }: Pick<SplitText, 'yaml' | 'toml'>,
  { shown, settings }: Pick<NoteText, 'shown' | 'settings'>,
  diagnostics: Diagnostic[],
): FrontMatterReading {
  const nothing = { frontMatter: {}, lines: new Map<string, number>() };
  const text = yaml ?? toml;
  if (text === undefined) return nothing;
  const reading = (yaml === undefined ? readToml : readYaml)(text.text, text.firstLine);
  if (!reading.ok) {
    const { reason, place } = reading;
    const facts = { reason, ...(yaml === undefined && { format: 'TOML' as const }) };
    diagnostics.push(diagnose('front-matter-syntax', { file: shown, ...place }, facts));
    return nothing;
  }
  diagnostics.push(...hiddenDiagnostics(reading, shown));
  const value = (reading.value ?? {}) as Record<string, unknown>;
  const keys = typeof value === 'object' ? Object.keys(value) : [];
  const passedOver = keys.filter(isPassedOver);
  if (passedOver.length > 0) {
    const place = { file: shown, ...reading.placeOf(passedOver.slice(0, 1)) };
    diagnostics.push(diagnose('front-matter-editor', place, { keys: passedOver }));
  }
  const isRead = (key: string): boolean => !isPassedOver(key) && !settings.ownKeys.includes(key);
  const read =
    keys.length === 0
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => isRead(key))
            .map(([key, one]) => [acceptedKey(key), one]),
        );
  const written = new Map(keys.map((key) => [acceptedKey(key), key]));
  const placeOf = ([key = '', ...path]: readonly PropertyKey[]): Position =>
    reading.placeOf([written.get(String(key)) ?? key, ...path]);
  const parsed = frontMatterSchema.safeParse(read, { error: plainIssue });
  if (parsed.success) {
    const lines = new Map([...written].map(([key]) => [key, placeOf([key]).line]));
    return { frontMatter: parsed.data, lines };
  }
  for (const finding of schemaFindings(parsed.error.issues, placeOf)) {
    const { key, unknown, reason } = finding;
    const place = { file: shown, ...finding.place };
    diagnostics.push(
      unknown
        ? diagnose('front-matter-unknown', place, { key, accepted: frontMatterKeys })
        : diagnose('front-matter-value', place, { key: key || 'front matter', reason }),
    );
  }
  return nothing;
}

/** The text of a note, taken out of the web page in which it was saved if need be. */
function unwrap(note: NoteText, diagnostics: Diagnostic[]): string | undefined {
  const place = { file: note.shown, line: 1, column: 1 };
  if (note.text.trim() === '') {
    diagnostics.push(diagnose('note-empty', place, {}));
    return undefined;
  }
  if (!isWebPage(note.text)) return note.text;
  const inner = noteInSavedPage(note.text);
  diagnostics.push(
    inner === undefined
      ? diagnose('note-web-page', place, {})
      : diagnose('note-saved-page', place, { editor: 'HackMD' }),
  );
  return inner;
}

/**
 * Reads one note's text into its meeting. Every finding of the front matter, the Markdown and the
 * meeting is listed; the meeting is missing if one of them is an error.
 */
export function readNoteText(note: NoteText): NoteReading {
  const { file, shown, settings } = note;
  const diagnostics: Diagnostic[] = [];
  const text = unwrap(note, diagnostics);
  if (text === undefined) return { topicLine: 1, diagnostics };
  const split = splitFrontMatter(text);
  const { unclosed, body } = split;
  if (unclosed !== undefined && isFrontMatterKey(unclosed.key)) {
    const place = { file: shown, line: unclosed.line, column: 1 };
    diagnostics.push(diagnose('front-matter-unclosed', place, { key: unclosed.key }));
  }
  if (/^[-\s]*$/.test(body)) {
    diagnostics.push(diagnose('note-empty', { file: shown, line: 1, column: 1 }, {}));
  }
  const { frontMatter, lines } = readFrontMatter(split, note, diagnostics);
  const home = frontMatter.repository ?? settings.home;
  const markdown = readMarkdown(
    withSaidLines(body, frontMatter, (key) => lines.get(key)),
    {
      references: referenceContextOf({ ...settings, home }),
      resolveNote: note.resolveNote,
      ...(note.folder !== undefined && { resolveImage: imageResolver(note.folder, file) }),
    },
  );
  diagnostics.push(...markdownDiagnostics(markdown.findings, shown));
  const reading = readNote({
    file,
    shown,
    text: markdown,
    frontMatter,
    frontMatterLines: lines,
    settings,
    print: printHtml,
  });
  diagnostics.push(...reading.diagnostics);
  return {
    ...(reading.meeting && !hasErrors(diagnostics) && { meeting: reading.meeting }),
    topicLine: lines.get('topics') ?? 1,
    diagnostics,
  };
}
