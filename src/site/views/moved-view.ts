import type { Archive } from '../../archive/archive.ts';
import { type Paths, meetingPage } from '../../archive/paths.ts';
import { otherKind } from '../../archive/permalinks/recorded-pages.ts';
import type { Redirect } from '../../archive/permalinks/redirects.ts';
import { type DepartedView, departedOf } from './departed.ts';

/** The pages that lead on: of a reference the one of either kind, unless the record says more of it. */
export function movedPages(redirects: readonly Redirect[]): Redirect[] {
  const listed = new Set(redirects.map(({ from }) => from));
  return redirects.flatMap((redirect) => {
    const other = otherKind(redirect.from);
    return other === undefined || listed.has(other)
      ? [redirect]
      : [redirect, { ...redirect, from: other }];
  });
}

/** Every anchor that a page that moved has had or may have had, with where it leads. */
export function anchorsOfMoved(
  archive: Pick<Archive, 'meeting' | 'meetings'>,
  { to, departed }: Omit<Redirect, 'from'>,
  paths: Paths,
): DepartedView[] {
  const target = paths.file(`${to}/`);
  // What the old page led to by a name that is another section's on the new one goes before that.
  const own = departedOf(archive, departed === undefined ? {} : { departed }, paths);
  const meeting = archive.meetings.find(({ id }) => to === meetingPage(id));
  if (meeting === undefined) return own;
  const { heading, aliases = [], title, sections, language: lang } = meeting;
  const standing = (id: string, text: string): DepartedView => ({
    ...{ id, lang },
    heading: text,
    path: `${target}#${encodeURIComponent(id)}`,
  });
  const there = [
    ...departedOf(archive, meeting, paths),
    ...[...(heading ? [heading.id] : []), ...aliases].map((id) => standing(id, title)),
    ...sections.flatMap((section) =>
      [section.id, ...(section.aliases ?? [])].map((id) => standing(id, section.heading)),
    ),
  ];
  const taken = new Set(own.map(({ id }) => id));
  return [...own, ...there.filter(({ id }) => !taken.has(id))];
}
