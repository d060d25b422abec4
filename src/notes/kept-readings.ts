import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { writeKeptFile } from './kept-file.ts';
import { type PrintedReading, type Reading, parseReading, readingSchema } from './reading.ts';

/** Notes are spread over this many files, so that a changed note costs the writing of one of them. */
const files = 32;
const keyLength = 2 + 64;
const checksumLength = 64;

const fileOf = (key: string): string => key.slice(0, 2);

/** The key of a note, from its path and all that its reading depends on: it begins with the name of the note's file. */
export function keyOfReading(note: string, facts: readonly string[]): string {
  const spread = Number.parseInt(hash('sha256', note).slice(0, 4), 16) % files;
  return `${spread.toString(16).padStart(2, '0')}${hash('sha256', JSON.stringify(facts))}`;
}

/** A reading that was kept. */
export interface KeptReading extends Pick<Reading, 'lookups'> {
  json: string;
}

/** A line of a file: key, checksum of key and reading, reading as JSON. */
const printLine = (key: string, json: string): string =>
  `${key}${hash('sha256', `${key}${json}`)}${json}\n`;

/** The lines of a file without their ends, by key; none if there is no such file. */
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
function parseLine(key: string, line: Buffer): KeptReading | undefined {
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

/** The undamaged readings of some keys in a folder, which need not exist, by key. */
export function readKeptReadings(
  folder: string,
  keys: readonly string[],
): Map<string, KeptReading> {
  const kept = new Map<string, KeptReading>();
  for (const [name, ofFile] of Map.groupBy(keys, fileOf)) {
    const lines = readLines(path.join(folder, name));
    for (const key of ofFile) {
      const line = lines.get(key);
      const reading = line && parseLine(key, line);
      if (reading !== undefined) kept.set(key, reading);
    }
  }
  return kept;
}

/**
 * Keeps the readings just made, given by the index of their keys, and, in the files that hold one of these, what was
 * kept for the other keys; nothing for keys that are no more.
 */
export function writeKeptReadings(
  folder: string,
  keys: readonly string[],
  fresh: ReadonlyMap<number, PrintedReading>,
): void {
  for (const [name, indexes] of Map.groupBy(keys.keys(), (index) => fileOf(keys[index] ?? ''))) {
    if (!indexes.some((index) => fresh.has(index))) continue;
    const file = path.join(folder, name);
    const areAllFresh = indexes.every((index) => fresh.has(index));
    const before = areAllFresh ? new Map<string, Buffer>() : readLines(file);
    const lines = indexes.flatMap((index): Buffer[] => {
      const key = keys[index] ?? '';
      const printed = fresh.get(index);
      if (printed !== undefined) {
        return printed.lasting ? [Buffer.from(printLine(key, printed.json))] : [];
      }
      const line = before.get(key);
      return line === undefined ? [] : [line, Buffer.from('\n')];
    });
    writeKeptFile(file, Buffer.concat(lines));
  }
}
