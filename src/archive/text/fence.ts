/** The marks by which a line opens fenced code, if it does (CommonMark 4.5): behind backticks stands no other one. */
export const fenceOf = (line: string): string | undefined =>
  /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];

/** Whether a line closes what such marks opened: it has as many of them or more, and nothing else. */
export function closesFence(line: string, fence: string): boolean {
  const words = line.trim();
  return words.startsWith(fence) && words.replaceAll(fence.charAt(0), '') === '';
}
