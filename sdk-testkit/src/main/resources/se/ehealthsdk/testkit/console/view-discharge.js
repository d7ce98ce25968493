// The discharge board: cases by where they stand, their obligations with deadlines, who is to pay.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, post, Resource, url} from "./api.js";
import {clock} from "./clock.js";
import {on} from "./events.js";
import {alertNow, announce, drawn, throttled, update} from "./page.js";
import {badge, facts, loading, problemBox} from "./parts.js";
import {moment, number, relative, show} from "./show.js";
import {label, plural, t, told} from "./words.js";

const phases = ["OPENED", "NOTIFIED", "PLANNING", "READY", "READY_WITHDRAWN", "DISCHARGED", "SIP_FOLLOW_UP", "CLOSED", "INTERRUPTED"];

const list = new Resource(() => get(url("discharge", "cases")));
const one = new Resource((id) => get(url("discharge", "cases", id)));

let opened = null;
let last = null;
let here = false;
let problem = null;
let event = "";
let late = null;

async function load() {
  await (opened ? one.load(opened) : list.load());
  tellLate();
  update();
}

/** A deadline that has passed since the last look is told. */
function tellLate() {
  const now = opened ? (one.value?.obligations ?? []).filter(isLate).length : cases().reduce((sum, each) => sum + (each.overdue ?? 0), 0);
  if (late !== null && now > late) alertNow(plural("discharge.passed", now - late));
  late = now;
}

const loadSoon = throttled(500, () => here && load());
["discharge", "clock", "reset"].forEach((each) => on(each, loadSoon));

const cases = () => list.value?.cases ?? [];

const isLate = (each) => each.status === "LATE" || (each.status === "OPEN" && each.dueAt && new Date(each.dueAt).getTime() < clock.now());

const link = (id) => "#/discharge/" + encodeURIComponent(id);

const deadline = (at, overdue) => html`${overdue ? badge("danger", t("discharge.overdue")) : nothing} ${relative(at, clock.now())} <span class="muted">(${moment(at, false)})</span>`;

const card = (each) => html`
  <li class="card">
    <h3><a id="case-${each.id}" href=${link(each.id)}>${show(each.patientName ?? each.id)}</a></h3>
    <p class="small">${each.patientName ? html`${show(each.id)}<br>` : nothing}${show((each.units ?? []).join(", "))}</p>
    ${each.nextDeadline ? html`<p class="small">${t("discharge.next")}: ${deadline(each.nextDeadline, new Date(each.nextDeadline).getTime() < clock.now())}</p>` : nothing}
    ${each.overdue ? html`<p>${badge("danger", plural("discharge.late", each.overdue))}</p>` : nothing}
  </li>`;

function column(phase) {
  const all = cases().filter((each) => each.phase === phase);
  return html`<section class=${all.length ? "" : "empty"} aria-labelledby="phase-${phase}">
    <h2 id="phase-${phase}">${label("phase", phase)} <span class="muted">(${all.length})</span></h2>
    ${all.length ? html`<ul>${repeat(all, (each) => each.id, card)}</ul>` : nothing}
  </section>`;
}

const board = () => html`
  <p>${t("discharge.about")}</p>
  ${problemBox(list.problem)} ${loading(list)}
  ${list.value && !cases().length ? html`<p class="box">${t("discharge.none")}</p>` : nothing}
  <div class="board" role="region" tabindex="0" aria-label=${t("discharge.board")}>${phases.map(column)}</div>`;

const statuses = {MET: "ok", LATE: "danger", OPEN: "warn", NOT_APPLICABLE: "still"};

const obligation = (each) => html`
  <tr>
    <th scope="row">${show(told(each.text ?? each.title) || each.rule)}<br><span class="small muted">${show(each.rule)} · ${show(each.reference)}</span></th>
    <td>${show((each.owners ?? []).map((one) => label("party", one)).join(", "))}</td>
    <td>${badge(isLate(each) ? "danger" : statuses[each.status] ?? "still", isLate(each) ? t("discharge.overdue") : label("obligation", each.status))}</td>
    <td>${each.dueAt ? html`${moment(each.dueAt, false)}${each.metAt ? nothing : html`<br><span class="small">${relative(each.dueAt, clock.now())}</span>`}` : show(each.dueDay)}</td>
    <td class="spare">${moment(each.metAt, false)}</td>
  </tr>`;

const liability = (it) =>
  it
    ? html`<section aria-labelledby="liability-heading"><h2 id="liability-heading">${t("discharge.liability")}</h2>
        ${facts([
          [t("discharge.days"), it.days === undefined ? nothing : number(Array.isArray(it.days) ? it.days.length : it.days)],
          [t("discharge.amount"), it.amount === undefined || it.amount === null ? nothing : number(it.amount) + " kr"],
          [t("discharge.from"), show(it.from)],
        ])}
        ${(it.explanation ?? []).length ? html`<ol>${it.explanation.map((each) => html`<li>${show(told(each.text ?? each))}</li>`)}</ol>` : nothing}</section>`
    : nothing;

async function say(submitted) {
  submitted.preventDefault();
  const data = Object.fromEntries(new FormData(submitted.target));
  try {
    await post(url("discharge", "cases", opened, "events"), {...data, kind: event || saidKinds()[0]});
    problem = null;
    announce(t("discharge.said"));
    load();
  } catch (failure) {
    problem = failure;
    await drawn();
  }
}

const saidKinds = () => (one.value?.sayable ?? []).map((each) => each.kind ?? each);

const speakers = () => one.value?.speakers ?? [];

const sayForm = () =>
  saidKinds().length
    ? html`<section aria-labelledby="say-heading"><h2 id="say-heading">${t("discharge.say")}</h2>
        ${problemBox(problem)}
        <form class="bar" @submit=${say}>
          <div class="field"><label for="say-from">${t("discharge.speaker")}</label><select id="say-from" name="from">${speakers().map((each) => html`<option value=${each.unit ?? each}>${each.name ?? each}</option>`)}</select></div>
          <div class="field"><label for="say-kind">${t("discharge.kind")}</label><select id="say-kind" @change=${(changed) => ((event = changed.target.value), update())}>${saidKinds().map((each) => html`<option value=${each}>${label("content", each)}</option>`)}</select></div>
          <button>${t("discharge.send")}</button>
        </form></section>`
    : nothing;

const oneView = () => {
  const it = one.value;
  return html`
    <div class="bar"><a class="button" href="#/discharge">${t("back")}</a></div>
    ${problemBox(one.problem)} ${loading(one)}
    ${it
      ? html`${facts([
            [t("discharge.phase"), badge("still", label("phase", it.phase))],
            [t("log.patient"), html`${show(it.patientName)} ${show(it.patient)}`],
            [t("discharge.units"), show((it.units ?? []).join(", "))],
          ])}
          <h2>${t("discharge.obligations")}</h2>
          <div class="scroll" role="region" tabindex="0" aria-label=${t("discharge.obligations")}>
            <table><caption>${t("discharge.obligations.caption")}</caption>
              <thead><tr><th scope="col">${t("discharge.duty")}</th><th scope="col">${t("discharge.owner")}</th><th scope="col">${t("discharge.status")}</th><th scope="col">${t("discharge.due")}</th><th scope="col" class="spare">${t("discharge.met")}</th></tr></thead>
              <tbody>${(it.obligations ?? []).map(obligation)}</tbody></table>
          </div>
          ${liability(it.liability)} ${sayForm()}
          <section aria-labelledby="events-heading"><h2 id="events-heading">${t("discharge.events")}</h2>
            <ol class="timeline" role="list">${(it.events ?? []).map((each) => html`<li><strong>${label("content", each.kind)}</strong> <span class="muted">${moment(each.at)}</span><br>${show(each.from)} ${each.text ? show(each.text) : nothing}</li>`)}</ol></section>`
      : nothing}`;
};

export const discharge = {
  name: () => t("discharge.name"),
  title: (place) => (place.parts[0] ? t("discharge.title", {id: place.parts[0]}) : t("discharge.name")),

  open(place) {
    here = true;
    last = opened;
    opened = place.parts[0] ?? null;
    late = null;
    problem = null;
    if (opened !== last) one.forget();
    load();
  },

  close() {
    here = false;
    opened = null;
  },

  focused() {
    const element = !opened && last && document.getElementById("case-" + last);
    element?.focus();
    return Boolean(element);
  },

  escape() {
    if (opened) location.hash = "#/discharge";
  },

  render: () => (opened ? oneView() : board()),
};
