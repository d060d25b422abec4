import type { APIRoute, GetStaticPaths } from 'astro';

import type { Meeting } from '../../archive/meeting.ts';
import { getArchive } from '../../site/archive.ts';
import { readNoteSource } from '../../site/note-source.ts';

export const getStaticPaths = (async () => {
  const { meetings } = await getArchive();
  return meetings.map((meeting) => ({ params: { id: meeting.id }, props: { meeting } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ meeting: Meeting }> = ({ props }) =>
  new Response(readNoteSource(props.meeting), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
