import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { project } from './build.ts';

/** How many meetings the content has; the reference `acme/app#20` is discussed once in each. */
export const meetings = 130;
/** References of the home repository, and repositories beside it, that each meeting names. */
const perMeeting = 3;
/** The meeting in which a section names the reference in very many items. */
const longList = 40;
/** The meeting in which a heading without end names the reference. */
const longHeading = 60;
/** The meeting in which very much is decided. */
const decisive = 80;

/** The day of a meeting, one a week. */
export const dayOf = (index: number): string =>
  new Date(Date.UTC(2015, 0, 6 + 7 * index)).toISOString().slice(0, 10);

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

function noteOf(index: number): string {
  const words = `They said "it's & was <late>" again, 'as "ever"', which is how number ${index} of it went. `;
  const standing =
    index === longHeading
      ? `## About #20 ${'that "never" ends '.repeat(1_000)}\n\nShort.`
      : index === longList
        ? `## Standing item of call ${index}\n\n${repeat(300, (item) => `- #20 ${item}: ${words}`)}`
        : `## Standing item of call ${index}\n\n#20 came up. ${words.repeat(4)}`;
  const others = repeat(perMeeting, (item) => {
    const number = 100 + index * perMeeting + item;
    return `## Subject ${number}\n\n#${number} does it: ${words}\n\nAs in org${number}/tool-of-${number}#1, "they" say.\n`;
  });
  const decided = index === decisive ? 400 : 1;
  return (
    `# Call of ${dayOf(index)}\n\n${standing}\n\n${others}\n` +
    `## Decisions\n\n${repeat(decided, (item) => `- RESOLVED: call ${index} number ${item}, ${words}`)}\n\n` +
    `## Action items\n\n- [ ] Do call ${index}, ${words}\n- [x] Done call ${index}, ${words}\n`
  );
}

/** Makes a content folder in which every list is longer than a page may be. */
export function longContent(): string {
  const folder = path.join(project, '.cache/tests/long-content');
  rmSync(folder, { recursive: true, force: true });
  for (const below of ['meetings', 'topics']) {
    mkdirSync(path.join(folder, below), { recursive: true });
  }
  writeFileSync(path.join(folder, 'archive.yaml'), 'title: Long calls\nhome: acme/app\n');
  for (let index = 0; index < meetings; index += 1) {
    writeFileSync(path.join(folder, 'meetings', `${dayOf(index)}.md`), noteOf(index));
  }
  const topics = [
    'Standing item',
    ...Array.from({ length: 3 * meetings }, (_, at) => `Subject ${100 + at}`),
  ];
  for (const name of topics) {
    const summary = `A "topic" of ${'many words '.repeat(14)}.`;
    const slug = name.toLowerCase().replaceAll(' ', '-');
    const front = `---\nname: ${name}\nsummary: '${summary}'\n---\n`;
    writeFileSync(path.join(folder, 'topics', `${slug}.md`), `${front}\nWhat it is.\n`);
  }
  return folder;
}
