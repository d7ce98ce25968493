// The discharge board: cases by where they stand, their obligations with deadlines, who is to pay.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, post, Resource, url} from "./api.js";
import {clock} from "./clock.js";
import {on, onChange} from "./events.js";
import {alertNow, announce, drawn, throttled, update} from "./page.js";
import {badge, facts, field, loading, problemBox} from "./parts.js";
import {moment, number, relative, show} from "./show.js";
import {label, plural, t, told} from "./words.js";

const phases = ["opened", "notified", "planning", "ready", "ready-withdrawn", "discharged", "sip-follow-up", "closed", "interrupted"];

const list = new Resource(() => get(url("discharge", "cases")));
const one = new Resource((id) => get(url("discharge", "cases", id)));

let opened = null;
let last = null;
let here = false;
let problem = null;
let late = null;
let saying = {kind: "estimateChanged", content: ""};

async function load() {
  await (opened ? one.load(opened) : list.load());
  tellLate();
  update();
}

/** A deadline that has passed since the last look is told. */
function tellLate() {
  const now = opened ? (one.value?.obligations ?? []).filter((each) => each.overdue).length : cases().reduce((sum, each) => sum + each.obligations.late, 0);
  if (late !== null && now > late) alertNow(plural("discharge.passed", now - late));
  late = now;
}

const loadSoon = throttled(500, () => here && load());
onChange(["discharge"], loadSoon);
on("clock", loadSoon);

const cases = () => list.value?.cases ?? [];

const link = (id) => "#/discharge/" + encodeURIComponent(id);

const isPast = (instant) => new Date(instant).getTime() < clock.now();

const names = (units) => units.map((each) => each.name || each.unit).join(", ");

const card = (each) => html`
  <li class="card">
    <h3><a id="case-${each.id}" href=${link(each.id)}>${show(each.patient)}</a></h3>
    <p class="small">${each.admittedAt ? html`${t("discharge.admitted")} ${moment(each.admittedAt, false)}<br>` : nothing}${show(names(each.participants))}</p>
    ${each.obligations.late ? html`<p>${badge("danger", plural("discharge.late", each.obligations.late))}</p>` : nothing}
    ${each.nextDueAt ? html`<p class="small">${t("discharge.next")}: ${isPast(each.nextDueAt) ? badge("danger", t("discharge.overdue")) : nothing} ${relative(each.nextDueAt, clock.now())} <span class="muted">(${moment(each.nextDueAt, false)})</span></p>` : nothing}
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

const statuses = {met: "ok", late: "danger", open: "warn", "not-applicable": "still"};

const status = (each) =>
  each.overdue ? badge("danger", t("discharge.overdue")) : badge(statuses[each.status] ?? "still", label("obligation", each.status));

const obligation = (each) => html`
  <tr>
    <th scope="row">${show(told(each.text))} ${each.binding ? nothing : badge("still", t("discharge.notBinding"))}<br><span class="small muted">${show(each.rule)} · ${show(each.source)}</span></th>
    <td>${show(each.owners.map((owner) => label("party", owner)).join(", "))}</td>
    <td>${status(each)}</td>
    <td>${each.dueAt ? html`${moment(each.dueAt, false)}${each.metAt ? nothing : html`<br><span class="small">${relative(each.dueAt, clock.now())}</span>`}` : show(each.dueDay)}</td>
    <td class="spare">${moment(each.metAt, false)}</td>
  </tr>`;

const obligations = (it) => html`
  <h2>${t("discharge.obligations")}</h2>
  <div class="scroll" role="region" tabindex="0" aria-label=${t("discharge.obligations")}>
    <table>
      <caption>${t("discharge.obligations.caption")}</caption>
      <thead><tr><th scope="col">${t("discharge.duty")}</th><th scope="col">${t("discharge.owner")}</th><th scope="col">${t("discharge.status")}</th><th scope="col">${t("discharge.due")}</th><th scope="col" class="spare">${t("discharge.met")}</th></tr></thead>
      <tbody>${it.obligations.map(obligation)}</tbody>
    </table>
  </div>`;

const texts = (heading, all) => (all.length ? html`<h3>${heading}</h3><ol>${all.map((each) => html`<li>${show(told(each))}</li>`)}</ol>` : nothing);

const liability = (it) => html`
  <section aria-labelledby="liability-heading"><h2 id="liability-heading">${t("discharge.liability")}</h2>
    ${facts([
      [t("discharge.status"), badge(it.status === "liable" ? "warn" : "still", label("liability", it.status))],
      [t("discharge.days"), number(it.days)],
      [t("discharge.firstDay"), show(it.firstLiableDay)],
      [t("discharge.amount"), it.amount ? number(Number(it.amount)) + " kr" : nothing],
      [t("discharge.asOf"), show(it.asOf)],
    ])}
    ${texts(t("discharge.blockers"), it.blockers)} ${texts(t("discharge.steps"), it.steps)}
  </section>`;

const soon = (days) => new Date(clock.now() + days * 86_400_000).toISOString();

/** What the usual events begin as; the rest is written by hand, as in the schema of events. */
const drafts = {
  availability: () => ({answer: "canReceive"}),
  planning: () => ({stage: "started"}),
  estimateChanged: () => ({estimatedDischarge: soon(2).slice(0, 10)}),
  readyNotice: () => ({judgedAt: soon(0), basis: "physician"}),
  readyWithdrawn: () => ({reason: "changedHealth"}),
  sipNeed: () => ({needed: true}),
  patientInformed: () => ({orally: true, inWriting: true}),
  dischargeNotice: () => ({dischargedAt: soon(0), destination: "home"}),
  leaveStarted: () => ({expectedBack: soon(1)}),
  leaveEnded: () => ({}),
  closed: () => ({}),
};

function choose(kind) {
  saying = {kind, content: JSON.stringify({kind, ...drafts[kind]()}, null, 2)};
  update();
}

async function say(event) {
  event.preventDefault();
  const from = new FormData(event.target).get("from");
  try {
    await post(url("discharge", "cases", opened, "events"), {from, content: JSON.parse(saying.content)});
    problem = null;
    announce(t("discharge.said"));
    await load();
  } catch (failure) {
    problem = failure.fields ? failure : {title: t("form.noJson"), detail: failure.message, fields: []};
    await drawn();
    document.getElementById("say-content")?.focus();
  }
}

const sayForm = (it) =>
  it.sayable.length
    ? html`<section aria-labelledby="say-heading"><h2 id="say-heading">${t("discharge.say")}</h2>
        ${problemBox(problem, false)}
        <form @submit=${say}>
          <div class="bar">
            <div class="field"><label for="say-from">${t("discharge.speaker")}</label><select id="say-from" name="from">${it.sayable.map((each) => html`<option value=${each.unit}>${each.name || each.unit}</option>`)}</select></div>
            <div class="field"><label for="say-kind">${t("discharge.kind")}</label><select id="say-kind" @change=${(event) => choose(event.target.value)}>${Object.keys(drafts).map((each) => html`<option value=${each} ?selected=${each === saying.kind}>${label("content", each)}</option>`)}</select></div>
          </div>
          ${field({
            id: "say-content",
            name: t("discharge.content"),
            hint: t("discharge.content.hint"),
            control: ({describedBy}) =>
              html`<textarea id="say-content" class="short" rows="6" spellcheck="false" aria-describedby=${describedBy} aria-invalid=${problem ? "true" : nothing} .value=${saying.content} @input=${(event) => (saying.content = event.target.value)}></textarea>`,
          })}
          <p class="bar"><button>${t("discharge.send")}</button></p>
        </form></section>`
    : nothing;

const events = (it) => html`
  <section aria-labelledby="events-heading"><h2 id="events-heading">${t("discharge.events")}</h2>
    <ol class="timeline" role="list">
      ${it.events.map((each) => html`<li>
        <strong>${label("content", each.kind)}</strong> <span class="muted">${moment(each.at)}</span> ${each.holds === false ? badge("still", t("discharge.voided")) : nothing}<br>
        ${show(names([each.sender]))}${each.recipients.length ? html` → ${show(names(each.recipients))}` : nothing}
        <details><summary>${t("discharge.content")}</summary><pre class="wrapped">${show(JSON.stringify(each.content, null, 2))}</pre></details></li>`)}
    </ol></section>`;

const oneView = () => html`
  <div class="bar"><a class="button" href="#/discharge">${t("back")}</a></div>
  ${problemBox(one.problem)} ${loading(one)}
  ${one.value
    ? html`${facts([
        [t("discharge.phase"), badge("still", label("phase", one.value.summary.phase))],
        [t("log.patient"), show(one.value.summary.patient)],
        [t("discharge.units"), show(names(one.value.summary.participants))],
        [t("discharge.admitted"), moment(one.value.summary.admittedAt, false)],
        [t("discharge.estimated"), show(one.value.summary.estimatedDischarge)],
        [t("discharge.discharged"), moment(one.value.summary.dischargedAt, false)],
      ])}
      ${obligations(one.value)} ${liability(one.value.liability)} ${sayForm(one.value)} ${events(one.value)}`
    : nothing}`;

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
    choose("estimateChanged");
    load();
  },

  close() {
    here = false;
    opened = null;
  },

  focused() {
    const element = opened || !last ? null : document.getElementById("case-" + last);
    element?.focus();
    return Boolean(element);
  },

  escape() {
    if (opened) location.hash = "#/discharge";
  },

  render: () => (opened ? oneView() : board()),
};
