// The Admin API. The console uses nothing else.

import {t} from "./words.js";

/** The workspace of this page; `default` is the first one. */
export const workspace = new URLSearchParams(location.search).get("workspace") ?? "default";

const base = workspace === "default" ? "/api" : "/api/workspaces/" + encodeURIComponent(workspace);

/** Where a resource is; each part of the path is made safe. */
export const url = (...parts) => base + parts.map((each) => "/" + encodeURIComponent(each)).join("");

/** A refusal, as `application/problem+json` tells it. */
export class Problem extends Error {
  constructor(status, told) {
    super(told.title ?? t("problem.title"));
    this.status = status;
    this.title = told.title ?? t("problem.title");
    this.detail = told.detail ?? "";
    this.fields = told.problems ?? (told.field ? [{field: told.field, problem: told.problem, expected: told.expected}] : []);
  }
}

async function call(method, path, {query, body, ifMatch} = {}) {
  const search = new URLSearchParams();
  Object.entries(query ?? {}).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== "") search.set(name, value);
  });
  const address = path + (search.size ? "?" + search : "");
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: {
        Accept: "application/json",
        // without it nothing is changed: no form of another site can send it
        ...(method === "GET" ? {} : {"Content-Type": "application/json"}),
        ...(ifMatch ? {"If-Match": ifMatch} : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
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
  return {value, tag: answer.headers.get("ETag")};
}

const valueOf = ({value}) => value;

export const get = (path, query) => call("GET", path, {query}).then(valueOf);
export const post = (path, body = {}) => call("POST", path, {body}).then(valueOf);
export const put = (path, body, ifMatch) => call("PUT", path, {body, ifMatch}).then(valueOf);
export const remove = (path) => call("DELETE", path).then(valueOf);

/** With its tag, so that what somebody else has changed meanwhile is not written over. */
export const getTagged = (path) => call("GET", path);

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
