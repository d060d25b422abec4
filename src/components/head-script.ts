/**
 * Script for the head of every page, in two parts. The first sets the theme that the reader chose before
 * anything is painted. The second marks the page as `data-new` until its first paint, during which the
 * style leaves out what is far down. Only where a page opens at its top: places further down, and those that
 * the browser goes back to, are found by heights that must be true from the start. It lasts no longer, as
 * what is left out is also missing for screen readers and, in Safari before version 26, from finding in the
 * page. A string, because it must stand in the page as it is and be allowed by its hash.
 */
export const headScript =
  "{let d=document.documentElement.dataset;try{let t=localStorage.getItem('theme');if(t==='light'||t==='dark')d.theme=t}catch{}" +
  "if(!location.hash&&performance.getEntriesByType('navigation')[0]?.type==='navigate'){d.new='';" +
  "addEventListener('DOMContentLoaded',()=>requestAnimationFrame(()=>setTimeout(()=>delete d.new)))}}";
