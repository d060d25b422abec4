/** What somebody said in a chat, behind its time: `[2021-12-07 17:01] <ann> hi`, `5:01 PM Ann: hi`. */
const SAID =
  /^\s*\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[AP]M)?\]?\s+\S/i;

/** Whether a line begins with the time of day at which it was said, as in a chat, or is to be talked about. */
export const isChatLine = (line: string): boolean => SAID.test(line);
