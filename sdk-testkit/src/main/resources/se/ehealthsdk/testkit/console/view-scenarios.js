// Scenarios: start, follow, stop, read the report; and record what happens as a new one.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {get, post, Resource, url} from "./api.js";
import {onChange} from "./events.js";
import {alertNow, announce, throttled, update} from "./page.js";
import {badge, facts, field, loading, plainLines, problemBox} from "./parts.js";
import {settings} from "./settings.js";
import {moment, show} from "./show.js";
import {label, t, told} from "./words.js";

const list = new Resource(() => get(url("scenarios")));
const runs = new Resource(() => get(url("runs")));
const recordings = new Resource(() => get(url("recordings")));
const run = new Resource((id) => get(url("runs", id)));

let opened = null;
let problem = null;
let here = false;
let recorded = null;
let own = "";
let recordingName = "";
let lastState = null;

async function load() {
  await (opened ? run.load(opened) : Promise.all([list.load(), runs.load(), recordings.load()]));
  const state = opened ? run.value?.state : null;
  if (lastState === "running" && state && state !== "running") alertNow(t("scenarios.ended", {state: label("scenarios.state", state)}));
  lastState = state;
  update();
  if (state === "running") lookAgain();
}

const loadSoon = throttled(400, () => here && load());
// the end of a run is not always told
const lookAgain = () => setTimeout(loadSoon, 1000);
onChange(["runs", "scenarios", "recordings"], loadSoon);

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

async function add(event) {
  event.preventDefault();
  try {
    const added = await post(url("scenarios"), {text: own});
    own = "";
    problem = null;
    announce(t("scenarios.added", {name: added.name}));
  } catch (failure) {
    problem = failure;
  }
  load();
}

const recording = () => recordings.value?.recordings.find((each) => each.running);

async function record(event) {
  event.preventDefault();
  try {
    if (recording()) {
      recorded = await post(url("recordings", recording().id, "stop"));
      announce(t("scenarios.recorded"));
    } else {
      await post(url("recordings"), {name: recordingName});
      recorded = null;
      announce(t("scenarios.recording"));
    }
    problem = null;
  } catch (failure) {
    problem = failure;
  }
  load();
}

const states = {running: "warn", passed: "ok", failed: "danger", stopped: "still"};

const state = (code) => badge(states[code] ?? "still", label("scenarios.state", code));

const runLink = (each) => html`<a href="#/scenarios/runs/${encodeURIComponent(each.id)}">${t("scenarios.run", {id: each.id})}</a>`;

const listView = () => html`
  <p>${t("scenarios.about")}</p>
  ${problemBox(problem)} ${problemBox(list.problem)} ${loading(list)}
  <ul class="cards" aria-label=${t("scenarios.name")}>
    ${(list.value?.scenarios ?? []).map((each) => html`<li class="card">
      <h2>${show(each.name)}</h2>
      <p>${show(told(each.description))}</p>
      <button type="button" @click=${() => start(each.name)}>${t("scenarios.start")}<span class="hidden-visually"> ${each.name}</span></button>
    </li>`)}
  </ul>
  ${runs.value?.runs.length
    ? html`<div class="scroll" role="region" tabindex="0" aria-label=${t("scenarios.runs")}><table><caption>${t("scenarios.runs")}</caption>
        <thead><tr><th scope="col">${t("scenarios.which")}</th><th scope="col">${t("scenarios.scenario")}</th><th scope="col">${t("scenarios.startedAt")}</th><th scope="col">${t("scenarios.state")}</th></tr></thead>
        <tbody>${runs.value.runs.map((each) => html`<tr><th scope="row">${runLink(each)}</th><td>${show(each.scenario)}</td><td class="time">${moment(each.startedAt)}</td><td>${state(each.state)}</td></tr>`)}</tbody></table></div>`
    : nothing}
  <section aria-labelledby="record-heading"><h2 id="record-heading">${t("scenarios.record")}</h2>
    <p>${t("scenarios.record.about")}</p>
    <form class="bar" @submit=${record}>
      ${recording()
        ? html`<p>${badge("danger", t("scenarios.recording"))}</p>`
        : field({id: "recording-name", name: t("scenarios.recordingName"), control: ({describedBy}) => html`<input id="recording-name" autocomplete="off" aria-describedby=${describedBy} .value=${recordingName} @input=${(event) => (recordingName = event.target.value)}>`})}
      <button>${t(recording() ? "scenarios.record.stop" : "scenarios.record.start")}</button>
    </form>
    ${recorded?.scenario ? plainLines(recorded.scenario, t("scenarios.recorded")) : nothing}
  </section>
  <section aria-labelledby="own-heading"><h2 id="own-heading">${t("scenarios.own")}</h2>
    <form @submit=${add}>
      ${field({
        id: "own-scenario",
        name: t("scenarios.own.text"),
        control: ({describedBy}) => html`<textarea id="own-scenario" class="short" rows="6" spellcheck="false" aria-describedby=${describedBy} .value=${own} @input=${(event) => (own = event.target.value)}></textarea>`,
      })}
      <p class="bar"><button>${t("add")}</button></p>
    </form>
  </section>`;

const verdicts = {passed: "ok", failed: "danger", error: "danger", waiting: "warn"};
const boxes = {failed: "danger", error: "danger"};

/** What the services say in one language or in both. */
const words = (text) => (typeof text === "string" ? text : told(text));

const expectation = (each) => html`<li class="box ${boxes[each.verdict] ?? ""}"><p>${badge(verdicts[each.verdict] ?? "still", label("verdict", each.verdict))} ${show(words(each.name))}</p>
  ${each.failure ? html`<p class="wrapped">${show(words(each.failure))}</p>` : nothing}
  ${[each.details ?? []].flat().map((detail) => html`<p class="wrapped small">${show(words(detail))}</p>`)}</li>`;

const runView = () => {
  const it = run.value;
  return html`
    <div class="bar"><a class="button" href="#/scenarios">${t("back")}</a>
      ${it?.state === "running" ? html`<button type="button" @click=${stop}>${t("scenarios.stop")}</button>` : nothing}</div>
    ${problemBox(problem)} ${problemBox(run.problem)} ${loading(run)}
    ${it
      ? html`${facts([
            [t("scenarios.scenario"), show(it.scenario)],
            [t("scenarios.state"), state(it.state)],
            [t("scenarios.startedAt"), moment(it.startedAt)],
            [t("scenarios.endedAt"), moment(it.endedAt)],
            [t("scenarios.seed"), show(it.seed)],
          ])}
          <p class="actions"><a class="button" href=${url("runs", opened, "report.html") + "?language=" + settings.language}>${t("scenarios.html")}</a> <a class="button" href=${url("runs", opened, "report.xml")}>${t("scenarios.xml")}</a></p>
          <section aria-labelledby="expectations-heading"><h2 id="expectations-heading">${t("scenarios.expectations")}</h2>
            ${it.expectations.length ? html`<ol class="rows">${it.expectations.map(expectation)}</ol>` : html`<p>${t("scenarios.noExpectations")}</p>`}</section>
          ${it.events.length
            ? html`<section aria-labelledby="course-heading"><h2 id="course-heading">${t("scenarios.course")}</h2>
                <ol class="timeline" role="list">${it.events.map((each) => html`<li><span class="muted">${moment(each.at)}</span> ${show(words(each.text))}</li>`)}</ol></section>`
            : nothing}`
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
