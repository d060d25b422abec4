import type { AstroIntegration } from 'astro';

import { followContent, heldRefusal } from './held-content.ts';
import { refusalPage } from './refusal-page.ts';

type DevelopmentServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];

/** What a page says it shows, as soon as it can be told to load anew. */
const shownEvent = 'content:shown';

// A page learns from a header (W3C Server Timing) which content it shows, as whoever renders it need not know. What is
// shown in its place as long as content is refused is short, and a browser would keep the top of that as its place.
const script = `
const [page] = performance.getEntriesByType('navigation');
const shown = page?.serverTiming?.find(({ name }) => name === 'content')?.description;
if (shown) import.meta.hot?.send('${shownEvent}', shown);
const { readAt, ...state } = history.state ?? {};
if (readAt !== undefined) {
  history.replaceState(state, '');
  history.scrollRestoration = 'manual';
  scrollTo(0, readAt);
  addEventListener('pagehide', () => (history.scrollRestoration = 'auto'));
}
import.meta.hot?.on('vite:beforeFullReload', () => {
  history.replaceState({ ...history.state, readAt: scrollY }, '');
});
`;

/** Has Astro forget which pages there are: half a second before it would, had its collections changed. */
function forgetPages({ environments }: DevelopmentServer): void {
  for (const name of ['ssr', 'prerender'])
    environments[name]?.hot.send('astro:content-changed', {});
}

/** Has every open page load itself anew when other content is held, and what shows older content once it is heard. */
function reloadPages(server: DevelopmentServer): void {
  const { hot } = server.environments.client;
  const reload = { type: 'full-reload', path: '*' } as const;
  let version = 0;
  followContent(() => {
    version += 1;
    forgetPages(server);
    // Vite would keep it for the next page that is opened, which shows this content already.
    if (server.ws.clients.size > 0) hot.send(reload);
  });
  server.middlewares.use((_, response, next) => {
    response.setHeader('server-timing', `content;desc="${version}"`);
    next();
  });
  // What changed while a page was on its way to the browser was told to nobody.
  hot.on(shownEvent, (shown: string, client) => {
    if (shown !== String(version)) client.send(reload);
  });
}

/** Shows why the content is not accepted in place of every page, as long as it is not. */
function showRefusal({ middlewares }: DevelopmentServer): void {
  middlewares.use((request, response, next) => {
    const refusal = heldRefusal();
    const isPage = request.headers.accept?.includes('text/html') === true;
    if (refusal === undefined || !isPage) return next();
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    return response.end(refusalPage(refusal));
  });
}

/** Has browsers show, while developing, the content that was read last, or what is wrong with it. */
export function shownContent(): AstroIntegration {
  return {
    name: 'shown-content',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', script);
      },
      'astro:server:setup': ({ server }) => {
        reloadPages(server);
        showRefusal(server);
      },
    },
  };
}
