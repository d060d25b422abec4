import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { fullName, parseGitHubUrl } from '../archive/references/reference.ts';
import { type Settings, defaultSettings } from '../archive/settings.ts';
import { byFrequency, tallyOf } from '../archive/text/tally.ts';
import { withoutEnd } from '../archive/text/without-end.ts';

const addresses = /https?:\/\/github\.com\/[^\s)>\]]+/g;
/** What ends a sentence, or marks it, behind an address. */
const SIGN = /[.,;:!?*_]/;

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
  const linked = notes.flatMap(({ text }) =>
    Array.from(text.matchAll(addresses), ([address]) => {
      const reference = parseGitHubUrl(withoutEnd(address, SIGN))?.reference;
      return reference && fullName(reference);
    }).filter((name) => name !== undefined),
  );
  const [home] = byFrequency(tallyOf(linked))[0] ?? [];
  if (home === undefined) return settings;
  diagnostics.push(diagnose('home-guessed', { file: settingsFile, line: 1, column: 1 }, { home }));
  return { ...settings, home };
}
