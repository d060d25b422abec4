/*
 * Goes through the themes at every press; `system` is remembered by remembering nothing. Where storage
 * is switched off, the choice lasts for the page.
 */
const next: Record<string, string> = { system: 'light', light: 'dark' };
const { dataset } = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('.theme-control');

if (button) {
  let theme = dataset['theme'] ?? 'system';
  const show = (): void => {
    button.title = button.ariaLabel = `Theme: ${theme}`;
  };
  button.onclick = () => {
    theme = next[theme] ?? 'system';
    try {
      if (theme === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Nothing is lost but the memory of it.
    }
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    show();
  };
  show();
  button.hidden = false;
}
