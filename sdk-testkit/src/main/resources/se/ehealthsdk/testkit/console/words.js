// The words of the console, in the language that is chosen.

import en from "./words-en.js";
import sv from "./words-sv.js";
import {settings} from "./settings.js";

const languages = {sv, en};

const plurals = {sv: new Intl.PluralRules("sv"), en: new Intl.PluralRules("en")};

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** The words for a key; `{name}` in them is filled from the values. */
export function t(key, values = {}) {
  const text = languages[settings.language][key];
  if (text === undefined) throw new Error("no words for " + key);
  return filled(text, values);
}

/** The words for a number of things: the keys end in `.one` and `.other`. */
export function plural(key, count, values = {}) {
  const form = plurals[settings.language].select(count) === "one" ? "one" : "other";
  return t(key + "." + form, {count: new Intl.NumberFormat(locale()).format(count), ...values});
}

/** The words for a code that the services gave; the code itself when it is one that the console does not know. */
export const label = (group, code) => languages[settings.language][group + "." + code] ?? String(code ?? "");

/** The text of the services' own in both languages. */
export const told = (text) => text?.[settings.language] ?? "";

export const locale = () => (settings.language === "sv" ? "sv-SE" : "en-GB");
