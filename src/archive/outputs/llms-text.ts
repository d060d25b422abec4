import { type Archive, discussedTopics } from '../archive.ts';
import { subjectsOf } from '../passages/subject.ts';
import { archiveDataFile, noteFile, referencesDataFile } from '../paths.ts';
import { escapeMarks } from '../text/escape-marks.ts';
import type { Addresses } from './addresses.ts';

/** A line of Markdown text that cannot break out of its place. */
const inLine = (text: string): string => escapeMarks(text.replace(/\s+/g, ' '));

const longestList = 6;

/** `/llms.txt` (llmstxt.org): what the archive is, and where its texts are as Markdown and JSON. */
export function llmsText(archive: Archive, { paths, absolute }: Addresses): string {
  const { settings, meetings, routine } = archive;
  const file = (path: string): string => absolute(paths.file(path));
  const lines = [
    `# ${inLine(settings.title)}`,
    '',
    `> ${inLine(settings.sentence || 'Notes of meetings, searchable and citable.')}`,
    '',
    'Every section has an address that does not change: the page of its meeting with its anchor. ' +
      'Cite by that address. A pull request or issue is at the path that it has on GitHub.',
    '',
    '## Data',
    '',
    `- [Archive](${file(archiveDataFile)}): meetings and topics as JSON, with the schema`,
    `- [References](${file(referencesDataFile)}): in how many meetings each was discussed`,
    `- [About the data](${absolute(paths.aboutData())})`,
    '',
    '## Meetings',
    '',
    ...meetings.toReversed().map((meeting) => {
      const subjects = subjectsOf(meeting, routine)
        .slice(0, longestList)
        .map(({ heading }) => inLine(heading))
        .join('; ');
      const title = meeting.title === settings.title ? '' : ` ${inLine(meeting.title)}`;
      const link = `[${meeting.date}${title}](${file(noteFile(meeting))})`;
      return `- ${link}${subjects === '' ? '' : `: ${subjects}`}`;
    }),
  ];
  const used = discussedTopics(archive);
  if (used.length > 0) {
    lines.push('', '## Topics', '');
    for (const { topic } of used) {
      const link = `[${inLine(topic.name)}](${absolute(paths.topic(topic.slug))})`;
      lines.push(`- ${link}: ${inLine(topic.summary)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
