const DAY_AND_TIME = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[AP]M)?\]?`;

/** What somebody said in a chat, behind its time: `[2021-12-07 17:01] <ann> hi`, `5:01 PM Ann: hi`. */
const SAID = new RegExp(String.raw`^\s*${DAY_AND_TIME}\s+\S`, 'i');
/** The same behind the name in brackets that IRC has: `17:01 <@ann> hi`. */
const NICK = new RegExp(
  String.raw`^\s*${DAY_AND_TIME}\s+<[@+%&~! ]?(?<nick>[^\s<>]{1,30})>(?:\s|$)`,
  'i',
);

/** What programs put into such brackets in their logs. */
const LEVEL = /^(?:trace|debug|info|notice|warn|warning|err|error|crit|fatal)$/i;

/** Fewer lines may be quoted from anywhere. */
const fewestLines = 4;

/** Whether a line of Markdown begins with a time, be it in a quotation, so that it may be of a chat. */
export const mayHoldChat = (source: string): boolean =>
  /^[\s>[]*(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d/m.test(source);

/** Whether a line begins with the time of day at which it was said, as in a chat, or is to be talked about. */
export const isChatLine = (line: string): boolean => SAID.test(line);

/** What a line says behind who said it in a chat of IRC, and when; all of it where it is none of such a chat. */
export const withoutSpeaker = (line: string): string => line.replace(NICK, '');

/**
 * Whether lines are the log of a chat as IRC has it: nearly all begin with a time, and at least half of those with the
 * name of who said it, of whom there are several.
 */
export function areChatLog(lines: readonly string[]): boolean {
  const said = lines.filter(isChatLine);
  const nicks = said.flatMap((line) => NICK.exec(line)?.groups?.['nick'] ?? []);
  const isLong = said.length >= fewestLines && 5 * said.length >= 4 * lines.length;
  return (
    isLong &&
    2 * nicks.length >= said.length &&
    new Set(nicks).size > 1 &&
    !nicks.some((nick) => LEVEL.test(nick))
  );
}
