import type { Element, ElementContent } from 'hast';

import { isElement } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { undecorated, withoutSigns } from '../text/undecorated.ts';
import { isSign } from './inline-text.ts';

/*
 * The words by which notes say who was there, and who was not: headings, labels before names and labels over lists.
 */

/** Whom a heading may tell from the others who took part: `Other attendees`, `Voting member attendance`. */
const GROUP =
  '(?:also|other|additional|community|voting|non-?voting|board|steering|committee|council|team|[tg]sc|t[ao]c|members?|editors?|maintainers?|guests?|those|people)';
/** How or as what people take part, as headings below one over all of them say: `In person`, `IRC-only`, `TSC members`. */
const WAY = `(?:${GROUP}|venue|on-?site|in[ -]person|remote|online|virtual|irc|zoom|phone|staffs?|observers?|others?|invited|only)`;
/** What says that somebody took part, with the slips that are often made in it, and perhaps how: `Additional attendees`, `TSC members present`, `Online participants`. */
const PRESENCE =
  `(?:(?:(?:meeting|call) )?(?:${WAY} ){0,4}` +
  '(?:present|in attend[ae]n?ce|attend(?:ing|ed(?: by)?|(?:e|ee|ie)s?(?: present)?)|(?:attend[ae]n?ce|attendee|participants?)(?: list)?)' +
  `(?: ${GROUP})?(?: (?:is|are|was|were|today))?` +
  "|who(?:['’]s| is| was| are| were)? (?:here|there|present|on the call|attended|attending)[?]?)";
/** What a heading may be over besides: who was not there. */
const AND_ABSENT = String.raw`(?:\s*(?:&|\/|and)\s*(?:apologies|regrets|absentees))?`;
/** The day of the meeting before such words: `May 18 Attendees`. */
const DAY_BEFORE = String.raw`(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2},? )?`;
/** What may stand behind: something in brackets, or that people are to write who they are. */
const REMARK = String.raw`(?:\s*\([^()]{1,60}\)|\s*[:–-]\s*please\b[^:]{1,60})?`;
/** What a label may say behind its words, most often how many they are: `Attendees (3):`. */
const IN_BRACKETS = String.raw`(?:\s*\([^()\n]{1,60}\))?\s*`;
const HEADING = new RegExp(
  `^(?:${PRESENCE}|${DAY_BEFORE}(?:meeting |introduction of )?attendees` +
    String.raw`|(?:[\p{L}, ]{1,40} and )?roll call)!?${AND_ABSENT}(?:\s*:(?=\s*\())?${REMARK}\s*:?$`,
  'iu',
);
const LABEL = new RegExp(
  `^(?:${PRESENCE}|remote|in[ -]person|team|(?:${GROUP} ){0,2}members?|people|others?|guests?|observers?|invited|from the \\p{L}[\\p{L} ]{1,40})` +
    String.raw`${IN_BRACKETS}[:：]\s*`,
  'iu',
);

const PART = new RegExp(String.raw`^${WAY}(?:[ -]${WAY}){0,4}(?:\s*\([^()]{1,60}\))?\s*:?$`, 'i');

/** Labels that say it beyond doubt; the others do so beside one of these, or where no line says anything else. */
const PRESENT = new RegExp(String.raw`^${PRESENCE}${IN_BRACKETS}[:：]`, 'i');
/** Such a label that stands alone, over a list. */
const PRESENT_ALONE = new RegExp(String.raw`^${PRESENCE}${IN_BRACKETS}[:：]?$`, 'i');
/** Whatever a line at the head of a note is labelled as: `Date: …`, `Scribe: …`. */
const ANY_LABEL = /^\p{L}[\p{L}\p{M} /&'’-]{0,30}[:：](?=\s|$)/u;

const ABSENT = new RegExp(
  '^(?:(?:(?:with )?apologies|regrets)(?: (?:received|sent|from))?|absent|absentees|excused|not (?:present|attending)|unable to attend)' +
    String.raw`(?:${IN_BRACKETS}[:：]\s*|\s*$)`,
  'i',
);

/** A sentence that says of the people behind it that they were not there. */
const SAID_ABSENT =
  /\b(?:(?:not|n['’]t) (?:be )?(?:present|attending|able to attend|in attendance)|could(?:n['’]t| not) attend|unable to attend|absent)\b[^.]*[:：]$/i;

/** A longer one is no label; each mention of absence in it would be followed to its end. */
const longestSaid = 300;

/** How a paragraph ends that may be over a list: with words that are meant for a heading, by being bold, or others. */
interface Ending {
  text: string;
  isBold: boolean;
}

const isBold = (node: ElementContent | undefined): node is Element =>
  node !== undefined && isElement(node) && node.tagName === 'strong';

/** The last line of a paragraph whose lines have labels, or is bold behind such lines, or else all of the words. */
function endOf(block: Element): Ending {
  const lines = plainText({ ...block, tagName: 'pre' })
    .split('\n')
    .map(withoutSigns);
  const shown = block.children.filter((node) => !isSign(node));
  const begins = isBold(shown[0]);
  const [last = ''] = lines.splice(-1);
  const final = shown.at(-1);
  const isBoldLine = isBold(final) && plainText(final).trim() === last.trim();
  return lines.every(isLabelled) && (isLabelled(last) || isBoldLine)
    ? { text: last.trim(), isBold: isBoldLine || begins }
    : { text: withoutSigns(plainText(block)), isBold: begins };
}

/**
 * What a paragraph that is only a label, or ends with one behind lines that have theirs, says of the list behind it:
 * those who took part, or those who did not. `Attendees` has to have a colon or begin in bold, as a line that is meant
 * for a heading.
 */
export function labelOfPeople(block: Element): 'present' | 'absent' | undefined {
  if (block.tagName !== 'p') return undefined;
  const { text, isBold: isMeant } = endOf(block);
  const isSaid = text.length <= longestSaid && SAID_ABSENT.test(text);
  if (isSaid || ABSENT.exec(text)?.[0] === text) return 'absent';
  // The label may be the end of what asks for names: `Sign in below. Roll call:`
  const last = text.endsWith(':') ? (text.split(/(?<=[.!?])\s+/).at(-1) ?? text) : text;
  return (isMeant || text.endsWith(':')) && HEADING.test(last) ? 'present' : undefined;
}

/** Whether a block is a line with a label of its own, which what stands above it says nothing of. */
export function hasOwnLabel(block: Element): boolean {
  return block.tagName === 'p' && LABEL.test(plainText(block));
}

/** Whether a paragraph that stands right above a list of people can only say which ones they are: `Voting members`. */
export function namesGroup(block: Element): boolean {
  return block.tagName === 'p' && !/[,;@()\n]/.test(plainText({ ...block, tagName: 'pre' }));
}

/** Whether a heading stands over a list of those who took part, and nothing else. */
export function isAttendanceHeading(heading: string): boolean {
  return HEADING.test(undecorated(heading));
}

/** Whether a heading parts those who took part where it stands below one over all of them. */
export function isPartOfAttendance(heading: string): boolean {
  return PART.test(undecorated(heading));
}

/** Whether a text says, at its start or on the whole, of somebody that they were not there. */
export const tellsAbsence = (text: string): boolean => ABSENT.test(text);

/** Whether a text begins with a label that says beyond doubt that people took part. */
export const tellsPresence = (text: string): boolean => PRESENT.test(text);

/** Whether a text is nothing but such a label. */
export const isPresenceLabel = (text: string): boolean => PRESENT_ALONE.test(text);

/** What stands behind the label of people that a text begins with; nothing where it has none. */
export function behindLabel(text: string): string | undefined {
  const label = LABEL.exec(text)?.[0];
  return label === undefined ? undefined : text.slice(label.length);
}

/** Whether a text begins with a label, whatever it is of. */
export const isLabelled = (text: string): boolean =>
  ABSENT.test(text) || LABEL.test(text) || ANY_LABEL.test(text);

/**
 * Whether the labels of a block are those of a list of people, so that it is read where no heading says what it is.
 */
export const isOfPeople = (texts: readonly string[]): boolean =>
  texts.some((text) => PRESENT.test(text)) ||
  texts.every((text) => LABEL.test(text) || ABSENT.test(text));
