/*
 * What can be somebody's name, in a list of those present, and what is none.
 */

const WORD = String.raw`\p{L}[\p{L}\p{M}_.'’‘-]*`;
/** Words within names that make them no sentence: `Ann van den Wall`. */
const PARTICLE = '(?:v[ao]n|de[nrl]?|d[aiu]|d[ao]s|ter|zu)';
/** One to five words of letters; a name has no sentence in it, and digits only where it is a word as of a chat. */
const NAME = new RegExp(
  String.raw`^(?:${WORD}(?:(?: ${PARTICLE}){0,2} ${WORD}){0,4}|[A-Za-z][A-Za-z\d_-]{1,38})$`,
  'u',
);
const FULL_NAME = /^\p{Lu}\S* (?:\S+ )*\p{Lu}\S*$/u;

/** Whether a text can be somebody's name. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

/** Whether a text has two words or more, the first and the last of them with a capital, as full names do. */
export function isFullName(text: string): boolean {
  return FULL_NAME.test(text);
}

/** A nickname within a name: `Ann "annie" Lee`. */
const NICKNAME = /(?<=^\p{Lu}[\p{L}\p{M}.]{0,30}) (?:"[^"\s]{1,30}"|“[^”\s]{1,30}”)(?= \p{Lu})/u;

/** A name without the nickname in it. */
export const withoutNickname = (name: string): string => name.replace(NICKNAME, '');

/** What stands in a list where it names nobody, such as a degree behind a name, and how a sentence about that begins. */
const NOBODY =
  /^(?:(?:none|all|n\/a|tb[ad]|to-?do|(?:your )?name|etc|joined late|left early|ph\.?d|jr|sr|esq)$|(?:nobody|no one|everyone|everybody|quorum|(?:please )?(?:add|write) your(?:self|selves| names?))\b)/i;
/** Those whom a list leaves without names: `and others`, `Plus two guests`; Thomas More is one. */
const UNNAMED =
  /^(?:(?:\p{L}\p{Ll}* (?:\p{Ll}+ ){0,2})?(?:others|more|guests)|Others?|More|Guests)$/u;

/** A body of people, which is nobody's name: `Tables Foundation`, `Board of Directors`. */
const BODY =
  /(?:^|\s)(?:foundation|council|committee|board of directors|maintainers|working group)$/i;

/** Whether an entry of a list says that nobody came, or leaves somebody without a name. */
export const namesNobody = (entry: string): boolean => NOBODY.test(entry) || UNNAMED.test(entry);

/** Whether a text names people as one: a foundation, a council. */
export const isBody = (text: string): boolean => BODY.test(text);
