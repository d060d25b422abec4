import { type Archive, discussedTopics, outcomeKinds } from '../archive.ts';
import type { MeetingId, OutcomeKind } from '../meeting.ts';
import type { Paths } from '../paths.ts';
import { fullName } from '../references/reference.ts';

/** The pages of the site, as briefly as can be; paths are below the base. */
export interface KnownPages {
  base: string;
  /** Ids by date. */
  meetings: MeetingId[];
  /** Slug to name. */
  topics: Record<string, string>;
  /** What notes mark and is listed: decisions, action items. */
  outcomes: OutcomeKind[];
  /** `owner/repo` to its references: `p12` is a pull request, `i12` an issue. */
  repositories: Record<string, string[]>;
}

/** Lists the pages that the address of a missing one may stand for. */
export function knownPages(
  archive: Pick<Archive, 'meetings' | 'repositories' | 'topics'>,
  { base }: Pick<Paths, 'base'>,
): KnownPages {
  return {
    base,
    meetings: archive.meetings.map(({ id }) => id),
    topics: Object.fromEntries(
      discussedTopics(archive).map(({ topic }) => [topic.slug, topic.name]),
    ),
    outcomes: outcomeKinds(archive),
    repositories: Object.fromEntries(
      archive.repositories.map((repository) => [
        fullName(repository),
        repository.references.map(({ kind, reference }) => `${kind.charAt(0)}${reference.number}`),
      ]),
    ),
  };
}
