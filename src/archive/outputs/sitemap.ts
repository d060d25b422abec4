import { type Archive, discussedTopics, filledLists, outcomeKinds } from '../archive.ts';
import { sitemapFile } from '../paths.ts';
import { xmlText } from '../text/xml-text.ts';
import type { Addresses } from './addresses.ts';

/** As many addresses as one file may hold (sitemaps.org). */
const largest = 50_000;

interface Page {
  path: string;
  /** Day of the latest meeting that the page tells of. */
  changed?: string | undefined;
}

/** Every page that should be found, with the day of the latest meeting on it. */
function listPages(archive: Archive, { paths }: Addresses): Page[] {
  const latest = archive.meetings.at(-1)?.date;
  return [
    { path: paths.home(), changed: latest },
    ...filledLists(archive).map((list) => ({ path: paths[list](), changed: latest })),
    ...outcomeKinds(archive).map((kind) => ({
      path: paths.outcomes(kind),
      changed: archive.meetings.findLast((meeting) => meeting[kind] !== undefined)?.date,
    })),
    { path: paths.aboutData() },
    ...archive.meetings.map(({ id, date }) => ({ path: paths.meeting(id), changed: date })),
    ...discussedTopics(archive).map(({ topic, about }) => ({
      path: paths.topic(topic.slug),
      changed: about.at(-1)?.meeting.date,
    })),
    ...archive.repositories.map(({ owner, repo }) => ({ path: paths.repository(owner, repo) })),
    ...archive.references.flatMap(({ hasPage, reference, kind, dates }) =>
      hasPage ? [{ path: paths.reference(reference, kind), changed: dates.at(-1) }] : [],
    ),
  ];
}

/** What makes the text of each file of the sitemap, in order. */
export function sitemaps(archive: Archive, addresses: Addresses): (() => string)[] {
  const pages = listPages(archive, addresses);
  const lineOf = ({ path, changed }: Page): string =>
    `<url><loc>${xmlText(addresses.absolute(path))}</loc>` +
    `${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`;
  return Array.from({ length: Math.ceil(pages.length / largest) }, (_, index) => () => {
    const urls = pages.slice(index * largest, (index + 1) * largest).map(lineOf);
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...urls,
      '</urlset>',
      '',
    ].join('\n');
  });
}

/** The index of so many sitemaps. */
export function sitemapIndex(count: number, { paths, absolute }: Addresses): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...Array.from(
      { length: count },
      (_, index) =>
        `<sitemap><loc>${xmlText(absolute(paths.file(sitemapFile(index))))}</loc></sitemap>`,
    ),
    '</sitemapindex>',
    '',
  ].join('\n');
}
