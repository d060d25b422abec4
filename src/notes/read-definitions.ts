import { type Remembered, rememberAnswers } from '../archive/memory.ts';
import { type Settings, referenceContextOf } from '../archive/settings.ts';
import type { Topic, TopicSlug } from '../archive/topics/topic.ts';
import { printHtml, readMarkdown } from '../markdown/pipeline.ts';

/**
 * The definition of each topic as safe HTML, with its references linked as in a note. What was read before is
 * taken from `remembered`.
 */
export function readDefinitions(
  topics: readonly Topic[],
  settings: Pick<Settings, 'home' | 'repositories' | 'shortNames'>,
  remembered: Remembered<string> = rememberAnswers(),
): Map<TopicSlug, string> {
  const references = referenceContextOf(settings);
  remembered.begin(JSON.stringify(references));
  const print = (definition: string): string => {
    const { tree } = readMarkdown(definition, { references, resolveNote: () => undefined });
    return printHtml(tree.children);
  };
  return new Map(
    topics.map(({ slug, definition }) => [
      slug,
      remembered.of(definition, () => print(definition)),
    ]),
  );
}
