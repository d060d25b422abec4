/** What the control goes through, and what it says; `system` is remembered by remembering nothing. */
const choices = ['system', 'light', 'dark'] as const;
type Choice = (typeof choices)[number];

const isChoice = (value: string | undefined): value is Choice =>
  choices.some((choice) => choice === value);

/** Storage can be switched off; the choice then lasts for the page. */
function remember(choice: Choice): void {
  try {
    if (choice === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', choice);
  } catch {
    // Nothing is lost but the memory of it.
  }
}

const root = document.documentElement;

for (const button of document.querySelectorAll<HTMLButtonElement>('.theme-control')) {
  const show = (choice: Choice): void => {
    button.title = `Theme: ${choice}`;
    button.setAttribute('aria-label', button.title);
  };
  const chosen = root.dataset['theme'];
  let choice: Choice = isChoice(chosen) ? chosen : 'system';
  show(choice);
  button.hidden = false;
  button.addEventListener('click', () => {
    choice = choices[(choices.indexOf(choice) + 1) % choices.length] ?? 'system';
    if (choice === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
    remember(choice);
    show(choice);
  });
}
