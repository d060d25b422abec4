/** A number of things in words, such as `1 section` and `12 sections`. */
export const countOf = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`;

/** How many references there are, in words. */
export const countReferences = (count: number): string =>
  count === 1 ? '1 pull request or issue' : `${count} pull requests and issues`;
