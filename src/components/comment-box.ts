import { copyText } from './copy-text.ts';

/** Gives the field of a CommentBox its button. */
class CommentBox extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('textarea')!;
    const button = this.querySelector('button')!;
    const status = this.querySelector('[role=status]')!;
    button.hidden = false;
    button.onclick = () => copyText(field.value, status, () => field);
  }
}

customElements.define('comment-box', CommentBox);
