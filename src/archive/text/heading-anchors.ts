import GithubSlugger from 'github-slugger';

/** The anchors that GitHub gives the headings of a document, by what they say and in their order. */
export function anchorsOfHeadings(texts: readonly string[]): string[] {
  const slugger = new GithubSlugger();
  return texts.map((text) => slugger.slug(text));
}
