/** A sentence of a line, by the UTF-16 offsets [start, end) into its text. */
export interface Span {
  start: number;
  end: number;
}

/** Words that end in a full stop without ending a sentence. */
const abbreviation =
  /(?:^|[\s([“"'])(?:e\.?g|i\.?e|a\.?k\.?a|w\.?r\.?t|vs|cf|viz|approx|incl|esp|resp|no|nr|fig|sec|dr|mr|mrs|ms|st|jr|sr|dept|est|max|min|misc|ver|[a-z])\.$/i;

/** “etc.” and “a.m.” may end a sentence: they do before a capital letter. */
const doubtful = /(?:^|[\s(])(?:etc|et al|inc|ltd|corp|a\.m|p\.m)\.$/i;

/** Marks at the end of a sentence (Unicode UAX #29, 5: STerm), of scripts without spaces, and what closes behind any. */
const stop = String.raw`[\p{STerm}…]`;
const stopWithoutSpace = '[。！？｡]';
const closing = String.raw`["'”’)\]」』）】]`;

/**
 * Where one sentence ends and the next one starts, with or without a bracket before its first letter. A run of stops is
 * looked at from its start alone.
 */
const boundary = new RegExp(
  String.raw`(?:(?<!${stop})${stop}+${closing}*(?=\s)|(?<!${stopWithoutSpace})${stopWithoutSpace}+(?!${closing}|${stop}))(?<gap>\s*)(?=[([]?(?<next>\S))`,
  'gu',
);
const needsNoSpace = new RegExp(`${stopWithoutSpace}${closing}*$`, 'u');
const sentenceEnd = new RegExp(`${stop}${closing}*$`, 'u');

/** Whether a text ends as a sentence does. */
export const isEnded = (text: string): boolean => sentenceEnd.test(text);

/** A text with a full stop at its end, unless it ends as a sentence already. */
export const endedText = (text: string): string => (isEnded(text) ? text : `${text}.`);

/**
 * The sentences of a text, as offsets. Versions (`4.1.0`), abbreviations, initials and the number of
 * a list item end none.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const { gap = '', next = '' } = match.groups ?? {};
    const end = match.index + match[0].length - gap.length;
    const sentence = text.slice(start, end);
    const lower = /[\p{Ll},;:–—-]/u.test(next) && !needsNoSpace.test(sentence);
    if (abbreviation.test(sentence) || /(?:^|\s)\.+$/.test(sentence) || /^\s*\d+\.$/.test(sentence))
      continue;
    if (lower && (doubtful.test(sentence) || !/\.["'”’)\]]*$/.test(sentence))) continue;
    if (lower && /(?:\.\.|…)$/.test(sentence)) continue;
    spans.push({ start, end });
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}
