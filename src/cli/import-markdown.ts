import { markBullets } from '../archive/note/bullets.ts';
import { isPassedOver } from '../archive/note/front-matter.ts';
import { fencedLines } from '../archive/text/fenced-lines.ts';
import { boldHighlights } from '../archive/text/highlight.ts';
import { breakChatLines } from './chat-lines.ts';
import { withDirectAddresses } from './google-redirect.ts';

/** A note taken over into plain Markdown, and what of the source has no place in it. */
export interface Takeover {
  markdown: string;
  /** Marks of the editor that say nothing to a reader, as they stood in the source. */
  dropped: string[];
  /** Anchors that others may have linked, each with the one that is in place of it. */
  anchors?: ReadonlyMap<string, string>;
}

/** The front matter without the keys that an editor or a site's generator keeps for itself; empty if nothing is left. */
function withoutEditorKeys(yaml: string, dropped: string[]): string {
  let dropping = false;
  const kept = yaml.split('\n').filter((line) => {
    if (/^[^\s-]/.test(line)) dropping = isPassedOver(/^([\w-]+)\s*:/.exec(line)?.[1] ?? '');
    if (dropping) dropped.push(line);
    return !dropping;
  });
  return kept.some((line) => line.trim() !== '') ? `---\n${kept.join('\n')}\n---\n\n` : '';
}

/** The front matter without a title that only repeats the note's first heading. */
function withoutRepeatedTitle(yaml: string, text: string, dropped: string[]): string {
  const heading = /^# +(.+?) *$/m.exec(text)?.[1];
  return yaml
    .split('\n')
    .filter((line) => {
      const title = /^title:\s*(["']?)(.*?)\1\s*$/.exec(line)?.[2];
      if (title === undefined || title !== heading) return true;
      dropped.push(line);
      return false;
    })
    .join('\n');
}

/** The marks of lists and quotations that a line begins with. */
const MARKS = /^\s*(?:(?:[-*+]|\d{1,9}[.)]|>)\s+)*/;

/** A line without the escapes that Google's export writes where no mark could be meant; those that keep text from beginning a list or a heading stay. */
function withoutNeedlessEscapes(line: string): string {
  const marks = MARKS.exec(line)?.[0] ?? '';
  const words = line
    .slice(marks.length)
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<=\S.*)\\([-+#!=]|\.(?!\s|$)|(?<!^\d{1,9}\\)\.)/g, '$1')
    .replace(/^\\#(?=\d)/, '#');
  return `${marks}${words}`;
}

/** Where what HackMD and HedgeDoc embed is found, by the name that stands before it. */
const embedded: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  gist: 'https://gist.github.com/',
  hackmd: 'https://hackmd.io/',
};

/** The address of what a line embeds, such as `{%youtube AKdQxd2ckJ0 %}`; nothing for any other line. */
function embeddedAddress(line: string): string | undefined {
  const [, kind = '', what = ''] = /^\s*\{%\s*([a-z]+)\s+(\S+?)\s*%\}\s*$/.exec(line) ?? [];
  if (/^https?:\/\/\S+$/.test(what)) return what;
  const site = Object.hasOwn(embedded, kind) ? embedded[kind] : undefined;
  return site !== undefined && /^[\w@/-]+$/.test(what) ? `${site}${what}` : undefined;
}

/** Pictures that the source holds in a form that no page shows, by their labels. */
const unshownLabels = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/^\[(image\d+)\]:\s*<data:/gm), ([, label = '']) => label));

/** A line that only speaks to the editor, as it is told of; nothing for any other. */
function editorLine(line: string): string | undefined {
  if (/^\s*\[toc\]\s*$/i.test(line)) return line.trim();
  // HackMD's other place for its tags.
  if (/^#{6}\s+tags:(?:[\s,]*`[^`]*`)+\s*$/i.test(line)) return line.trim();
  // A line of the table of contents of Google Docs, which ends with the number of a page.
  if (/^\[[^\]]*\t[^\]]*\d(?:\*\*)?\]\(#[^)\s]*\)\s*$/.test(line)) {
    return line.replace(/\t/g, ' ').trim();
  }
  // `[image1]: <data:…>` at the end of an export of Google Docs.
  return /^\[image\d+\]:\s*<data:/.test(line) ? line : undefined;
}

/** A line with what stands in it of marks that only an editor knows; of these, what has no place is dropped. */
function withoutEditorMarks(line: string, unshown: ReadonlySet<string>, dropped: string[]): string {
  const drop = (whole: string): string => {
    dropped.push(whole);
    return '';
  };
  return line
    .replace(
      /(!\[[^\]]*\]\([^()\s]+(?: +"[^"]*")?) +(=(?:\d+%?)?x(?:\d+%?)?)\)/g,
      (_whole, picture: string, size: string) => `${picture}${drop(size)})`,
    )
    .replace(/!\[[^\]]*\](?:\[(image\d+)\]|\(<?data:[^)]*\))/g, (whole, label?: string) =>
      label === undefined || unshown.has(label) ? drop(whole) : whole,
    )
    .replace(
      /^(#{1,6}\s.*?)\s*(\{#[\w.-]+\})\s*$/,
      (_whole, heading: string, anchor: string) => `${heading}${drop(anchor)}`,
    )
    .replace(/^(#{1,6}\s+)\*\*([^*]+)\*\*\s*$/, '$1$2')
    .replace(/\[name=([^\]]+)\]/g, (_whole, name: string) => `${drop('name')}(${name})`)
    .replace(/(\[(?:time|color)=[^\]]*\]) ?/g, (_whole, mark: string) => drop(mark))
    .replace(/(?<![+\w])\+\+(?=\S)([^+\n]+?)(?<=\S)\+\+(?![+\w])/g, '$1')
    .replace(/[\u200b\u2060\ufeff]/g, '');
}

/** A line as it goes on in a note; nothing where all of it is dropped. */
function takeOverLine(
  line: string,
  unshown: ReadonlySet<string>,
  dropped: string[],
): string | undefined {
  const told = editorLine(line);
  if (told !== undefined) {
    dropped.push(told);
    return undefined;
  }
  const address = embeddedAddress(line);
  if (address !== undefined) {
    dropped.push(line.trim());
    return address;
  }
  const container = /^\s*:{3,}\s*(?<kind>[a-z]*)\s*(?<title>.*)$/i.exec(line)?.groups;
  if (container !== undefined) {
    dropped.push(`:::${container['kind'] ?? ''}`);
    const title = container['title']?.trim() ?? '';
    return title === '' ? '' : `**${title}**`;
  }
  const plain = boldHighlights(withDirectAddresses(withoutNeedlessEscapes(line)));
  return withoutEditorMarks(plain, unshown, dropped);
}

/** The front matter of a note as far as it is taken over, empty where nothing of it is; and what stands below it. */
function takeOverFrontMatter(text: string, dropped: string[]): { front: string; rest: string } {
  const found =
    /^---[ \t]*\n(?<yaml>(?:[ \t]*[\w-]+[ \t]*:.*\n|[ \t]+.*\n|-[ \t].*\n|#.*\n)*)---[ \t]*(?:\n|$)/.exec(
      text,
    );
  if (found === null) return { front: '', rest: text };
  const rest = text.slice(found[0].length);
  const yaml = found.groups?.['yaml']?.trimEnd() ?? '';
  return { front: withoutEditorKeys(withoutRepeatedTitle(yaml, rest, dropped), dropped), rest };
}

/**
 * Takes over Markdown as HackMD, HedgeDoc and Google Docs write it: marks that only their editor
 * knows go, what they hold stays. Code is left as it is.
 */
export function takeOverMarkdown(source: string): Takeover {
  const dropped: string[] = [];
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { front, rest } = takeOverFrontMatter(text, dropped);
  const written = rest.split('\n');
  const code = fencedLines(written);
  const unshown = unshownLabels(text);
  const lines: string[] = [];
  for (const [index, line] of written.entries()) {
    if (code.has(index)) {
      lines.push(line);
      continue;
    }
    const taken = takeOverLine(line, unshown, dropped);
    if (taken === undefined) continue;
    // Two spaces at the end of a line break it; others do nothing.
    const ended = /\S {2}$/.test(taken) ? taken : taken.trimEnd();
    // Where a mark of the editor went, two empty lines would meet.
    if (ended === '' && lines.at(-1) === '') continue;
    lines.push(ended);
  }
  const body = markBullets(breakChatLines(lines)).join('\n').trim();
  return { markdown: `${front}${body}\n`, dropped };
}
