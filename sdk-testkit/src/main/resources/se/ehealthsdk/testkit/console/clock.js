// The services' time, which may be ahead of the browser's, or stand still.

import {get, url} from "./api.js";
import {update} from "./page.js";

export const clock = {
  known: false,
  stopped: false,
  ahead: 0,
  at: 0,
  heardAt: 0,

  /** Now, for the services; milliseconds since 1970. */
  now() {
    if (!this.known) return Date.now();
    return this.stopped ? this.at : this.at + (performance.now() - this.heardAt);
  },

  hear(told) {
    if (!told?.now) return;
    this.known = true;
    this.at = new Date(told.now).getTime();
    this.heardAt = performance.now();
    this.stopped = Boolean(told.stopped);
    update();
  },

  async load() {
    this.hear(await get(url("clock")));
  },
};
