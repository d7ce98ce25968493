// Workspaces: each is a set of services with a memory of its own.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {get, post, remove, Resource, workspace} from "./api.js";
import {confirm} from "./dialogs.js";
import {announce, update} from "./page.js";
import {badge, field, loading, problemBox} from "./parts.js";
import {number, show} from "./show.js";
import {t} from "./words.js";

const list = new Resource(() => get("/api/workspaces"));

let name = "";
let problem = null;

const load = () => list.load().then(() => update());

const address = (which) => (which === "default" ? "." : "?workspace=" + encodeURIComponent(which)) + "#/start";

async function add(event) {
  event.preventDefault();
  try {
    await post("/api/workspaces", {name});
    announce(t("workspaces.added", {name}));
    name = "";
    problem = null;
  } catch (failure) {
    problem = failure;
    update(() => document.getElementById("workspace-name").focus());
  }
  load();
}

async function drop(which) {
  const sure = await confirm({title: t("delete"), text: t("workspaces.delete.sure", {name: which}), action: t("delete")});
  if (!sure) return;
  try {
    await remove("/api/workspaces/" + encodeURIComponent(which));
    problem = null;
    announce(t("deleted"));
  } catch (failure) {
    problem = failure;
  }
  load();
}

const items = () => list.value?.workspaces ?? [];

const isHere = (each) => each.name === workspace;

export const workspaces = {
  name: () => t("workspaces.name"),
  title: () => t("workspaces.name"),
  open: () => ((problem = null), load()),

  render: () => html`
    <p>${t("workspaces.about")}</p>
    ${loading(list)} ${problemBox(list.problem)}
    <div class="scroll" role="region" tabindex="0" aria-label=${t("workspaces.name")}>
      <table>
        <caption>${t("workspaces.caption")}</caption>
        <thead><tr><th scope="col">${t("workspaces.which")}</th><th scope="col">${t("workspaces.url")}</th><th scope="col" class="number spare">${t("exchanges.name")}</th><th scope="col">${t("actions")}</th></tr></thead>
        <tbody>
          ${items().map((each) => html`<tr>
            <th scope="row"><a href=${address(each.name)} aria-current=${isHere(each) ? "true" : nothing}>${show(each.name)}</a> ${isHere(each) ? badge("ok", t("workspaces.here")) : nothing}</th>
            <td><code>${show(each.platformUrl)}</code></td><td class="number spare">${number(each.exchanges)}</td>
            <td>${each.name === "default" || isHere(each) ? nothing : html`<button type="button" class="danger" @click=${() => drop(each.name)}>${t("delete")}<span class="hidden-visually"> ${each.name}</span></button>`}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
    <form class="bar" novalidate @submit=${add}>
      ${field({
        id: "workspace-name",
        name: t("workspaces.new"),
        hint: t("workspaces.new.hint"),
        error: problem?.fields?.[0],
        control: ({describedBy, invalid}) =>
          html`<input id="workspace-name" autocomplete="off" spellcheck="false" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${name} @input=${(event) => (name = event.target.value)}>`,
      })}
      <button>${t("add")}</button>
    </form>
    ${problem && !problem.fields?.length ? problemBox(problem) : nothing}`,
};
