import { parseRepositoryName } from '../archive/reference.ts';
import type { Settings } from '../archive/settings.ts';
import type { Topic, TopicSlug } from '../archive/topic.ts';
import { printHtml, readMarkdown } from '../markdown/pipeline.ts';

/** The definition of each topic as safe HTML, with its references linked as in a note. */
export function readDefinitions(
  topics: readonly Topic[],
  settings: Pick<Settings, 'home' | 'repositories' | 'shortNames'>,
): Map<TopicSlug, string> {
  const references = {
    home: parseRepositoryName(settings.home ?? ''),
    repositories: settings.repositories.flatMap((name) => parseRepositoryName(name) ?? []),
    shortNames: settings.shortNames,
  };
  return new Map(
    topics.map(({ slug, definition }) => {
      const { tree } = readMarkdown(definition, { references, resolveNote: () => undefined });
      return [slug, printHtml(tree.children)];
    }),
  );
}
