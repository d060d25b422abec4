const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text has letters of a script that is written from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** The direction of a text by its first letter, as HTML tells it for `dir=auto`; nothing without letters. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return hasRightToLeft(letter) ? 'rtl' : 'ltr';
}

/** What a `dir` says of a text on a page that runs from left to right: nothing where it runs so too. */
export const unlikePage = (text: string): 'rtl' | undefined =>
  directionOf(text) === 'rtl' ? 'rtl' : undefined;
