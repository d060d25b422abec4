import { parseRepositoryName } from '../archive/reference.ts';
import type { Settings } from '../archive/settings.ts';
import type { Topic } from '../archive/topic.ts';
import { printHtml, readMarkdown } from '../markdown/pipeline.ts';

/** A topic's definition as safe HTML, with its references linked as in a note. */
export function definitionHtml(
  topic: Pick<Topic, 'definition'>,
  settings: Pick<Settings, 'home' | 'repositories' | 'shortNames'>,
): string {
  const { tree } = readMarkdown(topic.definition, {
    references: {
      home: parseRepositoryName(settings.home ?? ''),
      repositories: settings.repositories.flatMap((name) => parseRepositoryName(name) ?? []),
      shortNames: settings.shortNames,
    },
    resolveNote: () => undefined,
  });
  return printHtml(tree.children);
}
