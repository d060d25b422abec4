import type { Archive } from '../archive.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting, Section } from '../meeting.ts';
import { ownBlocks } from '../passages/routine.ts';
import { byCodeUnit } from '../text/order.ts';
import { tallyOf } from '../text/tally.ts';
import { type TopicMatcher, compileTopics, findTopics } from '../topics/topic-matcher.ts';

/** A notice for each topic that no section names. */
export function checkUnusedTopics(
  topics: Archive['topics'],
  shownTopic: (file: string) => string,
): Diagnostic[] {
  return topics
    .filter(({ about, mentions }) => about.length === 0 && mentions.length === 0)
    .map(({ topic }) =>
      diagnose(
        'topic-unused',
        { file: shownTopic(topic.file), line: 1, column: 1 },
        { name: topic.name },
      ),
    );
}

/** A term with the sections that hold it. */
export interface UncoveredTerm {
  term: string;
  sections: { meeting: Meeting; section: Section }[];
}

const fewestMeetings = 3;
const mostTerms = 20;

// Words that head a section or start a sentence in minutes of any project, and name nothing.
const common = new Set(
  (
    'todo pr prs item active pending tracking nominated updating ' +
    'about above action actions add added adding additional after again agenda agreed ahead all also and announcements another any ' +
    'are ask asked attendance attendees based because been before being better between big both bug bugs build but call can case change ' +
    'changes check close closed code comment comments community consensus could current currently date days decision decisions design did ' +
    'different discuss discussed discussion does doing done down each early else even every existing feature features few file files ' +
    'find first fix fixed fixes folks following for from further future general get getting github give going good group had has have ' +
    'having help here highlights how however idea implement implementation important improve improvements info information initial internal into issue ' +
    'issues its just keep know landed last later latest less let like link links list little local long look looking lot made main make makes ' +
    'making many master maybe meet meeting meetings merge merged might minutes month more most move much need needed needs new next ' +
    'none not note notes now number office old one only open options other our out over part people plan plans please point possible ' +
    'possibly present problem process project projects proposal pull question questions really recording related release report repo request requests result results ' +
    'review same say see seems sent set should show since some something soon specific start started state status still stuff such support sure ' +
    'take talk team than thanks that the their them then there these they thing things think this those through time times today ' +
    'too topic topics try trying two under until update updated updates upcoming use used user users using version very wait want was way week ' +
    'weeks welcome well were what when where whether which while who whole why will with within work worked working works would year you your ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

const word = /[\p{L}\p{N}][\p{L}\p{N}_+.-]*[\p{L}\p{N}+]|[\p{L}\p{N}]/gu;

/** A name rather than a word: an identifier, an abbreviation, or a capital within a sentence. */
function isName(term: string, before: string): boolean {
  if (/[_\d]/.test(term) || /\p{L}\p{Lu}/u.test(term)) return /\p{L}/u.test(term);
  return /^\p{Lu}/u.test(term) && /[\p{Ll},]\s$/u.test(before);
}

/** One form for singular and plural; good enough to count by. */
function fold(term: string): string {
  const lower = term.toLowerCase();
  return /[^su]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}

const blank = (text: string): string => ' '.repeat(text.length);

/** Terms of a text that may name a subject, as written by their fold: every word of a heading, and names in prose. */
function termsOf(text: string, heading: boolean, matcher: TopicMatcher): Map<string, string> {
  const terms = new Map<string, string>();
  let plain = text.replace(/https?:\/\/\S+|@[\w-]+|#\d+/g, blank);
  // What a topic finds is covered, and so are the words it consists of.
  for (const { start, end } of findTopics(plain, matcher)) {
    plain = plain.slice(0, start) + blank(plain.slice(start, end)) + plain.slice(end);
  }
  for (const match of plain.matchAll(word)) {
    const [term] = match;
    const folded = fold(term);
    if (folded.length < 3 || common.has(folded) || common.has(term.toLowerCase())) continue;
    if (/^\W*\d[\d.,:-]*\w?$/.test(folded)) continue;
    if (heading || isName(term, plain.slice(Math.max(0, match.index - 2), match.index))) {
      terms.set(folded, term);
    }
  }
  return terms;
}

/** What only people do; who does it in two notes is one. */
const PERSON =
  /(?<![\w.])(\p{Lu}[\p{L}\p{M}]+)(?::(?=\s)| (?:says|said|asks|asked|thinks|thought|wants|wanted|mentioned|suggests|suggested|believes|agrees|agreed|volunteered|explained|proposes|proposed|offered|wrote|joined|talked|started|reminds|reminded|is (?:working|looking|going)|has been|will (?:look|write|follow|take|try|ask|open|make))\b)/gu;

/** Who a heading ends with in brackets, such as `Browser history (puffycid)`, brought the subject, or is one. */
const IN_BRACKETS = /\(([\p{L}\p{M}]+)\)$/u;

/** Words that stand in the titles of half the meetings name the series. */
function wordsOfSeries(meetings: readonly Pick<Meeting, 'title'>[]): string[] {
  const words = meetings.flatMap(({ title }) => [
    ...new Set((title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold)),
  ]);
  return [...tallyOf(words)]
    .filter(([, count]) => count * 2 >= meetings.length)
    .map(([word]) => word);
}

/**
 * Words that name no subject here: the project and the series themselves, those present, and people by handle,
 * profile or what they do.
 */
function namesOf(archive: Pick<Archive, 'meetings' | 'home'>): Set<string> {
  const { owner, repo } = archive.home ?? { owner: '', repo: '' };
  const names = new Set([
    ...[owner, repo, ...owner.split('-')].map(fold),
    ...wordsOfSeries(archive.meetings),
  ]);
  const doing = new Map<string, Set<string>>();
  const bringing = new Map<string, Set<string>>();
  const note = (found: Map<string, Set<string>>, name: string, id: string): void => {
    found.set(name, (found.get(name) ?? new Set()).add(id));
  };
  for (const { id, opening, sections, attendees } of archive.meetings) {
    for (const { heading } of sections) {
      const [, name] = IN_BRACKETS.exec(heading) ?? [];
      if (name !== undefined) note(bringing, fold(name), id);
    }
    for (const { name, handle } of attendees ?? []) {
      for (const part of [...name.split(/[^\p{L}\p{M}]+/u), handle ?? '']) names.add(fold(part));
    }
    for (const { text, html } of [...opening, ...sections.flatMap(({ blocks }) => blocks)]) {
      for (const [, handle = ''] of text.matchAll(/(?<![\w.])@([A-Za-z\d][\w-]*)/g)) {
        names.add(fold(handle));
      }
      for (const [, user = '', shown = ''] of html.matchAll(
        /<a href="https:\/\/github\.com\/([\w-]+)\/?"[^>]*>@?([\p{L}\p{M}\w-]+)<\/a>/gu,
      )) {
        names.add(fold(user)).add(fold(shown));
      }
      for (const [, name = ''] of text.matchAll(PERSON)) {
        note(doing, fold(name), id);
      }
    }
  }
  for (const [name, meetings] of doing) {
    if (meetings.union(bringing.get(name) ?? new Set()).size > 1) names.add(name);
  }
  return names;
}

/**
 * Terms that recur in the notes of several meetings and that no topic covers, the most frequent
 * first: words of headings, and names (identifiers, abbreviations, capitals within a sentence).
 */
export function findUncoveredTerms(
  archive: Pick<Archive, 'home' | 'meetings' | 'topics' | 'routine'>,
): UncoveredTerm[] {
  const { meetings, routine, topics } = archive;
  const matcher = compileTopics(topics.map(({ topic }) => topic));
  const names = namesOf(archive);
  const found = new Map<string, UncoveredTerm & { meetings: Set<string>; headings: number }>();
  for (const meeting of meetings) {
    for (const section of meeting.sections) {
      const isRoutine = routine.isRoutineHeading(section.heading);
      const prose = ownBlocks(section, routine)
        .filter(({ kind }) => kind !== 'code')
        .map(({ text }) => text)
        .join('\n');
      const inHeading = isRoutine
        ? new Map<string, string>()
        : termsOf(section.heading, true, matcher);
      for (const [term, written] of new Map([...inHeading, ...termsOf(prose, false, matcher)])) {
        const entry = found.get(term) ?? {
          term: written,
          sections: [],
          meetings: new Set(),
          headings: 0,
        };
        entry.sections.push({ meeting, section });
        entry.meetings.add(meeting.id);
        if (inHeading.has(term)) entry.headings += 1;
        found.set(term, entry);
      }
    }
  }
  return [...found.values()]
    .filter(
      ({ term, meetings: in_, headings }) =>
        in_.size >= fewestMeetings &&
        !names.has(fold(term)) &&
        (headings >= 3 || /[_\d]/.test(term) || in_.size >= 2 * fewestMeetings),
    )
    .sort(
      (a, b) =>
        b.headings * 3 + b.meetings.size - (a.headings * 3 + a.meetings.size) ||
        byCodeUnit(a.term, b.term),
    )
    .slice(0, mostTerms)
    .map(({ term, sections }) => ({ term, sections }));
}

/** A notice for each frequent term that no topic covers, with its sections as evidence. */
export function checkUncoveredTerms(
  archive: Pick<Archive, 'home' | 'meetings' | 'topics' | 'routine'>,
  shownPath: (file: string) => string,
): Diagnostic[] {
  return findUncoveredTerms(archive).flatMap(({ term, sections }): Diagnostic[] => {
    const [first] = sections;
    if (first === undefined) return [];
    const place = { file: shownPath(first.meeting.file), line: first.section.line, column: 1 };
    const evidence = sections
      .slice(0, 4)
      .map(({ meeting, section }) => `${meeting.id} "${section.heading}"`);
    return [diagnose('topic-missing', place, { term, count: sections.length, evidence })];
  });
}
