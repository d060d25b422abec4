import {
  type Document,
  type ErrorCode,
  LineCounter,
  type YAMLError,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';

import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { removeHidden } from '../archive/text/hidden.ts';

/** Where something stands; lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What no reader sees in a name or a value, as its characters are called. */
interface Hidden {
  characters: string;
  place: Position;
}

/** What a piece of YAML holds, or why it cannot be read. */
export type YamlReading =
  | {
      ok: true;
      value: unknown;
      placeOf: (path: readonly PropertyKey[]) => Position;
      /** What was left out of names and values. */
      hidden: Hidden[];
    }
  | { ok: false; reason: string; place: Position };

/** What to say of the slips that people make most, in place of the parser's own words; nothing of any other. */
function plainReason(code: ErrorCode, line: string): string | undefined {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return /:\s.*:(?:\s|$)/.test(line)
      ? 'a value that has ": " in it needs quotes around it'
      : 'the line below is indented, as if it belonged to this value';
  }
  if (code === 'BAD_SCALAR_START')
    return 'a value that begins with this sign needs quotes around it';
  if (code === 'DUPLICATE_KEY') return 'the key stands there twice';
  if (code === 'MULTILINE_IMPLICIT_KEY') return 'a key needs a colon and a space behind it';
  if (code === 'TAB_AS_INDENT') return 'a tab stands where spaces are to be';
  return undefined;
}

/** Where the quotation mark or bracket stands that is not closed before `end`, for an error that says so. */
function openedAt(document: Document, { message }: YAMLError, end: number): number | undefined {
  if (!/^(?:Missing closing|Flow (?:sequence|map) in block)/.test(message)) return undefined;
  let opened: number | undefined;
  visit(document, {
    Node: (_key, node) => {
      const isOpened = isScalar(node)
        ? node.type?.startsWith('QUOTE') === true
        : isCollection(node) && node.flow === true;
      const [from = 0, to = 0] = node.range ?? [];
      if (isOpened && from < end && to >= end) opened = from;
    },
  });
  return opened;
}

/** Where the first alias of a document stands, as an offset into its text. */
function aliasIn(document: Document): number {
  let first = 0;
  visit(document, {
    Alias: (_key, alias) => {
      first = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return first;
}

/** What keeps a text from being read, in plain words, and where it stands, as an offset into the text. */
function describeProblem(
  problem: YAMLError,
  document: Document,
  text: string,
  counter: LineCounter,
): { reason: string; offset: number } {
  const [offset] = problem.pos;
  const opened = openedAt(document, problem, offset);
  if (opened !== undefined) {
    return { reason: `${text[opened]} is opened here and not closed`, offset: opened };
  }
  const words = problem.message.split(/ at line \d+|\n/)[0]?.replace(/[:.]$/, '') ?? 'not YAML';
  if (words.startsWith('Maximum call stack')) return { reason: 'it is nested too deeply', offset };
  const line = text.split('\n')[counter.linePos(offset).line - 1] ?? '';
  return { reason: plainReason(problem.code, line) ?? words, offset };
}

/** Takes out of names and values what no reader sees. */
function takeHidden(document: Document, place: (offset: number) => Position): Hidden[] {
  const found: Hidden[] = [];
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value !== 'string') return;
      const { text, hidden } = removeHidden(scalar.value);
      if (hidden.length === 0) return;
      scalar.value = text;
      found.push({ characters: hidden.join(', '), place: place(scalar.range?.[0] ?? 0) });
    },
  });
  return found;
}

/** Where the key or item stands that a path leads to, or the last on the way there, as an offset into the text. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isScalar(node) || isMap(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** Aliases are not needed in files of a few lines, and a chain of them can fill all memory. */
const aliases = 0;

/**
 * Reads YAML 1.2 with the core schema. Anchors, merges and custom tags are refused, a key twice is
 * an error; characters that no reader sees are left out. `firstLine` is the line of the file on which the text starts.
 */
export function readYaml(text: string, firstLine = 1): YamlReading {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const { reason, offset } = describeProblem(problem, document, text, counter);
    return { ok: false, reason, place: place(offset) };
  }
  // An escape such as "\u202e" is none before it is parsed, so this is the place for it.
  const hidden = takeHidden(document, place);
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliases });
    return { ok: true, value, placeOf: (path) => place(offsetOf(document, path)), hidden };
  } catch {
    const reason = 'anchors and aliases are not accepted';
    return { ok: false, reason, place: place(aliasIn(document)) };
  }
}

/** What was left out of a reading because no reader sees it, as findings of the file that is shown as `shown`. */
export function hiddenDiagnostics(
  { hidden }: { hidden: readonly Hidden[] },
  shown: string,
): Diagnostic[] {
  return hidden.map(({ characters, place }) =>
    diagnose('text-hidden', { file: shown, ...place }, { characters }),
  );
}

/** One thing that a schema does not accept: a key it does not know, or a value. */
export interface SchemaFinding {
  key: string;
  /** The key, behind those that it stands below. */
  path: readonly PropertyKey[];
  unknown: boolean;
  reason: string;
  place: Position;
}

/** What a schema has to say of a reading, each finding at the line it is about. */
export function schemaFindings(
  issues: readonly z.core.$ZodIssue[],
  placeOf: (path: readonly PropertyKey[]) => Position,
): SchemaFinding[] {
  return issues.flatMap((issue): SchemaFinding[] => {
    const reason = issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return { key, path, unknown: true, reason, place: placeOf(path) };
      });
    }
    const { path } = issue;
    return [{ key: path.join('.'), path, unknown: false, reason, place: placeOf(path) }];
  });
}
