import type { ReadLine, Sentence } from '../passages/passage-lines.ts';

const outcome =
  /\b(?:consensus|decided?|decision|agree[ds]?|agreement|conclu(?:de[ds]?|sion)|merged?|landed|shipped|released?|fixed|approved?|accept(?:ed)?|reject(?:ed)?|closed?|blocked|should|will|plan(?:s|ned|ning)?|need(?:s|ed)? to|want(?:s|ed)?|propos(?:e[ds]?|al)|deprecat\w*|remov(?:e[ds]?|al)|support(?:s|ed)?)\b/i;
/** Words of a sentence that only puts off what is to be said. */
export const deferral =
  /\b(?:follow(?:ed)?[ -]up (?:in|on)|see (?:the|also|above|below)|more (?:details?|info\w*) (?:in|at)|going to take a pass|no updates?|nothing to report|skipped|if there(?:'|’)s time|^(?:this|it) is related to|additional notes|(?:ready|open|up) for (?:a )?review|looking for feedback|has been done|asking about)\b/i;
const leaning =
  /^(?:it|this|that|these|those|they|he|she|there|here|which|also|so|but|and|or|then|however|often|can|if|answer|yes|no|probably|sounds)\b/i;

/** What a sentence loses by what stands before it. */
export const lateness = (order: number): number => Math.min(order, 12) / 5;

/** No sentence is worth more before it loses anything. */
export const mostWorth = 5.6;

/** What a sentence says for itself, whatever it is wanted for. */
export function worthOf(
  line: ReadLine['line'],
  { start, end, order }: Sentence,
  text: string,
  words: number,
): number {
  let worth = Math.min(words, 12) / 3 - lateness(order);
  if (words < 4) worth -= words < 3 ? 2 : 1;
  if (outcome.test(text)) worth += 1.5;
  if (deferral.test(text)) worth -= 4;
  if (leaning.test(text)) worth -= 1.5;
  if (/\?["'”’)]*$/.test(text)) worth -= 1;
  if (/:$/.test(text)) worth -= 2.5;
  if (/^\(.*\)\.?$/.test(line.text.slice(start, end).trim())) worth -= 2;
  return worth;
}
