import type { APIRoute, GetStaticPaths } from 'astro';
import type { ReferenceThread } from '../../../../../archive/archive.ts';
import { getArchive, paths } from '../../../../../site/archive.ts';
import { redirectPage } from '../../../../../site/redirect-page.ts';
import { referenceTitle } from '../../../../../site/reference-row.ts';

// The address of the other kind, which GitHub knows for every number, leads to the page.
export const getStaticPaths = (async () => {
  const { references } = await getArchive();
  return references
    .filter(({ hasPage }) => hasPage)
    .map((thread) => {
      const { owner, repo, number } = thread.reference;
      const kind = thread.kind === 'pull' ? 'issues' : 'pull';
      return { params: { owner, repo, kind, number: String(number) }, props: { thread } };
    });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ thread: ReferenceThread }> = ({ props: { thread }, site }) => {
  const to = paths.reference(thread.reference, thread.kind);
  const page = { to, address: new URL(to, site).href, name: referenceTitle(thread) };
  return new Response(redirectPage(page), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
};
