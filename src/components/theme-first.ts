/**
 * Script for the head of every page: sets the theme that the reader chose before anything is
 * painted. A string, because it must stand in the page as it is and be allowed by its hash.
 */
export const themeFirst =
  "try{let t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

/** Its hash, as a content security policy names it; made once for all pages. */
export const themeFirstHash = crypto.subtle
  .digest('SHA-256', new TextEncoder().encode(themeFirst))
  .then((digest) => `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` as const);
