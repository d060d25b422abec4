import { plainText } from '../archive/plain-text.ts';
import type { Template } from '../archive/routine.ts';
import { readMarkdown } from '../markdown/pipeline.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** The headings and paragraphs that every new note starts with, from `template.md`. */
export function readTemplate(text: string | undefined): Template | undefined {
  if (text === undefined) return undefined;
  const { tree } = readMarkdown(splitFrontMatter(text).body, {
    references: { home: undefined, repositories: [] },
    resolveNote: () => undefined,
  });
  const elements = tree.children.filter((node) => node.type === 'element');
  const isHeading = (tagName: string): boolean => /^h[2-6]$/.test(tagName);
  return {
    headings: elements.filter((node) => isHeading(node.tagName)).map(plainText),
    texts: elements.filter((node) => !/^h[1-6]$/.test(node.tagName)).map(plainText),
  };
}
