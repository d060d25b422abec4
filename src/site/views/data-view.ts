import { type Archive, discussedTopics } from '../../archive/archive.ts';
import type { Addresses } from '../../archive/outputs/addresses.ts';
import { badgeFile } from '../../archive/paths.ts';

/** What the data of the archive is shown with. */
export function viewData(archive: Archive, { paths, absolute }: Addresses) {
  // Of the first repository, which is home where there is one.
  const often = archive.repositories[0]?.references.toSorted((a, b) => b.meetings - a.meetings)[0];
  return {
    latest: archive.meetings.at(-1),
    /** What is discussed most. */
    often,
    topic: discussedTopics(archive)[0]?.topic,
    /** The badge of it in Markdown, with a link to its page. */
    badgeMarkdown:
      often &&
      `[![discussed](${absolute(paths.file(badgeFile(often)))})](${absolute(paths.reference(often.reference, often.kind))})`,
  };
}
