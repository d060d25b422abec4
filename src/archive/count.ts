/** A number of things in words, such as `1 section` and `12 sections`. */
export const countOf = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`;
