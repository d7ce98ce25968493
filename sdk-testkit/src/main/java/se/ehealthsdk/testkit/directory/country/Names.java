package se.ehealthsdk.testkit.directory.country;

import se.ehealthsdk.testkit.directory.country.Draw.Question;

/**
 * What everything is called: a function of its place, and different among those that stand at one place. Names are as a
 * distinguished name holds them, commas escaped.
 */
final class Names {

    static final String PREFIX = "TSTNMT2321000156-";
    private static final int DIGITS = 5;
    private static final int RADIX = 36;
    private static final int PLACES = Words.PLACE_BEGINNINGS.length * Words.PLACE_ENDINGS.length;

    private final Draw draw;
    private final Tree tree;

    Names(Draw draw, Tree tree) {
        this.draw = draw;
        this.tree = tree;
    }

    /** The HSA-id of what has a number among those of its kind. */
    static String hsaId(char kind, int number) {
        char[] id = new char[PREFIX.length() + 1 + DIGITS];
        PREFIX.getChars(0, PREFIX.length(), id, 0);
        id[PREFIX.length()] = kind;
        int left = number;
        for (int at = id.length - 1; at > PREFIX.length(); at--) {
            int digit = left % RADIX;
            id[at] = (char) (digit < 10 ? '0' + digit : 'A' + digit - 10);
            left /= RADIX;
        }
        return new String(id);
    }

    /** The number that an HSA-id of a kind holds, in any case of letters; -1 if it is none of this country's. */
    static int number(char kind, String hsaId) {
        if (hsaId.length() != PREFIX.length() + 1 + DIGITS
                || !hsaId.regionMatches(true, 0, PREFIX + kind, 0, PREFIX.length() + 1)) {
            return -1;
        }
        int number = 0;
        for (int at = PREFIX.length() + 1; at < hsaId.length(); at++) {
            int digit = hsaId.charAt(at) < 128 ? Character.digit(hsaId.charAt(at), RADIX) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * RADIX + digit;
        }
        return number;
    }

    String organisation(Organisation of) {
        return switch (of.kind()) {
            case REGION -> Words.REGIONS[of.county()];
            case MUNICIPALITY -> place(of.number() * 7) + "s kommun";
            case PRIVATE -> {
                String company = Words.COMPANIES[of.number() % Words.COMPANIES.length];
                yield place(of.number() / Words.COMPANIES.length) + " " + company;
            }
        };
    }

    private static String place(int number) {
        int place = Math.floorMod(number, PLACES);
        int round = number / PLACES;
        String name =
                Words.PLACE_BEGINNINGS[place % Words.PLACE_BEGINNINGS.length]
                        + Words.PLACE_ENDINGS[place / Words.PLACE_BEGINNINGS.length];
        if (round == 0) {
            return name;
        }
        String which = Words.WHICH[(round - 1) % Words.WHICH.length] + " " + name;
        return round <= Words.WHICH.length ? which : which + " " + round;
    }

    /** The name of a unit below an organisation, by its number within it. */
    String unit(Organisation of, int own) {
        int parent = of.firstUnit() + of.parent(own);
        int first = draw.below(PLACES, Question.CHILD_NAMES, parent);
        int choice = first + of.ordinal(own);
        int level = of.level(own) - of.careLevel();
        return switch (level) {
            case 0 -> careUnit(of, own) + place(choice % PLACES);
            case 1 -> Words.SECTIONS[choice % Words.SECTIONS.length];
            case 2 -> Words.TEAMS[choice % Words.TEAMS.length];
            case -1 -> "Närområde " + place(choice % PLACES);
            default ->
                    of.kind() == Organisation.Kind.MUNICIPALITY
                            ? Words.MUNICIPAL_DIVISIONS[choice % Words.MUNICIPAL_DIVISIONS.length]
                            : Words.REGION_DIVISIONS[choice % Words.REGION_DIVISIONS.length];
        };
    }

    private String careUnit(Organisation of, int own) {
        String[] kinds =
                of.kind() == Organisation.Kind.MUNICIPALITY
                        ? Words.MUNICIPAL_CARE_UNITS
                        : Words.CARE_UNITS;
        return kinds[draw.below(kinds.length, Question.UNIT_NAME, of.firstUnit() + own)];
    }

    String county(int county) {
        return "l=" + County.ALL.get(county).name() + ",c=SE";
    }

    /** The distinguished name of a unit. */
    String unitDn(int unit) {
        Organisation of = tree.ofUnit(unit);
        StringBuilder dn = new StringBuilder(160);
        for (int own = unit - of.firstUnit(); own > 0; own = of.parent(own)) {
            dn.append("ou=").append(unit(of, own)).append(',');
        }
        return dn.append("o=")
                .append(organisation(of))
                .append(",l=")
                .append(County.ALL.get(of.county()).name())
                .append(",c=SE")
                .toString();
    }

    String givenName(int person, int unit) {
        int first = draw.below(Words.GIVEN_NAMES.length, Question.GIVEN_NAMES, unit);
        int ordinal = person - tree.firstPerson(unit);
        return Words.GIVEN_NAMES[(first + ordinal) % Words.GIVEN_NAMES.length];
    }

    String surname(int person) {
        int choice =
                draw.below(
                        Words.SURNAME_BEGINNINGS.length * Words.SURNAME_ENDINGS.length,
                        Question.SURNAME,
                        person);
        return Words.SURNAME_BEGINNINGS[choice % Words.SURNAME_BEGINNINGS.length]
                + Words.SURNAME_ENDINGS[choice / Words.SURNAME_BEGINNINGS.length];
    }

    /** A person's {@code cn}: one of the same given name within a unit has a number too. */
    String person(int person, int unit) {
        String name = givenName(person, unit) + " " + surname(person);
        int round = (person - tree.firstPerson(unit)) / Words.GIVEN_NAMES.length;
        return round == 0 ? name : name + " " + (round + 1);
    }

    /** A commission's {@code cn}. */
    String commission(int commission, Range all) {
        return purpose(commission) + " " + (commission - all.start() + 1);
    }

    String purpose(int commission) {
        int choice = draw.below(100, Question.PURPOSE, commission);
        if (choice < 80) {
            return "Vård och behandling";
        }
        return choice < 90 ? "Kvalitetssäkring" : choice < 97 ? "Administration" : "Forskning";
    }
}
