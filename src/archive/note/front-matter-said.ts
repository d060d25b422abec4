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
  'issue',
  'issues',
  'location',
  'moderator',
  'notetaker',
  'participants',
  'pr',
  'present',
  'prs',
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

/** A key as it is accepted: what the meeting is said to be like may have a capital, as labels have. */
export const acceptedKey = (key: string): string => {
  const small = key.toLowerCase();
  return isSaidKey(small) ? small : key;
};

/** A value of `saidKeys`. */
export type SaidValue = string | number | readonly (string | number)[];

/** What the meeting was about, by its label; numbers are of pull requests and issues. */
const subjects: Partial<Record<SaidKey, string>> = {
  issue: 'Issue',
  issues: 'Issues',
  pr: 'Pull request',
  prs: 'Pull requests',
};

/** The label of a key. */
const labelOf = (key: SaidKey): string =>
  subjects[key] ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** What a value says: Obsidian's marks of a link say nothing. */
const wordsOf = (value: string): string =>
  value
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** A value on one line; a comma within one of a list would part it there. */
function lineOfValue(key: SaidKey, value: SaidValue): string {
  const entries = [value].flat().map((one) => {
    const words = wordsOf(String(one));
    if (key in subjects) return words.replace(/^\d+$/, '#$&');
    return Array.isArray(value) ? words.replace(/^([^,()]+), ([^,()]+)$/, '$1 ($2)') : words;
  });
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
  said: Partial<Record<SaidKey, SaidValue | null | undefined>>,
  lineOf: (key: SaidKey) => number | undefined,
): string {
  const lines = body.split('\n');
  for (const key of saidKeys) {
    const line = lineOf(key);
    const words = lineOfValue(key, said[key] ?? '');
    if (line === undefined || words === '' || lines[line - 1] !== '') continue;
    // With a break at its end, which means nothing where no such line follows.
    lines[line - 1] = `${labelOf(key)}: ${escaped(words)}  `;
  }
  return lines.join('\n');
}
