// The access log: what was recorded, and who has read about whom.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, Resource, url} from "./api.js";
import {on} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {facts, loading, problemBox} from "./parts.js";
import {moment, number, show} from "./show.js";
import {label, plural, t} from "./words.js";

// what is looked for may be a personal identity number, so it is not in the address
const filter = {patient: "", user: "", unit: ""};

let table = "records";
let shown = 200;
let query = 0;
let here = false;

const list = new Resource(() => get(url("access-log"), {...filter, limit: 5000}));

const load = () => list.load().then(() => update());
const loadSoon = throttled(700, () => here && load());
on("access-log", loadSoon);
on("reset", loadSoon);

const items = () => list.value?.records ?? [];

function change(name, value) {
  filter[name] = value;
  const mine = ++query;
  setTimeout(() => mine === query && load().then(() => announce(plural("log.found", items().length))), 250);
}

const text = (name, first) => html`
  <div class="field"><label for="log-${name}">${t("log." + name)}</label>
    <input id="log-${name}" type="search" ?data-filter=${first} autocomplete="off" spellcheck="false" .value=${filter[name]} @input=${(event) => change(name, event.target.value)}></div>`;

function drill(user, patient) {
  filter.user = user;
  filter.patient = patient;
  load().then(() => announce(plural("log.found", items().length)));
  location.hash = "#/access-log";
}

const who = (each) => html`${show(each.userId)}${each.userName ? html`<br><span class="small">${show(each.userName)}</span>` : nothing}`;

const record = (each) => html`
  <tr>
    <th scope="row" class="number">${each.number}</th>
    <td class="time">${moment(each.at)}</td>
    <td>${who(each)}</td>
    <td>${(each.patients ?? []).map((one, index) => html`${index ? html`<br>` : nothing}${show(one.id)}${one.name ? html` <span class="small">${show(one.name)}</span>` : nothing}`)}</td>
    <td>${label("log.activity", each.activity)}<br><span class="small">${label("log.purpose", each.purpose)}</span></td>
    <td class="spare">${show(each.careUnit)}</td>
    <td class="spare">${show(each.system)}</td>
  </tr>`;

const records = () => html`
  <div class="scroll" role="region" tabindex="0" aria-label=${t("log.records")}>
    <table>
      <caption>${plural("log.found", items().length)}</caption>
      <thead><tr>
        <th scope="col" class="number">${t("log.number")}</th><th scope="col">${t("log.at")}</th><th scope="col">${t("log.user")}</th><th scope="col">${t("log.patient")}</th>
        <th scope="col">${t("log.what")}</th><th scope="col" class="spare">${t("log.unit")}</th><th scope="col" class="spare">${t("log.system")}</th>
      </tr></thead>
      <tbody>${repeat(items().slice(0, shown), (each) => each.number, record)}</tbody>
    </table>
    ${list.value && !items().length ? html`<p class="empty muted">${t("log.none")}</p>` : nothing}
  </div>
  ${items().length > shown ? html`<button type="button" @click=${() => ((shown += 200), update())}>${t("exchanges.more")}</button>` : nothing}`;

/** Users down, patients across, how often in between. */
function matrix() {
  const users = new Map();
  const patients = new Map();
  for (const each of items()) {
    const user = users.get(each.userId) ?? {id: each.userId, name: each.userName, counts: new Map()};
    users.set(each.userId, user);
    for (const patient of each.patients ?? []) {
      patients.set(patient.id, patient);
      user.counts.set(patient.id, (user.counts.get(patient.id) ?? 0) + 1);
    }
  }
  return {users: [...users.values()], patients: [...patients.values()]};
}

const widest = 30;

function whoReadsWhom() {
  const {users, patients} = matrix();
  if (!users.length) return html`<p class="muted">${t("log.none")}</p>`;
  const across = patients.slice(0, widest);
  return html`
    ${patients.length > widest ? html`<p>${t("log.widest", {shown: widest, count: patients.length})}</p>` : nothing}
    <div class="scroll" role="region" tabindex="0" aria-label=${t("log.matrix")}>
      <table>
        <caption>${t("log.matrix.caption")}</caption>
        <thead><tr><th scope="col">${t("log.user")}</th>${across.map((each) => html`<th scope="col">${show(each.id)}${each.name ? html`<br><span class="small">${show(each.name)}</span>` : nothing}</th>`)}</tr></thead>
        <tbody>
          ${users.map((user) => html`<tr><th scope="row">${show(user.id)}${user.name ? html`<br><span class="small">${show(user.name)}</span>` : nothing}</th>
            ${across.map((patient) => {
              const count = user.counts.get(patient.id);
              return html`<td class="number">${count ? html`<button type="button" class="link" @click=${() => drill(user.id, patient.id)}>${number(count)}<span class="hidden-visually"> ${t("log.drill")}</span></button>` : html`<span class="muted">0</span>`}</td>`;
            })}</tr>`)}
        </tbody>
      </table>
    </div>`;
}

const tables = {records, matrix: whoReadsWhom};

export const accessLog = {
  name: () => t("log.name"),
  title: (place) => (place.parts[0] === "who-read-whom" ? t("log.matrix") : t("log.name")),

  open(place) {
    here = true;
    table = place.parts[0] === "who-read-whom" ? "matrix" : "records";
    load();
  },

  close() {
    here = false;
  },

  render: () => html`
    <nav aria-label=${t("log.tables")}><ul class="tabs">
      <li><a href="#/access-log" aria-current=${table === "records" ? "page" : nothing}>${t("log.records")}</a></li>
      <li><a href="#/access-log/who-read-whom" aria-current=${table === "matrix" ? "page" : nothing}>${t("log.matrix")}</a></li>
    </ul></nav>
    <form class="bar" role="search" aria-label=${t("log.filters")} @submit=${(event) => (event.preventDefault(), load())}>
      ${text("user", true)} ${text("patient")} ${text("unit")}
      <button type="button" @click=${() => (Object.keys(filter).forEach((each) => (filter[each] = "")), load())}>${t("exchanges.clear")}</button>
    </form>
    ${problemBox(list.problem)} ${loading(list)} ${tables[table]()}`,
};
