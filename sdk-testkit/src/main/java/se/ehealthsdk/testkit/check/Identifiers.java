package se.ehealthsdk.testkit.check;

import java.util.Set;
import java.util.regex.Pattern;

/** The rules of identifiers and times, wherever they stand. */
final class Identifiers implements Watch {

    private static final Rule SMALL = Rules.of("hsa-id.lower-case");
    private static final Rule BLANKS = Rules.of("hsa-id.blanks");
    private static final Rule LENGTH = Rules.of("hsa-id.length");
    private static final Rule IS_PERSON = Rules.of("hsa-id.person-number");
    private static final Rule HSA_ROOT = Rules.of("hsa-id.root");
    private static final Rule FORM = Rules.of("person-id.form");
    private static final Rule CHECK_DIGIT = Rules.of("person-id.check-digit");
    private static final Rule COORDINATION_ROOT = Rules.of("person-id.coordination-root");
    private static final Rule PERSONAL_ROOT = Rules.of("person-id.personal-root");
    private static final Rule RESERVE_ROOT = Rules.of("person-id.reserve-root");
    private static final Rule UNKNOWN_ROOT = Rules.of("person-id.root");
    private static final Rule HOUR_24 = Rules.of("time.hour-24");
    private static final Rule FREE_TEXT = Rules.of("personal.in-free-text");

    static final String PERSONAL = "1.2.752.129.2.1.3.1";
    static final String COORDINATION = "1.2.752.129.2.1.3.3";
    private static final String HSA = "1.2.752.129.2.1.4.1";

    /** National reserve number, and the regions' own as far as they are known. */
    private static final Set<String> RESERVE =
            Set.of(
                    "1.2.752.74.9.1",
                    "1.2.752.97.3.1.3",
                    "1.2.752.113.11.0.2.1.1.1",
                    "1.2.752.74.9.2",
                    "1.2.752.129.2.1.3.2",
                    "1.2.752.74.9.3",
                    "1.2.752.74.9.4",
                    "1.2.752.219.1.10.10.1",
                    "1.2.752.74.9.5",
                    "1.2.752.269.1.1",
                    "1.2.752.266.1.1.1",
                    "1.2.752.266.1.1.2",
                    "1.2.752.129.2.1.2.1");

    private static final Set<String> HSA_IDS =
            Set.of("systemId", "userId", "careProviderId", "careUnitId", "employeeId");
    private static final Set<String> HSA_PAIRS =
            Set.of("personal-id", "enhets-id", "vardgivar-id", "hanteratAv");
    private static final Set<String> PEOPLE =
            Set.of(
                    "person-id",
                    "patientPerson-id",
                    "personId",
                    "patientId",
                    "PatientId",
                    "personalIdentity",
                    "requestedPersonalIdentity");
    private static final Set<String> PLAIN_NUMBERS =
            Set.of("personalIdentityNumber", "registeredResidentIdentification");
    private static final Set<String> FREE_TEXTS =
            Set.of(
                    "activityType",
                    "activityLevel",
                    "activityArgs",
                    "purpose",
                    "assignment",
                    "title",
                    "systemName",
                    "resourceType",
                    "careUnitName",
                    "careProviderName",
                    "comment",
                    "reason",
                    "rubrik");

    private static final Pattern TWELVE = Pattern.compile("[0-9]{12}");
    private static final Pattern WITH_LETTERS = Pattern.compile("[0-9]{4,8}[0-9A-Z]{4,8}");
    private static final Pattern OTHER_FORMS = Pattern.compile("[0-9]{6}([0-9]{2})?[-+]?[0-9]{4}");
    private static final Pattern HSA_LIKE =
            Pattern.compile("[A-Za-z]{2,8}[0-9_A-Za-z]*-[0-9A-Za-z.-]+");

    private final Notes notes;
    private String root = "";
    private String value = "";

    Identifiers(Notes notes) {
        this.notes = notes;
    }

    /** Whether it is an HSA-id with small letters. */
    static boolean hasSmallLetters(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isLowerCase(id.charAt(i))) {
                return HSA_LIKE.matcher(id).matches();
            }
        }
        return false;
    }

    /** Whether a person's id is one that only a region, or the national register of reserve numbers, gives. */
    static boolean isReserve(String oid, String id) {
        return RESERVE.contains(oid)
                || !TWELVE.matcher(id.strip()).matches()
                        && WITH_LETTERS.matcher(id.strip()).matches();
    }

    @Override
    public void start(Place place) {
        if (place.depth() > 1 && isPair(place.name())) {
            root = "";
            value = "";
        }
    }

    private static boolean isPair(String name) {
        return HSA_PAIRS.contains(name) || PEOPLE.contains(name);
    }

    @Override
    public void text(Place place, String text) {
        String name = place.name();
        if (isPair(place.parent())) {
            switch (name) {
                case "root", "type" -> root = text.strip();
                case "extension", "id" -> value = text;
                default -> {
                    // an element of another meaning
                }
            }
        } else if (HSA_IDS.contains(name) || name.endsWith("HsaId") || name.endsWith("HSAId")) {
            hsaId(place, text);
        } else if (PLAIN_NUMBERS.contains(name)) {
            number(place, text);
        } else if (FREE_TEXTS.contains(name) && PersonNumbers.isIn(text)) {
            notes.add(FREE_TEXT, place, name);
        }
        if (text.length() >= 8 && text.length() <= 35 && isHour24(text)) {
            notes.add(HOUR_24, place, text.strip());
        }
    }

    private static boolean isHour24(String text) {
        return text.contains("T24:00") || text.strip().startsWith("24:00:00");
    }

    @Override
    public void end(Place place) {
        if (HSA_PAIRS.contains(place.name()) && !value.isEmpty()) {
            if (!root.equals(HSA)) {
                notes.add(HSA_ROOT, place, place.name(), root);
            }
            hsaId(place, value);
        } else if (PEOPLE.contains(place.name()) && !value.isEmpty()) {
            person(place);
        }
    }

    private void hsaId(Place place, String id) {
        if (PersonNumbers.isIn(id)) {
            notes.add(IS_PERSON, place, place.name());
            return;
        }
        if (!id.isEmpty() && (id.charAt(0) <= ' ' || id.charAt(id.length() - 1) <= ' ')) {
            notes.add(BLANKS, place, place.name());
        }
        if (id.strip().length() > 32) {
            notes.add(LENGTH, place, place.name(), id.strip().length());
        }
        if (hasSmallLetters(id.strip())) {
            notes.add(SMALL, place, id.strip());
        }
    }

    private void person(Place place) {
        String id = value.strip();
        boolean personal = root.equals(PERSONAL);
        if (!personal && !root.equals(COORDINATION)) {
            if (!RESERVE.contains(root) && !root.isEmpty()) {
                notes.add(UNKNOWN_ROOT, place, root);
            }
            return;
        }
        if (!TWELVE.matcher(id).matches()) {
            boolean letters =
                    !OTHER_FORMS.matcher(id).matches() && WITH_LETTERS.matcher(id).matches();
            notes.add(letters ? RESERVE_ROOT : FORM, place, letters ? root : place.name());
            return;
        }
        boolean coordination = id.charAt(6) >= '6';
        if (coordination == personal) {
            notes.add(personal ? COORDINATION_ROOT : PERSONAL_ROOT, place);
        }
        if (!PersonNumbers.isChecked(id)) {
            notes.add(CHECK_DIGIT, place, place.name());
        }
    }

    private void number(Place place, String text) {
        String id = text.strip();
        if (id.isEmpty()) {
            return;
        }
        if (OTHER_FORMS.matcher(id).matches() && id.length() != 12) {
            notes.add(FORM, place, place.name());
        } else if (TWELVE.matcher(id).matches() && !PersonNumbers.isChecked(id)) {
            notes.add(CHECK_DIGIT, place, place.name());
        }
    }
}
