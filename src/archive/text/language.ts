/** The language that the site itself speaks, in which its pages are. */
export const siteLanguage = 'en';

/** What is asked for where a text is no language tag. */
export const languageForm = 'write a language as in de or zh-TW';

/**
 * A language tag (BCP 47) in its canonical form, `zh-TW` of `zh-tw`; also of a locale with an underscore. Nothing of
 * what is none.
 */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The language that somebody says a text is in, as a tag; that of the site where nobody does. */
export const languageOf = (said: string | undefined): string =>
  (said && languageTag(said)) ?? siteLanguage;

/** What a `lang` says of a text on a page of the site: nothing where both are in one language (WCAG 3.1.2). */
export function languageUnlikePage(said: string | undefined): string | undefined {
  const tag = languageOf(said);
  return tag === siteLanguage ? undefined : tag;
}

/**
 * What a `lang` says of a text that stands within another one: nothing where both are in one language. Both are told as
 * by `languageUnlikePage`.
 */
export const languageWithin = (
  own: string | undefined,
  around: string | undefined,
): string | undefined => (own === around ? undefined : (own ?? siteLanguage));
