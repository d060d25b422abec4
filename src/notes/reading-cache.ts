import path from 'node:path';

import type { Template } from '../archive/passages/routine.ts';
import { type KeptAnswers, openKeptAnswers } from './kept-answers.ts';
import {
  type KeptReading,
  keyOfReading,
  readKeptReadings,
  writeKeptReadings,
} from './kept-readings.ts';
import type { TopicReading } from './read-topics.ts';
import { type PrintedReading, type Reading, parseReading } from './reading.ts';

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

/** A reading in memory, with what tells whether it still holds once that was asked for. */
type Known = Pick<KeptReading, 'json'> & Partial<KeptReading>;

/**
 * Opens the readings in a folder, which need not exist. Nothing that is damaged is ever used, and a folder that
 * cannot be written changes nothing but the time of the next run.
 */
export function openReadingCache(folder: string): ReadingCache {
  let remembered: ReadonlyMap<string, Known> = new Map();
  const lastKeys = new Map<string, { facts: readonly string[]; key: string }>();
  const pathOf = (name: string): string => path.join(folder, name);
  return {
    keyOf(file, facts) {
      const last = lastKeys.get(file);
      if (last?.facts.every((fact, at) => fact === facts[at])) return last.key;
      const key = keyOfReading(file, facts);
      lastKeys.set(file, { facts, key });
      return key;
    },

    find(keys, stillHolds) {
      const kept = readKeptReadings(
        folder,
        keys.filter((key) => !remembered.has(key)),
      );
      return keys.map((key, index) => {
        const known: Known | undefined = remembered.get(key) ?? kept.get(key);
        if (known === undefined) return undefined;
        const lookups = (known.lookups ??= parseReading(known.json).lookups);
        return stillHolds({ lookups }, index) ? known.json : undefined;
      });
    },

    keep(keys, known, fresh) {
      writeKeptReadings(folder, keys, fresh);
      const readings = keys.map((_key, index) => fresh.get(index)?.json ?? known[index]!);
      const next = new Map<string, Known>();
      for (const [index, json] of readings.entries()) {
        if (json === undefined || fresh.get(index)?.lasting === false) continue;
        const key = keys[index]!;
        const same = remembered.get(key);
        next.set(key, same?.json === json ? same : { json });
      }
      remembered = next;
      return readings;
    },

    topics: openKeptAnswers(pathOf('topics')),
    definitions: openKeptAnswers(pathOf('definitions')),
    template: openKeptAnswers(pathOf('template')),
  };
}
