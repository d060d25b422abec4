/**
 * Script for the head of every page: sets the theme that the reader chose before anything is
 * painted. A string, because it must stand in the page as it is and be allowed by its hash.
 */
export const themeFirst =
  "try{let t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
