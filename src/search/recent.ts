const key = 'recent-searches';
const most = 6;

/** The latest searches made in this browser, newest first; none where storage is refused. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((entry): entry is string => typeof entry === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

/** Remembers a search, in this browser only. */
export function addRecent(typed: string): void {
  const query = typed.trim();
  if (query === '') return;
  const others = readRecent().filter((entry) => entry !== query);
  try {
    localStorage.setItem(key, JSON.stringify([query, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing offers nothing.
  }
}

/** Forgets them all. */
export function clearRecent(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}
