// One exchange in full: what is wrong with it and where, the messages line by line, the headers.

import {html, nothing} from "/lib/lit-html/lit-html.js";
import {guard} from "/lib/lit-html/directives/guard.js";
import {copy, get, Resource, url} from "./api.js";
import {announce, focus, update} from "./page.js";
import {coloured, facts, loading, outcome, problemBox, severity} from "./parts.js";
import {settings} from "./settings.js";
import {moment, show, took} from "./show.js";
import {label, plural, t, told} from "./words.js";
import {lineOf, linesOf} from "./xml.js";

const first = 1500;

let number = null;
let indent = true;
let whole = new Set();
const cache = new Map();

const exchange = new Resource((which) => get(url("exchanges", which)));
const about = new Resource(() => get(url("about")));

function lines(part, text) {
  const key = part + indent;
  if (!cache.has(key)) cache.set(key, linesOf(text, indent));
  return cache.get(key);
}

/** The findings of the exchange, each with its number here. */
const findings = () => (exchange.value?.findings ?? []).map((each, index) => ({...each, id: "finding-" + (index + 1), order: index + 1}));

const text = (part) => exchange.value[part].text;

function places(part) {
  const all = lines(part, text(part));
  const found = new Map();
  findings()
    .filter((each) => each.part === part)
    .forEach((each) => {
      const at = lineOf(all, each);
      if (at >= 0) found.set(at, [...(found.get(at) ?? []), each]);
    });
  return found;
}

const lineId = (part, at) => part + "-line-" + (at + 1);

function toLine(event, part, at) {
  event.preventDefault();
  whole.add(part);
  focus("#" + lineId(part, at));
}

function toFinding(event, id) {
  event.preventDefault();
  focus("#" + id);
}

function where(finding) {
  const {part} = finding;
  if (part !== "request" && part !== "response") return html`${label("part", finding.part)}${finding.path ? html`: ${show(finding.path)}` : nothing}`;
  const at = lineOf(lines(part, text(part)), finding);
  return html`${label("part", finding.part)}${at < 0 ? nothing : html`, <a href="#${lineId(part, at)}" @click=${(event) => toLine(event, part, at)}>${t("message.line", {line: at + 1})}</a>`}
    ${finding.path ? html`<br><code>${show(finding.path)}</code>` : nothing}`;
}

const boxes = {refused: "danger", wrong: "warn"};

const finding = (each) => html`
  <li id=${each.id} tabindex="-1" class="box ${boxes[each.rule.severity] ?? ""}">
    <h3>${each.order}. ${severity(each.rule.severity)} ${show(told(each.rule.title))}</h3>
    <p><strong>${show(told(each.what))}</strong></p>
    ${facts([
      [t("message.where"), where(each)],
      [t("message.why"), show(told(each.rule.why))],
      [t("message.right"), show(told(each.rule.right))],
      [t("message.source"), show(each.rule.source)],
      [t("message.rule"), html`<a href="#/exchanges?rule=${encodeURIComponent(each.rule.id)}"><code>${show(each.rule.id)}</code></a>`],
    ])}
  </li>`;

function line(part, each, at, marks) {
  const found = marks.get(at) ?? [];
  const worst = found.some((one) => one.rule.severity === "refused") ? "refused" : "";
  return html`<li id=${lineId(part, at)} class=${found.length ? "marked " + worst : ""} tabindex=${found.length ? "-1" : nothing}><span class="no" aria-hidden="true">${at + 1}</span><span class="text">${coloured(each)}</span>
    ${found.map((one) => html`<span class="note">${severity(one.rule.severity)} <a href="#${one.id}" @click=${(event) => toFinding(event, one.id)}>${one.order}. ${show(told(one.rule.title))}</a></span>`)}</li>`;
}

function code(part, name) {
  if (!text(part)) return html`<p class="muted">${t("message.empty")}</p>`;
  const all = lines(part, text(part));
  const marks = places(part);
  const cut = !whole.has(part) && all.length > first;
  return html`
    ${exchange.value[part].truncated ? html`<p class="muted">${t("message.cut")}</p>` : nothing}
    <ol class="code" role="list" aria-label=${name}>
      ${guard([exchange.value, indent, cut, settings.masked, settings.language], () => (cut ? all.slice(0, first) : all).map((each, at) => line(part, each, at, marks)))}
    </ol>
    ${cut ? html`<button type="button" @click=${() => (whole.add(part), update())}>${t("message.all", {count: all.length})}</button>` : nothing}`;
}

const headers = (which, caption) => html`
  <details><summary>${caption} (${which.length})</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${caption}>
      <table><caption class="hidden-visually">${caption}</caption>
        <thead><tr><th scope="col">${t("message.header")}</th><th scope="col">${t("message.value")}</th></tr></thead>
        <tbody>${which.map(({name, value}) => html`<tr><th scope="row"><code>${show(name)}</code></th><td>${show(value)}</td></tr>`)}</tbody>
      </table>
    </div>
  </details>`;

const quoted = (value) => "'" + String(value).replaceAll("'", "'\\''") + "'";
const madeByCurl = /^(host|content-length|connection|accept-encoding|transfer-encoding|expect|:.*)$/i;

/** The call as a command; with the numbers that were sent, or it would be another call. */
function curl() {
  const {headers: sent, text: request} = exchange.value.request;
  let end = "END";
  while (request.split(/\r?\n/).includes(end)) end += "_";
  return [
    "curl --cacert trusted-roots.pem --cert function.crt.pem --key function.key.pem \\",
    ...sent
      .filter(({name}) => !madeByCurl.test(name))
      .map(({name, value}) => "  -H " + quoted(name + ": " + value) + " \\"),
    "  --data-binary @- " + quoted(platform()) + " <<'" + end + "'",
    request,
    end,
    "",
  ].join("\n");
}

const platform = () => about.value?.urls.find((each) => each.service === "platform")?.url ?? "https://localhost:8443/vp";

async function copied(text) {
  announce((await copy(text)) ? t("copied") : t("copied.not"));
}

const neighbour = (by) => {
  const next = Number(number) + by;
  return next > 0 ? "#/exchanges/" + next : null;
};

function summary() {
  const it = exchange.value.summary;
  return facts([
    [t("exchanges.outcome"), html`${outcome(it.outcome)} HTTP ${it.status}`],
    [t("exchanges.at"), moment(it.at)],
    [t("exchanges.took"), took(it.tookMillis)],
    [t("exchanges.contract"), show(it.contract ?? t("unknown"))],
    [t("message.address"), it.logicalAddress ? show(it.logicalAddress) : nothing],
    [t("exchanges.caller"), it.caller ? show(it.caller) : t("message.noCaller")],
    [t("message.correlation"), it.correlationId ? html`<code>${show(it.correlationId)}</code>` : nothing],
    [t("message.fault"), it.fault ? show(it.fault) : nothing],
  ]);
}

const body = () => html`
  ${summary()}
  <section aria-labelledby="findings-heading">
    <h2 id="findings-heading">${plural("exchanges.findings", findings().length)}</h2>
    ${findings().length ? html`<ol class="rows">${findings().map(finding)}</ol>` : html`<p>${t("message.noFindings")}</p>`}
  </section>
  <div class="bar">
    <label class="switch"><input type="checkbox" .checked=${indent} @change=${(event) => ((indent = event.target.checked), update())}>${t("message.indent")}</label>
    <button type="button" @click=${() => copied(curl())}>${t("message.curl")}</button>
    <button type="button" @click=${() => copied(text("request"))}>${t("message.copyRequest")}</button>
    <button type="button" @click=${() => copied(text("response"))}>${t("message.copyResponse")}</button>
  </div>
  <p class="muted small">${t("message.copyHint")}</p>
  <section aria-labelledby="request-heading">
    <h2 id="request-heading">${t("message.request")}</h2>
    ${headers(exchange.value.request.headers, t("message.requestHeaders"))} ${code("request", t("message.request"))}
  </section>
  <section aria-labelledby="response-heading">
    <h2 id="response-heading">${t("message.response")}</h2>
    ${headers(exchange.value.response.headers, t("message.responseHeaders"))} ${code("response", t("message.response"))}
  </section>`;

export const message = {
  open(which) {
    if (which !== number) {
      number = which;
      exchange.forget();
      whole = new Set();
      cache.clear();
    }
    exchange.load(which).then(() => (cache.clear(), update()));
    about.load();
  },

  keys(key) {
    if (key === "n") return () => (location.hash = neighbour(1));
    if (key === "b" && neighbour(-1)) return () => (location.hash = neighbour(-1));
    return null;
  },

  render: () => html`
    <div class="bar">
      <a class="button" href="#/exchanges">${t("message.back")}</a>
      ${neighbour(-1) ? html`<a class="button" href=${neighbour(-1)}>${t("message.before")}</a>` : nothing}
      <a class="button" href=${neighbour(1)}>${t("message.next")}</a>
    </div>
    ${problemBox(exchange.problem)} ${loading(exchange)} ${exchange.value ? body() : nothing}`,
};
