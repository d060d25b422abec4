const kept = 'search-key';

/**
 * Whether the key `/` opens the search. Its reader may switch it off (WCAG 2.1.4): what is said to a machine, or
 * pressed by a shaking hand, holds keys that nobody meant. Nothing where the browser keeps no such choice: there
 * it opens nothing.
 */
export function keyOpens(): boolean | undefined {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return undefined;
  }
}

/** The sign beside the link to the search: of the key, if it opens it. */
export const keySign = (): string => (keyOpens() ? '/' : '');

/** Switches the key on or off in this browser, on every page. */
export function switchKey(opens: boolean): void {
  try {
    if (opens) localStorage.removeItem(kept);
    else localStorage.setItem(kept, 'off');
  } catch {
    // It stays as it was.
  }
  document.querySelector('.search-link kbd')!.textContent = keySign();
}
