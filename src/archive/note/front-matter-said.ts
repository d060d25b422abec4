/** What front matter may say of the meeting itself, in the words of the labels by which notes say it. */
export const saidKeys = [
  'absent',
  'agenda',
  'apologies',
  'attendees',
  'chair',
  'chairs',
  'discussion',
  'facilitator',
  'guests',
  'host',
  'location',
  'moderator',
  'notetaker',
  'participants',
  'present',
  'regrets',
  'scribe',
  'slides',
  'time',
  'video',
] as const;

/** One of the keys of `saidKeys`. */
export type SaidKey = (typeof saidKeys)[number];

/** Whether a key is one of `saidKeys`. */
export const isSaidKey = (key: string): key is SaidKey =>
  (saidKeys as readonly string[]).includes(key);

/** What a value says: Obsidian's marks of a link say nothing. */
const wordsOf = (value: string): string =>
  value
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** A value on one line; a comma within one of a list would part it there. */
function lineOfValue(value: string | readonly string[]): string {
  if (typeof value === 'string') return wordsOf(value);
  const entries = value.map((one) => wordsOf(one).replace(/^([^,()]+), ([^,()]+)$/, '$1 ($2)'));
  return entries.filter((one) => one !== '').join(', ');
}

/** Plain words as Markdown: no mark of theirs means anything, addresses stay whole. */
function escaped(words: string): string {
  return words
    .split(/(https?:\/\/[^\s<>]+)/i)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>~&|]/g, '\\$&')))
    .join('');
}

/**
 * The text of a note, whose front matter is left as empty lines, with what the front matter says of the meeting in
 * place of them: each value on the line of its key, behind its label, as `Attendees: Ann Lee, Bo`.
 */
export function withSaidLines(
  body: string,
  said: Partial<Record<SaidKey, string | readonly string[] | null | undefined>>,
  lineOf: (key: SaidKey) => number | undefined,
): string {
  const lines = body.split('\n');
  for (const key of saidKeys) {
    const line = lineOf(key);
    const words = lineOfValue(said[key] ?? '');
    if (line === undefined || words === '' || lines[line - 1] !== '') continue;
    // With a break at its end, which means nothing where no such line follows.
    lines[line - 1] = `${key.charAt(0).toUpperCase()}${key.slice(1)}: ${escaped(words)}  `;
  }
  return lines.join('\n');
}
