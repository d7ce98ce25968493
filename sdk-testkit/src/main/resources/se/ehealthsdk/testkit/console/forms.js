// The usual fields of what can be edited; everything else is reached as JSON. The form is that of the data files.

const text = (path, more) => ({path, kind: "text", ...more});
const list = (path) => ({path, kind: "list"});
const yes = (path) => ({path, kind: "yes"});
const moments = [text("start", {hint: "form.moment"}), text("end", {hint: "form.moment"})];

/** Each: `resource` of the API, `list` in its answer, `key` that a thing is found by, `columns` of the list, `fields` of the form, what a new one starts as. */
export const forms = {
  people: {
    resource: "people",
    list: "people",
    key: "name",
    columns: ["name", "personId", "givenName", "surname", "posts.0.title", "posts.0.hsaId"],
    fields: [
      text("name", {hint: "form.name", needed: true}),
      text("personId", {hint: "form.personId", needed: true}),
      text("givenName", {needed: true}),
      text("surname", {needed: true}),
      yes("protectedPerson"),
      text("posts.0.hsaId", {hint: "form.hsaId"}),
      text("posts.0.title"),
      text("posts.0.dn", {hint: "form.dn"}),
      text("posts.0.mail"),
      list("posts.0.telephoneNumbers"),
      text("posts.0.prescriptionCode"),
    ],
    fresh: {name: "", personId: "", givenName: "", surname: "", posts: [{hsaId: ""}]},
  },
  units: {
    resource: "units",
    list: "units",
    key: "hsaId",
    columns: ["hsaId", "name", "careProvider", "memberOf", "workplaceCodes"],
    fields: [
      text("hsaId", {hint: "form.hsaId", needed: true}),
      text("name", {needed: true}),
      text("dn", {hint: "form.dn"}),
      text("careProvider", {hint: "form.careProvider"}),
      text("memberOf", {hint: "form.memberOf"}),
      text("manager"),
      text("mail"),
      list("telephoneNumbers"),
      list("workplaceCodes"),
      list("openingHours"),
      text("street"),
      list("postalAddress"),
      text("countyCode"),
      text("municipalityCode"),
      ...moments,
      yes("feigned"),
    ],
    fresh: {hsaId: "", name: "", dn: ""},
  },
  "care-providers": {
    resource: "care-providers",
    list: "careProviders",
    key: "hsaId",
    columns: ["hsaId", "name", "organisationNumber", "end"],
    fields: [text("hsaId", {hint: "form.hsaId", needed: true}), text("name", {needed: true}), text("organisationNumber", {hint: "form.organisationNumber"}), ...moments],
    fresh: {hsaId: "", name: "", organisationNumber: ""},
  },
  commissions: {
    resource: "commissions",
    list: "commissions",
    key: "hsaId",
    columns: ["hsaId", "name", "purpose", "holder", "rights"],
    fields: [
      text("hsaId", {hint: "form.hsaId", needed: true}),
      text("name", {needed: true}),
      text("purpose", {hint: "form.purpose", needed: true}),
      text("holder", {hint: "form.holder", needed: true}),
      list("rights"),
      ...moments,
    ],
    fresh: {hsaId: "", name: "", purpose: "Vård och behandling", holder: ""},
  },
  patients: {
    resource: "patients",
    list: "patients",
    key: "name",
    columns: ["name", "id", "givenNames", "surname", "municipality"],
    fields: [
      text("name", {hint: "form.name", needed: true}),
      text("id", {hint: "form.personId", needed: true}),
      text("givenNames", {needed: true}),
      text("givenNameIndicator", {kind: "number", hint: "form.givenNameIndicator"}),
      text("surname", {needed: true}),
      text("municipality", {hint: "form.municipality"}),
      text("street"),
      text("postalCode"),
      text("town"),
      text("mobile"),
      text("deceased", {hint: "form.day"}),
      text("replacedBy", {hint: "form.replacedBy"}),
      list("formerly"),
      yes("secrecyMarked"),
      yes("protectedRegistration"),
      yes("testPerson"),
    ],
    fresh: {name: "", id: "", givenNames: "", surname: ""},
  },
};

const steps = (path) => path.split(".").map((each) => (/^\d+$/.test(each) ? Number(each) : each));

/** What stands at `posts.0.title`. */
export const at = (thing, path) => steps(path).reduce((each, step) => each?.[step], thing);

/** Puts a value there, or takes it away when it is undefined; lists and objects on the way are made. */
export function put(thing, path, value) {
  const all = steps(path);
  let each = thing;
  all.slice(0, -1).forEach((step, index) => {
    if (each[step] === undefined || each[step] === null) {
      if (value === undefined) return;
      each[step] = typeof all[index + 1] === "number" ? [] : {};
    }
    each = each[step];
  });
  if (value === undefined) delete each[all.at(-1)];
  else each[all.at(-1)] = value;
}

/** `people[3].posts[0].hsaId` of the services as `posts.0.hsaId` of the form. */
export const pathOf = (field, known) => {
  const path = (field ?? "").replace(/\[(\d+)\]/g, ".$1").replace(/^\./, "");
  return known.find((each) => path === each || path.endsWith("." + each) || path.startsWith(each + ".")) ?? path;
};
