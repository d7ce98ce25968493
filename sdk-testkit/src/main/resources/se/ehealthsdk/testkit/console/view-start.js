// Where everything is: addresses, files, people, and how strict the services are.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {get, post, put, Resource, url} from "./api.js";
import {confirm} from "./dialogs.js";
import {on} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {badge, facts, loading, problemBox, severity} from "./parts.js";
import {show} from "./show.js";
import {label, t, told} from "./words.js";

const about = new Resource(() => get(url("about")));
const mode = new Resource(() => get(url("mode")));
const counts = new Resource(() => get(url("findings")));
const people = new Resource(() => get(url("people")));

let problem = null;
let here = false;

const load = () => Promise.all([about.load(), mode.load(), counts.load(), people.load()]).then(() => update());
const countSoon = throttled(2000, () => here && counts.load().then(() => update()));
on("exchange", countSoon);
on("reset", throttled(500, () => here && load()));
on("mode", throttled(300, () => here && mode.load().then(() => update())));

async function change(strictness) {
  try {
    await put(url("mode"), {strictness});
    problem = null;
    announce(t("mode.changed", {mode: t("mode." + strictness)}));
  } catch (failure) {
    problem = failure;
  }
  mode.load().then(() => update());
}

async function reset() {
  const sure = await confirm({title: t("reset"), text: t("reset.sure"), action: t("reset")});
  if (!sure) return;
  try {
    await post(url("reset"));
    problem = null;
    announce(t("reset.done"));
  } catch (failure) {
    problem = failure;
  }
  load();
}

/** An address that came with the data is a link only when it is one to go to. */
export function address(text) {
  let parsed = null;
  try {
    parsed = new URL(text);
  } catch {
    return show(text);
  }
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? html`<a href=${parsed.href} rel="noreferrer">${show(text)}</a>` : html`<code>${show(text)}</code>`;
}

const urls = () => Object.entries(about.value?.urls ?? {}).map(([name, value]) => [label("url", name), address(value)]);

const files = () => (about.value?.files ?? []).map((each) => html`<li><code>${show(each.path ?? each)}</code>${each.what ? html` – ${show(told(each.what))}` : nothing}</li>`);

const modes = () => html`
  <fieldset><legend>${t("mode.name")}</legend>
    ${["STRICT", "LENIENT"].map((each) => html`<p><label class="switch"><input type="radio" name="mode" value=${each} .checked=${mode.value?.strictness === each} @change=${() => change(each)}><span><strong>${t("mode." + each)}</strong> – ${t("mode." + each + ".about")}</span></label></p>`)}
  </fieldset>`;

const findings = () => {
  const all = counts.value?.findings ?? [];
  return all.length
    ? html`<ul class="rows">${all.slice(0, 10).map((each) => html`<li>${severity(each.severity)} <a href="#/exchanges?rule=${encodeURIComponent(each.rule)}">${show(told(each.title) || each.rule)}</a> × ${each.count}</li>`)}</ul>`
    : html`<p>${t("start.noFindings")}</p>`;
};

const persona = (each) => html`<tr><th scope="row"><a href="#/directory/people/${encodeURIComponent(each.name)}">${show(each.name)}</a></th><td>${show(each.givenName)} ${show(each.surname)}</td><td>${show(each.personId)}</td><td>${show(each.posts?.[0]?.title)}</td><td class="spare">${show(each.posts?.[0]?.hsaId)}</td></tr>`;

export const start = {
  name: () => t("start.name"),
  title: () => t("start.name"),

  open() {
    here = true;
    problem = null;
    load();
  },

  close() {
    here = false;
  },

  render: () => html`
    <p>${t("start.about")}</p>
    ${problemBox(problem)} ${problemBox(about.problem)} ${loading(about)}
    <section aria-labelledby="urls-heading"><h2 id="urls-heading">${t("start.urls")}</h2>${facts(urls())}</section>
    ${files().length ? html`<section aria-labelledby="files-heading"><h2 id="files-heading">${t("start.files")}</h2><ul>${files()}</ul></section>` : nothing}
    ${modes()}
    <section aria-labelledby="found-heading"><h2 id="found-heading">${t("start.findings")}</h2>${findings()}</section>
    <section aria-labelledby="people-heading"><h2 id="people-heading">${t("start.people")}</h2>
      ${problemBox(people.problem)}
      <div class="scroll" role="region" tabindex="0" aria-label=${t("start.people")}>
        <table><caption>${t("start.people.caption")}</caption>
          <thead><tr><th scope="col">${t("field.name")}</th><th scope="col">${t("start.fullName")}</th><th scope="col">${t("field.personId")}</th><th scope="col">${t("field.post.title")}</th><th scope="col" class="spare">${t("field.post.hsaId")}</th></tr></thead>
          <tbody>${(people.value?.items ?? []).slice(0, 30).map(persona)}</tbody></table>
      </div></section>
    <p><button type="button" class="danger" @click=${reset}>${t("reset")}</button></p>`,
};
