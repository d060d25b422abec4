import { sortDiagnostics } from '../archive/diagnostics/diagnostic-list.ts';
import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import { formatDiagnostic, withoutControls } from '../archive/diagnostics/report.ts';
import { countOf } from '../archive/text/count.ts';
import { shownPath } from '../notes/text-file.ts';
import { type PermalinksWriting, writePermalinks } from '../notes/write-permalinks.ts';
import { adviser } from './advice.ts';
import { type Command, type Surroundings, Refusal } from './command.ts';
import { contentOptions, foldersOf } from './content.ts';
import { readOptions, refuseFurther } from './options.ts';

const help = `Usage: npm run notes -- permalinks [OPTION]…

Compares the published addresses on record with those of the notes as they are, and says which
have moved, and which lead nowhere any more.

  --write         record every address, and accept the moves that were found
  --content DIR   of this content folder
  --help          this text

Exit code: 0 fine, 1 addresses are lost or not on record, 2 wrong usage.
`;

/** A move that is accepted: it is no error any more, and there is nothing to do about it. */
const formatAccepted = ({ file, line, column, code, message }: Diagnostic): string =>
  withoutControls(`${file}:${line}:${column} ${code}: ${message}`);

/** How the record, which is shown as `shown`, stands now: what is on it, whether it is up to date, what stays lost. */
function tellRecord(
  { unrecorded: { paths, anchors }, changed, lost }: PermalinksWriting,
  shown: string,
  write: boolean,
): string {
  const lines: string[] = [];
  const counts = [
    ...(paths > 0 ? [countOf(paths, 'path')] : []),
    ...(anchors > 0 ? [countOf(anchors, 'anchor')] : []),
  ];
  if (counts.length > 0) {
    const be = paths + anchors === 1 ? 'is' : 'are';
    const when = write ? 'on record now' : 'not on record yet';
    lines.push(`${counts.join(' and ')} ${be} ${when}.`);
  }
  if (!changed) lines.push(`${shown} is up to date.`);
  else if (write) lines.push(`${shown} is written.`);
  else lines.push(`${shown} is not up to date; --write brings it there.`);
  if (lost.length > 0) {
    const links = `${countOf(lost.length, 'lost link')} ${lost.length === 1 ? 'is' : 'are'}`;
    lines.push(`${links} to be mended, as said above, before the site can be built again.`);
  }
  return `${lines.join('\n')}\n`;
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, surroundings, {
    ...contentOptions,
    write: { type: 'boolean', default: false },
  });
  refuseFurther(positionals);
  const folders = foldersOf(values.content, surroundings);
  const { directory, out } = surroundings;
  const advise = adviser(values.content, surroundings);
  const file = folders.permalinks;
  if (file === undefined) {
    throw new Refusal('Notes that ARCHIVE_MEETINGS names have no record of published addresses.');
  }
  const writing = writePermalinks(folders, directory, { write: values.write });
  const { refused, lost, moved, changed } = writing;
  if (refused.length > 0) {
    const list = sortDiagnostics(refused).map(advise).map(formatDiagnostic).join('\n');
    out(`${list}\nNothing can be recorded before these are mended.\n`);
    return 1;
  }
  for (const finding of lost) out(`${formatDiagnostic(advise(finding))}\n`);
  for (const finding of moved) {
    out(`${values.write ? formatAccepted(finding) : formatDiagnostic(advise(finding))}\n`);
  }
  if (moved.length > 0) {
    const moves = countOf(moved.length, 'move');
    out(values.write ? `${moves} accepted.\n` : `${moves} would be accepted with --write.\n`);
  }
  out(tellRecord(writing, shownPath(directory, file), values.write));
  return lost.length > 0 || (changed && !values.write) ? 1 : 0;
}

/** `permalinks`: compares and records the published addresses. */
export const permalinks: Command = { help, run };
