import { countOf } from '../text/count.ts';
import { nearest } from '../text/nearest.ts';

/** How much a finding matters, the gravest first: an error stops the build, a warning asks for a look, a notice informs. */
export const severities = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof severities)[number];

/** Where in a file a finding is. Lines and columns count from 1; columns are UTF-16 units. */
export interface Place {
  /** Path as a person would type it, `/`-separated, relative to the working directory where possible. */
  file: string;
  line: number;
  column: number;
}

/** One finding about the content. */
export interface Diagnostic extends Place {
  code: DiagnosticCode;
  severity: Severity;
  /** What is wrong: one full sentence. */
  message: string;
  /** What to do about it: one full sentence. */
  fix: string;
}

interface Row<Facts> {
  severity: Severity;
  message: (facts: Facts) => string;
  fix: (facts: Facts) => string;
}

function row<Facts>(
  severity: Severity,
  message: (facts: Facts) => string,
  fix: (facts: Facts) => string,
): Row<Facts> {
  return { severity, message, fix };
}

const quoted = (values: readonly string[]): string =>
  values.map((value) => `"${value}"`).join(', ');

/** The keys that there are, behind the one that was most likely meant. */
const oneOf = ({ key, accepted }: { key: string; accepted: readonly string[] }): string => {
  const near = nearest(key, accepted);
  const list = `one of ${quoted(accepted)}, or remove the line.`;
  return near === undefined ? `Use ${list}` : `Did you mean "${near}"? If not, use ${list}`;
};

const between = (after: string | undefined, before: string | undefined): string =>
  after === undefined
    ? `before ${before}`
    : before === undefined || after === before
      ? `on or after ${after}`
      : `between ${after} and ${before}`;

/** An address in a length that can be read: a picture within a note is thousands of characters of it. */
const shortened = (address: string): string =>
  address.length > 80 ? `${address.slice(0, 60)}…` : address;

/** Whether an address is a picture itself (RFC 2397), as one that was pasted is in some editors. */
const isHeldPicture = (target: string): boolean => /^data:image\//i.test(target);
const takeOutPicture =
  'Have the picture put beside the note with "npm run notes -- import FILE --write --replace", or remove it.';

/** Every code, its severity and its wording. A code is public: once released it keeps its meaning. */
const rows = {
  'findings-more': row<{ count: string }>(
    'notice',
    ({ count }) => `There are further findings in this file, which are not listed: ${count}.`,
    () => 'Mend those that are listed, and check again.',
  ),
  'file-conflict': row<{ last: number }>(
    'error',
    ({ last }) =>
      `Two branches changed what stands from here to line ${last}, and the conflict is still in the file.`,
    () =>
      'Keep what is right of the two, and remove the lines that mark it (<<<<<<<, =======, >>>>>>>).',
  ),
  'file-encoding': row<{ what: string }>(
    'error',
    ({ what }) => `The file is not UTF-8 text: ${what}.`,
    () => 'Save it as UTF-8 (without NUL bytes).',
  ),
  'file-unreadable': row<{ reason: string }>(
    'error',
    ({ reason }) => `The file cannot be read: ${reason}.`,
    () => 'Check that it exists and that its permissions allow reading.',
  ),
  'file-name-long': row<{ most: number }>(
    'error',
    ({ most }) => `The name of the file is longer than ${most} characters.`,
    () => 'Give it a shorter name: its date, and a word or two if there are more of that day.',
  ),
  'file-name-hidden': row<{ characters: string }>(
    'error',
    ({ characters }) =>
      `The name of the file holds characters that no reader sees, or that turn text around: ${characters}.`,
    () => 'Rename it: its date, and a word or two if there are more of that day.',
  ),
  'file-link': row<object>(
    'warning',
    () => 'A symbolic link stands in place of a file and is not followed.',
    () => 'Put the file itself into the folder.',
  ),
  'file-passed-over': row<{ why: string }>(
    'notice',
    ({ why }) => `The file is not read as a note: ${why}.`,
    () => 'Give it a name that starts with its date if it is a note.',
  ),
  'file-too-complex': row<{ what: string }>(
    'error',
    ({ what }) => `The file is more than settings, topics and templates need: ${what}.`,
    () => 'Shorten it to what the site is to show.',
  ),
  'note-empty': row<object>(
    'error',
    () => 'The note has no text.',
    () => 'Write the note, or remove the file.',
  ),
  'notes-none': row<{ folder: string }>(
    'warning',
    ({ folder }) => `There is no note in ${folder}, so that the site would have no meeting.`,
    () =>
      'Put notes there, as Markdown files named after the day of the meeting, or name another folder with ARCHIVE_CONTENT.',
  ),
  'note-too-large': row<{ size: string; limit: string; picture: boolean }>(
    'error',
    ({ size, limit }) => `The note has ${size}; the limit is ${limit}.`,
    ({ picture }) => (picture ? takeOutPicture : 'Split it, or move what is not a note out of it.'),
  ),
  'note-too-complex': row<{ what: string; limit: string; picture: boolean }>(
    'error',
    ({ what, limit }) => `The note has ${what}; the limit is ${limit}.`,
    ({ picture }) =>
      picture ? takeOutPicture : 'Simplify that passage, or put it into a code block.',
  ),
  'note-given-up': row<{ why: string }>(
    'error',
    ({ why }) => `Reading the note was given up: ${why}.`,
    () => 'Simplify the note, or split it; what is not a note does not belong into the folder.',
  ),
  'note-two-meetings': row<{ first: string; firstLine: number; second: string; further: number }>(
    'warning',
    ({ first, firstLine, second, further }) =>
      `The note holds several meetings: "${shortened(first)}" on line ${firstLine}, and here "${shortened(second)}"${further > 0 ? ` and ${further} more` : ''}; it is read as one.`,
    () =>
      'Split it into a file for each, named after its date, as "npm run notes -- import FILE --split --write --replace" does.',
  ),
  'note-web-page': row<object>(
    'error',
    () => 'A saved web page stands in place of the note.',
    () =>
      'Save the Markdown instead, or turn the page into a note with "npm run notes -- import FILE --write --replace".',
  ),
  'note-saved-page': row<{ editor: string }>(
    'notice',
    ({ editor }) => `This is a page saved from ${editor}; the note inside it is read.`,
    () => 'Replace it by the Markdown with "npm run notes -- import FILE --write --replace".',
  ),
  'note-invalid': row<{ key: string; reason: string }>(
    'error',
    ({ key, reason }) => `What was read as "${key}" is not accepted: ${reason}.`,
    () => 'Correct that part of the note.',
  ),
  'date-missing': row<object>(
    'error',
    () =>
      'Nothing says when the meeting was: no file name, front matter or title, nor a line such as "Date: 2019-10-29".',
    () =>
      'Name the file after the date, for example 2019-10-29.md; if it holds several meetings, "npm run notes -- import FILE --split --write" makes a note of each.',
  ),
  'date-impossible': row<{ text: string }>(
    'error',
    ({ text }) => `"${text}" is not a date of the calendar.`,
    () => 'Write the real date as YYYY-MM-DD.',
  ),
  'date-contradiction': row<{ given: string; name: string }>(
    'error',
    ({ given, name }) => `The front matter says ${given}, but the file name says ${name}.`,
    ({ name }) =>
      `Remove "date", which must agree with the file name (accepted here: ${name}), or rename the file.`,
  ),
  'date-heading': row<{ heading: string; name: string; nameLine: string }>(
    'warning',
    ({ heading, name, nameLine }) =>
      `The heading says ${heading}, but ${nameLine} says ${name}, which is used.`,
    ({ name }) => `Write ${name} in the heading, or rename the file if the heading is right.`,
  ),
  'date-out-of-step': row<{
    date: string;
    numbers: readonly number[];
    after: string | undefined;
    before: string | undefined;
  }>(
    'warning',
    ({ date, numbers, after, before }) =>
      `The note is dated ${date}, but it cites ${numbers.map((number) => `#${number}`).join(' and ')}, which other notes cite ${between(after, before)}.`,
    () => 'Check the year and the month in the file name, and correct the one that is wrong.',
  ),
  'date-future': row<{ date: string; days: number }>(
    'warning',
    ({ date, days }) => `The note is dated ${date}, which is ${days} days from now.`,
    () =>
      'Correct the date, most often in the file name; nothing needs to be done for a meeting that is planned.',
  ),
  'date-weekday': row<{ date: string; weekday: string; usual: string; times: number }>(
    'notice',
    ({ date, weekday, usual, times }) =>
      `${date} is a ${weekday}; ${times} other meetings were held on a ${usual}.`,
    () =>
      'Compare the date with the recording or the calendar; nothing needs to be done for a meeting that was moved.',
  ),
  'id-taken': row<{ id: string; other: string }>(
    'error',
    ({ id, other }) => `Two notes make the same page ${id}: this one and ${other}.`,
    ({ id }) => `Add a word to one file name, for example ${id}-extra.md.`,
  ),
  'front-matter-syntax': row<{ reason: string; format?: 'TOML' }>(
    'error',
    ({ reason, format = 'YAML' }) => `The front matter is not valid ${format}: ${reason}.`,
    ({ format }) =>
      `Correct the lines between the two "${format === undefined ? '---' : '+++'}", or remove them; notes need no front matter.`,
  ),
  'front-matter-unclosed': row<{ key: string }>(
    'error',
    ({ key }) => `The front matter that starts with "${key}" is never closed.`,
    () => 'Put a line of three dashes below its last key.',
  ),
  'front-matter-unknown': row<{ key: string; accepted: readonly string[] }>(
    'error',
    ({ key }) => `The front matter has an unknown key "${key}".`,
    ({ key, accepted }) => {
      const near = nearest(key, accepted);
      return near === undefined
        ? 'Write what it says as a line of the note, or remove it; if it is a key of your own, list it under "ownKeys" of archive.yaml. docs/sources.md has the keys that are read.'
        : `Did you mean "${near}"? If not, write what it says as a line of the note, or remove it.`;
    },
  ),
  'front-matter-value': row<{ key: string; reason: string }>(
    'error',
    ({ key, reason }) => `The front matter's "${key}" is not accepted: ${reason}.`,
    () => 'Correct the value, or remove the line.',
  ),
  'front-matter-editor': row<{ keys: readonly string[] }>(
    'notice',
    ({ keys }) => `Passed over as keys of an editor or a site generator: ${quoted(keys)}.`,
    () => 'Nothing needs to be done.',
  ),
  'topic-unknown': row<{ topic: string; near: string | undefined }>(
    'error',
    ({ topic }) => `There is no topic "${topic}".`,
    ({ near, topic }) =>
      near === undefined
        ? `Add content/topics/${topic}.md, or remove it from "topics".`
        : `Did you mean "${near}"?`,
  ),
  'link-dead': row<{ target: string }>(
    'warning',
    ({ target }) => `The link to "${target}" leads nowhere; it is shown as text.`,
    () => 'Write the full address, or remove the link and keep its text.',
  ),
  'anchor-dead': row<{ target: string; near: string | undefined }>(
    'warning',
    ({ target }) => `The link to "${target}" does not hit a heading.`,
    ({ near }) => (near === undefined ? 'Use an existing heading.' : `Did you mean "#${near}"?`),
  ),
  'link-scheme': row<{ target: string }>(
    'warning',
    ({ target }) =>
      isHeldPicture(target)
        ? 'A picture stands within the text of the note, and is not shown.'
        : `The link to "${shortened(target)}" is not an http, https or mailto link; it is shown as text.`,
    ({ target }) => (isHeldPicture(target) ? takeOutPicture : 'Use an http or https address.'),
  ),
  'link-userinfo': row<{ target: string }>(
    'warning',
    ({ target }) =>
      `The link to "${target}" hides its host behind a user name; it is shown as text.`,
    () => 'Write the address without what stands before the "@".',
  ),
  'text-hidden': row<{ characters: string }>(
    'notice',
    ({ characters }) =>
      `Characters that no reader sees, or that turn the text around, are left out: ${characters}.`,
    () => 'Delete the text around them and type it anew.',
  ),
  'html-dropped': row<{ tag: string }>(
    'notice',
    ({ tag }) => `Raw HTML (${tag}) is not shown; the text inside it is kept.`,
    () => 'Write it as Markdown, or put it into `code` if it is meant as text.',
  ),
  'image-missing': row<{ target: string; why: string }>(
    'warning',
    ({ target, why }) =>
      `The image "${target}" cannot be shown, and its words stand in its place: ${why}.`,
    () =>
      'Put a PNG, JPEG, GIF, WebP or AVIF picture beside the note and write its path as seen from there, or leave it out.',
  ),
  'image-remote': row<{ target: string }>(
    'notice',
    ({ target }) => `The image ${target} is on another host; it is shown as a link.`,
    () => 'Put the image beside the note if it should be seen.',
  ),
  'setext-accident': row<{ start: string }>(
    'warning',
    ({ start }) =>
      `"${start}…" is underlined and so becomes a heading; it reads like a paragraph and is shown as one.`,
    () => 'Put an empty line between the text and the line of dashes.',
  ),
  'heading-unspaced': row<{ text: string }>(
    'warning',
    ({ text }) =>
      `"${shortened(text)}" is no heading, as no plain space follows the "#"; it is shown as text.`,
    () => 'Put a space between the marks and the words.',
  ),
  'list-unmarked': row<{ sign: string }>(
    'warning',
    ({ sign }) => `Lines that begin with "${sign}" are no list; they are shown as one paragraph.`,
    () => 'Begin each item with "- ", those below another with two more spaces before it.',
  ),
  'settings-syntax': row<{ reason: string }>(
    'error',
    ({ reason }) => `The file is not valid YAML: ${reason}.`,
    () => 'Correct that line.',
  ),
  'settings-unknown': row<{ key: string; below?: string; accepted: readonly string[] }>(
    'error',
    ({ key, below }) => `There is no setting "${key}"${below ? ` below "${below}"` : ''}.`,
    oneOf,
  ),
  'settings-value': row<{ key: string; reason: string }>(
    'error',
    ({ key, reason }) =>
      key === ''
        ? `The settings are not accepted: ${reason}.`
        : `The setting "${key}" is not accepted: ${reason}.`,
    () => 'Correct the value.',
  ),
  'home-guessed': row<{ home: string }>(
    'notice',
    ({ home }) =>
      `No home repository is set; bare numbers such as #12 are read as ${home}, the one linked most.`,
    () => 'Set "home" in archive.yaml.',
  ),
  'keys-guessed': row<{ keys: readonly string[] }>(
    'notice',
    ({ keys }) => `Keys of the front matter of several notes that nothing reads: ${quoted(keys)}.`,
    ({ keys }) =>
      `If they are your own, write "ownKeys: [${keys.join(', ')}]" into archive.yaml; they are passed over.`,
  ),
  'link-text': row<{ named: number; linked: number }>(
    'warning',
    ({ named, linked }) => `The link says #${named}, but leads to #${linked}.`,
    () => 'Find out which of the two is meant, and write it in both places.',
  ),
  'fence-unclosed': row<object>(
    'warning',
    () => 'This block of code is never closed, so that all that follows it is shown as code.',
    () => 'Close it with a line of the same marks.',
  ),
  'recording-twice': row<{ url: string; other: string }>(
    'warning',
    ({ url, other }) => `The recording ${url} belongs to ${other} already.`,
    () => 'Link the recording of this meeting.',
  ),
  'recording-missing': row<object>(
    'notice',
    () => 'The note links no recording, though most of the others do.',
    () => 'Link the recording, or write "not recorded" in its place.',
  ),
  'section-empty': row<{ heading: string }>(
    'notice',
    ({ heading }) => `Nothing stands under the heading "${heading}".`,
    () => 'Write what was said, or remove the heading.',
  ),
  'heading-twice': row<{ heading: string; line: number; anchor: string }>(
    'notice',
    ({ heading, line, anchor }) =>
      `The heading "${heading}" stands on line ${line} already; this one's anchor is #${anchor}, which moves when the other goes.`,
    () => 'Give it words of its own.',
  ),
  'number-doubtful': row<{ number: number; home: string }>(
    'notice',
    ({ number, home }) =>
      `#${number} is read as a number of ${home}, but is far from those that the notes link there.`,
    ({ number }) => `Link it, or name its repository, as in owner/repository#${number}.`,
  ),
  'reference-unlinked': row<{ label: string; repository: string }>(
    'notice',
    ({ label, repository }) =>
      `${label} is named without a link here and everywhere, so that nothing says whether ${repository} has it as a pull request or an issue.`,
    () => 'Link it once, with its full address.',
  ),
  'template-unfilled': row<{ text: string }>(
    'notice',
    ({ text }) => `"${text}" of the template was not replaced.`,
    () => 'Write what belongs there, or remove it.',
  ),
  'meeting-missing': row<{ dates: string; after: string }>(
    'notice',
    ({ dates, after }) =>
      `The cadence expects a meeting on ${dates} after ${after}; there is no note.`,
    () =>
      'Add the notes that are missing; nothing needs to be done for a meeting that was not held.',
  ),
  'topic-unused': row<{ name: string }>(
    'notice',
    ({ name }) => `No note names the topic "${name}".`,
    () => 'Add the words by which the notes call it to "aliases", or remove the topic.',
  ),
  'topic-missing': row<{ term: string; count: number; evidence: readonly string[] }>(
    'notice',
    ({ term, count, evidence }) =>
      `No topic covers "${term}", which stands in ${count} sections: ${evidence.join('; ')}${count > evidence.length ? '; …' : ''}.`,
    () => 'Add a topic, or the term to the aliases of one, if people will look for it.',
  ),
  'topic-front-matter': row<{ reason: string }>(
    'error',
    ({ reason }) => `The topic is not accepted: ${reason}.`,
    () =>
      'Correct it: a topic has "name", "aliases", "summary" and "exceptions" between two lines of "---".',
  ),
  'topic-alias-taken': row<{ alias: string; other: string }>(
    'error',
    ({ alias, other }) => `The alias "${alias}" belongs to the topic "${other}" already.`,
    () => 'Keep it in one of the two.',
  ),
  'permalinks-invalid': row<{ key: string; reason: string }>(
    'error',
    ({ key, reason }) =>
      `The record of published addresses is not accepted${key && ` at "${key}"`}: ${reason}.`,
    () =>
      'Take the last good version of the file from version control, and bring it up to date with "npm run notes -- permalinks --write".',
  ),
  'permalink-lost': row<{ address: string; hint: string; swapped?: boolean; first?: boolean }>(
    'error',
    ({ address, swapped }) =>
      swapped
        ? `The published address ${address} stands over other text now, and what stood there is nowhere.`
        : `The published address ${address} leads nowhere any more.`,
    ({ hint, first }) =>
      `${first ? 'First accept what has moved, with "npm run notes -- permalinks --write"; then bring' : 'Bring'} back what stood there, or say what took its place: ${hint}.`,
  ),
  'permalink-moved': row<{ address: string; to: string; back?: boolean }>(
    'error',
    ({ address, to, back }) =>
      back
        ? `The published address ${address} leads elsewhere, though what stood there is back at ${to}.`
        : `The published address ${address} leads nowhere any more; what stood there seems to be ${to} now.`,
    () => 'Undo the change, or accept the move with "npm run notes -- permalinks --write".',
  ),
  'permalink-swapped': row<{ address: string; to: string }>(
    'error',
    ({ address, to }) =>
      `The published address ${address} stands over other text now; what stood there seems to be ${to} now.`,
    () => 'Undo the change, or accept the move with "npm run notes -- permalinks --write".',
  ),
  'permalink-new': row<{ paths: number; anchors: number }>(
    'notice',
    ({ paths, anchors }) => {
      const counts = [
        paths > 0 && countOf(paths, 'path'),
        anchors > 0 && countOf(anchors, 'anchor'),
      ];
      return `Not on record yet: ${counts.filter(Boolean).join(' and ')}.`;
    },
    () => 'Record them with "npm run notes -- permalinks --write" when they are published.',
  ),
  'path-taken': row<{ owner: string }>(
    'warning',
    ({ owner }) =>
      `The owner "${owner}" is named like a folder of this site; its references get no page here.`,
    () => 'Nothing needs to be done; they are linked to GitHub.',
  ),
} as const;

/** A code of the table. */
export type DiagnosticCode = keyof typeof rows;
type Facts<Code extends DiagnosticCode> = (typeof rows)[Code] extends Row<infer F> ? F : never;

/** Every code there is, sorted. */
export const diagnosticCodes = Object.keys(rows).sort() as DiagnosticCode[];

/** The severity of a code. */
export function severityOf(code: DiagnosticCode): Severity {
  return rows[code].severity;
}

/** A finding in the wording of its code. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  place: Place,
  facts: Facts<Code>,
): Diagnostic {
  // The table's row and the facts are tied by `Code`, which indexing widens to a union.
  const { severity, message, fix } = rows[code] as unknown as Row<Facts<Code>>;
  const { file, line, column } = place;
  return { file, line, column, code, severity, message: message(facts), fix: fix(facts) };
}

/** Whether any finding stops the build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
