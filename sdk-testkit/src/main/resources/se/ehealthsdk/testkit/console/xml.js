// A message as lines, as it was sent or indented. No parser: what is broken is shown too, and each line knows the line that it was sent on.

// Every repetition ends at the next bracket or has a limit: garbage of a megabyte takes no longer than a message.
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<!DOCTYPE[^<>[]*(?:\[[^\]]{0,2000}\])?[^<>]*>?|<![^<>]*>?|<\/?[^\s<>/="']+(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<]+|</g;

const attribute = /([^\s=/<>"']{1,200})(\s{0,20}=\s{0,20})("[^"]*"|'[^']*')/g;

const deepest = 200;

/** Whether it looks like XML at all. */
export const isXml = (text) => /^\s*</.test(text);

function kindOf(piece) {
  if (piece.startsWith("<!--")) return "comment";
  if (piece.startsWith("<![CDATA[")) return "cdata";
  if (piece.startsWith("<?") || piece.startsWith("<!")) return "comment";
  if (piece.startsWith("</")) return "close";
  if (piece.startsWith("<") && piece.length > 2) return piece.endsWith("/>") ? "empty" : "open";
  return "text";
}

function segments(kind, text) {
  if (kind !== "open" && kind !== "empty") {
    return [{kind: kind === "close" ? "tag" : kind === "comment" ? "comment" : "text", text}];
  }
  const name = /^<[^\s/>]+/.exec(text)[0];
  const found = [{kind: "tag", text: name}];
  let at = name.length;
  attribute.lastIndex = at;
  for (let each; (each = attribute.exec(text)); ) {
    found.push({kind: "tag", text: text.slice(at, each.index)}, {kind: "attribute", text: each[1] + each[2]}, {kind: "value", text: each[3]});
    at = attribute.lastIndex;
  }
  found.push({kind: "tag", text: text.slice(at)});
  return found.filter((each) => each.text);
}

const localName = (tag) => /^<\/?(?:[^\s:/>]*:)?([^\s/>]+)/.exec(tag)?.[1] ?? "";

function tokens(text) {
  const found = [];
  const open = [{path: "", seen: new Map()}];
  let line = 1;
  for (const [piece] of text.matchAll(pieces)) {
    const kind = kindOf(piece);
    const parent = open.at(-1);
    let path = parent.path;
    if (kind === "open" || kind === "empty") {
      const name = localName(piece);
      const order = (parent.seen.get(name) ?? 0) + 1;
      parent.seen.set(name, order);
      if (open.length < deepest) path = (path ? path + "/" : "") + (order === 1 ? name : name + "[" + order + "]");
      if (kind === "open") open.push({path, seen: new Map()});
    } else if (kind === "close" && open.length > 1) {
      open.pop();
    }
    found.push({kind, text: piece, line, path});
    for (const character of piece) if (character === "\n") line++;
  }
  return found;
}

function asSent(all) {
  const lines = [{line: 1, path: "", parts: []}];
  for (const token of all) {
    for (const {kind, text} of segments(token.kind, token.text)) {
      text.split(/\r\n|\n|\r/).forEach((part, index) => {
        if (index > 0) lines.push({line: lines.length + 1, path: token.path, parts: []});
        const last = lines.at(-1);
        if (!last.path || token.kind === "open" || token.kind === "empty") last.path ||= token.path;
        if (part) last.parts.push({kind, text: part, path: token.path});
      });
    }
  }
  return lines;
}

function indented(all) {
  const shown = all.filter((each) => each.kind !== "text" || each.text.trim() !== "");
  const lines = [];
  let depth = 0;
  for (let index = 0; index < shown.length; index++) {
    const token = shown[index];
    if (token.kind === "close") depth = Math.max(0, depth - 1);
    const parts = segments(token.kind, token.kind === "text" ? token.text.trim() : token.text);
    if (token.kind === "open") {
      const [next, end] = [shown[index + 1], shown[index + 2]];
      if (next?.kind === "close") {
        parts.push(...segments("close", next.text));
        index++;
      } else if ((next?.kind === "text" || next?.kind === "cdata") && end?.kind === "close") {
        parts.push(...segments(next.kind, next.text), ...segments("close", end.text));
        index += 2;
      }
    }
    const opens = token.kind === "open" && parts.at(-1).text.startsWith("</") === false;
    lines.push({line: token.line, path: token.path, parts: [{kind: "text", text: "  ".repeat(Math.min(depth, 40))}, ...parts]});
    if (opens) depth++;
  }
  return lines;
}

/** The lines of a message: `{line, path, parts: [{kind, text}]}`. */
export function linesOf(text, indent) {
  if (!isXml(text)) return text.split(/\r\n|\n|\r/).map((each, index) => ({line: index + 1, path: "", parts: [{kind: "text", text: each}]}));
  const all = tokens(text);
  return indent ? indented(all) : asSent(all);
}

const plain = (path) => (path ?? "").replace(/\/@[^/]*$/, "").replace(/\[1\]/g, "").replace(/(^|\/)[^/:]+:/g, "$1").replace(/^\//, "");

/** On which of the lines a finding is to be marked, from 0; -1 when on none. */
export function lineOf(lines, finding) {
  const wanted = plain(finding.path);
  if (wanted) {
    const found = lines.findIndex((each) => each.path === wanted || each.parts.some((part) => part.path === wanted));
    if (found >= 0) return found;
  }
  if (!finding.line) return -1;
  const later = lines.findIndex((each) => each.line > finding.line);
  return later < 0 ? lines.length - 1 : Math.max(0, later - 1);
}
