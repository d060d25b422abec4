/**
 * The only file that knows the files of Pagefind 1.5.2. Its own loader would add 12 KB, 11 KB of worker
 * and pauses of 50 ms; this one speaks to the same WebAssembly. What it relies on is checked when
 * the index is built (`src/site/search-index.ts`).
 */

/** One place where a word stands in a record. */
export interface Place {
  /** Which word of the record, from 0. */
  at: number;
  /** 24 for a plain word; less for a part of a compound, more for a heading. */
  weight: number;
  /** Letters by which the word differs in length from the one looked for, both stemmed; 0 is the word itself. */
  distance: number;
}

/** By number of the record the places of one word. */
export type Postings = ReadonlyMap<number, readonly Place[]>;

/** The full-text engine, ready. */
export interface Engine {
  /** Where a word, or a longer one that begins so, stands. */
  find(words: readonly string[]): Promise<Postings[]>;
  /** Whether a word or one of its forms stands anywhere; only after `find` of the same word. */
  has(word: string): boolean;
  /** Address and text of a record. */
  read(record: number): Promise<{ url: string; content: string }>;
}

interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_malloc(size: number, align: number): number;
  __wbindgen_free(pointer: number, size: number, align: number): void;
  __wbindgen_start(): void;
  init_pagefind(pointer: number, size: number): number;
  load_index_chunk(index: number, pointer: number, size: number): number;
  request_indexes(index: number, pointer: number, size: number): [number, number];
  search(index: number, ...rest: number[]): [number, number];
}

interface Answer {
  results: { p: string; l: { w: number; s: number; l: number }[] }[];
}

const signature = 'pagefind_dcd'.length;

/** Fetches a file of the index; throws where it is missing. */
async function get(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function unpack(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const packed = response.body!.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer(), signature);
}

async function instantiate(url: string): Promise<Exports> {
  const ready: { exports?: Exports } = {};
  const imports = {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table() {
        const table = ready.exports!.__wbindgen_externrefs;
        const start = table.grow(4);
        table.set(0, undefined);
        for (const [offset, value] of [undefined, null, true, false].entries()) {
          table.set(start + offset, value);
        }
      },
    },
  };
  const response = await get(url);
  const { instance } =
    response.headers.get('content-type') === 'application/wasm'
      ? await WebAssembly.instantiateStreaming(response, imports)
      : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  const exports = instance.exports as unknown as Exports;
  ready.exports = exports;
  exports.__wbindgen_start();
  return exports;
}

/**
 * How far a match is from the word, from what the engine made of it: it multiplies the squared weight
 * by exp(exp(-d²/8) - 1), d being the difference in length plus one (`word_length_bonus`).
 */
function distanceOf(score: number, weight: number): number {
  const closeness = Math.log(score / (weight * weight)) + 1;
  if (!(closeness > 0.002)) return 9;
  return Math.max(0, Math.round(Math.sqrt(-8 * Math.log(Math.min(closeness, 1)))) - 1);
}

/** Loads the engine from the folder `pagefind/` at `root`, which ends with a slash. Throws if it cannot. */
export async function loadEngine(root: string): Promise<Engine> {
  const [wasm, meta] = await Promise.all([
    instantiate(`${root}engine.wasm`),
    get(`${root}index.pf_meta`).then(unpack),
  ]);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const give = (bytes: Uint8Array): [number, number] => {
    const pointer = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer, pointer, bytes.length).set(bytes);
    return [pointer, bytes.length];
  };
  const take = ([pointer, size]: [number, number]): unknown => {
    const text = decoder.decode(new Uint8Array(wasm.memory.buffer, pointer >>> 0, size >>> 0));
    wasm.__wbindgen_free(pointer, size, 1);
    return JSON.parse(text);
  };
  const text = (value: string): [number, number] => give(encoder.encode(value));
  let index = wasm.init_pagefind(...give(meta));
  if (index === 0) throw new Error('the search index cannot be read');

  const search = (word: string, exact: boolean): Answer['results'] => {
    const rest = [...text(word), ...text(word), ...text('{}'), ...text('')];
    return (take(wasm.search(index, ...rest, Number(exact), 0)) as Answer).results;
  };
  // Without a word every record comes, in the order in which they were put in.
  const hashes = search('', false).map(({ p }) => p);
  const numbers = new Map(hashes.map((hash, number) => [hash, number]));

  const chunks = new Map<string, Promise<void>>();
  const loadChunk = async (hash: string): Promise<void> => {
    const bytes = await unpack(await get(`${root}index/${hash}.pf_index`));
    index = wasm.load_index_chunk(index, ...give(bytes));
  };
  const loadFor = async (word: string): Promise<void> => {
    const needed = take(wasm.request_indexes(index, ...text(word))) as string[];
    await Promise.all(
      needed.map((hash) => {
        const loading = chunks.get(hash) ?? loadChunk(hash);
        chunks.set(hash, loading);
        loading.catch(() => chunks.delete(hash));
        return loading;
      }),
    );
  };

  const found = new Map<string, Postings>();
  const records = new Map<number, Promise<{ url: string; content: string }>>();
  return {
    async find(words) {
      const missing = words.filter((word) => !found.has(word));
      await Promise.all(missing.map(loadFor));
      return words.map((word) => {
        let postings = found.get(word);
        if (postings === undefined) {
          postings = new Map(
            search(word, false).map(({ p, l }) => [
              numbers.get(p)!,
              l
                .filter(({ w }) => w > 0)
                .map(({ l: at, w: weight, s }) => ({
                  at,
                  weight,
                  distance: distanceOf(s, weight),
                })),
            ]),
          );
          found.set(word, postings);
        }
        return postings;
      });
    },
    has: (word) => search(word, true).length > 0,
    read(record) {
      let reading = records.get(record);
      if (reading === undefined) {
        reading = get(`${root}fragment/${hashes[record]}.pf_fragment`)
          .then(unpack)
          .then((bytes) => JSON.parse(decoder.decode(bytes)) as { url: string; content: string });
        records.set(record, reading);
        reading.catch(() => records.delete(record));
      }
      return reading;
    },
  };
}
