import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Template } from '../archive/passages/routine.ts';
import { type KeptAnswers, openKeptAnswers } from './kept-answers.ts';
import { writeKeptFile } from './kept-file.ts';
import type { TopicReading } from './read-topics.ts';
import { type PrintedReading, type Reading, parseReading, readingSchema } from './reading.ts';

/**
 * Readings of earlier runs, in memory and in a folder of files that is safe to delete. They go in and out as
 * JSON: in an archive of thousands of notes their objects take many times the room.
 */
export interface ReadingCache {
  /** The key of a note, from its path and all that its reading depends on. */
  keyOf(file: string, facts: readonly string[]): string;
  /** The reading of each key, where there is one that `stillHolds`. */
  find(
    keys: readonly string[],
    stillHolds: (reading: Pick<Reading, 'lookups'>, index: number) => boolean,
  ): (string | undefined)[];
  /** All readings by the index of their keys, those just made among them, which are kept for later. */
  keep(
    keys: readonly string[],
    known: readonly (string | undefined)[],
    fresh: ReadonlyMap<number, PrintedReading>,
  ): string[];
  /** Readings of topics. */
  topics: KeptAnswers<TopicReading>;
  /** Definitions of topics as HTML. */
  definitions: KeptAnswers<string>;
  /** What a template has. */
  template: KeptAnswers<Template>;
}

/** Notes are spread over this many files, so that a changed note costs the writing of one of them. */
const files = 32;
const keyLength = 2 + 64;
const checksumLength = 64;

const fileOf = (key: string): string => key.slice(0, 2);

/** A line of a file: key, checksum of key and reading, reading as JSON. */
const printLine = (key: string, json: string): string =>
  `${key}${hash('sha256', `${key}${json}`)}${json}\n`;

/** A reading in memory, with what tells whether it still holds once that was asked for. */
interface Known extends Partial<Pick<Reading, 'lookups'>> {
  json: string;
}

/** The undamaged lines of a file, by key; nothing if there is no such file. */
function readLines(file: string): Map<string, Buffer> {
  const lines = new Map<string, Buffer>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return lines;
  }
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    if (end < 0) break;
    lines.set(bytes.toString('latin1', start, start + keyLength), bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** The reading on a line; nothing if any of it is not as it was written. */
function parseLine(key: string, line: Buffer): Known | undefined {
  const checksum = line.toString('latin1', keyLength, keyLength + checksumLength);
  const json = line.toString('utf8', keyLength + checksumLength);
  if (hash('sha256', `${key}${json}`) !== checksum) return undefined;
  try {
    const reading = parseReading(json);
    const { lookups } = reading;
    return readingSchema.safeParse(reading).success ? { json, lookups } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens the readings in a folder, which need not exist. Nothing that is damaged is ever used, and a folder that
 * cannot be written changes nothing but the time of the next run.
 */
export function openReadingCache(folder: string): ReadingCache {
  let remembered = new Map<string, Known>();
  const lastKeys = new Map<string, { facts: readonly string[]; key: string }>();
  const pathOf = (name: string): string => path.join(folder, name);
  return {
    keyOf(file, facts) {
      const last = lastKeys.get(file);
      if (last?.facts.every((fact, at) => fact === facts[at])) return last.key;
      const spread = Number.parseInt(hash('sha256', file).slice(0, 4), 16) % files;
      const digest = hash('sha256', JSON.stringify(facts));
      const key = `${spread.toString(16).padStart(2, '0')}${digest}`;
      lastKeys.set(file, { facts, key });
      return key;
    },

    find(keys, stillHolds) {
      const found = new Array<string | undefined>(keys.length).fill(undefined);
      for (const [name, indexes] of Map.groupBy(keys.keys(), (at) => fileOf(keys[at] ?? ''))) {
        let lines: Map<string, Buffer> | undefined;
        for (const index of indexes) {
          const key = keys[index] ?? '';
          let known = remembered.get(key);
          if (known === undefined) {
            lines ??= readLines(pathOf(name));
            const line = lines.get(key);
            known = line && parseLine(key, line);
          }
          if (known === undefined) continue;
          const lookups = (known.lookups ??= parseReading(known.json).lookups);
          if (stillHolds({ lookups }, index)) found[index] = known.json;
        }
      }
      return found;
    },

    keep(keys, known, fresh) {
      const byFile = Map.groupBy(keys.keys(), (index) => fileOf(keys[index] ?? ''));
      for (const [name, indexes] of byFile) {
        if (!indexes.some((index) => fresh.has(index))) continue;
        const before = indexes.every((index) => fresh.has(index))
          ? new Map<string, Buffer>()
          : readLines(pathOf(name));
        const lines = indexes.flatMap((index): (string | Buffer)[] => {
          const key = keys[index] ?? '';
          const printed = fresh.get(index);
          if (printed !== undefined) return printed.lasting ? [printLine(key, printed.json)] : [];
          const line = before.get(key);
          return line === undefined ? [] : [line, '\n'];
        });
        const bytes = lines.map((line) => Buffer.from(line as string));
        writeKeptFile(pathOf(name), Buffer.concat(bytes));
      }
      const readings = keys.map((_key, index) => fresh.get(index)?.json ?? known[index]!);
      const before = remembered;
      remembered = new Map();
      for (const [index, json] of readings.entries()) {
        if (json === undefined || fresh.get(index)?.lasting === false) continue;
        const key = keys[index]!;
        const same = before.get(key);
        remembered.set(key, same?.json === json ? same : { json });
      }
      return readings;
    },

    topics: openKeptAnswers(pathOf('topics')),
    definitions: openKeptAnswers(pathOf('definitions')),
    template: openKeptAnswers(pathOf('template')),
  };
}
