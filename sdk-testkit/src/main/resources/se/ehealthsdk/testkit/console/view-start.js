// Where everything is: addresses, files, people, and how strict the services are.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {get, post, put, Resource, url} from "./api.js";
import {confirm} from "./dialogs.js";
import {on, onChange} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {facts, loading, problemBox, severity} from "./parts.js";
import {number, show} from "./show.js";
import {label, plural, t, told} from "./words.js";

const about = new Resource(() => get(url("about")));
const mode = new Resource(() => get(url("mode")));
const broken = new Resource(() => get(url("findings")));
const people = new Resource(() => get(url("people")));

let problem = null;
let here = false;

const load = () => Promise.all([about.load(), mode.load(), broken.load(), people.load()]).then(() => update());
const countSoon = throttled(2000, () => here && broken.load().then(() => update()));
on("exchange", countSoon);
onChange(["people", "about"], throttled(500, () => here && load()));
on("mode", throttled(300, () => here && mode.load().then(() => update())));

async function change(which) {
  try {
    await put(url("mode"), {mode: which});
    problem = null;
    announce(t("mode.changed", {mode: t("mode." + which)}));
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

const urls = () => (about.value?.urls ?? []).map((each) => [label("url", each.service), address(each.url)]);

const files = ({pki}) => html`
  <section aria-labelledby="files-heading"><h2 id="files-heading">${t("start.files")}</h2>
    ${facts([
      [t("start.folder"), pki.folder ? html`<code>${show(pki.folder)}</code>` : t("start.noFolder")],
      [t("start.password"), html`<code>${show(pki.password)}</code>`],
      [t("start.system"), show(about.value.systemHsaId)],
      [t("start.contracts"), show(about.value.contracts)],
      [t("start.data"), show(about.value.data)],
      [t("start.state"), show(about.value.state?.folder)],
      [t("start.seed"), show(about.value.seed)],
      [t("start.version"), show(about.value.version)],
    ])}
    ${pki.files.length ? html`<details><summary>${plural("start.fileCount", pki.files.length)}</summary><ul>${pki.files.map((each) => html`<li><code>${show(each)}</code></li>`)}</ul></details>` : nothing}
  </section>`;

const counted = ["people", "patients", "units", "certificates", "exchanges", "accessRecords", "faults"];

const counts = () => html`
  <section aria-labelledby="counts-heading"><h2 id="counts-heading">${t("start.counts")}</h2>
    ${facts(counted.map((each) => [t("start.count." + each), number(about.value.counts[each])]))}
  </section>`;

const modes = () => html`
  <fieldset><legend>${t("mode.name")}</legend>
    ${["strict", "lenient"].map((each) => html`<p><label class="switch"><input type="radio" name="mode" value=${each} .checked=${mode.value?.mode === each} @change=${() => change(each)}><span><strong>${t("mode." + each)}</strong> – ${t("mode." + each + ".about")}</span></label></p>`)}
  </fieldset>`;

const findings = () => {
  const all = broken.value?.counts ?? [];
  return all.length
    ? html`<ul class="rows">${all.slice(0, 10).map((each) => html`<li>${severity(each.rule.severity)} <a href="#/exchanges?rule=${encodeURIComponent(each.rule.id)}">${show(told(each.rule.title))}</a> × ${each.count}</li>`)}</ul>`
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
    ${modes()} ${about.value ? html`${files(about.value)} ${counts()}` : nothing}
    <section aria-labelledby="found-heading"><h2 id="found-heading">${t("start.findings")}</h2>${findings()}</section>
    <section aria-labelledby="people-heading"><h2 id="people-heading">${t("start.people")}</h2>
      ${problemBox(people.problem)}
      <div class="scroll" role="region" tabindex="0" aria-label=${t("start.people.caption")}>
        <table><caption>${t("start.people.caption")}</caption>
          <thead><tr><th scope="col">${t("field.name")}</th><th scope="col">${t("start.fullName")}</th><th scope="col">${t("field.personId")}</th><th scope="col">${t("field.post.title")}</th><th scope="col" class="spare">${t("field.post.hsaId")}</th></tr></thead>
          <tbody>${(people.value?.people ?? []).slice(0, 30).map(persona)}</tbody></table>
      </div></section>
    <p><button type="button" class="danger" @click=${reset}>${t("reset")}</button></p>`,
};
