import { type Remembered, rememberAnswers } from '../archive/memory.ts';
import type { Template } from '../archive/passages/routine.ts';
import { plainText } from '../archive/text/plain-text.ts';
import { noContext, readMarkdown } from '../markdown/pipeline.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * The headings and paragraphs that every new note starts with, from `template.md`. What was read before is taken
 * from `remembered`.
 */
export function readTemplate(
  text: string | undefined,
  remembered: Remembered<Template> = rememberAnswers(),
): Template | undefined {
  remembered.begin();
  return text === undefined ? undefined : remembered.of(text, () => read(text));
}

function read(text: string): Template {
  const { tree } = readMarkdown(splitFrontMatter(text).body, noContext);
  const elements = tree.children.filter((node) => node.type === 'element');
  const isHeading = (tagName: string): boolean => /^h[2-6]$/.test(tagName);
  return {
    headings: elements.filter((node) => isHeading(node.tagName)).map(plainText),
    texts: elements.filter((node) => !/^h[1-6]$/.test(node.tagName)).map(plainText),
  };
}
