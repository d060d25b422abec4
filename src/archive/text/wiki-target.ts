/** The address that stands for a name in two brackets, as `[[2019-10-29 Weekly]]`, wherever links are resolved. */
export const wikiTarget = (name: string): string => `[[${encodeURIComponent(name)}]]`;

/** The name in such an address, once it is decoded; nothing for any other. */
export const wikiNameIn = (target: string): string | undefined =>
  /^\[\[(.+)\]\]$/.exec(target)?.[1];
