// The services' time: forward, stopped, going.

import {html} from "/lib/lit-html/lit-html.js";
import {post, url} from "./api.js";
import {clock} from "./clock.js";
import {announce, update} from "./page.js";
import {badge, facts, field, problemBox} from "./parts.js";
import {moment} from "./show.js";
import {t} from "./words.js";

const leaps = ["PT1H", "PT12H", "P1D", "P7D"];

let problem = null;
let to = "";

async function change(body, words) {
  try {
    clock.hear(await post(url("clock"), body));
    problem = null;
    announce(words);
  } catch (failure) {
    problem = failure;
  }
  update();
}

function advanceTo(event) {
  event.preventDefault();
  // without a zone it is Swedish time, as everything that is shown
  change({to}, t("clock.moved"));
}

export const clockView = {
  name: () => t("clock.name"),
  title: () => t("clock.name"),

  open() {
    problem = null;
    clock.load().catch((failure) => ((problem = failure), update()));
  },

  render: () => html`
    <p>${t("clock.about")}</p>
    ${problemBox(problem)}
    ${facts([
      [t("clock.now"), html`<strong>${moment(clock.now())}</strong>`],
      [t("clock.state"), clock.stopped ? badge("warn", t("clock.stopped")) : badge("ok", t("clock.going"))],
      [t("clock.yours"), moment(Date.now())],
    ])}
    <div class="bar">
      ${leaps.map((each) => html`<button type="button" @click=${() => change({advance: each}, t("clock.moved"))}>${t("clock." + each)}</button>`)}
      ${clock.stopped
        ? html`<button type="button" class="primary" @click=${() => change({resume: true}, t("clock.resumed"))}>${t("clock.resume")}</button>`
        : html`<button type="button" @click=${() => change({stop: true}, t("clock.stoppedNow"))}>${t("clock.stop")}</button>`}
    </div>
    <form class="bar" @submit=${advanceTo}>
      ${field({
        id: "clock-to",
        name: t("clock.to"),
        hint: t("clock.to.hint"),
        control: ({describedBy}) =>
          html`<input id="clock-to" type="datetime-local" step="1" aria-describedby=${describedBy} .value=${to} @input=${(event) => (to = event.target.value)}>`,
      })}
      <button>${t("clock.advance")}</button>
    </form>`,
};
