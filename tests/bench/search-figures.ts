import { say } from './options.ts';

/** A query with the places that answer it: `2019-10-29#anchor`, a meeting's id, or a reference's path. */
export interface KnownItem {
  kind: string;
  query: string;
  targets: string[];
  /** Held aside while the ranking was tuned. */
  held: boolean;
  /** Written when the ranking stood, before the results were seen. */
  later?: boolean;
}

/** What one query gave. */
export interface Answer {
  /** Addresses in the order shown, without the site's own part. */
  urls: string[];
  /** From the last key to the rows, in milliseconds. */
  time: number;
}

/** Figures of a set of queries. */
export interface Figures {
  queries: number;
  section: { first: number; third: number; mrr: number };
  meeting: { first: number; third: number; mrr: number };
  time: { median: number; p95: number };
}

const share = (values: readonly number[], test: (value: number) => boolean): number =>
  values.filter(test).length / Math.max(1, values.length);

/** The value below which a part of all lie, such as 0.5 of them. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

function score(items: readonly KnownItem[], answers: ReadonlyMap<KnownItem, Answer>): Figures {
  const rankOf = (item: KnownItem, meeting: boolean): number => {
    const { urls } = answers.get(item)!;
    const fold = (address: string): string => (meeting ? address.replace(/#.*/, '') : address);
    const wanted = item.targets.map(fold);
    // A date asks for the meeting; any place in it answers.
    const at = urls.findIndex((url) =>
      wanted.includes(fold(item.kind === 'dates' ? url.replace(/#.*/, '') : url)),
    );
    return at < 0 || at >= 10 ? Infinity : at + 1;
  };
  const figures = (meeting: boolean): Figures['section'] => {
    const ranks = items.map((item) => rankOf(item, meeting));
    return {
      first: share(ranks, (rank) => rank === 1),
      third: share(ranks, (rank) => rank <= 3),
      mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length),
    };
  };
  const times = items.map((item) => answers.get(item)!.time);
  return {
    queries: items.length,
    section: figures(false),
    meeting: figures(true),
    time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

const threeDigits = (value: number): string => value.toFixed(3);

/** Prints, and gives, how often answers name what was looked for: of each kind of query, and of all. */
export function report(
  title: string,
  items: readonly KnownItem[],
  answers: ReadonlyMap<KnownItem, Answer>,
): Record<string, Figures> {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const groups: [string, readonly KnownItem[]][] = [
    ...kinds.map((kind): [string, KnownItem[]] => [
      kind,
      items.filter((item) => item.kind === kind),
    ]),
    ['all', items],
    ['all, tuned', items.filter(({ held }) => !held)],
    ['all, held aside', items.filter(({ held, later }) => held && !later)],
    ['all, later', items.filter(({ later }) => later)],
  ];
  say(`\n${title}`);
  say('                  n   section @1    @3   MRR   meeting @1    @3   MRR   ms median   p95');
  const result: Record<string, Figures> = {};
  for (const [name, group] of groups) {
    const figures = score(group, answers);
    const { section, meeting, time } = figures;
    result[name] = figures;
    say(
      `${name.padEnd(16)}${String(group.length).padStart(3)}        ${threeDigits(section.first)} ${threeDigits(section.third)} ${threeDigits(section.mrr)}        ` +
        `${threeDigits(meeting.first)} ${threeDigits(meeting.third)} ${threeDigits(meeting.mrr)}      ${time.median.toFixed(1).padStart(6)} ${time.p95.toFixed(1).padStart(5)}`,
    );
  }
  return result;
}
