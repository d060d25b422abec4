import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, type LookupFunction, isIP } from 'node:net';

import { Refusal } from './command.ts';

const mostBytes = 5_000_000;
const mostRedirects = 5;
const mostMilliseconds = 15_000;

/** Networks that are nobody's on the open web (RFC 6890), and those of IPv6 that hold such. */
const privateNetworks = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv6');
}

/** Whether an address is one of the open web; an IPv4 address within one of IPv6 counts as itself. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return !privateNetworks.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

const ofPrivateNetwork = 'of a private network: with --allow-private it is asked all the same.';

/** What failed on the way to a host, in words, by the codes of the system. */
const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no host of that name was found',
  EAI_AGAIN: 'no host can be looked up, as if there were no network',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was broken off',
};

function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return failures[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message;
}

/** Looks a host up, and refuses it if any of its addresses is private; the connection uses what was checked. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
    if (inside !== undefined) {
      return done(new Refusal(`${host} is ${inside.address}, an address ${ofPrivateNetwork}`), []);
    }
    if (options.all === true) return done(null, addresses);
    const [first] = addresses;
    return done(null, first?.address ?? '', first?.family);
  });
};

/** Where the Markdown of a shared note is, for the editors whose addresses tell. */
export function downloadAddress(url: URL): URL {
  const hackmd =
    /^\/(?:@[^/]+\/|s\/)?[\w-]+$/.test(url.pathname) &&
    /^(?:hackmd\.io|demo\.hedgedoc\.org)$/.test(url.hostname);
  if (hackmd) return new URL(`${url.origin}${url.pathname}/download`);
  const document = /^\/document\/d\/([\w-]+)/.exec(url.pathname)?.[1];
  if (document !== undefined && url.hostname === 'docs.google.com') {
    return new URL(`https://docs.google.com/document/d/${document}/export?format=md`);
  }
  return url;
}

/** Where somebody is sent who has to say who they are first. */
const isSignIn = ({ pathname }: URL): boolean =>
  /\/(?:ServiceLogin|signin|login)\b/i.test(pathname);

const notOpen = (address: string): Refusal =>
  new Refusal(
    `${address} is not open to everybody: share it with everybody who has the link, or export it and take over the file.`,
  );

interface Answer {
  bytes: Uint8Array;
  type: string;
}

function ask(url: URL, inside: boolean, signal: AbortSignal): Promise<Answer | URL> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | URL>();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!/^https?:$/.test(url.protocol)) throw new Refusal(`${url.href} is neither http nor https.`);
  if (!inside && isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new Refusal(`${host} is an address ${ofPrivateNetwork}`);
  }
  const headers = { accept: 'text/markdown, text/plain, text/html', 'accept-encoding': 'identity' };
  const options = { headers, signal, ...(!inside && { lookup: lookupPublic }) };
  const client = url.protocol === 'https:' ? https : http;
  const request = client.get(url, options, (response) => {
    const { statusCode = 0, headers: answered } = response;
    if (statusCode >= 300 && statusCode < 400 && answered.location !== undefined) {
      response.destroy();
      const next = URL.parse(answered.location, url);
      if (next === null) reject(new Refusal(`${url.href} leads to an address that is none.`));
      else resolve(next);
      return;
    }
    if (statusCode !== 200) {
      response.destroy();
      if (statusCode === 401 || statusCode === 403) return reject(notOpen(url.href));
      reject(new Refusal(`${url.href} answers with ${statusCode}.`));
      return;
    }
    const parts: Buffer[] = [];
    let size = 0;
    response.on('data', (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size <= mostBytes) return;
      response.destroy();
      reject(new Refusal(`${url.href} is larger than ${mostBytes / 1_000_000} MB.`));
    });
    response.on('error', reject);
    response.on('end', () =>
      resolve({ bytes: Buffer.concat(parts), type: answered['content-type'] ?? '' }),
    );
  });
  request.on('error', reject);
  return promise;
}

/**
 * Fetches a shared note, within 15 s and 5 MB. Neither the address nor any redirect may lead into a
 * private network, unless `inside` allows it; refuses with a reason whatever does not work.
 */
export async function fetchNote(address: string, inside: boolean): Promise<Answer> {
  const given = URL.parse(address);
  if (given === null) throw new Refusal(`${address} is no web address.`);
  let url = downloadAddress(given);
  const signal = AbortSignal.timeout(mostMilliseconds);
  try {
    for (let step = 0; step <= mostRedirects; step += 1) {
      const answer = await ask(url, inside, signal);
      if (!(answer instanceof URL)) return answer;
      if (isSignIn(answer)) throw notOpen(address);
      url = answer;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted) throw new Refusal(`${address} did not answer within 15 seconds.`);
    throw new Refusal(`${address} cannot be fetched: ${failureOf(error)}.`);
  }
  throw new Refusal(`${address} leads from one address to the next.`);
}
