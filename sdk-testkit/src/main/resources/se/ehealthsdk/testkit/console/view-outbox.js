// Status updates that wait to be delivered to the vendor, and where they go.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {get, post, put, Resource, url} from "./api.js";
import {onChange} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {badge, field, loading, problemBox} from "./parts.js";
import {moment, show} from "./show.js";
import {label, plural, t} from "./words.js";

const list = new Resource(() => get(url("outbox")));

let problem = null;
let receiver = {unit: "", url: ""};
let attempts = null;
let here = false;

const load = () => list.load().then(() => update());
const loadSoon = throttled(500, () => here && load());
onChange(["outbox", "certificates", "discharge"], loadSoon);

const waiting = () => list.value?.pending ?? [];
/** All units first, then units with a receiver of their own. */
function receivers() {
  const told = list.value?.receivers ?? {};
  return [...(told.statusUpdates ? [{url: told.statusUpdates}] : []), ...(told.units ?? [])];
}

async function deliver(order) {
  try {
    attempts = (await post(url("outbox", "deliver"), {order}))?.attempts ?? [];
    problem = null;
    announce(plural("outbox.attempts", attempts.length));
  } catch (failure) {
    problem = failure;
  }
  load();
}

const others = () => (list.value?.receivers.units ?? []).filter((each) => each.unit !== receiver.unit);

async function save(event) {
  event.preventDefault();
  try {
    await put(url("outbox", "receivers"), receiver.unit ? {units: [...others(), {unit: receiver.unit, url: receiver.url}]} : {statusUpdates: receiver.url});
    problem = null;
    receiver = {unit: "", url: ""};
    announce(t("saved"));
  } catch (failure) {
    problem = failure;
    problem.fields.forEach((each) => (each.id = "receiver-" + (/unit$/.test(each.field) ? "unit" : "url")));
    update(() => document.querySelector("#receiver [aria-invalid=true]")?.focus());
  }
  load();
}

const error = (name) => problem?.fields?.find((each) => each.id === "receiver-" + name);

const input = (name, words, hint) =>
  field({
    id: "receiver-" + name,
    name: words,
    hint,
    error: error(name),
    control: ({describedBy, invalid}) =>
      html`<input id="receiver-${name}" autocomplete="off" spellcheck="false" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${receiver[name]} @input=${(event) => (receiver[name] = event.target.value)}>`,
  });

const ofCase = (each) => each.kind === "discharge-message";

const what = (each) => label(ofCase(each) ? "content" : "event", each.code);

const about = (each) =>
  ofCase(each)
    ? html`<a href="#/discharge/${encodeURIComponent(each.caseId)}">${show(each.caseId)}</a>`
    : html`<a href="#/certificates/${encodeURIComponent(each.certificateId)}">${show(each.certificateId)}</a>`;

const results = {delivered: "ok", retry: "warn", "given-up": "danger"};

export const outbox = {
  name: () => t("outbox.name"),
  title: () => t("outbox.name"),

  open() {
    here = true;
    problem = null;
    attempts = null;
    load();
  },

  close() {
    here = false;
  },

  render: () => html`
    <p>${t("outbox.about")}</p>
    ${problemBox(problem)} ${problemBox(list.problem)} ${loading(list)}
    <div class="bar">
      ${["in-order", "reversed", "doubled", "shuffled"].map((each) => html`<button type="button" @click=${() => deliver(each)}>${t("outbox.deliver." + each)}</button>`)}
    </div>
    ${attempts
      ? html`<section class="box"><h2>${plural("outbox.attempts", attempts.length)}</h2>
          <ul>${attempts.map((each) => html`<li>${badge(results[each.outcome] ?? "still", label("outbox.outcome", each.outcome))} ${what(each)} ${show(each.certificateId ?? each.messageId)} ${each.reason ? show(each.reason) : nothing}</li>`)}</ul></section>`
      : nothing}
    <div class="scroll" role="region" tabindex="0" aria-label=${t("outbox.waiting")}>
      <table>
        <caption>${plural("outbox.count", waiting().length)}</caption>
        <thead><tr><th scope="col">${t("outbox.event")}</th><th scope="col">${t("outbox.about.what")}</th><th scope="col">${t("log.unit")}</th><th scope="col">${t("outbox.happened")}</th></tr></thead>
        <tbody>
          ${waiting().map((each) => html`<tr><th scope="row">${what(each)}</th><td>${about(each)}</td><td>${show(each.unit)}</td><td class="time">${moment(each.at)}</td></tr>`)}
        </tbody>
      </table>
      ${list.value && !waiting().length ? html`<p class="empty muted">${t("outbox.none")}</p>` : nothing}
    </div>
    <h2>${t("outbox.receivers")}</h2>
    ${receivers().length ? html`<ul>${receivers().map((each) => html`<li>${each.unit ? show(each.unit) : t("outbox.allUnits")}: <code>${show(each.url)}</code></li>`)}</ul>` : html`<p>${t("outbox.noReceiver")}</p>`}
    <form id="receiver" class="form" novalidate @submit=${save}>
      ${input("url", t("outbox.url"), t("outbox.url.hint"))} ${input("unit", t("outbox.unit"), t("outbox.unit.hint"))}
      <div class="whole"><button>${t("save")}</button></div>
    </form>`,
};
