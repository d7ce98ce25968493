// The page as the modules see it: draw again, say something to a screen reader, move the focus.

let draw = () => {};
let waiting = false;
let after = [];

/** Called once by the frame. */
export function drawWith(how) {
  draw = how;
}

/** Draws again, once for all that ask before the browser's next frame. */
export function update(then) {
  if (then) after.push(then);
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
    const due = after;
    after = [];
    due.forEach((each) => each());
  });
}

/** Draws again and waits until it is done. */
export const drawn = () => new Promise((done) => update(done));

function say(id, text) {
  const region = document.getElementById(id);
  if (!region) return;
  region.textContent = "";
  // a text that was there before is said again
  setTimeout(() => (region.textContent = text), 50);
}

/** Said when the reader has finished what it is saying. */
export const announce = (text) => say("polite", text);

/** Said at once. */
export const alertNow = (text) => say("assertive", text);

/** Moves the focus, once what it goes to is drawn. */
export function focus(selector) {
  update(() => document.querySelector(selector)?.focus());
}

/** At most once in so many milliseconds, and a last time for what came in between. */
export function throttled(milliseconds, action) {
  let timer = 0;
  let last = 0;
  return () => {
    if (timer) return;
    const wait = Math.max(0, last + milliseconds - Date.now());
    timer = setTimeout(() => {
      timer = 0;
      last = Date.now();
      action();
    }, wait);
  };
}
