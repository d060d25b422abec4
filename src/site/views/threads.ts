import type { Archive } from '../../archive/archive.ts';
import { formatDate } from '../../archive/dates/date.ts';
import {
  type PassageThread,
  type ThreadLink,
  type Threads,
  buildThreads,
} from '../../archive/discussions/thread.ts';
import { rememberSections } from '../../archive/memory.ts';
import { onceFor } from '../../archive/once-for.ts';
import type { Paths } from '../../archive/paths.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';
import type { TermCounts } from '../../archive/text/term.ts';

// While developing, each saved note makes another archive, of which most is as it was.
const counted = import.meta.env.DEV ? rememberSections<TermCounts>() : undefined;

/** The threads of an archive, built once for it. */
export const threadsOf = onceFor((archive: Archive): Threads => buildThreads(archive, counted));

/** A passage as a thread line names it. */
export interface ThreadStop {
  href: string;
  /** The date in words. */
  when: string;
  name: string;
  /** The language of the name, where it is not that of the site. */
  lang?: string | undefined;
  /** The reference that both passages name, where the name does not say it. */
  via?: string;
}

/** What a thread line shows. */
export interface ThreadLineView {
  earlier: ThreadStop[];
  later: ThreadStop[];
  more?: { href: string; name: string };
}

function stopOf({ meeting, section, heading, subject }: ThreadLink, paths: Paths): ThreadStop {
  const label = subject.kind === 'reference' ? subject.reference.label : undefined;
  const name = cutAtWord(heading ?? label ?? section?.heading ?? meeting.title);
  return {
    href: paths.meeting(meeting.id, section?.id),
    when: formatDate(meeting.date, 'medium'),
    name,
    lang: meeting.language,
    ...(label !== undefined && !name.includes(label) && { via: label }),
  };
}

/** The line of a passage's thread; undefined where the subject was met nowhere else. */
export function threadLine(
  { earlier, later, more }: PassageThread,
  paths: Paths,
): ThreadLineView | undefined {
  if (earlier.length + later.length === 0) return undefined;
  return {
    earlier: earlier.map((link) => stopOf(link, paths)),
    later: later.map((link) => stopOf(link, paths)),
    // A topic stands over the section as a chip already.
    ...(more?.kind === 'reference' && {
      more: {
        href: paths.reference(more.reference.reference, more.reference.kind),
        name: `all on ${more.reference.label}`,
      },
    }),
  };
}
