import { PlainError } from './plain-error.ts';

/** Where the site will be served: `site` is an origin without path, `base` starts and ends with a slash. */
export interface Address {
  site: string;
  base: string;
}

/** Where `npm start` and `npm run dev` serve, and so what absolute links say when nobody has set `SITE_URL`. */
export const localSite = 'http://localhost:4321';

/**
 * The address from `SITE_URL` (an http or https origin) and `BASE_PATH` (with or without slashes around it).
 * Throws a PlainError that names the variable when one of them cannot be used.
 */
export function readAddress(env: Record<string, string | undefined>): Address {
  return { site: readSite(env.SITE_URL), base: readBase(env.BASE_PATH) };
}

function readSite(text: string | undefined): string {
  if (!text) return localSite;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new PlainError(
      `SITE_URL is "${text}", which is no web address. Write it like https://example.org`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new PlainError(
      `SITE_URL is "${text}", but takes only the host: SITE_URL=${url.origin}. ` +
        `A path goes into BASE_PATH${url.pathname === '/' ? '' : `, here BASE_PATH=${url.pathname}`}`,
    );
  }
  return url.origin;
}

function readBase(text: string | undefined): string {
  const segments = (text ?? '').split('/').filter(Boolean);
  const odd = segments.find((segment) => !/^[\w.~-]+$/.test(segment) || /^\.+$/.test(segment));
  if (odd !== undefined) {
    throw new PlainError(
      `BASE_PATH is "${text}", and "${odd}" cannot be part of a path here. ` +
        `Use letters, digits, ".", "-", "_" and "~", such as BASE_PATH=/foundation/`,
    );
  }
  return segments.length ? `/${segments.join('/')}/` : '/';
}
