/*
 * Goes through the themes at every press; `system` is remembered by remembering nothing. Where storage
 * is switched off, the choice lasts for the page.
 */
const themes = ['system', 'light', 'dark'];
const { dataset } = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('.theme-control');

if (button) {
  let theme = dataset['theme'] ?? 'system';
  const show = (): void => {
    button.title = button.ariaLabel = `Theme: ${theme}`;
  };
  button.onclick = () => {
    theme = themes[(themes.indexOf(theme) + 1) % 3] ?? 'system';
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
