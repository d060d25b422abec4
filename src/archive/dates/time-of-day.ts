/** Before noon or after it. */
const HALF = String.raw`[AaPp]\.?[Mm]\.?`;
/** The time by a clock: `10am`, `10:30`, `15:00:00Z`, `8.30 p.m.`, `14h30`. */
const CLOCK = String.raw`(?:\d{1,2}(?:[:h]\d\d){1,2}(?:Z|\s?${HALF})?|\d{1,2}(?:\.\d\d)?\s?${HALF}|\d{1,2}h|[Nn]oon)(?![\p{L}\p{N}])`;
/** Where it is so late: by abbreviation, distance from UTC, or the name of a place. */
const ZONE = String.raw`(?:(?:UTC|utc|GMT|[ECMP][SD]?T|C?EE?S?T|WES?T|BST|[IJKM]ST|MSK|A[EW][SD]?T|NZ[SD]T|SGT|HKT|BRT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|(?:Eastern|Central|Mountain|Pacific|European|[Ll]ocal)(?:\s(?:[Ss]tandard|[Dd]aylight|[Ss]ummer))?(?:\s[Tt]ime)?)(?![\p{L}\p{N}])`;
const SPAN = String.raw`(?:(?:${CLOCK}|\d{1,2})\s?(?:[-\u2010-\u2015]|to\b|until\b)\s?)?(?:${CLOCK}(?:\s?(?:${ZONE}|\(${ZONE}\)))?|\d{1,2}\s?${ZONE})`;
const SPANS = String.raw`(?:at\s|from\s|T)?${SPAN}(?:\s?[/|,;]\s?${SPAN})*`;

/** A time of day behind a date, in brackets or not. */
const BEHIND_DATE = /* @__PURE__ */ new RegExp(
  String.raw`^(?:\s*\(\s*${SPANS}\s*\)|[\s,;|@·\u2010-\u2015-]{0,3}${SPANS})(?!:?[\p{L}\p{N}])`,
  'u',
);

/**
 * Where a text goes on behind the time of day that follows a date ending at the UTF-16 offset `end`, with its time
 * zone and with the times of others (`@ 8am PT / 15:00 UTC`); `end` where none does.
 */
export function endOfTime(text: string, end: number): number {
  return end + (BEHIND_DATE.exec(text.slice(end))?.[0].length ?? 0);
}
