import type { Attendee } from '../meeting.ts';
import { parseAttendee } from './attendee.ts';

/*
 * Attendees of texts that hold several: a line with commas, lines that are a name each, an item that took in another.
 */

/** Accounts or initials with nothing but spaces between them: `@ann @bo`, `AL BO CY`. */
const APART = /^(?:@\S+(?:\s+@\S+)+|\p{Lu}{2,3}(?:\s+\p{Lu}{2,3}){2,})$/u;

/**
 * The parts of a comma line; commas within brackets belong to their part. Brackets that are longer than an entry can
 * be are not looked through, which took the square of a line's length.
 */
function partsOf(line: string): string[] {
  if (APART.test(line.trim())) return line.trim().split(/\s+/);
  return line
    .split(/,(?![^()]{0,120}\))|;|\band\b(?=\s+\p{Lu})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Attendees of an item that took in the next one, whose mark was mistyped: `Ann (TSC) a *Bob (TSC)`. */
export function parseJoined(text: string): Attendee[] {
  const parts = text.split(/(?<=\))\s+(?:\p{Ll}\s*)?\*\s*(?=[\p{Lu}@])/u);
  const read = parts.flatMap((part) => parseAttendee(part) ?? []);
  return read.length === parts.length ? read : [];
}

/** Attendees of a line of several; all of it must read as names, but for one part that was cut off. */
export function parseLine(line: string): Attendee[] {
  const parts = partsOf(line);
  // One part of several small words is a sentence.
  const isSmall = parts.length === 1 && /^\p{Ll}[^\p{Lu}@]*$/u.test(line.trim());
  if (isSmall && line.trim().includes(' ')) return [];
  const read = parts.flatMap((part) => parseAttendee(part) ?? []);
  return read.length > 0 && read.length >= parts.length - 1 && read.length * 2 > parts.length
    ? read
    : [];
}

/** Attendees of lines that are a name each. */
export function parseNames(text: string): Attendee[] | undefined {
  const lines = text.split('\n');
  const read = lines.flatMap((line) => parseAttendee(line) ?? []);
  return read.length > 1 && read.length === lines.length ? read : undefined;
}
