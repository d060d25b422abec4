import { mendMonths } from '../archive/dates/date-query.ts';
import type { Engine } from './engine.ts';
import { exactly } from './phrase.ts';
import { tokensOf } from './query-term.ts';
import type { Finding } from './rank.ts';
import type { Keep } from './record-filter.ts';
import { engineWord } from './words.ts';

/** What it multiplies to stand in the time that the query names among other words, or to speak of it. */
const inTime = { met: 2.6, said: 1.8 };
/** How many words apart those of a time may stand: `January 27-29, 2015` speaks of January 2015. */
const timeReach = 4;

/** Where records speak of a time, by its words as they are typed. */
async function placesOfTime(typed: string, engine: Engine): Promise<Map<number, number[]>> {
  const words = tokensOf(mendMonths(typed)).map(engineWord);
  const lists = await engine.find(words.filter((word) => word !== 'of'));
  const [first, ...others] = lists.map(exactly);
  const said = new Map<number, number[]>();
  for (const [record, { places }] of first ?? []) {
    const spots = places.flatMap(({ at }) => {
      const beside = others.flatMap((other) => {
        const near = other.get(record)?.places.find((one) => Math.abs(one.at - at) <= timeReach);
        return near?.at ?? [];
      });
      return beside.length === others.length ? [at, ...beside] : [];
    });
    if (spots.length > 0) said.set(record, spots);
  }
  return said;
}

/**
 * Lifts findings that are of the time which a query names, as typed, among its words, and, if less, those that speak of
 * it, where its words are marked. Whether there is any.
 */
export async function liftByTime(
  findings: readonly Finding[],
  typed: string,
  isInTime: Keep,
  engine: Engine,
): Promise<boolean> {
  const said = await placesOfTime(typed, engine);
  let isMet = false;
  for (const finding of findings) {
    const places = said.get(finding.record);
    const isOfIt = isInTime(finding.record);
    isMet ||= isOfIt || places !== undefined;
    finding.score *= isOfIt ? inTime.met : places ? inTime.said : 1;
    for (const at of places ?? []) finding.marks.set(at, 1);
  }
  return isMet;
}
