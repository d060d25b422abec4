/** Gives the field of a CommentBox its button. */
class CommentBox extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('textarea');
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    if (field === null || button === null || status === null) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      const say = (text: string): void => void (status.textContent = text);
      // Absent where the page is not served over a safe connection.
      const clipboard = navigator.clipboard as Clipboard | undefined;
      const copied = clipboard?.writeText(field.value) ?? Promise.reject(new Error('no clipboard'));
      copied.then(
        () => say('Copied'),
        () => {
          field.focus();
          field.select();
          say('Selected: copy it with Ctrl+C or ⌘C');
        },
      );
    });
  }
}

customElements.define('comment-box', CommentBox);
