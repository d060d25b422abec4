import type { SearchLookup } from '../archive/search/search-lookup.ts';
import {
  searchBlockFile,
  searchBlocksFile,
  searchLookupFile,
  searchPartFile,
  searchTextFile,
} from '../archive/search/search-paths.ts';
import { type Engine, makeEngine } from './engine.ts';
import { type LookupLoader, lookupLoader } from './lookup-parts.ts';
import { type Lookup, readLookup } from './lookup.ts';
import { type Vocabulary, readVocabulary } from './spelling.ts';

/** What searching needs, each part loaded once and when it is first wanted. */
export interface SearchTools extends LookupLoader {
  lookup(): Promise<Lookup>;
  engine(): Promise<Engine>;
  /** The words that a misspelt one may be meant for. */
  vocabulary(word: string): Promise<Vocabulary>;
  /** Anchors and texts of the records of a meeting, in order. */
  texts(meeting: string): Promise<readonly [anchor: string, text: string][]>;
}

/** Remembers what `load` gives for each name; a failure is forgotten, so that it can be tried again. */
function remember<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loading = new Map<string, Promise<T>>();
  return (name) => {
    let one = loading.get(name);
    if (one === undefined) {
      one = load(name);
      loading.set(name, one);
      one.catch(() => loading.delete(name));
    }
    return one;
  };
}

/** Letters of the digest in the name of a block. */
const digest = 6;

/** The tools of the site at `root`, the path of its home page. */
export function makeTools(root: string): SearchTools {
  let failed = false;
  const get = async (path: string): Promise<Response> => {
    // After a failure the browser may hold files of an older site than those that it could not get.
    const response = await fetch(root + path, failed ? { cache: 'reload' } : undefined).catch(
      (error: unknown) => {
        failed = true;
        throw error;
      },
    );
    if (response.ok) return response;
    failed = true;
    throw new Error(`${path}: ${response.status}`);
  };
  const loadLookup = remember(async () =>
    readLookup((await (await get(searchLookupFile)).json()) as SearchLookup),
  );
  const loadEngine = remember(async () => {
    const list = (await (await get(searchBlocksFile)).json()) as {
      starts: string;
      names: string;
    };
    return makeEngine(list.starts === '' ? [] : list.starts.split(' '), async (block) => {
      const name = list.names.slice(block * digest, (block + 1) * digest);
      return (await get(searchBlockFile(block, name))).text();
    });
  });
  const loadWords = remember(async (part) =>
    readVocabulary(await (await get(searchPartFile(`words-${part}.txt`))).text()),
  );
  const read = remember(async (name) => (await get(searchPartFile(name))).text());
  return {
    ...lookupLoader(read),
    lookup: () => loadLookup(''),
    engine: () => loadEngine(''),
    async vocabulary(word) {
      const { vocabulary: starts } = await loadLookup('');
      // The first letter is seldom wrong; where it is, it often is the second one.
      const parts = [...word.slice(0, 2)].map((letter) =>
        Math.max(
          0,
          starts.findLastIndex((start) => start <= letter),
        ),
      );
      if (starts.length === 0) return new Map();
      const loaded = await Promise.all([...new Set(parts)].map((part) => loadWords(String(part))));
      return loaded.length === 1 ? loaded[0]! : new Map(loaded.flatMap((words) => [...words]));
    },
    texts: remember(async (meeting) => (await get(searchTextFile(meeting))).json()),
  };
}
