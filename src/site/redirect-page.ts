import { escapeHtml } from '../archive/text/printed.ts';

/**
 * A whole page that leads on to another one at once, also without script, and is kept out of search
 * engines. It has no frame and no style: an archive has as many of them as it has references.
 */
export function redirectPage(page: { to: string; address: string; name: string }): string {
  const to = escapeHtml(page.to);
  const name = escapeHtml(page.name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${name}</title>
<link rel="canonical" href="${escapeHtml(page.address)}">
<meta http-equiv="refresh" content="0; url=${to}">
</head>
<body>
<p>See <a href="${to}">${name}</a>.</p>
</body>
</html>
`;
}
