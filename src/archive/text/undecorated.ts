/** An emoji, by its sign or by its name, an arrow or a tick. */
const SIGN = String.raw`(?:[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u200d\ufe0f✓✗✘→⇒➜]|[-=]{1,2}>|[#*\d]\ufe0f?\u20e3|:[a-z][a-z\d_+-]{1,30}:)`;
const BEFORE = new RegExp(String.raw`^\s*(?:${SIGN}\s*)+`, 'u');
const BEHIND = new RegExp(String.raw`(?:\s*${SIGN})+\s*$`, 'u');
const NUMBER = /^(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)\s+(?=\S)/;

/** Words without the emoji, arrows and ticks before them: `✅ Decision: …`. */
export const withoutSigns = (words: string): string => words.replace(BEFORE, '');

/** Words without such signs before or behind them: `Ann 🦀`. */
export const withoutSignsAround = (words: string): string =>
  withoutSigns(words).replace(BEHIND, '').trim();

/** Longer headings are sentences. */
const longestHeading = 300;

/** What a heading says without the signs around its words and the number before them: `3. Agenda`, `🎯 Agenda`. */
export function undecorated(heading: string): string {
  if (heading.length > longestHeading) return heading;
  return withoutSignsAround(withoutSigns(heading).replace(NUMBER, ''));
}
