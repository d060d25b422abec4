import type { SearchLookup } from '../archive/search-lookup.ts';
import { type Lookup, readLookup } from './lookup.ts';
import { type Engine, loadEngine } from './pagefind.ts';
import { type Vocabulary, readVocabulary } from './spelling.ts';

/** What searching needs, each part loaded once and when it is first wanted. */
export interface SearchTools {
  lookup(): Promise<Lookup>;
  engine(): Promise<Engine>;
  vocabulary(): Promise<Vocabulary>;
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

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** The tools of the site at `root`, the path of its home page. */
export function makeTools(root: string): SearchTools {
  return {
    lookup: once(async () =>
      readLookup((await (await get(`${root}search/lookup.json`)).json()) as SearchLookup),
    ),
    engine: once(() => loadEngine(`${root}pagefind/`)),
    vocabulary: once(async () =>
      readVocabulary(await (await get(`${root}search/words.txt`)).text()),
    ),
  };
}
