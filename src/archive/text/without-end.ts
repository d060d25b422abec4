/**
 * A text without the characters at its end that `sign`, an expression for one UTF-16 unit, finds; by hand, as `[…]+$`
 * takes the square of a run's length wherever the run does not end the text.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
