// The exchanges as they happen, the newest first, and one of them in full.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, remove, Resource, url} from "./api.js";
import {confirm} from "./dialogs.js";
import {on, onChange} from "./events.js";
import {message} from "./view-message.js";
import {announce, throttled, update} from "./page.js";
import {badge, loading, outcome, problemBox} from "./parts.js";
import {show, timeOfDay, took} from "./show.js";
import {label, plural, t, told} from "./words.js";

const page = 100;
const most = 500;

const filter = {contract: "", caller: "", outcome: "", rule: "", text: ""};
const outcomes = ["answered", "producer-fault", "refused", "fault-injected"];

let shown = page;
let paused = false;
let missed = 0;
let unsaid = 0;
let opened = null;
let query = 0;

const list = new Resource(() => get(url("exchanges"), {...filter, limit: shown}));
const rules = new Resource(() => get(url("rules")));
const counts = new Resource(() => get(url("findings")));

const load = () => list.load().then(() => update());
const loadSoon = throttled(500, load);
const countSoon = throttled(2000, () => counts.load().then(() => update()));
const saySoon = throttled(5000, () => {
  if (unsaid && here && !opened) announce(plural("exchanges.arrived", unsaid));
  unsaid = 0;
});

let here = false;

on("exchange", () => {
  missed++;
  if (!here || opened) return;
  if (paused) {
    update();
    return;
  }
  unsaid++;
  saySoon();
  loadSoon();
  countSoon();
});
onChange(["exchanges"], () => here && !paused && loadSoon());

const items = () => list.value?.exchanges ?? [];

function change(name, value) {
  filter[name] = value;
  shown = page;
  const mine = ++query;
  // not at every key that is pressed
  setTimeout(() => {
    if (mine === query) load().then(() => announce(plural("exchanges.found", items().length)));
  }, 250);
}

function clear() {
  Object.keys(filter).forEach((each) => (filter[each] = ""));
  load().then(() => announce(plural("exchanges.found", items().length)));
  update();
}

function pause() {
  paused = !paused;
  missed = 0;
  announce(t(paused ? "exchanges.paused" : "exchanges.resumed"));
  if (paused) update();
  else load();
}

async function empty() {
  const sure = await confirm({title: t("exchanges.empty"), text: t("exchanges.empty.sure"), action: t("exchanges.empty")});
  if (!sure) return;
  await remove(url("exchanges"));
  await load();
  announce(t("exchanges.emptied"));
}

const text = (name, key) => html`
  <div class="field"><label for="filter-${name}">${t(key)}</label>
    <input id="filter-${name}" type="search" autocomplete="off" spellcheck="false" ?data-filter=${name === "text"} .value=${filter[name]} @input=${(event) => change(name, event.target.value)}></div>`;

const choice = (name, key, options) => html`
  <div class="field"><label for="filter-${name}">${t(key)}</label>
    <select id="filter-${name}" @change=${(event) => change(name, event.target.value)}>
      <option value="" ?selected=${!filter[name]}>${t("all")}</option>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${filter[name] === value}>${words}</option>`)}
    </select></div>`;

const broken = () => Object.fromEntries((counts.value?.counts ?? []).map((each) => [each.rule.id, each.count]));

function ruleChoices() {
  const found = broken();
  return (rules.value?.rules ?? [])
    .filter((each) => found[each.id] || filter.rule === each.id)
    .map((each) => [each.id, told(each.title) + " (" + (found[each.id] ?? 0) + ")"]);
}

const filters = () => html`
  <form class="bar" role="search" aria-label=${t("exchanges.filters")} @submit=${(event) => (event.preventDefault(), load())}>
    ${text("text", "exchanges.text")} ${text("contract", "exchanges.contract")} ${text("caller", "exchanges.caller")}
    ${choice("outcome", "exchanges.outcome", outcomes.map((each) => [each, label("outcome", each)]))}
    ${choice("rule", "exchanges.findings", [["any", t("exchanges.any")], ...ruleChoices()])}
    <button type="button" @click=${clear}>${t("exchanges.clear")}</button>
  </form>`;

function found(each) {
  const findings = each.findings ?? [];
  if (!findings.length) return html`<span class="muted">–<span class="hidden-visually">${t("none")}</span></span>`;
  const worst = findings.some((one) => one.severity === "refused") ? "danger" : findings.some((one) => one.severity === "wrong") ? "warn" : "still";
  return badge(worst, html`${findings.length}<span class="spare"> ${plural("exchanges.findingsOf", findings.length)}</span>`);
}

const contract = (each) => each.contractName ?? each.contract ?? t("unknown");

const row = (each) => html`
  <tr>
    <th scope="row" class="number"><a id="exchange-${each.number}" href="#/exchanges/${each.number}">${each.number}<span class="hidden-visually"> ${contract(each)}</span></a></th>
    <td class="time spare">${timeOfDay(each.at)}</td>
    <td title=${each.contract ?? ""}>${show(contract(each))}</td>
    <td class="spare">${show(each.caller)}</td>
    <td>${outcome(each.outcome)} ${each.fault ? html`<span class="small">${show(each.fault)}</span>` : nothing}</td>
    <td class="number spare">${each.status}</td>
    <td>${found(each)}</td>
    <td class="number spare">${took(each.tookMillis)}</td>
  </tr>`;

const links = () => [...document.querySelectorAll("#exchanges tbody th a")];

/** The focus goes up or down one row. */
function step(by) {
  const all = links();
  const at = all.indexOf(document.activeElement);
  (all[at < 0 ? 0 : at + by] ?? all.at(by > 0 ? -1 : 0))?.focus();
}

function arrows(event) {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  step(by);
}

const listView = () => html`
  ${filters()}
  <div class="bar">
    <button type="button" aria-pressed=${paused} @click=${pause}>${t("exchanges.pause")}</button>
    ${paused ? html`<span>${plural("exchanges.waiting", missed)}</span>` : nothing}
    <button type="button" class="push" @click=${empty}>${t("exchanges.empty")}</button>
  </div>
  ${problemBox(list.problem)} ${loading(list)}
  <div class="scroll" role="region" tabindex="0" aria-label=${t("exchanges.table")} @keydown=${arrows}>
    <table id="exchanges">
      <caption>${t("exchanges.caption", {count: items().length, total: list.value?.total ?? items().length})}</caption>
      <thead><tr>
        <th scope="col" class="number">${t("exchanges.number")}</th>
        <th scope="col" class="spare">${t("exchanges.at")}</th>
        <th scope="col">${t("exchanges.contract")}</th>
        <th scope="col" class="spare">${t("exchanges.caller")}</th>
        <th scope="col">${t("exchanges.outcome")}</th>
        <th scope="col" class="number spare">${t("exchanges.status")}</th>
        <th scope="col">${t("exchanges.findings")}</th>
        <th scope="col" class="number spare">${t("exchanges.took")}</th>
      </tr></thead>
      <tbody>${repeat(items(), (each) => each.number, row)}</tbody>
    </table>
    ${list.value && !items().length ? html`<p class="empty muted">${t("exchanges.none")}</p>` : nothing}
  </div>
  ${items().length >= shown && shown < most ? html`<button type="button" @click=${() => ((shown += page), load())}>${t("exchanges.more")}</button>` : nothing}`;

export const exchanges = {
  name: () => t("exchanges.name"),
  title: (place) => (place.parts[0] ? t("message.title", {number: place.parts[0]}) : t("exchanges.name")),

  open(place) {
    here = true;
    const before = opened;
    opened = place.parts[0] ?? null;
    if (opened) {
      message.open(opened);
      return;
    }
    for (const [name, value] of place.query) if (Object.hasOwn(filter, name)) filter[name] = value;
    this.last = before;
    if (!paused) load();
    rules.load().then(() => update());
    countSoon();
  },

  close() {
    here = false;
    opened = null;
  },

  /** Back from a message, the focus is where it was. */
  focused() {
    const link = opened || !this.last ? null : document.getElementById("exchange-" + this.last);
    link?.focus();
    return Boolean(link);
  },

  escape(place) {
    if (place.parts[0]) location.hash = "#/exchanges";
  },

  keys(key, place) {
    if (place.parts[0]) return message.keys(key);
    if (key === "j") return () => step(1);
    if (key === "k") return () => step(-1);
    if (key === "p") return pause;
    return null;
  },

  render: (place) => (place.parts[0] ? message.render() : listView()),
};
