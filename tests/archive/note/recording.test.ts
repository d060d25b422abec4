import { describe, expect, test } from 'vitest';
import { recordingLinks } from '../../../src/archive/note/recording-link.ts';
import {
  formatStart,
  isRecordingLabel,
  parseRecording,
  recordingUrl,
} from '../../../src/archive/note/recording.ts';
import { readText } from '../../read-text.ts';

const ID = 'VxnKkFpXlHE';
const WATCH = `https://www.youtube.com/watch?v=${ID}`;

describe('the URL of a recording', () => {
  test.each<[string, number?]>([
    [WATCH],
    [`http://www.youtube.com/watch?v=${ID}`],
    [`https://youtube.com/watch?v=${ID}`],
    [`https://m.youtube.com/watch?v=${ID}`],
    [`https://music.youtube.com/watch?v=${ID}`],
    [`HTTPS://WWW.YouTube.com/watch?v=${ID}`],
    [`https://www.youtube.com/watch/?v=${ID}`],
    [`https://www.youtube.com/watch/${ID}`],
    [`${WATCH}&t=8s`, 8],
    [`${WATCH}&ab_channel=OpenJSFoundation`],
    [`${WATCH}&list=PLciHOL_J7IwpSUHLTNwMZFaQAcSRSTIkI&index=3`],
    [`https://www.youtube.com/watch?app=desktop&v=${ID}&t=90`, 90],
    [`https://www.youtube.com/watch?app=desktop&amp;v=${ID}&amp;t=90`, 90],
    [`${WATCH}&t=1h2m3s`, 3723],
    [`${WATCH}&t=2m`, 120],
    [`${WATCH}&start=90`, 90],
    [`${WATCH}&t=0s`],
    [`${WATCH}&t=soon`],
    [`${WATCH}&t=`],
    [`${WATCH}&t=86399`, 86_399],
    [`${WATCH}&t=86400`],
    [`${WATCH}&t=999999`],
    [`${WATCH}#t=1m30s`, 90],
    [`https://youtu.be/${ID}`],
    [`https://youtu.be/${ID}/`],
    [`https://youtu.be/${ID}?t=90`, 90],
    [`https://youtu.be/${ID}?si=AbC_d-123&t=8s`, 8],
    [`https://youtube.com/live/${ID}`],
    [`https://youtube.com/live/${ID}?feature=share`],
    [`https://www.youtube.com/embed/${ID}?start=90`, 90],
    [`https://www.youtube-nocookie.com/embed/${ID}`],
    [`https://www.youtube.com/shorts/${ID}`],
    [`https://www.youtube.com/v/${ID}`],
    [` ${WATCH}\n`],
    [`https://www.youtube.com/watch?v=Vxn\u200bKkFpXlHE\u200b`],
    [`https://youtu.be/${ID}%E2%80%8B`],
    [`\ufeffhttps://youtu.be/${ID}`],
  ])('%j', (url, start) => {
    const expected = { provider: 'youtube', id: ID, url: WATCH };
    expect(parseRecording(url)).toEqual(start === undefined ? expected : { ...expected, start });
  });

  test.each([
    'https://www.youtube.com/watch?v=-V2zxC8YpnI',
    'https://www.youtube.com/watch?v=_rIQHws2_lQ',
  ])('%s keeps its signs', (url) => {
    expect(parseRecording(url)?.url).toBe(url);
  });

  test.each([
    'https://www.youtube.com/playlist?list=PLciHOL_J7IwpSUHLTNwMZFaQAcSRSTIkI',
    'https://www.youtube.com/c/nodejs+foundation/live',
    'https://www.youtube.com/channel/UCQPYJluYC_sn_Qz_XE-YbTQ',
    'https://www.youtube.com/@nodejs/live',
    'https://www.youtube.com/live',
    'https://www.youtube.com/results?search_query=VxnKkFpXlHE',
    'https://www.youtube.com/watch',
    'https://www.youtube.com/watch?v=',
    'https://www.youtube.com/watch?list=VxnKkFpXlHE',
    'https://www.youtube.com/watch?v=VxnKkFpXlH',
    'https://www.youtube.com/watch?v=VxnKkFpXlHEE',
    'https://www.youtube.com/watch?v=VxnKkFp.lHE',
    'https://www.youtube.com/watch?v=../../../ab',
    'https://www.youtube.com/embed/videoseries?list=PLciHOL',
    'https://www.youtube.com/embed/live_stream?channel=UCQPYJluYC',
    `https://www.youtube.com/embed/${ID}/../evil`,
    `https://www.youtube.com/watch?x=1#v=${ID}`,
    `https://youtu.be/`,
    `https://youtu.be/watch?v=${ID}`,
    `https://youtu.be/a/${ID}`,
    `https://www.youtube.com.evil.com/watch?v=${ID}`,
    `https://evilyoutube.com/watch?v=${ID}`,
    `https://evil-youtu.be/${ID}`,
    `https://www.youtube.com@evil.com/watch?v=${ID}`,
    `https://evil.com@www.youtube.com/watch?v=${ID}`,
    `https://www.youtube.com:8080/watch?v=${ID}`,
    `https://studio.youtube.com/watch?v=${ID}`,
    `https://evil.com/?u=https://www.youtube.com/watch?v=${ID}`,
    `https://evil.com\\@www.youtube.com/watch?v=${ID}`,
    `https://vimeo.com/12345678901`,
    `https://zoom.us/rec/share/${ID}`,
    `javascript:alert(1)//youtu.be/${ID}`,
    `//youtu.be/${ID}`,
    `youtu.be/${ID}`,
    ID,
    '',
  ])('%j is none', (url) => {
    expect(parseRecording(url)).toBeUndefined();
  });

  test('plays from where the meeting starts', () => {
    const from = (url: string): string | undefined => {
      const recording = parseRecording(url);
      return recording && recordingUrl(recording);
    };
    expect(from(`https://youtu.be/${ID}?t=1m30s`)).toBe(`${WATCH}&t=90s`);
    expect(from(`https://youtu.be/${ID}`)).toBe(WATCH);
    const other = { provider: 'other', url: 'https://vimeo.com/1', start: 8 } as const;
    expect(recordingUrl(other)).toBe('https://vimeo.com/1');
  });

  test('is linked at the moment that its link names', () => {
    const given = [
      { provider: 'youtube', id: ID, url: WATCH, start: 90 },
      { provider: 'other', url: 'https://www.example.org/video' },
    ] as const;
    expect(recordingLinks(given)).toEqual([
      { href: `${WATCH}&t=90s`, label: 'Recording 1 (YouTube, from 1:30)' },
      { href: 'https://www.example.org/video', label: 'Recording 2 (example.org)' },
    ]);
    expect(recordingLinks(given.slice(1))).toEqual([
      { href: 'https://www.example.org/video', label: 'Recording (example.org)' },
    ]);
  });

  test.each([
    [0, '0:00'],
    [8, '0:08'],
    [90, '1:30'],
    [3723, '1:02:03'],
    [36_000, '10:00:00'],
  ])('%i seconds are %s', (seconds, expected) => {
    expect(formatStart(seconds)).toBe(expected);
  });
});

describe('a label', () => {
  test.each([
    'YouTube Recording:',
    'YouTube Link:',
    'YouTube link: ',
    'YouTube:',
    'Youtube',
    'Recording',
    'Recordings:',
    '**Recording**:',
    '* **Recording**: ',
    '[YouTube Recording]',
    'Video Recording',
    'Watch the recording',
    'Recording and Transcript',
    'Video + slides:',
    'Meeting recording',
    'Recording link',
    'Link to recording',
    'Link to the recording:',
    'Recording of the meeting:',
    'Recording on YouTube',
    'Video',
    'Video link -',
    'Zoom recording',
    'Audio recording',
    'Livestream:',
    '🎥 Recording',
    'Watch on YouTube',
    'RECORDING:',
    ':movie_camera::scroll: Recording:',
    'Audio/Video of the meeting',
    'Meeting Audio/Video Recording',
    'Re\u200bcording:',
  ])('%j announces a recording', (text) => {
    expect(isRecordingLabel(text)).toBe(true);
  });

  test.each([
    'recording rules',
    'Recording rules:',
    'Video drivers',
    'Recording and drivers',
    'Transcript and recording rules',
    'Slides',
    'Videos coming in the next couple of weeks',
    'We are recording',
    'Recording was not started',
    'Record',
    'YouTube channel',
    'YouTube playlist:',
    'Zoom link:',
    'Meeting link',
    'Link:',
    'Meeting:',
    'Stream processing',
    ':movie_camera: drivers:',
    'Audio/Video drivers',
    'Event stream to disk',
    'osquery recording of process events',
    'For those who just want to watch:',
    'Not recorded',
    `${'Recording '.repeat(30)}:`,
    '',
    ':',
  ])('%j announces none', (text) => {
    expect(isRecordingLabel(text)).toBe(false);
  });
});

describe('the recordings of a note', () => {
  const urls = (text: string): string[] | undefined =>
    readText(`# Minutes 2020-01-02\n\n${text}\n`).meeting?.recordings.map(({ url }) => url);
  const video = 'https://www.youtube.com/watch?v=z3mEHMvepgA';
  const sections = '## Cake\n\nTea\n\n## Tea\n\nTea\n\n';

  test.each([
    [`Recording: ${video}`, 'recording'],
    [`[Recording](${video})`, 'recording'],
    ['Recording:', 'recording'],
    [`Recording: ${video} (the sound is bad)`, 'text'],
    [`Recording: [one](${video}), [two](https://vimeo.com/1)`, 'text'],
    [`We watched ${video} before`, 'text'],
    [`Recording: ${video}\nNext call: Friday`, 'text'],
    ['Recordings are on the channel', 'text'],
  ])('the line %j at the top is shown as a %s', (text, kind) => {
    const { meeting } = readText(`# Minutes 2020-01-02\n\n${text}\n`);
    expect(meeting?.opening.map((block) => block.kind)).toEqual([kind]);
  });

  test('are each named once, from where the first link plays it', () => {
    const text = `Recording: ${video}\n\n[Recording](https://vimeo.com/1)\n\nRecording: ${video}&t=90`;
    const { meeting } = readText(`# Minutes 2020-01-02\n\n${text}\n`);
    expect(meeting?.recordings).toEqual([
      { provider: 'youtube', id: 'z3mEHMvepgA', url: video },
      { provider: 'other', url: 'https://vimeo.com/1' },
    ]);
  });

  test.each<[string, string[]]>([
    [`### Friday, 14:00\n### [Audio/Video of the meeting](${video})\n\n## Cake\n\nTea`, [video]],
    [`### Friday, 14:00\n### [Audio/Video of the meeting](${video})\n\nTea`, [video]],
    [`### [Recording](${video})\n\nTea`, [video]],
    [`- Tea\n- Cake\n  - Ann: ${video}`, []],
    [
      `- Ann (5 min): how the rows of a table are counted, and by whom,\n  https://example.org/tool/\n  video: ${video}`,
      [],
    ],
    [`- Day: 2 January\n- Video: ${video}`, [video]],
    [`### [Recording](${video}) of another day\n\nTea`, []],
    [`## Words\n\nTea\n\n## [Recording](${video})\n\n## Cake`, []],
    [`## [Cake](${video})\n\n## Tea\n\nTea`, []],
    [`## January 2, 2020 (**[Recording](${video})**)\n\nTea`, [video]],
    [`## January 2 | [Cake](${video})\n\nTea`, []],
    [`## Cake of January 3, 2020 ([Recording](${video}))\n\nTea`, []],
    [`## Tea\n\nTea\n\n## January 2, 2020 ([Recording](${video}))\n\nTea`, []],
    ['[Video link](https://vimeo.com/1)\n[Agenda](https://example.org/)', ['https://vimeo.com/1']],
    ['Recording:\n[Vimeo](https://vimeo.com/1)', ['https://vimeo.com/1']],
    [
      'Recordings: [one](https://vimeo.com/1)\n[Recording](https://vimeo.com/2)',
      ['https://vimeo.com/1', 'https://vimeo.com/2'],
    ],
    ['[Video link](https://acme.zoom.us/j/123?pwd=x)', []],
    ['[Recording](https://acme.zoom.us/rec/share/x)', ['https://acme.zoom.us/rec/share/x']],
    ['Video: https://meet.google.com/abc-defg-hij', []],
    ['Call Audio/Video: https://global.gotomeeting.com/join/934529805', []],
    ['Video: https://bluejeans.com/123456789', []],
    ['Video: https://bluejeans.com/s/abc/', ['https://bluejeans.com/s/abc/']],
    ['Video: https://meet.example.org/tables', []],
    [
      'Video: https://meet.example.org/playback/tables',
      ['https://meet.example.org/playback/tables'],
    ],
    ['Video: https://whereby.com/tables', []],
    ['Video: https://bbb.example.org/b/ann-abc-def', []],
    ['Video: https://bbb.example.org/rooms/ann-abc-def/join', []],
    [
      'Video: https://bbb.example.org/playback/presentation/2.3/abc',
      ['https://bbb.example.org/playback/presentation/2.3/abc'],
    ],
    ['**Watch the replay:** [all of them](https://www.youtube.com/playlist?list=x)', []],
    ['Recording: https://www.youtube.com/channel/x/videos', []],
    [`Recording: ${video}&list=x`, [video]],
    [`${sections}## Recording\n\n- [${video}](${video})`, [video]],
    [`${sections}## Meeting recordings:\n\nhttps://vimeo.com/1`, ['https://vimeo.com/1']],
    [`${sections}## Recording\n\n[All of them](https://vimeo.com/channels/acme)`, []],
    [`${sections}## Recording\n\nWe watched [Cake](${video}) together.`, []],
    [`${sections}## Recording meetings\n\n${video}`, []],
    [`${sections}## Videos\n\n${video}`, []],
  ])('in %j are %j', (text, expected) => {
    expect(urls(text)).toEqual(expected);
  });
});
