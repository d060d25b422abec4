import type { RootContent, Text } from 'hast';

import { isElement } from '../text/element.ts';
import { inlineText } from './inline-text.ts';

/** Who told MeetBot what it wrote down, and when: `(ann, 19:13:00)`. Nobody else writes seconds. */
const STAMP = /\s*\(@?[^\s(),]{1,80}, \d{1,2}:\d\d:\d\d\)\s*$/;

/** Nodes up to where a text of theirs ends. */
const upTo = (
  nodes: readonly RootContent[],
  at: number,
  text: Text,
  end: number,
): RootContent[] => [...nodes.slice(0, at), { ...text, value: text.value.slice(0, end) }];

/** What a line says before the stamp that MeetBot puts behind it, its name a link or not; all else as it is. */
export function withoutRobotStamp(nodes: RootContent[]): RootContent[] {
  const at = nodes.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '');
  const last = nodes[at];
  if (last?.type !== 'text') return nodes;
  const whole = STAMP.exec(last.value);
  if (whole !== null) return upTo(nodes, at, last, whole.index);
  const [before, link] = nodes.slice(Math.max(0, at - 2), at);
  if (before?.type !== 'text' || link === undefined || !isElement(link)) return nodes;
  const opening = /\s*\($/.exec(before.value);
  const isStamp = STAMP.exec(`(${inlineText([link])}${last.value}`)?.index === 0;
  return opening !== null && link.tagName === 'a' && isStamp
    ? upTo(nodes, at - 2, before, opening.index)
    : nodes;
}
