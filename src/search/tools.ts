import type { SearchLookup } from '../archive/search-lookup.ts';
import { type Lookup, readLookup } from './lookup.ts';
import { type Engine, makeEngine } from './engine.ts';
import { type Vocabulary, readVocabulary } from './spelling.ts';

/** What searching needs, each part loaded once and when it is first wanted. */
export interface SearchTools {
  lookup(): Promise<Lookup>;
  engine(): Promise<Engine>;
  vocabulary(): Promise<Vocabulary>;
  /** Anchors and texts of the records of a meeting, in order. */
  texts(meeting: string): Promise<readonly [anchor: string, text: string][]>;
}

/** Remembers what `load` gives; a failure is forgotten, so that it can be tried again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (loading === undefined) {
      loading = load();
      loading.catch(() => (loading = undefined));
    }
    return loading;
  };
}

/** Letters of the digest in the name of a block. */
const digest = 6;

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** The tools of the site at `root`, the path of its home page. */
export function makeTools(root: string): SearchTools {
  const texts = new Map<string, ReturnType<SearchTools['texts']>>();
  return {
    texts(meeting) {
      let reading = texts.get(meeting);
      if (reading === undefined) {
        reading = get(`${root}pagefind/text/${meeting}.json`).then((response) => response.json());
        texts.set(meeting, reading);
        reading.catch(() => texts.delete(meeting));
      }
      return reading;
    },
    lookup: once(async () =>
      readLookup((await (await get(`${root}search/lookup.json`)).json()) as SearchLookup),
    ),
    engine: once(async () => {
      const list = (await (await get(`${root}pagefind/blocks.json`)).json()) as {
        starts: string;
        names: string;
      };
      return makeEngine(list.starts === '' ? [] : list.starts.split(' '), async (block) => {
        const name = list.names.slice(block * digest, (block + 1) * digest);
        return (await get(`${root}pagefind/index/${block}-${name}.txt`)).text();
      });
    }),
    vocabulary: once(async () =>
      readVocabulary(await (await get(`${root}search/words.txt`)).text()),
    ),
  };
}
