// Scenarios: start, follow, stop, read the report; and record what happens as a new one.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {get, post, Resource, url} from "./api.js";
import {on} from "./events.js";
import {alertNow, announce, throttled, update} from "./page.js";
import {badge, facts, field, loading, problemBox} from "./parts.js";
import {moment, show} from "./show.js";
import {label, t, told} from "./words.js";

const list = new Resource(() => get(url("scenarios")));
const run = new Resource((id) => get(url("runs", id)));

let opened = null;
let problem = null;
let here = false;
let recording = null;
let recorded = null;
let recordingName = "";
let lastState = null;

async function load() {
  await (opened ? run.load(opened) : list.load());
  const state = opened ? run.value?.state : null;
  if (lastState === "RUNNING" && state && state !== "RUNNING") alertNow(t("scenarios.ended", {state: label("scenarios.state", state)}));
  lastState = state;
  update();
}

const loadSoon = throttled(400, () => here && load());
["run", "scenario", "reset", "clock"].forEach((each) => on(each, loadSoon));

async function start(name) {
  try {
    const started = await post(url("scenarios", name, "runs"));
    problem = null;
    location.hash = "#/scenarios/runs/" + encodeURIComponent(started.id);
  } catch (failure) {
    problem = failure;
    update();
  }
}

async function stop() {
  try {
    await post(url("runs", opened, "stop"));
    announce(t("scenarios.stopped"));
  } catch (failure) {
    problem = failure;
  }
  load();
}

async function record(event) {
  event.preventDefault();
  try {
    if (recording) {
      recorded = await post(url("recordings", recording.id, "stop"));
      recording = null;
      announce(t("scenarios.recorded"));
    } else {
      recording = await post(url("recordings"), {name: recordingName});
      recorded = null;
      announce(t("scenarios.recording"));
    }
    problem = null;
  } catch (failure) {
    problem = failure;
  }
  load();
}

const states = {RUNNING: "warn", PASSED: "ok", FAILED: "danger", STOPPED: "still"};

const state = (code) => badge(states[code] ?? "still", label("scenarios.state", code));

const runLink = (each) => html`<a href="#/scenarios/runs/${encodeURIComponent(each.id)}">${t("scenarios.run", {id: each.id})}</a>`;

const listView = () => html`
  <p>${t("scenarios.about")}</p>
  ${problemBox(problem)} ${problemBox(list.problem)} ${loading(list)}
  <ul class="cards" aria-label=${t("scenarios.name")}>
    ${(list.value?.scenarios ?? []).map((each) => html`<li class="card">
      <h2>${show(told(each.title) || each.name)}</h2>
      <p class="small muted"><code>${show(each.name)}</code></p>
      <p>${show(told(each.description))}</p>
      <button type="button" @click=${() => start(each.name)}>${t("scenarios.start")}<span class="hidden-visually"> ${each.name}</span></button>
    </li>`)}
  </ul>
  ${list.value?.runs?.length
    ? html`<div class="scroll" role="region" tabindex="0" aria-label=${t("scenarios.runs")}><table><caption>${t("scenarios.runs")}</caption>
        <thead><tr><th scope="col">${t("scenarios.which")}</th><th scope="col">${t("scenarios.scenario")}</th><th scope="col">${t("scenarios.startedAt")}</th><th scope="col">${t("scenarios.state")}</th></tr></thead>
        <tbody>${list.value.runs.map((each) => html`<tr><th scope="row">${runLink(each)}</th><td>${show(each.scenario)}</td><td class="time">${moment(each.startedAt)}</td><td>${state(each.state)}</td></tr>`)}</tbody></table></div>`
    : nothing}
  <section aria-labelledby="record-heading"><h2 id="record-heading">${t("scenarios.record")}</h2>
    <p>${t("scenarios.record.about")}</p>
    <form class="bar" @submit=${record}>
      ${recording
        ? html`<p>${badge("danger", t("scenarios.recording"))}</p>`
        : field({id: "recording-name", name: t("scenarios.recordingName"), control: ({describedBy}) => html`<input id="recording-name" autocomplete="off" aria-describedby=${describedBy} .value=${recordingName} @input=${(event) => (recordingName = event.target.value)}>`})}
      <button>${t(recording ? "scenarios.record.stop" : "scenarios.record.start")}</button>
    </form>
    ${recorded ? html`<ol class="code" role="list" aria-label=${t("scenarios.recorded")}>${String(recorded.yaml ?? recorded.scenario ?? recorded).split("\n").map((each, index) => html`<li><span class="no" aria-hidden="true">${index + 1}</span><span class="text">${show(each)}</span></li>`)}</ol>` : nothing}
  </section>`;

const runView = () => {
  const it = run.value;
  return html`
    <div class="bar"><a class="button" href="#/scenarios">${t("back")}</a>
      ${it?.state === "RUNNING" ? html`<button type="button" @click=${stop}>${t("scenarios.stop")}</button>` : nothing}</div>
    ${problemBox(problem)} ${problemBox(run.problem)} ${loading(run)}
    ${it
      ? html`${facts([
            [t("scenarios.scenario"), show(it.scenario)],
            [t("scenarios.state"), state(it.state)],
            [t("scenarios.startedAt"), moment(it.startedAt)],
          ])}
          <p class="actions"><a class="button" href=${url("runs", opened, "report.html")}>${t("scenarios.html")}</a> <a class="button" href=${url("runs", opened, "report.xml")}>${t("scenarios.xml")}</a></p>
          <ol class="rows">${(it.items ?? []).map((each) => html`<li class="box ${each.failure ? "danger" : ""}"><p>${each.failure ? badge("danger", t("scenarios.failed")) : badge("ok", t("scenarios.passed"))} ${show(each.name)}</p>${each.failure ? html`<p>${show(each.failure)}</p>` : nothing}${each.details ? html`<p class="small">${show(each.details)}</p>` : nothing}</li>`)}</ol>`
      : nothing}`;
};

export const scenarios = {
  name: () => t("scenarios.name"),
  title: (place) => (place.parts[0] === "runs" && place.parts[1] ? t("scenarios.run", {id: place.parts[1]}) : t("scenarios.name")),

  open(place) {
    here = true;
    problem = null;
    const next = place.parts[0] === "runs" ? place.parts[1] ?? null : null;
    if (next !== opened) {
      run.forget();
      lastState = null;
    }
    opened = next;
    load();
  },

  close() {
    here = false;
  },

  escape() {
    if (opened) location.hash = "#/scenarios";
  },

  render: () => (opened ? runView() : listView()),
};
