import { escapeHtml } from '../archive/text/printed.ts';

// Asks for itself until it is told something else: whoever looks on sees the page again once all is mended.
const script = `
const told = (page) => page.querySelector('pre')?.textContent;
const ask = async () => {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (told(page) !== told(document)) return location.reload();
  } catch {}
  setTimeout(ask, 500);
};
ask();
`;

/**
 * The page that stands in for every other while developing, as long as the content is not accepted:
 * what is wrong, as text. It goes away by itself once that is mended.
 */
export function refusalPage(message: string): string {
  const [title = '', ...rest] = message.split('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>body{margin:2rem auto;max-width:70rem;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
<script type="module">${script}</script>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<pre>${escapeHtml(rest.join('\n').trim())}</pre>
<p>This page goes away by itself when the files are mended and saved.</p>
</body>
</html>
`;
}
