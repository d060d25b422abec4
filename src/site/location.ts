/**
 * Where to lead on to on the same host (RFC 9110, 10.2.2): a path with the query that came, of which two slashes at the
 * start would lead to another host.
 */
export const locationOf = (path: string, query: string | undefined): string =>
  path.replace(/^\/{2,}/, '/') + (query === undefined ? '' : `?${query}`);
