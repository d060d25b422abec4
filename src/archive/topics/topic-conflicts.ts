import { byCodeUnit } from '../text/order.ts';
import { formsOf } from './phrase-forms.ts';
import type { Topic, TopicSlug } from './topic.ts';

/** Aliases (names included) that several topics claim in any of their spellings, sorted. */
export function topicConflicts(topics: readonly Topic[]): { alias: string; topics: TopicSlug[] }[] {
  const claims = new Map<string, { alias: string; topics: Set<TopicSlug> }>();
  for (const topic of topics.toSorted((a, b) => byCodeUnit(a.slug, b.slug))) {
    for (const alias of [topic.name, ...topic.aliases]) {
      for (const form of formsOf(alias)) {
        const key = form.join('');
        const claim = claims.get(key);
        if (claim === undefined) claims.set(key, { alias, topics: new Set([topic.slug]) });
        else claim.topics.add(topic.slug);
      }
    }
  }
  const conflicts = new Map<string, { alias: string; topics: TopicSlug[] }>();
  for (const { alias, topics: claimants } of claims.values()) {
    const slugs = [...claimants];
    if (slugs.length > 1) conflicts.set([alias, ...slugs].join('\n'), { alias, topics: slugs });
  }
  return [...conflicts.values()].toSorted((a, b) => byCodeUnit(a.alias, b.alias));
}
