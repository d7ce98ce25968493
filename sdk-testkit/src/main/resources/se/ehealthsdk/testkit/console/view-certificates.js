// Certificates (intyg): their state, what has happened to them, and what their users can do.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, post, Resource, url} from "./api.js";
import {on} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {badge, facts, loading, problemBox} from "./parts.js";
import {moment, show} from "./show.js";
import {label, plural, t} from "./words.js";

const list = new Resource(() => get(url("certificates")));
const certificate = new Resource((id) => get(url("certificates", id)));

let opened = null;
let last = null;
let search = "";
let problem = null;
let here = false;
let reply = "";

const load = () => (opened ? certificate.load(opened) : list.load()).then(() => update());
const loadSoon = throttled(500, () => here && load());
["certificate", "clock", "reset"].forEach((each) => on(each, loadSoon));

const states = {DRAFT: "still", REGISTERED: "ok", SIGNED: "ok", SENT: "ok", REVOKED: "danger", DELETED: "danger"};

const state = (each) => badge(states[each.state] ?? "still", label("certificates.state", each.state));

const items = () => {
  const wanted = search.trim().toLocaleLowerCase();
  return (list.value?.certificates ?? []).filter((each) => !wanted || JSON.stringify(each).toLocaleLowerCase().includes(wanted));
};

const saySoon = throttled(1000, () => announce(plural("certificates.found", items().length)));

const link = (id) => "#/certificates/" + encodeURIComponent(id);

const listView = () => html`
  <form class="bar" role="search" aria-label=${t("certificates.name")} @submit=${(event) => event.preventDefault()}>
    <div class="field"><label for="search">${t("search")}</label>
      <input id="search" type="search" data-filter autocomplete="off" spellcheck="false" .value=${search} @input=${(event) => ((search = event.target.value), update(), saySoon())}></div>
  </form>
  ${problemBox(list.problem)} ${loading(list)}
  <div class="scroll" role="region" tabindex="0" aria-label=${t("certificates.name")}>
    <table>
      <caption>${plural("certificates.found", items().length)}</caption>
      <thead><tr><th scope="col">${t("certificates.type")}</th><th scope="col">${t("certificates.id")}</th><th scope="col">${t("certificates.state")}</th><th scope="col">${t("log.patient")}</th><th scope="col" class="spare">${t("log.unit")}</th><th scope="col" class="spare">${t("certificates.changed")}</th></tr></thead>
      <tbody>
        ${repeat(items(), (each) => each.id, (each) => html`<tr><td>${show(each.type)} ${show(each.version)}</td><th scope="row"><a id="certificate-${each.id}" href=${link(each.id)}>${show(each.id)}</a></th><td>${state(each)}</td><td>${show(each.patient)}</td><td class="spare">${show(each.unit)}</td><td class="spare time">${moment(each.changedAt)}</td></tr>`)}
      </tbody>
    </table>
    ${list.value && !items().length ? html`<p class="empty muted">${t("certificates.none")}</p>` : nothing}
  </div>`;

async function act(action, more = {}) {
  try {
    await post(url("certificates", opened, "actions"), {action, ...more});
    problem = null;
    announce(t("certificates.done", {action: label("certificates.action", action)}));
  } catch (failure) {
    problem = failure;
  }
  load();
}

const needsText = new Set(["ASK_QUESTION", "REQUEST_COMPLETION", "SEND_MESSAGE"]);

const actions = (it) =>
  it.actions?.length
    ? html`<section aria-labelledby="actions-heading"><h2 id="actions-heading">${t("actions")}</h2>
        ${it.actions.some((each) => needsText.has(each))
          ? html`<div class="field"><label for="certificate-text">${t("certificates.text")}</label><input id="certificate-text" autocomplete="off" .value=${reply} @input=${(event) => (reply = event.target.value)}></div>`
          : nothing}
        <div class="bar">${it.actions.map((each) => html`<button type="button" @click=${() => act(each, needsText.has(each) ? {text: reply} : {})}>${label("certificates.action", each)}</button>`)}</div></section>`
    : nothing;

const oneView = () => {
  const it = certificate.value;
  return html`
    <div class="bar"><a class="button" href="#/certificates">${t("back")}</a></div>
    ${problemBox(problem)} ${problemBox(certificate.problem)} ${loading(certificate)}
    ${it
      ? html`${facts([
            [t("certificates.state"), state(it)],
            [t("certificates.type"), html`${show(it.type)} ${show(it.version)}`],
            [t("log.patient"), show(it.patient)],
            [t("certificates.issuer"), show(it.issuer)],
            [t("log.unit"), show(it.unit)],
            [t("certificates.provider"), show(it.careProvider)],
            [t("certificates.sentTo"), it.sentTo?.length ? show(it.sentTo.join(", ")) : nothing],
          ])}
          ${actions(it)}
          <section aria-labelledby="timeline-heading"><h2 id="timeline-heading">${t("certificates.timeline")}</h2>
            <ol class="timeline" role="list">
              ${(it.timeline ?? []).map((each) => html`<li><strong>${label("event", each.code ?? each.what)}</strong> <span class="muted">${moment(each.at)}</span>${each.text || each.by ? html`<br>${show(each.by)} ${show(each.text)}` : nothing}</li>`)}
            </ol></section>`
      : nothing}`;
};

export const certificates = {
  name: () => t("certificates.name"),
  title: (place) => (place.parts[0] ? t("certificates.title", {id: place.parts[0]}) : t("certificates.name")),

  open(place) {
    here = true;
    problem = null;
    last = opened;
    opened = place.parts[0] ?? null;
    if (opened !== last) certificate.forget();
    load();
  },

  close() {
    here = false;
    opened = null;
  },

  focused() {
    const element = !opened && last && document.getElementById("certificate-" + last);
    element?.focus();
    return Boolean(element);
  },

  escape() {
    if (opened) location.hash = "#/certificates";
  },

  render: () => (opened ? oneView() : listView()),
};
