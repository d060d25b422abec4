import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { diagnose } from '../archive/diagnostics/diagnostic.ts';
import { limits } from '../markdown/limits.ts';
import { weigh } from '../markdown/weigh.ts';
import { type NoteReading, type NoteText, readNoteText } from './read-note.ts';
import type { NoteResolver } from './resolve-note.ts';

/** A note as text, and what it is read with; all of it plain data. */
export type PlainNote = Omit<NoteText, 'resolveNote'>;

/** What reading one note may cost, where it is read by a process of its own. */
export interface Allowance {
  milliseconds: number;
  megabytes: number;
}

const allowance: Allowance = { milliseconds: 10_000, megabytes: 768 };
const script = fileURLToPath(new URL('./read-alone.ts', import.meta.url));
const longestAnswer = 256 * 1024 * 1024;

function giveUp(note: PlainNote, why: string): NoteReading {
  const place = { file: note.shown, line: 1, column: 1 };
  return { topicLine: 1, diagnostics: [diagnose('note-given-up', place, { why })] };
}

/**
 * Reads a note in a process of its own, which is ended when it takes longer or needs more memory than it is
 * allowed to.
 */
export function readAlone(
  note: PlainNote,
  files: readonly string[],
  allowed: Allowance = allowance,
): NoteReading {
  const child = spawnSync(
    process.execPath,
    [`--max-old-space-size=${allowed.megabytes}`, '--no-warnings', script],
    {
      input: JSON.stringify({ note, files }),
      encoding: 'utf8',
      timeout: allowed.milliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: longestAnswer,
      stdio: ['pipe', 'pipe', 'ignore'],
      // Options meant for the build, such as those of a test runner, are not for this process.
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  const code = child.error !== undefined && 'code' in child.error ? child.error.code : undefined;
  if (code === 'ETIMEDOUT') {
    return giveUp(note, `it took more than ${allowed.milliseconds / 1000} seconds`);
  }
  if (code === 'ENOBUFS') return giveUp(note, 'what it makes is too large');
  if (child.status !== 0) {
    const why = `it is too complex for ${allowed.megabytes} MB of memory`;
    return giveUp(note, child.error === undefined ? why : child.error.message);
  }
  return JSON.parse(child.stdout) as NoteReading;
}

/** Reads a note; nothing in it ends the program, for what the parsers throw becomes a finding. */
export function readCaught(note: NoteText): NoteReading {
  try {
    return readNoteText(note);
  } catch (error) {
    if (error instanceof RangeError) return giveUp(note, 'it is nested too deeply');
    return giveUp(note, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads a note within bounds: refused if it exceeds a limit, in a process of its own if it is heavy, else
 * at once. `weigh` gives its weight, where that is not known yet.
 */
export function readGuarded(
  note: PlainNote,
  files: readonly string[],
  resolver: NoteResolver,
  { excess, heavy } = weigh(note.text),
): NoteReading {
  if (excess !== undefined) {
    const { what, limit, line, picture = false } = excess;
    const place = { file: note.shown, line, column: 1 };
    const code = note.text.length > limits.size ? 'note-too-large' : 'note-too-complex';
    return {
      topicLine: 1,
      diagnostics: [
        code === 'note-too-large'
          ? diagnose(code, place, { size: what, limit, picture })
          : diagnose(code, place, { what, limit, picture }),
      ],
    };
  }
  return heavy ? readAlone(note, files) : readCaught({ ...note, resolveNote: resolver(note.file) });
}
