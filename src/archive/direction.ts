const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text has letters of a script that is written from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/**
 * What has a browser tell the direction of an element by the first letter in it (HTML, the `dir` attribute), as GitHub
 * does: nothing where every letter runs from left to right.
 */
export const directionOf = (text: string): 'auto' | undefined =>
  hasRightToLeft(text) ? 'auto' : undefined;
