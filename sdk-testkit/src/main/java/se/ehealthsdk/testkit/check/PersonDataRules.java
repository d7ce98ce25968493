package se.ehealthsdk.testkit.check;

import java.util.HashSet;
import java.util.Set;

/** The rules of persons:person 5.0. */
final class PersonDataRules implements Watch {

    private static final Rule RESERVED = Rules.of("pu.profile.reserved");
    private static final Rule WIDE = Rules.of("pu.profile.wide");
    private static final Rule TWICE = Rules.of("pu.person.twice");

    private static final Set<String> NOT_YET = Set.of("P6", "P7", "P8", "P9", "P10");

    private final Notes notes;
    private final Set<String> asked = new HashSet<>();

    PersonDataRules(Notes notes) {
        this.notes = notes;
    }

    @Override
    public void text(Place place, String text) {
        String value = text.strip();
        if (place.name().equals("profile")) {
            if (NOT_YET.contains(value)) {
                notes.add(RESERVED, place, value);
            } else if (value.equals("P4") || value.equals("P5")) {
                notes.add(WIDE, place, value);
            }
        } else if (place.name().equals("extension")
                && place.parent().equals("personId")
                && !asked.add(value)) {
            notes.add(TWICE, place);
        }
    }
}
