import path from 'node:path';

import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { type Remembered, rememberAnswers } from '../archive/memory.ts';
import { topicConflicts } from '../archive/topics/topic-conflicts.ts';
import { type Topic, topicSchema, topicSlugSchema } from '../archive/topics/topic.ts';
import { noContext, readMarkdown } from '../markdown/pipeline.ts';
import { isPlainProse } from '../markdown/plain-prose.ts';
import { listFolder } from './list-files.ts';
import { markdownDiagnostics } from './markdown-diagnostics.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { hiddenDiagnostics, readYaml, schemaFindings } from './yaml-file.ts';

/** What was read of a topic's file: the topic, if it is accepted, and what was found. */
export interface TopicReading {
  topic?: Topic;
  diagnostics: Diagnostic[];
}

/** Reads the text of a topic's file; messages name it as `shown`. */
function readTopic(file: string, shown: string, text: string): TopicReading {
  const diagnostics: Diagnostic[] = [];
  const refuse = (words: string, line = 1, column = 1): void => {
    const reason = words.replace(/\.$/, '');
    diagnostics.push(diagnose('topic-front-matter', { file: shown, line, column }, { reason }));
  };
  const slug = topicSlugSchema.safeParse(file.replace(/\.md$/i, ''));
  if (!slug.success) {
    refuse(slug.error.issues[0]?.message ?? 'the file name is not a slug');
    return { diagnostics };
  }
  const { yaml, unclosed, body } = splitFrontMatter(text);
  if (yaml === undefined) {
    refuse(
      unclosed === undefined ? 'there is no front matter' : 'its front matter is never closed',
      unclosed?.line,
    );
    return { diagnostics };
  }
  if (!isPlainProse(body)) {
    const { findings } = readMarkdown(body, noContext);
    diagnostics.push(...markdownDiagnostics(findings, shown));
  }
  const reading = readYaml(yaml.text, yaml.firstLine);
  if (!reading.ok) {
    refuse(reading.reason, reading.place.line, reading.place.column);
    return { diagnostics };
  }
  diagnostics.push(...hiddenDiagnostics(reading, shown));
  const parsed = topicSchema.safeParse(reading.value ?? {});
  if (!parsed.success) {
    for (const { reason, place } of schemaFindings(parsed.error.issues, reading.placeOf)) {
      refuse(reason, place.line, place.column);
    }
    return { diagnostics };
  }
  return {
    topic: { ...parsed.data, slug: slug.data, definition: body.trim(), file },
    diagnostics,
  };
}

/**
 * Reads the folder of topics; a file that is not accepted is a finding, and the others go on. What was read
 * before is taken from `remembered`.
 */
export function readTopics(
  folder: string,
  show: (file: string) => string,
  read: (file: string) => string | undefined,
  diagnostics: Diagnostic[],
  remembered: Remembered<TopicReading> = rememberAnswers(),
): Topic[] {
  const topics: Topic[] = [];
  remembered.begin();
  for (const { file, link } of listFolder(folder, show(folder), diagnostics) ?? []) {
    if (!/\.md$/i.test(file)) continue;
    const shown = show(path.join(folder, file));
    if (link) {
      diagnostics.push(diagnose('file-link', { file: shown, line: 1, column: 1 }, {}));
      continue;
    }
    const text = read(path.join(folder, file));
    if (text === undefined) continue;
    const reading = remembered.of(JSON.stringify([file, shown, text]), () =>
      readTopic(file, shown, text),
    );
    diagnostics.push(...reading.diagnostics);
    if (reading.topic !== undefined) topics.push(reading.topic);
  }
  for (const { alias, topics: claimants } of topicConflicts(topics)) {
    const [first, ...others] = claimants;
    for (const other of others) {
      const place = { file: show(path.join(folder, `${other}.md`)), line: 1, column: 1 };
      diagnostics.push(diagnose('topic-alias-taken', place, { alias, other: String(first) }));
    }
  }
  return topics;
}
