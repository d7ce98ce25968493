// What happens in the services, as it happens.

import {url} from "./api.js";
import {update} from "./page.js";

const listeners = new Map();

/** `connected` is false while nothing is heard; the browser tries again by itself. */
export const live = {connected: false};

let source = null;

/** Calls on every event of a kind; gives what ends it. `open` is an event too: what was missed must be fetched. */
export function on(kind, listener) {
  if (!listeners.has(kind)) {
    listeners.set(kind, new Set());
    source?.addEventListener(kind, heard);
  }
  listeners.get(kind).add(listener);
  return () => listeners.get(kind).delete(listener);
}

/** Calls when one of these resources of the API has changed, or everything has. */
export function onChange(resources, listener) {
  on("changed", (told) => resources.includes(told?.resource) && listener());
  on("reset", listener);
  on("open", listener);
}

function heard(event) {
  let told = null;
  try {
    told = event.data ? JSON.parse(event.data) : null;
  } catch {
    told = null; // that it happened is enough
  }
  listeners.get(event.type)?.forEach((each) => each(told));
}

export function listen() {
  source = new EventSource(url("events"));
  for (const kind of listeners.keys()) if (kind !== "open") source.addEventListener(kind, heard);
  source.onopen = () => {
    live.connected = true;
    listeners.get("open")?.forEach((each) => each(null));
    update();
  };
  source.onerror = () => {
    live.connected = false;
    update();
    // after a refusal it does not try again by itself
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  };
}
