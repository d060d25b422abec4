import type { Recording } from '../meeting.ts';
import { removeInvisible } from '../text/invisible.ts';

const YOUTUBE_URL =
  /^https?:\/\/(?:(?:www\.|m\.|music\.)?youtube\.com|(?:www\.)?youtube-nocookie\.com|(?<short>(?:www\.)?youtu\.be))\/(?<path>[^?#\s\\]*)(?:\?(?<query>[^#\s\\]*))?(?:#(?<fragment>[^\s\\]*))?$/i;

/** Eleven characters; two of YouTube's own words have as many. */
const VIDEO_ID = /^(?!videoseries$|live_stream$)[\w-]{11}$/;

/**
 * Reads the URL of one YouTube video, in any form that YouTube hands out; undefined for playlists,
 * channels and everything else, with lookalike hosts, user names and ports among it.
 */
export function parseRecording(url: string): Recording | undefined {
  const match = YOUTUBE_URL.exec(removeInvisible(url.trim()));
  const { short, path = '', query = '', fragment = '' } = match?.groups ?? {};
  if (match === null) return undefined;
  // Links copied out of HTML may still hold `&amp;`.
  const parameters = readParameters(query.replaceAll('&amp;', '&'));
  const id = short === undefined ? idFromPath(path, parameters) : /^([^/]+)\/?$/.exec(path)?.[1];
  if (id === undefined || !VIDEO_ID.test(id)) return undefined;
  const start =
    parseStart(parameters.get('t')) ??
    parseStart(parameters.get('start')) ??
    parseStart(parameters.get('time_continue')) ??
    parseStart(readParameters(fragment).get('t'));
  const recording = { provider: 'youtube', id, url: watchUrl(id) } as const;
  return start === undefined || start === 0 ? recording : { ...recording, start };
}

function idFromPath(path: string, parameters: ReadonlyMap<string, string>): string | undefined {
  if (/^watch\/?$/.test(path)) return parameters.get('v');
  return /^(?:watch|live|embed|shorts|v|e)\/([^/]+)\/?$/.exec(path)?.[1];
}

function watchUrl(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`;
}

/** First value of each parameter; nothing that we read needs decoding. */
function readParameters(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/** Seconds from `90`, `90s` or `1h2m3s`; undefined for anything else, or beyond a day. */
function parseStart(text: string | undefined): number | undefined {
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/i.exec(text ?? '');
  if (match === null || match[0] === '') return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const start = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return start < 86_400 ? start : undefined;
}

/** Where to play it: the recording's own URL, from the start of the meeting where that is known. */
export function recordingUrl(recording: Recording): string {
  const { provider, start, url } = recording;
  return provider === 'youtube' && start !== undefined && start > 0 ? `${url}&t=${start}s` : url;
}

/** A moment of a recording as players print it: `0:08`, `1:02:03`; `seconds` is a whole number. */
export function formatStart(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const pad = (part: number): string => String(part).padStart(2, '0');
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

const MEDIUM = '(?:recordings?|videos?|youtube|vod|replay|livestream|live stream|stream)';
const LABEL = /* @__PURE__ */ new RegExp(
  '^(?:(?:watch(?: on)?|view|see|link to|listen to)\\s+)?(?:(?:the|our|a)\\s+)?' +
    '(?:(?:meeting|session|call|full|public|zoom|youtube|video|audio|screen|google meet|meet|webex)\\s+)*' +
    `${MEDIUM}(?:\\s+(?:recordings?|videos?))?(?:\\s+(?:links?|urls?|here))?` +
    '(?:\\s*(?:and|&|\\+)\\s*(?:transcripts?|slides|chat|minutes|notes))?' +
    '(?:\\s+(?:of|on|from|for)\\s+(?:the\\s+|this\\s+)?(?:meeting|session|call|youtube|zoom))?$',
  'i',
);

/** Rooms to meet in, and the lists of videos of a channel, are at the same address for every meeting. */
const ROOM = new RegExp(
  String.raw`^https?:\/\/(?:` +
    String.raw`(?:[\w-]+\.)*(?:zoom\.us\/[jmsw]\/|webex\.com\/(?:meet|join)\/|gotomeeting\.com\/join\/|gotomeet\.me\/|bluejeans\.com\/\d)` +
    String.raw`|teams\.microsoft\.com\/l\/meetup-join|(?:[\w-]+\.)?whereby\.com\/|hangouts\.google\.com\/` +
    // Jitsi, Google Meet, BigBlueButton on servers of their own
    String.raw`|meet\.[\w.-]+\/(?!.*(?:playback|record))|[\w.-]+\/(?:b|rooms)\/[a-z\d]{3}(?:-[a-z\d]{3}){2,3}(?:\/join)?\/?(?:[?#]|$))`,
  'i',
);
const VIDEO_LIST =
  /^https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:playlist|channel|c|user|@[^/?#]*)(?:[/?#]|$)/i;

/** Whether an address can be of the recording of one meeting: no room to meet in, no list of videos. */
export function canBeRecording(url: string): boolean {
  return /^https?:/i.test(url) && !ROOM.test(url) && !VIDEO_LIST.test(url);
}

/**
 * Whether a text does nothing but announce a recording (`YouTube Link:`, `**Recording**:`, `Watch
 * the recording`), as against prose about recording something.
 */
export function isRecordingLabel(text: string): boolean {
  const label = removeInvisible(text.slice(0, 200))
    .replace(/:[a-z][a-z\d_]{1,30}:(?=[:\s])/g, ' ')
    .replace(/[*_`[\]()<>]|[\p{Extended_Pictographic}\ufe0f]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\baudio ?[/&+] ?video\b/gi, 'video')
    .replace(/^[\s\-–—•]+|[\s:：\-–—.=]+$/gu, '');
  return text.length <= 200 && LABEL.test(label);
}
