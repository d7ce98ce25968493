// Personal identity numbers are hidden unless the user wants to see them. The same number gets the same stand-in as long as the page is open, so that
// two people can still be told apart.

import {settings} from "./settings.js";
import {t} from "./words.js";

// Century or not; month; day, or day + 60 (samordningsnummer); hyphen, plus or nothing; four digits, or a letter in their first place (reservnummer). The
// check digit is not asked for: a number with a wrong one is somebody's nearly.
const number =
  /(?:(?<!\d)|(?<=%[\dA-Fa-f]{2}))(?:1[6-9]|2[0-9])?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+\u2010-\u2015 ]?[\dA-Za-z]\d{3}(?!\d)/g;

const known = new Map();

function order(found) {
  const digits = found.replace(/[^\dA-Za-z]/g, "").slice(-10);
  if (!known.has(digits)) known.set(digits, known.size + 1);
  return known.get(digits);
}

/** The text with each number hidden, when they are to be. */
export function masked(text) {
  return settings.masked ? text.replace(number, (found) => "[" + t("mask.number", {order: order(found)}) + "]") : text;
}
