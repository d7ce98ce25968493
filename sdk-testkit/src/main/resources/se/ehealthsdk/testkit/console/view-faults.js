// What is to go wrong: the faults that wait, new ones, services that are down.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {live} from "/lib/lit-html/directives/live.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, post, remove, Resource, url} from "./api.js";
import {on, onChange} from "./events.js";
import {announce, drawn, throttled, update} from "./page.js";
import {badge, field, loading, problemBox} from "./parts.js";
import {show} from "./show.js";
import {label, t, told} from "./words.js";

const list = new Resource(() => get(url("faults")));
const kinds = new Resource(() => get(url("faults", "kinds")));

const empty = () => ({service: "", kind: "", settings: {}, contract: "", caller: "", logicalAddress: "", times: "1", after: "", from: "", until: "", probability: ""});

let draft = empty();
let problem = null;
let refused = null;
let here = false;

const load = () => list.load().then(() => update());
const loadSoon = throttled(500, () => here && load());
onChange(["faults"], loadSoon);
on("exchange", loadSoon);

const rules = () => [...(list.value?.faults ?? []), ...off];
const catalogue = () => kinds.value?.kinds ?? [];
const offered = () => catalogue().filter((each) => each.service === draft.service);
const chosen = () => offered().find((each) => each.kind === draft.kind);

// those that are switched off: the services no longer know of them, and get them back as they were
let off = [];

const again = ({service, kind, settings, contract, caller, logicalAddress, condition}) => ({service, kind, settings, contract, caller, logicalAddress, condition});

async function flip(each) {
  if (each.off) {
    await post(url("faults"), again(each));
    off = off.filter((one) => one !== each);
  } else {
    await remove(url("faults", each.id));
    off = [...off, {...each, id: "off-" + each.id, off: true}];
  }
}

async function drop(each) {
  if (each.off) off = off.filter((one) => one !== each);
  else await remove(url("faults", each.id));
}

async function clear() {
  off = [];
  await remove(url("faults"));
}

async function attempt(what, words) {
  try {
    await what();
    refused = null;
    announce(words);
  } catch (failure) {
    refused = failure;
  }
  load();
}

const id = (name) => "fault-" + name;

function body() {
  const told = {service: draft.service, kind: draft.kind, settings: {}};
  for (const each of chosen()?.settings ?? []) {
    const value = draft.settings[each.name];
    if (value !== undefined && value !== "") told.settings[each.name] = value;
  }
  for (const name of ["contract", "caller", "logicalAddress"]) if (draft[name]) told[name] = draft[name].trim();
  const condition = {};
  for (const name of ["times", "after", "probability"]) if (draft[name] !== "") condition[name] = number(draft[name]);
  for (const name of ["from", "until"]) if (draft[name]) condition[name] = new Date(draft[name]).toISOString();
  return {...told, condition};
}

/** What is no number goes as it is: the API says what is wrong with it. */
const number = (text) => (/^-?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : text);

async function add(event) {
  event.preventDefault();
  try {
    await post(url("faults"), body());
    problem = null;
    draft = {...empty(), service: draft.service, kind: draft.kind};
    announce(t("faults.added"));
    load();
  } catch (failure) {
    problem = failure;
    problem.fields.forEach((each) => (each.id = id((each.field ?? "").replace(/^settings\./, "setting-").replace(/^condition\./, ""))));
    await drawn();
    document.querySelector("#new-fault [aria-invalid=true]")?.focus();
  }
}

const error = (name) => problem?.fields?.find((each) => each.id === id(name));

const text = (name, words, hint, more = {}) =>
  field({
    id: id(name),
    name: words,
    hint,
    error: error(name),
    control: ({describedBy, invalid}) =>
      html`<input id=${id(name)} type=${more.type ?? "text"} inputmode=${more.mode ?? nothing} step=${more.type ? "1" : nothing} autocomplete="off" spellcheck="false" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${draft[name]} @input=${(event) => (draft[name] = event.target.value)}>`,
  });

const setting = (each) =>
  field({
    id: id("setting-" + each.name),
    name: each.name + (each.required ? " *" : ""),
    hint: told(each.text) + (each.standard ? " " + t("faults.standard", {value: each.standard}) : ""),
    error: error("setting-" + each.name),
    control: ({describedBy, invalid}) =>
      each.choices?.length
        ? html`<select id=${id("setting-" + each.name)} aria-describedby=${describedBy} aria-invalid=${invalid} @change=${(event) => (draft.settings[each.name] = event.target.value)}>${options([["", "–"], ...each.choices.map((one) => [one, one])], draft.settings[each.name] ?? "")}</select>`
        : html`<input id=${id("setting-" + each.name)} autocomplete="off" spellcheck="false" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${draft.settings[each.name] ?? ""} @input=${(event) => (draft.settings[each.name] = event.target.value)}>`,
  });

const options = (all, now) => all.map(([value, words]) => html`<option value=${value} ?selected=${now === value}>${words}</option>`);

const serviceNames = () => [...new Set(catalogue().map((each) => each.service))];

function choose(name, value) {
  draft[name] = value;
  if (name === "service") draft.kind = offered()[0]?.kind ?? "";
  draft.settings = {};
  update();
}

const addForm = () => html`
  <form id="new-fault" novalidate aria-labelledby="new-fault-heading" @submit=${add}>
    <h2 id="new-fault-heading">${t("faults.new")}</h2>
    ${problemBox(problem)}
    <div class="form">
      <div class="field"><label for="fault-service">${t("faults.service")}</label>
        <select id="fault-service" @change=${(event) => choose("service", event.target.value)}>${options(serviceNames().map((each) => [each, label("service", each)]), draft.service)}</select></div>
      <div class="field"><label for="fault-kind">${t("faults.kind")}</label>
        <select id="fault-kind" aria-describedby="fault-kind-hint" @change=${(event) => choose("kind", event.target.value)}>${options(offered().map((each) => [each.kind, each.kind]), draft.kind)}</select>
        <span class="hint" id="fault-kind-hint">${told(chosen()?.text)}</span></div>
      ${(chosen()?.settings ?? []).map(setting)}
      ${text("times", t("faults.times"), t("faults.times.hint"), {mode: "numeric"})}
      ${text("after", t("faults.after"), t("faults.after.hint"), {mode: "numeric"})}
      ${text("contract", t("exchanges.contract"), t("faults.contract.hint"))}
      ${text("caller", t("exchanges.caller"), t("form.hsaId"))}
      ${text("logicalAddress", t("message.address"), "")}
      ${text("from", t("faults.from"), t("faults.zone"), {type: "datetime-local"})}
      ${text("until", t("faults.until"), t("faults.zone"), {type: "datetime-local"})}
      ${text("probability", t("faults.probability"), t("faults.probability.hint"), {mode: "decimal"})}
    </div>
    <button class="primary">${t("faults.add")}</button>
  </form>`;

const where = (each) =>
  [each.contract, each.caller, each.logicalAddress].filter(Boolean).join(", ") || t("faults.everywhere");

function state(each) {
  if (each.spent) return badge("still", t("faults.spent"));
  if (each.off) return badge("still", t("faults.off"));
  return badge("warn", t("faults.waits"));
}

const settingsOf = (each) => Object.entries(each.settings ?? {}).map(([name, value]) => name + " " + value).join(", ");

const row = (each) => html`
  <tr>
    <th scope="row">${show(each.kind)} ${settingsOf(each) ? html`<br><span class="small">${show(settingsOf(each))}</span>` : nothing}</th>
    <td>${label("service", each.service)}</td>
    <td>${show(where(each))}</td>
    <td class="number">${each.met}${each.condition.times ? " / " + each.condition.times : ""}</td>
    <td>${state(each)}</td>
    <td class="actions">
      ${each.spent ? nothing : html`<label class="switch"><input type="checkbox" .checked=${live(!each.off)} @change=${() => attempt(() => flip(each), t(each.off ? "faults.waits" : "faults.off"))}>${t("faults.on")}<span class="hidden-visually"> ${each.kind}</span></label>`}
      <button type="button" @click=${() => attempt(() => drop(each), t("deleted"))}>${t("faults.remove")}<span class="hidden-visually"> ${each.kind}</span></button>
    </td>
  </tr>`;

const table = () => html`
  <div class="scroll" role="region" tabindex="0" aria-label=${t("faults.active")}>
    <table id="faults">
      <caption>${t("faults.active")}</caption>
      <thead><tr><th scope="col">${t("faults.kind")}</th><th scope="col">${t("faults.service")}</th><th scope="col">${t("faults.where")}</th><th scope="col" class="number">${t("faults.met")}</th><th scope="col">${t("faults.state")}</th><th scope="col">${t("actions")}</th></tr></thead>
      <tbody>${repeat(rules(), (each) => each.id, row)}</tbody>
    </table>
    ${list.value && !rules().length ? html`<p class="empty muted">${t("faults.none")}</p>` : nothing}
  </div>
  ${rules().length ? html`<p><button type="button" @click=${() => attempt(clear, t("faults.cleared"))}>${t("faults.clear")}</button></p>` : nothing}`;

export const faults = {
  name: () => t("faults.name"),
  title: () => t("faults.name"),

  open() {
    here = true;
    problem = null;
    load();
    kinds.load().then(() => {
      if (!draft.service) choose("service", serviceNames()[0] ?? "");
      update();
    });
  },

  close() {
    here = false;
  },

  render: () => html`<p>${t("faults.about")}</p>${problemBox(refused)} ${problemBox(list.problem)} ${loading(list)} ${table()} ${addForm()}`,
};
