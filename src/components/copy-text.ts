/**
 * Copies a text and says so in `status`. Where the browser gives no permission, or has no clipboard, as on a page that
 * did not come over a safe connection, `fieldOf` gives a field that holds the text, which is then ready to be copied.
 */
export async function copyText(
  text: string,
  status: Element,
  fieldOf: () => HTMLTextAreaElement,
): Promise<void> {
  // What is said a second time is heard only where it was away.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'Copied';
  } catch {
    const field = fieldOf();
    // Not every browser takes the focus to what is selected.
    field.focus();
    field.select();
    status.textContent = 'Press Ctrl+C, or Cmd+C on a Mac, to copy.';
  }
}
