import type { Archive } from '../archive/archive.ts';
import { type MeetingDate, parseDate } from '../archive/dates/date.ts';
import type { MeetingId } from '../archive/meeting.ts';
import {
  type CommentContext,
  discussedComment,
  untoldSince,
} from '../archive/outputs/discussed.ts';
import { sitePaths } from '../archive/paths.ts';
import { parseReference } from '../archive/references/reference-query.ts';
import { referenceKey, referenceUrl } from '../archive/references/reference.ts';
import { referenceContextOf } from '../archive/settings.ts';
import { type Command, type Surroundings, UsageError } from './command.ts';
import { contentOf, contentOptions } from './content.ts';
import { readOptions, refuseFurther } from './options.ts';

const options = {
  ...contentOptions,
  site: { type: 'string' },
  since: { type: 'string' },
} as const;

const common = `  --site URL      where the site is served, with its path (else SITE_URL and BASE_PATH)
  --content DIR   of this content folder
  --help          this text
`;

const discussedHelp = `Usage: npm run notes -- discussed [OPTION]… REFERENCE

Prints a comment for a pull request or issue that says where it was discussed, to be posted on
GitHub by hand. REFERENCE is owner/repository#12, its address, or #12 of the home repository.

  --since ID      only meetings from this one on, by its date or id
${common}
Exit code: 0 fine, 1 it was not discussed, 2 wrong usage.
`;

const untoldHelp = `Usage: npm run notes -- untold [OPTION]… --since DATE

Prints a comment for everything that was discussed since a day: what a new note gives to tell.

  --since DATE    the first day, as YYYY-MM-DD
${common}
Exit code: 0 fine, 2 wrong usage.
`;

/** What makes absolute addresses, from `--site` or the environment that the build reads too. */
function contextOf(
  archive: Archive,
  site: string | undefined,
  { environment }: Surroundings,
): CommentContext {
  const given = site ?? environment['SITE_URL'];
  if (!given) throw new UsageError('Say with --site where the site is served.');
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `"${given}" is no web address: write it like https://example.org/archive/.`,
    );
  }
  const base = site === undefined ? (environment['BASE_PATH'] ?? '/') : url.pathname;
  const paths = sitePaths(base);
  return {
    archive,
    addressOf: (meeting, section) => `${url.origin}${paths.meeting(meeting, section)}`,
    pageOf: (reference, kind) => `${url.origin}${paths.reference(reference, kind)}`,
  };
}

function dateOf(text: string, archive: Archive): MeetingDate {
  const date = parseDate(text) ?? archive.meeting(text as unknown as MeetingId)?.date;
  if (date === undefined) throw new UsageError(`"${text}" is neither a date nor a meeting.`);
  return date;
}

async function runDiscussed(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, surroundings, options);
  const [text, ...further] = positionals;
  if (text === undefined) throw new UsageError('Say which pull request or issue is meant.');
  refuseFurther(further);
  const { archive } = contentOf(values.content, surroundings).content;
  const context = contextOf(archive, values.site, surroundings);
  const since = values.since === undefined ? undefined : dateOf(values.since, archive);
  const parsed = parseReference(text, referenceContextOf(archive.settings));
  if (parsed === undefined) {
    throw new UsageError(`"${text}" is no pull request or issue: write owner/repository#12.`);
  }
  const thread = archive.reference(referenceKey(parsed.reference));
  const comment = thread && discussedComment(thread, context, since);
  if (comment === undefined) {
    surroundings.err(`${text} was not discussed${since === undefined ? '' : ` since ${since}`}.\n`);
    return 1;
  }
  surroundings.out(comment);
  return 0;
}

async function runUntold(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, surroundings, options);
  refuseFurther(positionals);
  if (values.since === undefined) throw new UsageError('Say with --since from which day on.');
  const { archive } = contentOf(values.content, surroundings).content;
  const since = dateOf(values.since, archive);
  const told = untoldSince(since, contextOf(archive, values.site, surroundings));
  if (told.length === 0) surroundings.err(`Nothing was discussed since ${since}.\n`);
  for (const { thread, comment } of told) {
    surroundings.out(`=== ${referenceUrl(thread.reference, thread.kind)}\n\n${comment}\n`);
  }
  return 0;
}

/** `discussed`: a comment on where one reference was discussed. */
export const discussed: Command = { help: discussedHelp, run: runDiscussed };

/** `untold`: a comment for every reference discussed since a day. */
export const untold: Command = { help: untoldHelp, run: runUntold };
