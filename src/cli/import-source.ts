import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { byCodeUnit } from '../archive/text/order.ts';
import { reasonOf } from '../notes/system-reason.ts';
import { type Surroundings, Refusal, UsageError } from './command.ts';
import { fetchNote } from './fetch-note.ts';

/** A source as it was found. */
export interface Source {
  /** The file's name, or the address; what a date is read from. */
  name: string;
  bytes: Uint8Array;
  /** Where a file stands; absolute. */
  file?: string;
}

/** Whether a word reads as an address without its scheme, as some browsers show it. */
const isHostAndPath = (word: string): boolean => /^(?:[a-z\d-]+\.)+[a-z]{2,}\/[^\\]/i.test(word);

/**
 * Reads a file, standard input (`-`) or an address, which may lead into a private network if `inside` says so.
 * Throws `UsageError` where there is no such file, and `Refusal` where it cannot be read.
 */
export async function readSource(
  operand: string,
  inside: boolean,
  { typedIn, input }: Surroundings,
): Promise<Source> {
  if (operand === '-') return { name: 'standard input', bytes: await input() };
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(operand)) {
    const { bytes } = await fetchNote(operand, inside);
    return { name: operand, bytes };
  }
  const file = path.resolve(typedIn, operand);
  if (!existsSync(file)) {
    const hint = isHostAndPath(operand) ? ` If it is an address, write https://${operand}.` : '';
    throw new UsageError(`There is no file "${operand}".${hint}`);
  }
  if (statSync(file).isDirectory()) {
    throw new UsageError(`"${operand}" is a folder: take it over with --bulk.`);
  }
  try {
    return { name: operand, bytes: readFileSync(file), file };
  } catch (error) {
    throw new Refusal(`${operand} cannot be read: ${reasonOf(error)}.`);
  }
}

/** The notes of a folder, and what else it holds. */
export interface Folder {
  notes: string[];
  /** Names of other files, and of folders with a slash after them. */
  others: string[];
}

/** The notes that stand in a folder. Throws `UsageError` where there is no such folder, and `Refusal` if it has none. */
export function findNotesIn(operand: string, typedIn: string): Folder {
  const folder = path.resolve(typedIn, operand);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`There is no folder "${operand}".`);
  }
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const { notes = [], others = [] } = Object.groupBy(entries, (entry) =>
    entry.isFile() &&
    /\.(?:md|markdown|html?|docx|txt)$/i.test(entry.name) &&
    !/^(?:readme|index|template)\./i.test(entry.name)
      ? 'notes'
      : 'others',
  );
  if (notes.length === 0) throw new Refusal(`There is no note to take over in "${operand}".`);
  return {
    notes: notes.map(({ name }) => path.join(operand, name)),
    others: others.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`),
  };
}
