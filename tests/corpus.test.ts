import GithubSlugger from 'github-slugger';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { hasErrors } from '../src/archive/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../src/archive/diagnostics/report.ts';
import { subjectsOf } from '../src/archive/passages/subject.ts';
import type { Content } from '../src/notes/assemble.ts';
import { contentFolders } from '../src/notes/folders.ts';
import { loadContent } from '../src/notes/load.ts';
import { corpus } from './corpus-folder.ts';
import { officeHours } from './office-hours.ts';

const project = path.join(import.meta.dirname, '..');

const load = (environment: Record<string, string> = {}): Content =>
  loadContent(contentFolders(environment, project), project);

const shown = path.relative(project, officeHours);

/** `# Heading` lines outside fences: a count by other means than the parser's. */
function headingLines(file: string): number {
  let fenced = false;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => {
      if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
      return !fenced && /^#{1,6}\s+\S/.test(line);
    }).length;
}

describe('the notes of the office hours', () => {
  const { archive, diagnostics, meetings } = load({ ARCHIVE_CONTENT: officeHours });

  test('say what is wrong with them, and nothing else', () => {
    expect(
      diagnostics.map(
        (d) => `${path.relative(shown, d.file)}:${d.line}:${d.column} ${d.severity} ${d.code}`,
      ),
    ).toEqual([
      'meetings/2019-10-29.md:178:30 warning link-dead',
      'meetings/2020-01-07.md:1:24 warning date-heading',
      'meetings/2020-01-07.md:154:9 warning link-dead',
    ]);
  });

  test('name both dates where heading and file name differ', () => {
    const found = diagnostics.find(({ code }) => code === 'date-heading');
    expect(found && formatDiagnostic(found)).toContain('2019-01-07');
    expect(found && formatDiagnostic(found)).toContain('2020-01-07');
    expect(archive.meetings.find(({ id }) => id === '2020-01-07')?.headingDate).toBe('2019-01-07');
  });

  test('have their recordings', () => {
    expect(meetings.map(({ id, recordings }) => [id, recordings[0]?.id])).toEqual([
      ['2019-08-06', undefined],
      ['2019-09-17', 'GStkartir-Q'],
      ['2019-10-29', 'z3mEHMvepgA'],
      ['2020-01-07', 'evSdjwriOhk'],
      ['2021-09-28', 'b_FiAt6JpgU'],
    ]);
  });

  test('have real subjects, not template headings', () => {
    const meeting = archive.meetings.find(({ id }) => id === '2020-01-07');
    expect(meeting && subjectsOf(meeting, archive.routine).map(({ heading }) => heading)).toEqual([
      'Teddy Approaching Parental Leave',
      'Tests in Buck',
      'CLI Flag Semantics',
      'Implement Enable Tables Flag',
      'Upgrading OpenSSL version',
      'Arch Linux',
      'Caching built libraries, especially on Windows',
      'Thoughts on current BPF implementation',
    ]);
  });

  test('are about at least 25 topics', () => {
    expect(archive.topics.filter(({ about }) => about.length > 0).length).toBeGreaterThanOrEqual(
      25,
    );
  });
});

// What stands there is its community's, and new every week: no more is asked of it than of any content.
test('the content of this archive is accepted, whatever it holds', () => {
  const { diagnostics } = load();
  expect(diagnostics.filter((d) => hasErrors([d])).map(formatDiagnostic)).toEqual([]);
});

const missing = existsSync(corpus) ? '' : ' (skipped: ../shared/corpus is not here)';
const communities: Record<string, Record<string, string>> = {
  osquery: { ARCHIVE_MEETINGS: path.join(corpus, 'osquery') },
  tsc: { ARCHIVE_CONTENT: path.join(corpus, 'others/tsc') },
  cpc: { ARCHIVE_CONTENT: path.join(corpus, 'others/cpc') },
  rust: { ARCHIVE_CONTENT: path.join(corpus, 'others/rust') },
  tc39: { ARCHIVE_CONTENT: path.join(corpus, 'others/tc39') },
};

describe.skipIf(missing !== '')(`the wider corpus${missing}`, () => {
  const read = new Map<string, Content>();
  const content = (name: string): Content => {
    const known = read.get(name) ?? load(communities[name]);
    read.set(name, known);
    return known;
  };

  test.each(Object.keys(communities))('%s builds without an error', (name) => {
    expect(
      content(name)
        .diagnostics.filter((d) => hasErrors([d]))
        .map(formatDiagnostic),
    ).toEqual([]);
  });

  test.each(Object.keys(communities))('%s loses no note without a word', (name) => {
    const environment = communities[name] ?? {};
    const folder = environment['ARCHIVE_MEETINGS'] ?? environment['ARCHIVE_CONTENT'] ?? '';
    const { meetings, diagnostics } = content(name);
    const named = diagnostics.filter(({ code }) => code === 'file-passed-over').length;
    expect(meetings.length + named).toBe(readdirSync(folder).length);
  });

  test.each(Object.keys(communities))('%s has a section for every heading', (name) => {
    const environment = communities[name] ?? {};
    const folder = environment['ARCHIVE_MEETINGS'] ?? environment['ARCHIVE_CONTENT'] ?? '';
    for (const { file, sections, heading } of content(name).meetings) {
      // A page saved from the web holds headings of its own beside the note's.
      if (file === '2021-11-09.md' && name === 'rust') continue;
      const count = sections.length + (heading ? 1 : 0);
      expect([file, count]).toEqual([file, headingLines(path.join(folder, file))]);
    }
  });

  test.each(Object.keys(communities))('%s has the anchors of GitHub, each once a page', (name) => {
    for (const { file, sections, heading } of content(name).meetings) {
      const slugger = new GithubSlugger();
      const all = [
        ...(heading ? [{ id: heading.id, text: heading.text, line: heading.line }] : []),
      ];
      all.push(...sections.map(({ id, heading: text, line }) => ({ id, text, line })));
      all.sort((a, b) => a.line - b.line);
      expect([file, all.map(({ id }) => id)]).toEqual([
        file,
        all.map(({ text }) => slugger.slug(text)),
      ]);
    }
  });

  test('osquery: one warning for each heading date that contradicts its file name', () => {
    const files = content('osquery').diagnostics.filter(({ code }) => code === 'date-heading');
    expect(files.map(({ file }) => path.basename(file))).toEqual([
      '20191126_meeting_notes.md',
      '20200204_meeting_notes.md',
      '20200303_meeting_notes.md',
      '20200428_meeting_notes.md',
      '20200721_meeting_notes.md',
    ]);
    expect(content('osquery').diagnostics).toHaveLength(files.length);
  });

  test('osquery: all but the first note have a recording', () => {
    const silent = content('osquery').meetings.filter(({ recordings }) => recordings.length === 0);
    expect(silent.map(({ id }) => id)).toEqual(['2019-07-09']);
  });
});
