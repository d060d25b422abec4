// Stored HTML has one printer, which says an address the same way in an attribute and in text.
const BARE = /<a (?![^>]* class=)(href="https?:\/\/([^"]*?)\/?"[^>]*>(?:https?:\/\/)?\2\/?<\/a>)/g;

/**
 * Stored HTML whose links that say their own address have the class `bare`: where addresses are printed behind
 * links, theirs is there already. A reference, which has its class, says less than its address.
 */
export const markBareLinks = (html: string): string => html.replace(BARE, '<a class="bare" $1');
