import type { Addresses } from '../archive/outputs/addresses.ts';
import { paths } from './archive.ts';

/** The absolute address of a path of the site. */
export const absolute = (path: string): string => new URL(path, import.meta.env.SITE).href;

/** What everything that leaves the site is addressed with. */
export const addresses: Addresses = { paths, absolute };
