// People, units, care providers, commissions and patients: find, look at, add, change, delete.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, getTagged, post, put as replace, remove, Resource, url} from "./api.js";
import {confirm} from "./dialogs.js";
import {onChange} from "./events.js";
import {at, forms, pathOf, put} from "./forms.js";
import {announce, drawn, throttled, update} from "./page.js";
import {facts, field, loading, plainLines, problemBox} from "./parts.js";
import {show} from "./show.js";
import {plural, t} from "./words.js";

const most = 200;

let kind = "people";
let key = null;
let editing = false;
let search = "";
let draft = null;
let json = null;
let asJson = false;
let tag = null;
let problem = null;
let last = null;

const lists = Object.fromEntries(
  Object.entries(forms).map(([name, each]) => [name, new Resource(() => get(url(each.resource)))]),
);

const form = () => forms[kind];
const list = () => lists[kind];
const items = () => list().value?.[form().list] ?? [];
const one = () => items().find((each) => String(each[form().key]) === key);
const load = () => list().load().then(() => update());

let here = false;
const loadSoon = throttled(500, () => here && !editing && load());
onChange(Object.values(forms).map((each) => each.list), loadSoon);

const place = (...parts) => "#/directory/" + parts.map(encodeURIComponent).join("/");

const words = (path) => t("field." + path.replace(/^posts\.0\./, "post."));

function value(path, thing) {
  const found = at(thing, path);
  if (Array.isArray(found)) return found.length ? show(found.map(flat).join(", ")) : nothing;
  if (typeof found === "boolean") return found ? t("yes") : t("no");
  return show(found);
}

const flat = (each) => (typeof each === "object" ? JSON.stringify(each) : each);

const tabs = () => html`
  <nav aria-label=${t("directory.kinds")}><ul class="tabs">
    ${Object.keys(forms).map((each) => html`<li><a href=${place(each)} aria-current=${each === kind ? "page" : nothing}>${t("directory." + each)}</a></li>`)}
  </ul></nav>`;

function matching() {
  const wanted = search.trim().toLocaleLowerCase();
  return wanted ? items().filter((each) => JSON.stringify(each).toLocaleLowerCase().includes(wanted)) : items();
}

const saySoon = throttled(1000, () => announce(plural("directory.found", matching().length)));

function listView() {
  const found = matching();
  return html`
    <form class="bar" role="search" aria-label=${t("directory." + kind)} @submit=${(event) => event.preventDefault()}>
      <div class="field"><label for="search">${t("search")}</label>
        <input id="search" type="search" data-filter autocomplete="off" spellcheck="false" .value=${search} @input=${(event) => ((search = event.target.value), update(), saySoon())}></div>
      <a class="button push" href=${place(kind, "", "new")}>${t("add")}</a>
    </form>
    ${problemBox(list().problem)} ${loading(list())}
    <div class="scroll" role="region" tabindex="0" aria-label=${t("directory." + kind)}>
      <table>
        <caption>${plural("directory.found", found.length)}${found.length > most ? " " + t("directory.most", {most}) : ""}</caption>
        <thead><tr>${form().columns.map((each, index) => html`<th scope="col" class=${index > 3 ? "spare" : ""}>${words(each)}</th>`)}</tr></thead>
        <tbody>
          ${repeat(
            found.slice(0, most),
            (each) => each[form().key],
            (each) => html`<tr>${form().columns.map((column, index) =>
              index === 0
                ? html`<th scope="row"><a id="row-${each[form().key]}" href=${place(kind, String(each[form().key]))}>${value(column, each)}</a></th>`
                : html`<td class=${index > 3 ? "spare" : ""}>${value(column, each)}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
      ${list().value && !found.length ? html`<p class="empty muted">${t("directory.none")}</p>` : nothing}
    </div>`;
}

const pretty = (thing) => JSON.stringify(thing, null, 2);

function oneView() {
  const it = one();
  if (!it) return html`${problemBox(list().problem)} ${list().loading || list().problem ? loading(list()) : html`<p>${t("directory.gone")}</p>`}
    <p><a class="button" href=${place(kind)}>${t("back")}</a></p>`;
  return html`
    <div class="bar">
      <a class="button" href=${place(kind)}>${t("back")}</a>
      <a class="button" href=${place(kind, key, "edit")}>${t("edit")}</a>
      <button type="button" class="danger" @click=${() => deletion(it)}>${t("delete")}</button>
    </div>
    ${problemBox(problem)}
    ${facts(form().fields.filter((each) => at(it, each.path) !== undefined).map((each) => [words(each.path), value(each.path, it)]))}
    <details open><summary>${t("directory.all")}</summary>
      ${plainLines(pretty(it), t("directory.all"))}
    </details>`;
}

async function deletion(it) {
  const sure = await confirm({title: t("delete"), text: t("directory.delete.sure", {name: it.name ?? key}), action: t("delete")});
  if (!sure) return;
  try {
    await remove(url(form().resource, it[form().key]));
    announce(t("deleted"));
    location.hash = place(kind);
  } catch (failure) {
    problem = failure;
    update();
  }
}

const fieldId = (path) => "field-" + path.replaceAll(".", "-");

/** The problem with its fields found in the form, so that each can be shown, and gone to, where it is. */
function placed() {
  if (!problem?.fields) return problem;
  const known = form().fields.map((each) => each.path);
  return {
    ...problem,
    title: problem.title,
    detail: problem.fields.length ? "" : problem.detail,
    fields: problem.fields.map((each) => {
      const path = pathOf(each.field, known);
      return {...each, path, id: !asJson && known.includes(path) ? fieldId(path) : null};
    }),
  };
}

function input(each, errors) {
  const id = fieldId(each.path);
  const found = at(draft, each.path);
  const error = errors.find((one) => one.path === each.path);
  if (each.kind === "yes") {
    return html`<div class="field"><label class="switch"><input type="checkbox" id=${id} .checked=${found === true} @change=${(event) => change(each, event.target.checked || undefined)}>${words(each.path)}</label></div>`;
  }
  return field({
    id,
    name: words(each.path) + (each.needed ? " *" : ""),
    hint: each.kind === "list" ? t("form.list") : each.hint ? t(each.hint) : "",
    error,
    control: ({describedBy, invalid}) =>
      each.kind === "list"
        ? html`<textarea id=${id} class="short" rows="3" spellcheck="false" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${(found ?? []).map(flat).join("\n")} @change=${(event) => change(each, lines(event.target.value))}></textarea>`
        : html`<input id=${id} autocomplete="off" spellcheck="false" inputmode=${each.kind === "number" ? "numeric" : nothing} aria-required=${each.needed ? "true" : nothing} aria-describedby=${describedBy} aria-invalid=${invalid} .value=${found === undefined ? "" : String(found)} @input=${(event) => change(each, typed(each, event.target.value))}>`,
  });
}

function lines(written) {
  const all = written.split("\n").map((each) => each.trim()).filter(Boolean);
  return all.length ? all : undefined;
}

const typed = (each, written) => (written === "" ? undefined : each.kind === "number" && /^\d+$/.test(written) ? Number(written) : written);

function change(each, written) {
  put(draft, each.path, written);
}

function toggle(event) {
  if (event.target.checked) {
    json = pretty(draft);
    asJson = true;
  } else {
    const read = parsed();
    if (read === null) {
      event.target.checked = true;
      update();
      return;
    }
    draft = read;
    asJson = false;
  }
  update();
}

/** What is written as JSON; null, with the problem told, when it is none. */
function parsed() {
  try {
    problem = null;
    return JSON.parse(json);
  } catch (failure) {
    problem = {title: t("form.noJson"), detail: failure.message, fields: []};
    return null;
  }
}

async function save(event) {
  event.preventDefault();
  const thing = asJson ? parsed() : draft;
  if (thing === null) {
    update();
    return;
  }
  try {
    if (key) await replace(url(form().resource, key), thing, tag);
    else await post(url(form().resource), thing);
    problem = null;
    announce(t("saved"));
    location.hash = place(kind, String(thing[form().key] ?? ""));
  } catch (failure) {
    problem = failure;
    await drawn();
    (document.querySelector("main [aria-invalid=true]") ?? document.getElementById("field-json"))?.focus();
  }
}

function formView() {
  if (!draft) return html`${problemBox(problem)}`;
  const told = placed();
  return html`
    <form novalidate @submit=${save}>
      ${problemBox(told)}
      <label class="switch"><input type="checkbox" id="as-json" .checked=${asJson} @change=${toggle}>${t("form.asJson")}</label>
      ${asJson
        ? html`<div class="field"><label for="field-json">${t("directory.all")}</label>
            <textarea id="field-json" rows="20" spellcheck="false" autocomplete="off" .value=${json} @input=${(event) => (json = event.target.value)}></textarea></div>`
        : html`<p class="muted small">${t("form.needed")}</p><div class="form">${form().fields.map((each) => input(each, told?.fields ?? []))}</div>`}
      <div class="bar">
        <button class="primary">${t("save")}</button>
        <a class="button" href=${key ? place(kind, key) : place(kind)}>${t("cancel")}</a>
      </div>
    </form>`;
}

async function startDraft() {
  asJson = false;
  if (!key) {
    draft = structuredClone(form().fresh);
    update();
    return;
  }
  try {
    const mine = key;
    const found = await getTagged(url(form().resource, key));
    if (mine !== key) return;
    draft = found.value;
    tag = found.tag;
  } catch (failure) {
    problem = failure;
  }
  update();
}

export const directory = {
  name: () => t("directory.name"),

  title(where) {
    const [which = "people", whom, what] = where.parts;
    const name = t("directory." + (Object.hasOwn(forms, which) ? which : "people"));
    if (what === "new") return name + ": " + t("add");
    if (what === "edit") return name + ": " + t("edit") + " " + whom;
    return whom ? name + ": " + whom : name;
  },

  open(where) {
    here = true;
    const [which = "people", whom, what] = where.parts;
    last = key;
    if (which !== kind) search = "";
    kind = Object.hasOwn(forms, which) ? which : "people";
    key = whom || null;
    editing = what === "edit" || what === "new";
    problem = null;
    draft = null;
    tag = null;
    if (editing) startDraft();
    else load();
  },

  close() {
    here = false;
  },

  focused() {
    const link = key || editing || !last ? null : document.getElementById("row-" + last);
    link?.focus();
    return Boolean(link);
  },

  escape() {
    if (key && !editing) location.hash = place(kind);
  },

  render: () => html`${tabs()} ${editing ? formView() : key ? oneView() : listView()}`,
};
