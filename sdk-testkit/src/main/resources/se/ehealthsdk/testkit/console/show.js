// How values are shown: numbers hidden, and what cannot be seen made visible, since it changes what the reader believes to see.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {masked} from "./mask.js";
import {locale, t} from "./words.js";

// controls, soft hyphen, marks and overrides of direction, zero-width characters, byte order mark, tags
const unseen = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}])/u;

/** A value as text, whatever it holds. */
export function show(value) {
  if (value === null || value === undefined || value === "") return nothing;
  const text = masked(String(value));
  if (!unseen.test(text)) return html`<bdi>${text}</bdi>`;
  return html`<bdi>${text.split(unseen).map((each) => (unseen.test(each) ? code(each) : each))}</bdi>`;
}

const code = (character) =>
  html`<span class="unseen" title=${t("show.unseen")}>U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}</span>`;

const zone = "Europe/Stockholm";
const formats = new Map();

function format(kind, options) {
  const key = locale() + kind;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), {timeZone: zone, ...options}));
  return formats.get(key);
}

/** A moment in Swedish local time. */
export function moment(instant, seconds = true) {
  if (!instant) return nothing;
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return show(instant);
  const text = format(seconds ? "second" : "minute", {dateStyle: "short", timeStyle: seconds ? "medium" : "short"}).format(at);
  return html`<time datetime=${at.toISOString()}>${text}</time>`;
}

/** The time of the day, with milliseconds. */
export function timeOfDay(instant) {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return show(instant);
  const text = format("day", {hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3}).format(at);
  return html`<time datetime=${at.toISOString()}>${text}</time>`;
}

const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** How long it is to a moment, or since: "in 3 hours". */
export function relative(instant, now) {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each * (each === 86_400 ? 2 : 1)) ?? steps[3];
  return new Intl.RelativeTimeFormat(locale(), {numeric: "auto"}).format(Math.trunc(seconds / size), unit);
}

export const took = (milliseconds) => new Intl.NumberFormat(locale(), {maximumFractionDigits: milliseconds < 10 ? 1 : 0}).format(milliseconds) + " ms";

export const number = (value) => new Intl.NumberFormat(locale()).format(value ?? 0);
