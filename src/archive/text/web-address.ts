import { z } from 'zod';

/** Whether an address has no user name before its host, which can look like a host of its own. */
const withoutUser = (url: string): boolean => {
  const { username, password } = URL.parse(url) ?? { username: '', password: '' };
  return username === '' && password === '';
};

/** An address of the web that somebody wrote; `error` says what to write where it is none. */
export const webAddress = (error: string, protocol = /^https?$/) =>
  z.url({ protocol, error }).refine(withoutUser, 'leave out what stands before the @ of the host');
