import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { fullName, parseGitHubUrl } from '../archive/references/reference.ts';
import { type Settings, defaultSettings } from '../archive/settings.ts';
import { byCodeUnit } from '../archive/text/order.ts';

const addresses = /https?:\/\/github\.com\/[^\s)>\]]+/g;

/**
 * Settings with a home repository: the one given, or the one whose pull requests and issues the
 * notes link most, which is said in a notice.
 */
export function guessHome(
  given: Settings | undefined,
  notes: readonly { text: string }[],
  settingsFile: string,
  diagnostics: Diagnostic[],
): Settings {
  const settings = given ?? defaultSettings();
  if (settings.home !== undefined) return settings;
  const counts = new Map<string, number>();
  for (const { text } of notes) {
    for (const [address] of text.matchAll(addresses)) {
      const reference = parseGitHubUrl(address.replace(/[.,;:!?*_]+$/, ''))?.reference;
      if (reference === undefined) continue;
      const name = fullName(reference);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [home] = [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))[0] ?? [];
  if (home === undefined) return settings;
  diagnostics.push(diagnose('home-guessed', { file: settingsFile, line: 1, column: 1 }, { home }));
  return { ...settings, home };
}
