// Certificates (intyg): their state, what has happened to them, and what their users can do.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {repeat} from "/lib/lit-html/directives/repeat.js";
import {get, post, Resource, url} from "./api.js";
import {onChange} from "./events.js";
import {announce, throttled, update} from "./page.js";
import {badge, codeLines, facts, loading, problemBox} from "./parts.js";
import {moment, show} from "./show.js";
import {label, plural, t, told} from "./words.js";
import {linesOf} from "./xml.js";

const list = new Resource(() => get(url("certificates")));
const certificate = new Resource((id) => get(url("certificates", id)));

let opened = null;
let last = null;
let search = "";
let problem = null;
let here = false;

const load = () => (opened ? certificate.load(opened) : list.load()).then(() => update());
const loadSoon = throttled(500, () => here && load());
onChange(["certificates"], loadSoon);

const states = {draft: "still", signed: "ok", sent: "ok", revoked: "danger"};

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
      <thead><tr><th scope="col">${t("certificates.type")}</th><th scope="col">${t("certificates.id")}</th><th scope="col">${t("certificates.state")}</th><th scope="col">${t("log.patient")}</th><th scope="col" class="spare">${t("log.unit")}</th><th scope="col" class="number spare">${t("certificates.messages")}</th></tr></thead>
      <tbody>
        ${repeat(items(), (each) => each.id, (each) => html`<tr><td>${show(each.type)} ${show(each.version)}</td><th scope="row"><a id="certificate-${each.id}" href=${link(each.id)}>${show(each.id)}</a></th><td>${state(each)}</td><td>${show(each.patient)}</td><td class="spare">${show(each.unit)}</td><td class="number spare">${each.questions}</td></tr>`)}
      </tbody>
    </table>
    ${list.value && !items().length ? html`<p class="empty muted">${t("certificates.none")}</p>` : nothing}
  </div>`;

async function act(event) {
  event.preventDefault();
  const written = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ""));
  const action = event.submitter.value;
  const mine = Object.fromEntries(Object.entries(written).filter(([name]) => takes[action]?.includes(name)));
  try {
    await post(url("certificates", opened, "actions"), {action, ...mine});
    problem = null;
    announce(t("certificates.done", {action: label("certificates.action", action)}));
  } catch (failure) {
    problem = failure;
  }
  load();
}

/** What else each action can be told. */
const takes = {
  "ready-to-sign": ["by"],
  sign: ["by"],
  delete: ["by"],
  send: ["by", "recipient"],
  revoke: ["by"],
  "request-completion": ["recipient", "text", "lastDateForAnswer"],
  ask: ["recipient", "text", "subject"],
  remind: ["recipient", "text", "messageId"],
  answer: ["by", "text", "messageId"],
  "mark-handled": ["by", "messageId"],
  reopen: ["by", "messageId"],
};

const input = (name, words, more = {}) => html`
  <div class="field"><label for="action-${name}">${words}</label><input id="action-${name}" name=${name} type=${more.type ?? "text"} autocomplete="off" spellcheck="false" value=${more.value ?? ""}></div>`;

const choice = (name, words, options) => html`
  <div class="field"><label for="action-${name}">${words}</label><select id="action-${name}" name=${name}>${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></div>`;

function actions(it) {
  const wanted = new Set(it.actions.flatMap((each) => takes[each] ?? []));
  return it.actions.length
    ? html`<section aria-labelledby="actions-heading"><h2 id="actions-heading">${t("actions")}</h2>
        ${problemBox(problem, false)}
        <form @submit=${act}>
          <div class="form">
            ${wanted.has("by") ? input("by", t("certificates.by"), {value: it.timeline.find((each) => each.by)?.by}) : nothing}
            ${wanted.has("recipient") ? choice("recipient", t("certificates.recipient"), ["FKASSA", "TRANSP", "SOS", "SKV", "AF"].map((each) => [each, each])) : nothing}
            ${wanted.has("subject") ? choice("subject", t("certificates.subject"), ["AVSTMN", "KONTKT", "OVRIGT"].map((each) => [each, label("subject", each)])) : nothing}
            ${wanted.has("messageId") && it.messages.length ? choice("messageId", t("certificates.message"), it.messages.map((each) => [each.id, label("subject", each.subject) + " " + each.id])) : nothing}
            ${wanted.has("text") ? input("text", t("certificates.text")) : nothing}
            ${wanted.has("lastDateForAnswer") ? input("lastDateForAnswer", t("certificates.lastDate"), {type: "date"}) : nothing}
          </div>
          <div class="bar">${it.actions.map((each) => html`<button name="action" value=${each}>${label("certificates.action", each)}</button>`)}</div>
        </form></section>`
    : nothing;
}

const message = (each) => html`
  <li class="card"><h3>${label("subject", each.subject)} ${badge("still", t(each.fromCare ? "certificates.fromCare" : "certificates.toCare"))}</h3>
    <p>${show(each.text)}</p>
    ${facts([[t("certificates.messageId"), show(each.id)], [t("certificates.answerTo"), show(each.answerTo)], [t("certificates.reminderOf"), show(each.reminderOf)], [t("certificates.lastDate"), show(each.lastDateForAnswer)]])}
    ${each.completions.length ? html`<ul>${each.completions.map((one) => html`<li>${show(one.questionId)}: ${show(one.text)}</li>`)}</ul>` : nothing}</li>`;

const whole = (it) => {
  const {summary} = it;
  return html`
    ${facts([
      [t("certificates.state"), state(summary)],
      [t("certificates.type"), html`${show(summary.type)} ${show(summary.version)}`],
      [t("log.patient"), html`${show(summary.patient)} ${summary.test ? badge("still", t("certificates.test")) : nothing}`],
      [t("log.unit"), show(summary.unit)],
      [t("certificates.provider"), show(summary.careProvider)],
      [t("certificates.sentTo"), summary.sentTo.length ? show(summary.sentTo.join(", ")) : nothing],
    ])}
    ${actions(it)}
    <section aria-labelledby="timeline-heading"><h2 id="timeline-heading">${t("certificates.timeline")}</h2>
      <ol class="timeline" role="list">
        ${it.timeline.map((each) => html`<li><strong>${show(told(each.text))}</strong> <code>${show(each.code)}</code> <span class="muted">${moment(each.at)}</span>${each.by || each.party ? html`<br>${show(each.by)} ${show(each.party)}` : nothing}</li>`)}
      </ol></section>
    ${it.messages.length ? html`<section aria-labelledby="messages-heading"><h2 id="messages-heading">${t("certificates.messages")}</h2><ul class="cards">${it.messages.map(message)}</ul></section>` : nothing}
    <details><summary>${t("certificates.xml")}</summary>${codeLines(linesOf(it.xml, true), t("certificates.xml"))}</details>`;
};

const oneView = () => html`
  <div class="bar"><a class="button" href="#/certificates">${t("back")}</a></div>
  ${problemBox(certificate.problem)} ${loading(certificate)} ${certificate.value ? whole(certificate.value) : nothing}`;

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
    const element = opened || !last ? null : document.getElementById("certificate-" + last);
    element?.focus();
    return Boolean(element);
  },

  escape() {
    if (opened) location.hash = "#/certificates";
  },

  render: () => (opened ? oneView() : listView()),
};
