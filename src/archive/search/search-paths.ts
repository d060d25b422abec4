// Apart from the other paths, as the header of every page has a script that needs some of these and nothing else.

/** The program of the search. */
export const searchProgramFile = 'search/search.js';

/** What the search knows without the index. */
export const searchLookupFile = 'search/lookup.json';

/** A part of what the search knows, by its name. */
export const searchPartFile = (name: string): string => `search/${name}`;

/** Which blocks of words the index of the search has. */
export const searchBlocksFile = 'pagefind/blocks.json';

/** What every search loads beside its program. */
export const searchFirstFiles = [searchLookupFile, searchBlocksFile];

/** A block of words of the index, by its number and its digest. */
export const searchBlockFile = (block: number, digest: string): string =>
  `pagefind/index/${block}-${digest}.txt`;

/** The texts of a meeting's sections, for the excerpts of results. */
export const searchTextFile = (meeting: string): string => `pagefind/text/${meeting}.json`;
