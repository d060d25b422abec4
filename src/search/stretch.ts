/** A stretch of tokens that is one thing, at [start, end). */
export interface Stretch<T> {
  value: T;
  start: number;
  end: number;
}

/** The longest stretch of tokens that reads as something; the first of several. */
export function findStretch<T>(
  tokens: readonly string[],
  longest: number,
  read: (text: string, start: number, end: number) => T | undefined,
): Stretch<T> | undefined {
  for (let length = Math.min(longest, tokens.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const end = start + length;
      const value = read(tokens.slice(start, end).join(' '), start, end);
      if (value !== undefined) return { value, start, end };
    }
  }
  return undefined;
}

/** All stretches of tokens that read as something, the longest first, and the tokens that are left. */
export function takeStretches<T>(
  tokens: readonly string[],
  longest: number,
  read: (text: string) => T | undefined,
): { values: T[]; rest: string[] } {
  const rest = [...tokens];
  const values: T[] = [];
  for (let length = longest; length > 0; length -= 1) {
    for (let start = 0; start + length <= rest.length;) {
      const value = read(rest.slice(start, start + length).join(' '));
      if (value === undefined) start += 1;
      else {
        values.push(value);
        rest.splice(start, length);
      }
    }
  }
  return { values, rest };
}
