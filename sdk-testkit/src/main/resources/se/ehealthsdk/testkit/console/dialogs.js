// One dialog at a time: the browser's own, which keeps the focus and gives it back.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {update} from "./page.js";
import {t} from "./words.js";

let open = null;

/** Opens; `title` and `body` are functions, drawn anew each time. The promise ends with what `close` is given. */
export function openDialog({title, body}) {
  open?.done(undefined);
  return new Promise((done) => {
    open = {title, body, done, answer: undefined};
    const opened = open;
    update(() => {
      const element = document.getElementById("dialog");
      if (open === opened && element && !element.open) element.showModal();
    });
  });
}

/** Closes, and answers whoever opened. */
export function closeDialog(answer) {
  if (!open) return;
  open.answer = answer;
  document.getElementById("dialog")?.close();
}

function closed() {
  const ended = open;
  open = null;
  ended?.done(ended.answer);
  update();
}

/** Yes or no, before something that cannot be taken back. */
export async function confirm({title, text, action}) {
  const answer = await openDialog({
    title: () => title,
    body: () => html`
      <p>${text}</p>
      <div class="buttons">
        <button type="button" autofocus @click=${() => closeDialog(false)}>${t("cancel")}</button>
        <button type="button" class="danger" @click=${() => closeDialog(true)}>${action}</button>
      </div>`,
  });
  return answer === true;
}

export const isOpen = () => open !== null;

export const dialog = () => html`
  <dialog id="dialog" aria-labelledby="dialog-title" @close=${closed}>
    ${open ? html`<h2 id="dialog-title" tabindex="-1">${open.title()}</h2>${open.body()}` : nothing}
  </dialog>`;
