import { type Diagnostic, diagnose } from '../archive/diagnostic.ts';
import { type Settings, settingsSchema } from '../archive/settings.ts';
import { hiddenDiagnostics, readYaml, schemaFindings } from './yaml-file.ts';

const accepted = Object.keys(settingsSchema.shape).sort();

/** Reads `archive.yaml`; every key or value that is not accepted is a finding at its own line. */
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
  const parsed = settingsSchema.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data;
  for (const { key, unknown, reason, place } of schemaFindings(parsed.error.issues, yaml.placeOf)) {
    diagnostics.push(
      unknown
        ? diagnose('settings-unknown', { file: shown, ...place }, { key, accepted })
        : diagnose('settings-value', { file: shown, ...place }, { key, reason }),
    );
  }
  return undefined;
}
