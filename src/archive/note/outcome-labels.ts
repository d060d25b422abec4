import type { Element } from 'hast';

import { isElement, isList, ownNodes } from '../text/element.ts';
import { undecorated } from '../text/undecorated.ts';
import { inlineText, isSign } from './inline-text.ts';

/*
 * The headings and labels under which notes put what was decided, what is to be done and what is to be talked about.
 */

const CONCLUSION =
  /^(?:(?:meeting|important|key) )?(?:(?:conclusions?|resolutions?|decisions?|outcomes?|verdicts?)(?:\s*(?:\/|and|&)\s*)?)+(?: (?:made|reached))?\s*:?$/i;
const ACTIONS =
  /^(?:new )?(?:action (?:items?|points?)|actions|AIs|actionables|todos?|to-?dos?|follow[- ]?up (?:tasks?|items?|actions?))(?: required)?(?: from (?:this|the) meeting)?(?:\s*(?:\/|&|and)\s*(?:next steps|follow[- ]?ups?))?\s*:?$/i;
/** A heading over what was to be talked about, so that its boxes are ticked as that is gone through. */
const AGENDA =
  /^(?:(?:meeting|new|proposed|today['’]?s) )?agenda(?: (?:items?|points?|topics?))?\s*:?$/i;

/** Whether a heading stands over what was decided on the subject of the heading above it. */
function isConclusionHeading(heading: string): boolean {
  return CONCLUSION.test(undecorated(heading));
}

/** Whether a heading stands over a list of things to do. */
function isActionsHeading(heading: string): boolean {
  return ACTIONS.test(undecorated(heading));
}

const NEXT_STEPS = /^next steps\s*:?$/i;
const CAPITALISED_NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,2}$/u;

/**
 * Whether a text stands for somebody below a heading: under `Next steps` whoever is to do something need not be
 * known, while what else stands there may be a remark.
 */
export function isNamedBelow(heading: string, text: string): boolean {
  return NEXT_STEPS.test(undecorated(heading)) && CAPITALISED_NAME.test(text);
}

/** Who is to do something, before a colon and what it is: `Ann: write`, `Ann Lee and Bob: write`, `TSC Members: write`. */
const OWNED =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:(?:,? (?:and |& )?|, ?|\/)\p{Lu}[\p{L}\p{M}.'’-]*){0,7}[:：]\s+\S/u;

/**
 * Whether a list below `Next steps` says of each of its items who is to do it, as programs that summarise calls write
 * it. A single such item may be of anything: `Timeline: the next quarter`.
 */
export function saysWhoseEach(heading: string, block: Element): boolean {
  const items = isList(block) ? block.children.filter(isElement) : [];
  return (
    NEXT_STEPS.test(undecorated(heading)) &&
    items.length > 1 &&
    items.every((item) => OWNED.test(inlineText(ownNodes(item)).trim()))
  );
}

/** What a heading or label says of what follows it; nothing where it speaks of neither. */
export function kindBelow(label: string): 'decision' | 'action' | undefined {
  if (isConclusionHeading(label)) return 'decision';
  return isActionsHeading(label) ? 'action' : undefined;
}

/** Whether a heading stands over what was to be talked about. */
export function isAgendaHeading(heading: string): boolean {
  return AGENDA.test(undecorated(heading));
}

/**
 * What a paragraph that is nothing but a label says of the list behind it: `Action items:`. Without a colon it has to be
 * set in bold, as a line that is meant for a heading.
 */
export function labelOf(block: Element): 'decision' | 'action' | undefined {
  if (block.tagName !== 'p') return undefined;
  const [only, ...others] = block.children.filter((node) => !isSign(node));
  const isAlone = only !== undefined && others.length === 0;
  const isBold = isAlone && isElement(only) && only.tagName === 'strong';
  const text = inlineText(block.children).trim();
  return isBold || text.endsWith(':') ? kindBelow(text) : undefined;
}
