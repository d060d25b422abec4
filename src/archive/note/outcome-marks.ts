import type { RootContent } from 'hast';

import { withoutSpeaker } from '../text/chat-line.ts';
import { isElement } from '../text/element.ts';
import { withoutSigns } from '../text/undecorated.ts';
import { inlineText, isSign } from './inline-text.ts';

/** What stands behind a mark, with the one who is to do it before it. */
interface Marked {
  kind: 'decision' | 'action';
  text: string;
}

// Only marks that people put there as marks: "AI" and "RESOLVED" are words where they are small.
const ACTION_MARKS: readonly RegExp[] = [
  /^(?:\*\*)?(?:[Aa]ction(?:s| (?:[Ii]tem|[Pp]oint)s?)?|ACTIONS?(?: (?:ITEM|POINT)S?)?|AI|TODOs?(?: items?)?|To[ -]?[Dd]os?|Next steps?)\s*[:：]{1,2}\s*/,
  // Numbered, as by the trackers of W3C: `ACTION-12: …`, or by the meeting: `ACTION 61.2: …`.
  /^(?:ACTION|AI)-\d{1,5}\s*[:：]\s*/,
  /^(?:ACTION|Action|AI)(?: ITEM| item)? #?\d{1,4}(?:\.\d{1,3})?\s*[:：]\s*/,
  /^\[(?:A(?:CTION|ction)(?: ITEM| [Ii]tem)?|TODO)\]\s*[:：]?\s*/,
  /^\[AI\]\s*[:：]?\s*(?=@)/,
  // Whose it is says enough.
  /^(?:ACTION(?: ITEM)?|AI)\s+(?=@[\w-]{1,39}\s)/,
  // As the bots of chats are told.
  /^#(?:action|Action|ACTION)(?:\s*[:：])?\s+/,
];
/**
 * Marks with the one who is to do it: `TODO(Ann): …`, `ACTION (Ann, Bob): …`, `ACTION Ann: …`, `ACTION - Ann: …`,
 * `AI @ann: …`.
 */
const OWNED_MARKS: readonly RegExp[] = [
  /^ACTION(?: ITEM)? [-–—] (?<who>@?\p{L}[^:：()\n]{0,40}?)\s*(?:[:：]| [-–—])\s+/u,
  /^(?:TODO|ACTION|AI)\((?<who>@?\p{L}[^()\n]{0,40})\)\s*[:：]?\s*/u,
  /^(?:TODO|ACTION(?: ITEM)?|[Aa]ction(?: [Ii]tem)?) [([](?<who>@?\p{L}[^()[\]\n]{0,40})[)\]]\s*[:：]\s*/u,
  /^(?:TODO|ACTION(?: ITEM)?|[Aa]ction(?: [Ii]tem)?|AI) \(?(?<who>@[\w-]{1,39})\)?\s*[:：]\s*/u,
  /^(?:TODO|ACTION) (?!(?:[Ll]ist|LIST|[Pp]lan|PLAN|[Ll]og|[Bb]oard|[Ii]tems?|[Rr]equired|REQUIRED)\b)(?<who>\p{L}[\p{L}\p{N}-]{1,20})\s*[:：]\s+/u,
];
/** An item that says who is to do what: `Ann to write the docs`, `@ann and @bob to look at it`, `Ann will ask`. */
const ASSIGNED =
  /^(?<who>[@\p{L}][^\n:;()]{0,80}?) (?:to (?!(?:an?|the|this|that|these|those|my|our|your|his|her|their|its|me|us|you|him|them)\b)|will (?!(?:(?:also |still )?be|have|not|never|miss|probably|likely|you|we|they|it|this|that)\b))\p{Ll}/u;
const ACCOUNT = /^@[A-Za-z\d][A-Za-z\d-]{0,38}(?:\/[\w.-]+)?$/;

/** Whether an item is something for people whom the meeting knows, or for accounts. */
export function isAssigned(text: string, isPresent: (name: string) => boolean): boolean {
  const who = ASSIGNED.exec(text)?.groups?.['who'];
  return (
    who !== undefined &&
    who
      .split(/\s*(?:,|\+|&|\/(?=@)|\band\b)\s*/)
      .every((name) => ACCOUNT.test(name) || isPresent(name))
  );
}

const DECISION_MARK =
  /^(?:#(?:agreed?|accepted|Agreed?|Accepted|AGREED?|ACCEPTED)(?:\s*[:：])?|(?:DECISION|Decision|RESOLUTION|Resolution) #?\d{1,4}(?:\.\d{1,3})?\s*[:：]|(?:RESOLVED|RESOLUTION|DECISION|DECIDED|AGREED)(?:-\d{1,5}\s*[:：]|\s*[:：–—-]?)|(?:Resolved|Resolution|Final [Dd]ecision|Decision(?: made)?|Decided|Agreed|Verdict|Conclusion|Outcome|Consensus|CONSENSUS)\s*[:：]{1,2}|(?:Resolved|Resolution|Decision|Verdict) [–—-])\s+/;
/** A motion is a decision where the line says that it was carried. */
const MOTION_MARK = /^(?:MOTION|Motion)(?: #?\d{1,4}(?:[-/.]\d{1,3})*)?\s*[:：–—-]\s+/;
const CARRYING = 'carried|carries|passed|passes|approved|adopted';
const CARRIED = new RegExp(String.raw`\b(?:${CARRYING})\b`, 'i');
const NOT_CARRIED =
  /\b(?:not|failed|fails|defeated|rejected|tabled|withdrawn|postponed|deferred|lost)\b|n['’]t\b/i;
/** The vote on what somebody moved, at the end of what is said of it. */
const VOTE = new RegExp(
  String.raw`\b(?:motion (?:to|by|that|from|of)|moves?|moved) .{1,900}?[.;:,)\s]\s*(?:the |this )?motion (?:(?:was|is|has been) )?(?:${CARRYING})` +
    String.raw`(?: unanimously| (?:by|with|without) [^.;]{1,40}| ?[,:(–-][^.;]{0,40})?[.;]?(?:\s+https?:\S+)?$`,
  'is',
);
/** A longer text is no motion with its vote. */
const longestMotion = 1000;
const isVotedFor = (text: string): boolean =>
  text.length <= longestMotion && VOTE.test(text) && !NOT_CARRIED.test(text);
/** What stands where nothing was decided or is to be done. */
const NOTHING =
  /^(?:none|nothing|no(?:ne)? (?:action items?|actions?|conclusions?|resolutions?|decisions?)(?: .{0,20})?|n\/?a|tbd|tba|to-?do|skipped|-+|\.+|…)?[.!]?$/i;

/** What a bot of a chat is told, or a label in capitals: `#info it is long`, `TOPIC: Tests`. */
const LOG_LINE =
  /^(?:#(?:topic|subtopic|info|link|idea|help|rejected|chair|startvote|endvote|endmeeting)(?![\p{L}\p{N}_-])|\p{Lu}{2,20}(?:[ -]\p{Lu}{2,20}){0,3}[:：]\s)/u;

/** Whether a line of minutes that are kept like a log speaks of something else than the line above it. */
export const beginsAnew = (text: string): boolean => LOG_LINE.test(text);

/** Whether a text is what somebody said (`AWB: I'd like …`) rather than what came of it. */
export function isSpeech(text: string): boolean {
  return /^\p{Lu}{2,5}(?:\/\p{Lu}{2,5})*: /u.test(text);
}

/** Whether a text says that nothing was decided or is to be done. */
export const saysNothing = (text: string): boolean => NOTHING.test(text);

/** What a text that is marked says behind its mark, with the one who is to do it before it. */
export function markedText(written: string): Marked | undefined {
  const text = withoutSigns(withoutSpeaker(written));
  for (const mark of ACTION_MARKS) {
    const found = mark.exec(text);
    if (found !== null) return { kind: 'action', text: text.slice(found[0].length).trim() };
  }
  for (const mark of OWNED_MARKS) {
    const found = mark.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length).trim();
    return { kind: 'action', text: rest && `${found.groups?.['who']}: ${rest}` };
  }
  const dashed = /^(?:ACTION(?: ITEM)?|Action [Ii]tem) [-–—] /.exec(text)?.[0];
  if (dashed !== undefined) return { kind: 'action', text: text.slice(dashed.length).trim() };
  const motion = MOTION_MARK.exec(text);
  const isCarried = motion !== null && CARRIED.test(text) && !NOT_CARRIED.test(text);
  const decision = (DECISION_MARK.exec(text) ?? (isCarried ? motion : null))?.[0];
  if (decision === undefined) {
    return isVotedFor(text) ? { kind: 'decision', text: text.trim() } : undefined;
  }
  return { kind: 'decision', text: text.slice(decision.length).trim() };
}

const BOLD_ACTION = /^action(?: item)?$/i;
/** What stands behind such a word where it is a mark without a colon. */
const BEHIND_BOLD = /^\s+(?:[–—-]\s+|\((?<who>@?\p{L}[^()\n]{0,40})\)\s+)(?=\S)/u;

/** The same in capitals, which no sentence in lower case goes on from. */
const CAPITAL_ACTION = /^ACTION(?: ITEM)?$/;
const BEHIND_CAPITALS = /^\s+(?=\p{Lu}|@\p{L})/u;

/** What a line says that starts with a mark; in bold it needs no colon: `**Action** (Ann) write`, `**ACTION** Ann to`. */
export function markedNodes(nodes: readonly RootContent[]): Marked | undefined {
  const text = withoutSigns(inlineText(nodes)).trimStart();
  const first = nodes.find((node) => !isSign(node));
  const bold = first !== undefined && isElement(first) && first.tagName === 'strong';
  const word = bold ? inlineText([first]) : '';
  const after = text.slice(word.length);
  const behind =
    (BOLD_ACTION.test(word) ? BEHIND_BOLD.exec(after) : null) ??
    (CAPITAL_ACTION.test(word) ? BEHIND_CAPITALS.exec(after) : null);
  if (behind === null) return markedText(text);
  const rest = text.slice(word.length + behind[0].length).trim();
  const who = behind.groups?.['who'];
  return { kind: 'action', text: who === undefined ? rest : `${who}: ${rest}` };
}
