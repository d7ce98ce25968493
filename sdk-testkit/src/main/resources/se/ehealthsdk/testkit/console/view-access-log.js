// The access log: what was recorded, and who has read about whom.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, Resource, url} from "./api.js";
import {onChange} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {loading, problemBox} from "./parts.js";
import {moment, number, show} from "./show.js";
import {plural, t} from "./words.js";

// what is looked for may be a personal identity number, so it is not in the address
const filter = {patient: "", user: "", unit: ""};

let table = "records";
let shown = 100;
let query = 0;
let here = false;

const list = new Resource(() => get(url("access-log"), {...filter, limit: shown}));

const load = () => list.load().then(() => update());
const loadSoon = throttled(700, () => here && load());
onChange(["access-log"], loadSoon);

const items = () => list.value?.records ?? [];

function change(name, value) {
  filter[name] = value;
  const mine = ++query;
  setTimeout(() => mine === query && load().then(() => announce(plural("log.found", list.value?.total ?? 0))), 250);
}

const text = (name, first) => html`
  <div class="field"><label for="log-${name}">${t("log." + name)}</label>
    <input id="log-${name}" type="search" ?data-filter=${first} autocomplete="off" spellcheck="false" .value=${filter[name]} @input=${(event) => change(name, event.target.value)}></div>`;

function drill(user, patient) {
  filter.user = user;
  filter.patient = patient;
  load().then(() => announce(plural("log.found", list.value?.total ?? 0)));
  location.hash = "#/access-log";
}

const named = (id, name) => html`${show(id)}${name ? html`<br><span class="small">${show(name)}</span>` : nothing}`;

const record = (each) => html`
  <tr>
    <th scope="row" class="number">${each.number}</th>
    <td class="time">${moment(each.startedAt)}</td>
    <td>${named(each.user.id, each.user.name)}</td>
    <td>${each.patients.map((one, index) => html`${index ? html`<br>` : nothing}${named(one.id, one.name)}`)}</td>
    <td>${show(each.activity)}<br><span class="small">${show(each.purpose)}</span></td>
    <td class="spare">${named(each.user.careUnit, each.user.careUnitName)}</td>
    <td class="spare">${named(each.system, each.systemName)}</td>
  </tr>`;

const records = () => html`
  <div class="scroll" role="region" tabindex="0" aria-label=${t("log.records")}>
    <table>
      <caption>${t("log.caption", {count: items().length, total: number(list.value?.total)})}</caption>
      <thead><tr>
        <th scope="col" class="number">${t("log.number")}</th><th scope="col">${t("log.at")}</th><th scope="col">${t("log.user")}</th><th scope="col">${t("log.patient")}</th>
        <th scope="col">${t("log.what")}</th><th scope="col" class="spare">${t("log.unit")}</th><th scope="col" class="spare">${t("log.system")}</th>
      </tr></thead>
      <tbody>${repeat(items(), (each) => each.number, record)}</tbody>
    </table>
    ${list.value && !items().length ? html`<p class="empty muted">${t("log.none")}</p>` : nothing}
  </div>
  ${list.value?.more && shown < 1000 ? html`<button type="button" @click=${() => ((shown = Math.min(1000, shown * 2)), load())}>${t("exchanges.more")}</button>` : nothing}`;

/** Users down, patients across, how often in between. */
function matrix() {
  const users = new Map();
  const patients = new Map();
  for (const each of list.value?.summary ?? []) {
    const user = users.get(each.user) ?? {id: each.user, name: each.userName, counts: new Map()};
    users.set(each.user, user);
    user.counts.set(each.patient, each.times);
    patients.set(each.patient, {id: each.patient, name: each.patientName});
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
        <thead><tr><th scope="col">${t("log.user")}</th>${across.map((each) => html`<th scope="col">${named(each.id, each.name)}</th>`)}</tr></thead>
        <tbody>
          ${users.map((user) => html`<tr><th scope="row">${named(user.id, user.name)}</th>
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
