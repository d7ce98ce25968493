// What this browser remembers: language, theme, whether numbers are hidden, whether single keys are listened to.

const prefix = "national-services.";

function read(name, otherwise) {
  try {
    return localStorage.getItem(prefix + name) ?? otherwise;
  } catch {
    return otherwise; // a browser that remembers nothing
  }
}

function write(name, value) {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // it holds until the page is closed
  }
}

const firstLanguage = (navigator.languages ?? []).map((each) => each.slice(0, 2)).find((each) => each === "sv" || each === "en");

export const settings = {
  language: read("language", firstLanguage ?? "sv"),
  theme: read("theme", "auto"),
  masked: read("masked", "yes") !== "no",
  keys: read("keys", "yes") !== "no",

  change(name, value) {
    this[name] = value;
    write(name, value === true ? "yes" : value === false ? "no" : value);
    this.apply();
  },

  /** Language and theme are the document's: screen readers and style sheet go by it. */
  apply() {
    document.documentElement.lang = this.language;
    document.documentElement.dataset.theme = this.theme;
  },
};
