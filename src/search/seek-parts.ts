import type { Postings } from './engine.ts';
import { topicsNamed } from './named-topics.ts';
import { type Term, termOf } from './query-term.ts';
import { type FindTools, type SoughtTerm, type TermInPlace, seek } from './seek.ts';

/** Whether a part says enough to be looked for by itself. */
const isTelling = ({ word, quiet }: Term): boolean => !quiet && /\p{L}{3}/u.test(word);

/**
 * The parts of an identifier as terms of their own, where it stands nowhere and something is found by them: who looks
 * for `yara_events` is helped by what was said of YARA and of events. A path or an address is no such; nor are parts
 * taken for slips.
 */
export async function seekParts(
  { term, isLast }: Pick<TermInPlace, 'term' | 'isLast'>,
  of: (word: string) => Postings,
  tools: FindTools,
): Promise<SoughtTerm[]> {
  const { token, parts, strict, isAddress, version } = term;
  if (strict || isAddress || version !== undefined || /[/\\]/.test(token)) return [];
  // The index has no parts of a single letter. What no sign divides, such as BitLocker, means something else than its
  // half; of `C-unwind` what stands behind the letter is a word.
  const terms = parts.map(termOf).filter(({ word }) => word.length > 1);
  const isDivided = /[^\p{L}\p{N}]/u.test(token);
  if (parts.length < 2 || (!isDivided && terms.length < 2)) return [];
  const topics = topicsNamed(parts, tools.lookup);
  const found = await Promise.all(
    terms.map(async (part, index) => {
      const mayGoOn = isLast && index === terms.length - 1;
      // That a longer word begins so says nothing: `sha512` and Sharvil.
      const isHeld = tools.engine.has(part.word) || mayGoOn;
      const place = {
        term: part,
        isLast: mayGoOn,
        joined: [],
        topic: topics[parts.indexOf(part.token)],
      };
      const nowhere = { ranked: { variants: [], quiet: false, open: false }, isFound: false };
      return { term: part, one: isHeld ? await seek(place, of, true, tools) : nowhere };
    }),
  );
  if (!found.some(({ term: part, one }) => one.isFound && isTelling(part))) return [];
  if (!isDivided && !found.every(({ one }) => one.isFound)) return [];
  const correction = { from: token, to: terms.map((part) => part.token).join(' ') };
  return found.map((part, index) =>
    index === 0 ? { ...part, one: { ...part.one, correction } } : part,
  );
}
