// The frame of the console: which view is shown, the menu, the settings, the keys.

import {html, nothing, render} from "/lib/lit-html/lit-html.js";
import {get, Resource, url, workspace} from "./api.js";
import {clock} from "./clock.js";
import {closeDialog, dialog, isOpen, openDialog} from "./dialogs.js";
import {listen, live, on} from "./events.js";
import {announce, drawWith, focus, throttled, update} from "./page.js";
import {badge} from "./parts.js";
import {settings} from "./settings.js";
import {moment, show} from "./show.js";
import {t} from "./words.js";
import {accessLog} from "./view-access-log.js";
import {certificates} from "./view-certificates.js";
import {clockView} from "./view-clock.js";
import {directory} from "./view-directory.js";
import {discharge} from "./view-discharge.js";
import {exchanges} from "./view-exchanges.js";
import {faults} from "./view-faults.js";
import {outbox} from "./view-outbox.js";
import {scenarios} from "./view-scenarios.js";
import {start} from "./view-start.js";
import {workspaces} from "./view-workspaces.js";

const views = {
  start,
  exchanges,
  directory,
  certificates,
  "access-log": accessLog,
  discharge,
  outbox,
  faults,
  clock: clockView,
  scenarios,
  workspaces,
};

let view = start;
let place = {name: "start", parts: [], query: new URLSearchParams()};
let menuOpen = false;

const mode = new Resource(() => get(url("mode")));

/** `#/exchanges/12?text=x` as name, parts and query. */
function whereWeAre() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...parts] = path.split("/").map(decoded);
  return {name: Object.hasOwn(views, name) ? name : "start", parts, query: new URLSearchParams(query ?? "")};
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function go(first) {
  const next = whereWeAre();
  const moved = next.name !== place.name || next.parts.join("/") !== place.parts.join("/");
  if (!first && next.name !== place.name) view.close?.();
  place = next;
  view = views[next.name];
  menuOpen = false;
  view.open?.(place);
  update(() => {
    if (!moved || first) return;
    window.scrollTo(0, 0);
    // some views say themselves where the focus goes back to
    if (!view.focused?.(place)) document.querySelector("h1")?.focus();
  });
}

const link = ([name, each]) => html`
  <li><a href="#/${name}" aria-current=${each === view ? "page" : nothing}>${each.name()}</a></li>`;

const themes = ["auto", "light", "dark"];

const head = () => html`
  <header class="head">
    <a class="name" href="#/start">${t("product")}</a>
    <div class="facts">
      <span>${t("workspace")}: <strong>${show(workspace)}</strong></span>
      ${clock.known ? html`<span>${t("clock.name")}: ${moment(clock.now())} ${clock.stopped ? badge("warn", t("clock.stopped")) : nothing}</span>` : nothing}
      ${mode.value ? badge(mode.value.mode === "lenient" ? "warn" : "still", t("mode." + mode.value.mode)) : nothing}
      ${live.connected ? badge("ok", t("live")) : badge("danger", t("live.broken"))}
    </div>
    <div class="tools">
      <button type="button" class="menu" aria-expanded=${menuOpen} aria-controls="nav" @click=${() => ((menuOpen = !menuOpen), update())}>${t("menu")}</button>
      <label class="switch"><input type="checkbox" id="masked" .checked=${settings.masked} @change=${(event) => set("masked", event.target.checked)}>${t("mask.switch")}</label>
      <button type="button" id="language" lang=${settings.language === "sv" ? "en" : "sv"} @click=${() => set("language", settings.language === "sv" ? "en" : "sv")}>${settings.language === "sv" ? "English" : "Svenska"}</button>
      <button type="button" id="help" @click=${help}>${t("help")}</button>
    </div>
  </header>`;

function set(name, value) {
  settings.change(name, value);
  update(() => (document.title = title()));
}

function help() {
  openDialog({
    title: () => t("help.title"),
    body: () => html`
      <div class="scroll" role="region" tabindex="0" aria-label=${t("help.keys")}>
        <table>
          <caption>${t("help.keys")}</caption>
          <thead><tr><th scope="col">${t("help.key")}</th><th scope="col">${t("help.does")}</th></tr></thead>
          <tbody>
            ${keys().map(([names, does]) => html`<tr><th scope="row">${names.map((each, index) => html`${index ? " " : ""}<kbd>${each}</kbd>`)}</th><td>${does}</td></tr>`)}
          </tbody>
        </table>
      </div>
      <label class="switch"><input type="checkbox" .checked=${settings.keys} @change=${(event) => set("keys", event.target.checked)}>${t("help.keys.switch")}</label>
      <div class="field"><label for="theme">${t("theme")}</label>
        <select id="theme" @change=${(event) => set("theme", event.target.value)}>
          ${themes.map((each) => html`<option value=${each} ?selected=${settings.theme === each}>${t("theme." + each)}</option>`)}
        </select></div>
      <div class="buttons"><button type="button" class="primary" @click=${() => closeDialog()}>${t("close")}</button></div>`,
  });
}

const keys = () => [
  [["↓", "j"], t("help.down")],
  [["↑", "k"], t("help.up")],
  [["Enter"], t("help.enter")],
  [["Esc"], t("help.escape")],
  [["/"], t("help.filter")],
  [["p"], t("help.pause")],
  [["n"], t("help.next")],
  [["b"], t("help.before")],
  [["m"], t("help.mask")],
  [["g"], t("help.menu")],
  [["?"], t("help.help")],
];

function pressed(event) {
  if (event.defaultPrevented || isOpen() || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && !menuOpen) {
    view.escape?.(place);
    return;
  }
  if (event.key === "Escape") {
    menuOpen = false;
    focus(".menu");
    return;
  }
  const writing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (writing || !settings.keys) return;
  const action = view.keys?.(event.key, place) || frameKey(event.key);
  if (action) {
    event.preventDefault();
    action();
  }
}

function frameKey(key) {
  if (key === "?") return help;
  if (key === "m") return () => set("masked", !settings.masked);
  if (key === "g") return () => ((menuOpen = true), focus(".nav a[aria-current]"));
  if (key === "/") return () => focus("[data-filter]");
  return null;
}

const title = () => view.title(place) + " – " + t("product");

function draw() {
  document.title = title();
  render(
    html`
      <a class="skip" href="#main" @click=${toMain}>${t("skip")}</a>
      <div class="frame">
        ${head()}
        <nav id="nav" class="nav ${menuOpen ? "open" : ""}" aria-label=${t("menu.name")}><ul>${Object.entries(views).map(link)}</ul></nav>
        <main id="main" class="main" tabindex="-1">
          <h1 tabindex="-1">${view.title(place)}</h1>
          ${view.render(place)}
        </main>
      </div>
      ${dialog()}
      <div id="polite" class="hidden-visually" role="status" aria-live="polite"></div>
      <div id="assertive" class="hidden-visually" role="alert" aria-live="assertive"></div>`,
    document.body,
  );
}

function toMain(event) {
  event.preventDefault();
  document.getElementById("main").focus();
}

settings.apply();
document.body.replaceChildren();
drawWith(draw);
window.addEventListener("hashchange", () => go(false));
document.addEventListener("keydown", pressed);

on("mode", (told) => ((mode.value = told), update()));
on("clock", (told) => clock.hear(told));
on("open", () => Promise.all([mode.load(), clock.load().catch(() => {})]).then(() => update()));
on("reset", () => announce(t("reset.done")));
setInterval(() => clock.known && !clock.stopped && update(), 1000);

go(true);
listen();
