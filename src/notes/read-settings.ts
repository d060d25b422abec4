import type { z } from 'zod';

import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { type Settings, defaultSettings, linkSchema, settingsSchema } from '../archive/settings.ts';
import { plainIssue } from './plain-issue.ts';
import { hiddenDiagnostics, readYaml, schemaFindings } from './yaml-file.ts';

const accepted = Object.keys(settingsSchema.shape).sort();
const acceptedOfLink = Object.keys(linkSchema.shape).sort();

/** What a key stands below that is not known, and what there may be in its place. */
const besides = ([first, ...further]: readonly PropertyKey[]) =>
  further.length === 0 ? { accepted } : { below: String(first), accepted: acceptedOfLink };

/** The settings without the keys that have issues, so that one mistake is not told as many. */
function acceptedPart(value: unknown, issues: readonly z.core.$ZodIssue[]): Settings | undefined {
  if (typeof value !== 'object') return undefined;
  const refused = issues.flatMap((issue): unknown[] =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [issue.path[0]],
  );
  const rest = Object.entries(value ?? {}).filter(([key]) => !refused.includes(key));
  const { title } = defaultSettings();
  return settingsSchema.safeParse({ title, ...Object.fromEntries(rest) }).data;
}

/**
 * Reads `archive.yaml`; every key or value that is not accepted is an error at its own line. Comes out with the
 * keys that are accepted, or with nothing where there is no telling them apart.
 */
export function readSettings(
  text: string | undefined,
  shown: string,
  diagnostics: Diagnostic[],
): Settings | undefined {
  if (text === undefined) return undefined;
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const { reason, place } = yaml;
    diagnostics.push(diagnose('settings-syntax', { file: shown, ...place }, { reason }));
    return undefined;
  }
  diagnostics.push(...hiddenDiagnostics(yaml, shown));
  const parsed = settingsSchema.safeParse(yaml.value ?? {}, { error: plainIssue });
  if (parsed.success) return parsed.data;
  for (const { key, path, unknown, reason, place } of schemaFindings(
    parsed.error.issues,
    yaml.placeOf,
  )) {
    diagnostics.push(
      unknown
        ? diagnose('settings-unknown', { file: shown, ...place }, { key, ...besides(path) })
        : diagnose('settings-value', { file: shown, ...place }, { key, reason }),
    );
  }
  return acceptedPart(yaml.value, parsed.error.issues);
}
