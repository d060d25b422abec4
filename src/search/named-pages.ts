import { resolveKnown } from '../archive/references/known-repository.ts';
import { isSameRepository } from '../archive/references/reference.ts';
import type { Lookup } from './lookup.ts';
import type { Query } from './query.ts';

/** A repository by its bare name, its full one or its address on GitHub, also that of one of its lists, however filtered. */
const REPOSITORY =
  /^(?:(?:https?:\/\/)?(?:www\.)?github\.com\/(?=[^/]+\/[^/]))?([^\s?#]+?)(?:\.git)?(?:\/(?:issues|pulls)?)?(?:[?#]\S*)?$/i;

/** The repository with a page that a text names by itself. */
export function findRepository(text: string, { context, repositories }: Lookup) {
  const [, name = ''] = REPOSITORY.exec(text) ?? [];
  const known = resolveKnown(name, context);
  return known && repositories.find((one) => isSameRepository(one, known));
}

const DECISIONS = /^(?:all )?decisions?$/i;
const ACTIONS = /^(?:all |open )?(?:actions|action items?|to-?dos?)$/i;

/** The list of decisions or action items that a text names by itself, where notes mark any. */
export function findOutcomes(text: string, { outcomes }: Lookup): Query['outcomes'] {
  if (DECISIONS.test(text) && outcomes.decisions > 0) return 'decisions';
  return ACTIONS.test(text) && outcomes.actions > 0 ? 'actions' : undefined;
}
