import type { Archive } from '../archive.ts';
import { parseCadence } from '../dates/cadence.ts';
import type { MeetingDate } from '../dates/date.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Meeting } from '../meeting.ts';
import { checkCadence } from './cadence.ts';
import { checkFutureDates } from './future-dates.ts';
import { checkDoubtfulNumbers, checkUnlinkedReferences } from './numbers.ts';
import { checkRecordingsMissing } from './recordings.ts';
import { checkDuplicateHeadings, checkEmptySections } from './sections.ts';
import { checkTemplateText } from './template-text.ts';
import { checkUncoveredTerms, checkUnusedTopics } from './topics.ts';
import { checkWeekdays } from './weekday.ts';

/** What advice is given from. */
export interface AdviceInput {
  archive: Archive;
  /** Whether the archive holds all that the content does; if not, nothing is said of what it seems to lack. */
  whole: boolean;
  today: MeetingDate;
  /** The text of a meeting's note. */
  textOf: (meeting: Meeting) => string;
  shownPath: (file: string) => string;
  shownTopic: (file: string) => string;
  /** Where the settings say how often the series meets. */
  cadencePlace: Place;
  /** Whether to look for topics without notes, and for terms without a topic. */
  aboutTopics: boolean;
}

const isAt = (place: Place) => (other: Place) =>
  other.file === place.file && other.line === place.line && other.column === place.column;

/** All that is worth a look but changes nothing on the site: for the person who checks, not for the build. */
export function findAdvice(input: AdviceInput): Diagnostic[] {
  const { archive, whole, today, textOf, shownPath, shownTopic, cadencePlace, aboutTopics } = input;
  const { meetings, routine, settings } = archive;
  const cadence = settings.cadence === undefined ? undefined : parseCadence(settings.cadence);
  const doubtful = whole ? checkDoubtfulNumbers(archive, textOf, shownPath) : [];
  const unlinked = whole ? checkUnlinkedReferences(archive, shownPath) : [];
  return [
    ...checkRecordingsMissing(meetings, today, textOf, shownPath),
    ...doubtful,
    ...unlinked.filter((found) => !doubtful.some(isAt(found))),
    ...(whole && aboutTopics
      ? [
          ...checkUnusedTopics(archive.topics, shownTopic),
          ...checkUncoveredTerms(archive, shownPath),
        ]
      : []),
    ...(whole && cadence ? checkCadence(meetings, cadence, today, cadencePlace, shownPath) : []),
    ...checkFutureDates(meetings, today, shownPath),
    ...checkWeekdays(meetings, shownPath),
    ...meetings.flatMap((meeting) => [
      ...checkEmptySections(meeting, routine, shownPath),
      ...checkDuplicateHeadings(meeting, routine, shownPath),
      ...checkTemplateText(meeting, textOf, shownPath),
    ]),
  ];
}
