import type { AstroIntegration } from 'astro';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

import { type Diagnostic, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import { countDiagnostics, formatDiagnostic } from '../archive/diagnostics/report.ts';
import { type AssemblyMemory, assembleContent, newAssemblyMemory } from '../notes/assemble.ts';
import { type ReadingCache, openReadingCache } from '../notes/reading-cache.ts';
import { type ContentReader, type SiteContent, holdReader } from './held-content.ts';
import { PlainError } from './plain-error.ts';
import { type ReadContent, type ReadRequest, takeReadAhead, whatToRead } from './read-ahead.ts';
import type * as reading from './read-content.ts';

/** What is to be mended before the content is accepted, and nothing beside it. */
function refuse(diagnostics: readonly Diagnostic[]): PlainError {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const list = errors.map(formatDiagnostic).join('\n');
  return new PlainError(
    `The content is not accepted.\n\n${list}\n\n${countDiagnostics(diagnostics)}`,
  );
}

// A build reads ahead in another thread, and has no need of the many modules that read Markdown in this one.
function readHere(request: ReadRequest, cache: ReadingCache): ReadContent {
  const require = createRequire(import.meta.url);
  const { readContent } = require('./read-content.ts') as typeof reading;
  return readContent(request, cache);
}

/** What is to be said of a content folder. */
type Say = Parameters<ContentReader>[0];

/**
 * What reads the content for the site. Of warnings and notices, only what was not found before is said; where there are
 * errors, it rejects with these alone. What is read again and has not changed comes out as the same object.
 */
export function contentReaderOf(): ContentReader {
  // Kept for the time of a development server, so that it reads only what was saved.
  let cache: ReadingCache | undefined;
  let memory: AssemblyMemory | undefined;
  let last: { from: unknown; content: SiteContent | PlainError } | undefined;
  let said = new Set<string>();

  /** Says what is new. */
  function sayNew(say: Say, diagnostics: readonly Diagnostic[]): void {
    const known = said;
    said = new Set();
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity === 'error') continue;
      const line = formatDiagnostic(diagnostic);
      said.add(line);
      if (known.has(line)) continue;
      if (diagnostic.severity === 'warning') say.warn(line);
      else say.info(line);
    }
    // What is not found where parts are left out is no news when they are mended.
    if (hasErrors(diagnostics)) said = said.union(known);
  }

  function assemble(
    say: Say,
    { gathered, definitions }: ReadContent,
    { folders, directory }: ReadRequest,
  ): SiteContent | PlainError {
    const content = assembleContent(gathered, folders, directory, memory);
    sayNew(say, content.diagnostics);
    if (hasErrors(content.diagnostics)) return refuse(content.diagnostics);
    const { topics, meetings, archive, permalinks } = content;
    return { topics, meetings, archive, definitions, ...(permalinks && { permalinks }) };
  }

  function give(content: SiteContent | PlainError): SiteContent {
    if (content instanceof PlainError) throw content;
    return content;
  }

  return async (say) => {
    const request = whatToRead(process.env, process.cwd());
    const ahead = await takeReadAhead();
    if (ahead !== undefined) return give(assemble(say, ahead, request));
    const read = readHere(request, (cache ??= openReadingCache(request.cache)));
    // Editors and systems put files of their own beside notes, and save what was not changed.
    const from = { ...read, folders: request.folders };
    if (!isDeepStrictEqual(from, last?.from)) {
      memory ??= newAssemblyMemory();
      last = { from, content: assemble(say, read, request) };
    }
    return give(last!.content);
  };
}

/** Holds what reads the content ready for the loaders of the collections. */
export function contentReader(): AstroIntegration {
  return {
    name: 'content-reader',
    hooks: {
      // A build reads by itself, beside Astro.
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') holdReader(contentReaderOf());
      },
    },
  };
}
