/** Whether an address begins with a scheme (RFC 3986, 3.1), such as `mailto:`. */
export const hasScheme = (address: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(address);

/** Whether an address leads to something beside the note: it has neither a scheme nor a host. */
export const isRelative = (address: string): boolean =>
  !hasScheme(address) && !address.startsWith('//');

/** Whether an address names a host; that of a picture within the note itself, as `data:…` is, names none. */
export const namesHost = (address: string): boolean => /^(?:https?:|\/\/)/i.test(address);
