// Pieces that several views are made of.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {show} from "./show.js";
import {label, t} from "./words.js";

const signs = {ok: "✓", warn: "!", danger: "✕", still: "–"};

/** A state in words and with a sign, so that its colour is no more than an extra. */
export const badge = (kind, text) => html`<span class="badge ${kind}"><span aria-hidden="true">${signs[kind] ?? ""}</span>${text}</span>`;

const severities = {refused: "danger", wrong: "warn", advice: "still"};

export const severity = (code) => badge(severities[code] ?? "still", label("severity", code));

const outcomes = {answered: "ok", "producer-fault": "warn", refused: "danger", "fault-injected": "warn"};

export const outcome = (code) => badge(outcomes[code] ?? "still", label("outcome", code));

/** A refusal, with the fields that it is about. */
export const problemBox = (problem, links = true) =>
  problem
    ? html`<div class="box danger" role="alert">
        <p><strong>${show(problem.title ?? t("problem.title"))}</strong>${problem.detail ? html` ${show(problem.detail)}` : nothing}</p>
        ${problem.fields?.length
          ? html`<ul>
              ${problem.fields.map(
                (each) => html`<li>${links && each.id ? html`<a href=${"#" + each.id} @click=${jump}>${show(each.field)}</a>` : show(each.field)}: ${wrong(each)}</li>`,
              )}
            </ul>`
          : nothing}
      </div>`
    : nothing;

/** The focus goes to the field; the address stays the view's. */
function jump(event) {
  event.preventDefault();
  document.getElementById(event.currentTarget.getAttribute("href").slice(1))?.focus();
}

/** What is wrong with a field, and what would be right. */
export const wrong = (each) => html`${each.line ? html`${t("problem.line", {line: each.line})}: ` : nothing}${show(each.problem)}${each.expected ? html`. ${t("problem.expected")} ${show(each.expected)}` : nothing}`;

/** Lines with their numbers, as `linesOf` gives them. */
export const codeLines = (lines, name) => html`
  <ol class="code" role="list" aria-label=${name}>
    ${lines.map((each, index) => html`<li><span class="no" aria-hidden="true">${index + 1}</span><span class="text">${coloured(each)}</span></li>`)}
  </ol>`;

export const coloured = (line) => line.parts.map((each) => (each.kind === "text" ? show(each.text) : html`<span class=${each.kind}>${show(each.text)}</span>`));

/** Text that is no XML, as lines. */
export const plainLines = (text, name) => codeLines(text.split("\n").map((each) => ({parts: [{kind: "text", text: each}]})), name);

/** Names and values; what has no value is left out. */
export const facts = (pairs) => html`
  <dl class="facts">
    ${pairs.filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== nothing).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
  </dl>`;

/** An input with its label, hint and error. */
export const field = ({id, name, hint, error, control, whole}) => html`
  <div class="field ${whole ? "whole" : ""}">
    <label for=${id}>${name}</label>
    ${control(described(id, hint, error))}
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="error" id="${id}-error"><span aria-hidden="true">✕ </span>${wrong(error)}</span>` : nothing}
  </div>`;

const described = (id, hint, error) => ({
  describedBy: [hint && id + "-hint", error && id + "-error"].filter(Boolean).join(" ") || nothing,
  invalid: error ? "true" : nothing,
});

export const loading = (resource) => (resource.loading && resource.value === null ? html`<p class="muted">${t("loading")}</p>` : nothing);
