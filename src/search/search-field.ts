/** What the field of the search is called where it is heard. */
export const searchLabel = 'Search the meetings';

/** The field of the search, on built pages and in the dialog that is made when it is asked for. */
export const searchField = {
  class: 'field',
  type: 'search',
  name: 'q',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'search',
  placeholder: 'Words, a #number, a date, a GitHub address',
} as const;
