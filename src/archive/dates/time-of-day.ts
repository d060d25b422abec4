/** Before noon or after it. */
const HALF = String.raw`[AaPp]\.?[Mm]\.?`;
/** The time by a clock: `10am`, `10:30`, `15:00:00Z`, `8.30 p.m.`, `14h30`. */
const CLOCK = String.raw`(?:\d{1,2}(?:[:h]\d\d){1,2}(?:Z|\s?${HALF})?|\d{1,2}(?:\.\d\d)?\s?${HALF}|\d{1,2}h|[Nn]oon)(?![\p{L}\p{N}])`;
/** Where it is so late: by abbreviation, distance from UTC, or the name of a place. */
const ZONE = String.raw`(?:(?:UTC|utc|GMT|[ECMP][SD]?T|C?EE?S?T|WES?T|BST|[IJKM]ST|MSK|A[EW][SD]?T|NZ[SD]T|SGT|HKT|BRT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|(?:Eastern|Central|Mountain|Pacific|European|[Ll]ocal)(?:\s(?:[Ss]tandard|[Dd]aylight|[Ss]ummer))?(?:\s[Tt]ime)?)(?![\p{L}\p{N}])`;
const SPAN = String.raw`(?:(?:${CLOCK}|\d{1,2})\s?(?:[-\u2010-\u2015]|to\b|until\b)\s?)?(?:${CLOCK}(?:\s?(?:${ZONE}|\(${ZONE}\)))?|\d{1,2}\s?${ZONE})`;
/** A time, or from when to when. */
const TIMES = /* @__PURE__ */ new RegExp(String.raw`${SPAN}(?!:?[\p{L}\p{N}])`, 'uy');

/** What may stand between a date and a time of day. */
const LEAD =
  /^(?:\s*(?<bracket>\()\s*|[\s,;|@·\u2010-\u2015-]{0,3})(?:at\s|from\s|T)?(?=\d|[Nn]oon)/u;
/** What stands between times of several zones: `8am PT / 15:00 UTC`. */
const BETWEEN = /\s?[/|,;]\s?(?=\d|[Nn]oon)/y;
const CLOSING = /\s*\)/y;

/** Where an expression that is tied to a place ends in a text; nothing where it does not match there. */
function endOf(expression: RegExp, text: string, from: number): number | undefined {
  expression.lastIndex = from;
  const found = expression.exec(text);
  return found === null ? undefined : from + found[0].length;
}

/**
 * Where a text goes on behind the time of day that follows a date ending at the UTF-16 offset `end`, in brackets or not,
 * with its time zone and with the times of others (`@ 8am PT / 15:00 UTC`); `end` where none does.
 */
export function endOfTime(text: string, end: number): number {
  const lead = LEAD.exec(text.slice(end));
  if (lead === null) return end;
  let last = endOf(TIMES, text, end + lead[0].length);
  if (last === undefined) return end;
  for (let next: number | undefined = last; next !== undefined;) {
    last = next;
    const between = endOf(BETWEEN, text, last);
    next = between === undefined ? undefined : endOf(TIMES, text, between);
  }
  return lead.groups?.['bracket'] === undefined ? last : (endOf(CLOSING, text, last) ?? end);
}
