import { type Archive, buildArchive } from '../../src/archive/archive.ts';
import { type Settings, defaultSettings } from '../../src/archive/settings.ts';
import type { Topic, TopicSlug } from '../../src/archive/topics/topic.ts';
import { readText } from '../read-text.ts';

/** A topic by its name, which is also its slug, with further aliases. */
export function topicOf(slug: string, ...aliases: string[]): Topic {
  const summary = 'A topic.';
  const front = { name: slug, aliases, exceptions: [], summary };
  return { ...front, slug: slug as TopicSlug, definition: '', file: `${slug}.md` };
}

/** The archive of some notes, by file name, with `acme/app` for home unless told otherwise. */
export function archiveOf(
  notes: Readonly<Record<string, string>>,
  options: { topics?: Topic[]; settings?: Partial<Settings> } = {},
): Archive {
  const settings = { ...defaultSettings(), home: 'acme/app', ...options.settings };
  const meetings = Object.entries(notes).map(([file, text]) => {
    const { meeting, diagnostics } = readText(text, { file, settings });
    if (meeting === undefined) throw new Error(`${file}: ${JSON.stringify(diagnostics)}`);
    return meeting;
  });
  return buildArchive({ meetings, topics: options.topics ?? [], settings });
}
