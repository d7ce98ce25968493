// The Admin API. The console uses nothing else.

import {t} from "./words.js";

/** The workspace of this page; empty for the first one. */
export const workspace = new URLSearchParams(location.search).get("workspace") ?? "";

const base = workspace ? "/api/workspaces/" + encodeURIComponent(workspace) : "/api";

/** Where a resource is; each part of the path is made safe. */
export const url = (...parts) => base + parts.map((each) => "/" + encodeURIComponent(each)).join("");

/** A refusal, as `application/problem+json` tells it. */
export class Problem extends Error {
  constructor(status, told) {
    super(told.title ?? t("problem.title"));
    this.status = status;
    this.title = told.title ?? t("problem.title");
    this.detail = told.detail ?? "";
    this.fields = told.errors ?? [];
  }
}

async function call(method, path, {query, body, signal} = {}) {
  const search = new URLSearchParams();
  Object.entries(query ?? {}).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== "") search.set(name, value);
  });
  const address = path + (search.size ? "?" + search : "");
  let answer;
  try {
    answer = await fetch(address, {
      method,
      signal,
      headers: {Accept: "application/json", ...(body === undefined ? {} : {"Content-Type": "application/json"})},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Problem(0, {title: t("problem.unreachable"), detail: t("problem.unreachable.detail")});
  }
  const text = await answer.text();
  let value = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    value = answer.ok ? text : null;
  }
  if (!answer.ok) throw new Problem(answer.status, value ?? {title: t("problem.status", {status: answer.status})});
  return value;
}

export const get = (path, query, signal) => call("GET", path, {query, signal});
export const post = (path, body = {}) => call("POST", path, {body});
export const put = (path, body) => call("PUT", path, {body});
export const remove = (path, query) => call("DELETE", path, {query});

/** Something that is fetched for a view: `value` when it is there, `problem` when it could not be had. */
export class Resource {
  #fetch;
  #latest = 0;

  constructor(fetch) {
    this.#fetch = fetch;
    this.value = null;
    this.problem = null;
    this.loading = false;
  }

  /** Fetches; an answer that a later one has overtaken is dropped. */
  async load(...parameters) {
    const mine = ++this.#latest;
    this.loading = true;
    try {
      const value = await this.#fetch(...parameters);
      if (mine === this.#latest) {
        this.value = value;
        this.problem = null;
      }
    } catch (failure) {
      if (mine === this.#latest) this.problem = failure;
    } finally {
      if (mine === this.#latest) this.loading = false;
    }
    return this.value;
  }

  forget() {
    this.#latest++;
    this.value = null;
    this.problem = null;
    this.loading = false;
  }
}

/** Text for the clipboard; false where the browser does not let us. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
