package se.ehealthsdk.testkit.directory.country;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.testkit.directory.country.Draw.Question;

/** What a directory holds on a unit or an organisation. */
final class UnitFacts {

    private static final List<List<String>> SURGERY_HOURS =
            List.of(
                    List.of("1-5#08:00#17:00"),
                    List.of("1-4#08:00#17:00", "5-5#08:00#15:00"),
                    List.of("1-5#07:45#16:30"),
                    List.of("1-5#08:00#12:00", "1-5#13:00#16:00"),
                    List.of("1-7#00:00#24:00"),
                    List.of("1-5#08:00#20:00", "6-7#10:00#16:00"),
                    List.of("1-1#08:00#19:00", "2-5#08:00#17:00#Ej röda dagar"),
                    List.of("5-5#21:00#24:00", "6-6#00:00#06:00"));
    private static final List<List<String>> TELEPHONE_HOURS =
            List.of(
                    List.of("1-5#08:00#16:00"),
                    List.of("1-5#08:00#11:30", "1-4#13:00#15:00"),
                    List.of("1-5#08:00#12:00#Återuppringning"),
                    List.of("1-7#00:00#24:00"));
    private static final List<String> DROP_IN_HOURS = List.of("1-5#08:00#10:00");
    private static final List<String> VISITING_HOURS = List.of("1-7#14:00#19:00");
    private static final List<String> CLINIC_CODES = List.of("1200", "1500", "1600", "2029");
    private static final List<String> CLINIC_NAMES =
            List.of("Allmänmedicin", "Internmedicin", "Barnmedicin", "Vaccination");
    private static final List<String> UNIT_CLASS = List.of("top", "organizationalUnit");
    private static final List<String> CARE_UNIT_CLASS =
            List.of("top", "organizationalUnit", "hsaHealthCareUnit");
    private static final List<String> PROVIDER_CLASS =
            List.of("top", "organization", "hsaHealthCareProvider");
    private static final List<String> BOTH_CLASS =
            List.of("top", "organization", "hsaHealthCareProvider", "hsaHealthCareUnit");

    private final Draw draw;
    private final Tree tree;
    private final Names names;
    private final Points points = new Points();

    UnitFacts(Draw draw, Tree tree, Names names) {
        this.draw = draw;
        this.tree = tree;
        this.names = names;
    }

    /** The object classes; marks are drawn for three in a hundred. */
    List<String> classes(Organisation of, int own) {
        boolean careUnit = of.level(own) == of.careLevel();
        List<String> classes =
                own == 0
                        ? (careUnit ? BOTH_CLASS : PROVIDER_CLASS)
                        : (careUnit ? CARE_UNIT_CLASS : UNIT_CLASS);
        String mark = own == 0 ? "" : mark(of.firstUnit() + own, careUnit);
        if (mark.isEmpty()) {
            return classes;
        }
        List<String> marked = new ArrayList<>(classes);
        marked.add(mark);
        return marked;
    }

    private String mark(int unit, boolean careUnit) {
        int choice = draw.below(1000, Question.UNIT_MARK, unit);
        if (choice < 8) {
            return "hiddenObject";
        }
        if (choice < 23) {
            return "hsaArchivedObject";
        }
        if (choice < 27) {
            return "hsaFeignedObject";
        }
        return careUnit && choice < 29 ? "hsaInaccurateHCU" : "";
    }

    boolean isArchived(int unit) {
        int choice = draw.below(1000, Question.UNIT_MARK, unit);
        return choice >= 8 && choice < 23;
    }

    /** The name without escapes. */
    String name(Organisation of, int own) {
        return own == 0 ? names.organisation(of) : plain(names.unit(of, own));
    }

    static String plain(String escaped) {
        return escaped.indexOf('\\') < 0 ? escaped : escaped.replace("\\", "");
    }

    /** {@code XXXXXX-XXXX} with its check digit: in ranges that are not known to be given out, 299 for public owners and 499. */
    static String organisationNumber(Organisation of) {
        int number =
                (of.kind() == Organisation.Kind.PRIVATE ? 499_000_000 : 299_000_000) + of.number();
        int sum = 0;
        int left = number;
        for (int at = 8; at >= 0; at--) {
            int digit = left % 10 * (at % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            left /= 10;
        }
        String digits = Integer.toString(number) + (10 - sum % 10) % 10;
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }

    /** The units of a care unit, itself not among them. */
    List<String> members(Organisation of, int own) {
        List<String> members = new ArrayList<>();
        for (Range level : tree.withAllBelow(of, own)) {
            for (int unit = level.start(); unit < level.end(); unit++) {
                if (unit != of.firstUnit() + own) {
                    members.add(Names.hsaId('U', unit));
                }
            }
        }
        return members;
    }

    /** Everything, value by value. */
    void tell(int unit, EntrySink sink) {
        Organisation of = tree.ofUnit(unit);
        int own = unit - of.firstUnit();
        int level = of.level(own);
        boolean careUnit = level == of.careLevel();
        String name = name(of, own);
        sink.put("objectClass", classes(of, own));
        sink.put("hsaIdentity", Names.hsaId('U', unit));
        sink.put(own == 0 ? "o" : "ou", name);
        if (own == 0 || of.kind() == Organisation.Kind.PRIVATE && level == 1) {
            sink.put("orgNo", organisationNumber(of));
        }
        if (careUnit) {
            sink.put("hsaResponsibleHealthCareProvider", Names.hsaId('U', of.firstUnit()));
            relations(of, own, sink);
        }
        place(of, unit, name, sink);
        classification(of, unit, level, sink);
        telephones(unit, sink);
        hours(unit, careUnit, sink);
        texts(of, unit, level, name, sink);
        times(unit, sink);
    }

    private void relations(Organisation of, int own, EntrySink sink) {
        if (sink.wants("hsaHealthCareUnitMember")) {
            List<String> members = members(of, own);
            if (!members.isEmpty()) {
                sink.put("hsaHealthCareUnitMember", members);
            }
        }
        List<Range> staff = tree.staff(of, own);
        if (!staff.isEmpty()) {
            sink.put("hsaHealthCareUnitManager", Names.hsaId('P', staff.get(0).start()));
        }
    }

    private void place(Organisation of, int unit, String name, EntrySink sink) {
        County county = County.ALL.get(of.county());
        int choice = draw.below(1 << 20, Question.UNIT_PLACE, placeOf(of, unit));
        int inTown = choice % 10 < 7 ? 0 : 1;
        County.Town town = inTown == 0 ? county.first() : county.second();
        Points.Point point =
                points.in(
                        of.county(),
                        inTown,
                        draw.below(1 << 20, Question.UNIT_POINT, placeOf(of, unit)));
        String street = "Påhittsgatan " + (1 + choice / 10 % 98);
        String postalCode = Integer.toString(10_000 + choice % 80_000);
        sink.put("countyCode", county.code());
        sink.put("countyName", county.name());
        sink.put("municipalityCode", town.code());
        sink.put("municipalityName", town.name());
        sink.put("l", town.name());
        sink.put("street", street);
        sink.put("postalCode", postalCode);
        if (sink.wants("postalAddress")) {
            sink.put(
                    "postalAddress",
                    (name.length() > 30 ? name.substring(0, 30) : name)
                            + "$"
                            + street
                            + "$"
                            + postalCode.substring(0, 3)
                            + " "
                            + postalCode.substring(3)
                            + " "
                            + town.name());
        }
        sink.put("geographicalCoordinates", point.rt90());
        sink.put("hsaSweref99Latitude", point.latitude());
        sink.put("hsaSweref99Longitude", point.longitude());
    }

    /** Whose place a unit shares: that of the care unit it belongs to. */
    private static int placeOf(Organisation of, int unit) {
        int careUnit = of.careUnitOf(unit - of.firstUnit());
        return careUnit < 0 ? of.firstUnit() : of.firstUnit() + careUnit;
    }

    private void classification(Organisation of, int unit, int level, EntrySink sink) {
        sink.put(
                "management",
                switch (of.kind()) {
                    case REGION -> "1";
                    case MUNICIPALITY -> "2";
                    case PRIVATE -> "4";
                });
        if (level < of.careLevel()) {
            return;
        }
        int choice = draw.below(1000, Question.UNIT_NAME, unit);
        sink.put("careType", choice % 10 == 0 ? "02" : choice % 10 == 1 ? "03" : "01");
        sink.put("businessClassificationCode", CLINIC_CODES.get(choice % 4));
        sink.put("businessClassificationName", CLINIC_NAMES.get(choice % 4));
        sink.put("financingOrganization", organisationNumber(tree.ofCounty(of.county()).get(0)));
        if (level == of.careLevel()) {
            sink.put(
                    "unitPrescriptionCode",
                    County.ALL.get(of.county()).code() + (10_000 + (unit * 7) % 90_000));
            if (of.kind() != Organisation.Kind.MUNICIPALITY) {
                sink.put(
                        "hsaBusinessType", choice % 8 == 2 ? "01" : choice % 50 == 1 ? "03" : "02");
            }
            sink.put("hsaDestinationIndicator", "03");
        }
    }

    /** Numbers that the telephone authority PTS keeps for books and films. */
    private void telephones(int unit, EntrySink sink) {
        int number = Math.floorMod(draw.bits(Question.UNIT_TIMES, unit), 100);
        String twoDigits = number < 10 ? "0" + number : Integer.toString(number);
        sink.put("telephoneNumber", "+468465004" + twoDigits);
        if (number % 2 == 0) {
            sink.put("hsaSwitchboardNumber", "+463139006" + twoDigits);
        }
        if (number % 5 == 0) {
            sink.put("hsaTelephoneNumber", "+469803192" + twoDigits);
        }
    }

    private void hours(int unit, boolean careUnit, EntrySink sink) {
        int choice = draw.below(1 << 20, Question.UNIT_HOURS, unit);
        if (careUnit || choice % 3 == 0) {
            sink.put("surgeryHours", SURGERY_HOURS.get(choice % SURGERY_HOURS.size()));
            sink.put("telephoneHours", TELEPHONE_HOURS.get(choice / 8 % TELEPHONE_HOURS.size()));
        }
        if (choice % 11 == 0) {
            sink.put("dropInHours", DROP_IN_HOURS);
        }
        if (choice % 13 == 0) {
            sink.put("visitingHours", VISITING_HOURS);
        }
    }

    private void texts(Organisation of, int unit, int level, String name, EntrySink sink) {
        int choice = draw.below(1 << 20, Question.UNIT_TEXTS, unit);
        String id = Integer.toString(unit, 36);
        sink.put("mail", "enhet-" + id + "@example.test");
        if (level > of.careLevel()) {
            sink.put("displayOption", (of.careLevel() + 1) + "#" + (level + 1));
        }
        if (level == of.careLevel()) {
            sink.put("labeledURI", "https://" + id + ".example.test/");
            sink.put("hsaDirectoryContact", "katalog@example.test");
            sink.put(
                    "hsaVpwInformation1",
                    "Välkommen till "
                            + name
                            + ". Vi tar emot dig som behöver vård, nära där du bor.");
            sink.put(
                    "route",
                    "Buss "
                            + (1 + choice % 80)
                            + " till hållplatsen Påhittsgatan. Handikappparkering finns vid entrén.");
            if (choice % 4 == 0) {
                sink.put("hsaVisitingRuleAge", choice % 8 == 0 ? "00-17#Barn" : "18-99");
            }
            if (choice % 6 == 0) {
                sink.put("hsaVisitingRules", "Du behöver ingen remiss.");
            }
            if (choice % 20 == 0) {
                sink.put("hsaVpwInformation2", ";20260601;20260831;Kortare öppettider i sommar.");
            }
        }
        if (choice % 5 == 0) {
            sink.put("description", "En påhittad enhet för prov");
        }
        if (choice % 9 == 0) {
            sink.put("ouShort", name.length() > 8 ? name.substring(0, 8).strip() : name);
        }
    }

    private void times(int unit, EntrySink sink) {
        long bits = draw.bits(Question.UNIT_TIMES, unit);
        String start = start(unit);
        if (!start.isEmpty()) {
            sink.put("startDate", start);
        }
        String end = end(unit);
        if (!end.isEmpty()) {
            sink.put("endDate", end);
        }
        if (sink.wants("modifyTimestamp")) {
            sink.put("modifyTimestamp", moment(bits, 2021, 6));
        }
    }

    /** When it starts, as GeneralizedTime; empty for most. */
    String start(int unit) {
        long bits = draw.bits(Question.UNIT_TIMES, unit);
        return bits >>> 60 < 4 ? moment(bits >>> 8, 2005, 15) : "";
    }

    /** When it ends, as GeneralizedTime; empty for most, and past for the archived. */
    String end(int unit) {
        long bits = draw.bits(Question.UNIT_TIMES, unit);
        if (isArchived(unit)) {
            return moment(bits >>> 8, 2020, 5);
        }
        return bits >>> 60 == 0 ? moment(bits >>> 8, 2027, 8) : "";
    }

    /** A moment in GMT as GeneralizedTime, in one of so many years from a first one. */
    static String moment(long bits, int firstYear, int years) {
        int choice = (int) (bits & Integer.MAX_VALUE);
        char[] digits = "20000101000000Z".toCharArray();
        two(digits, 2, (firstYear - 2000) + choice % years);
        two(digits, 4, 1 + choice / 16 % 12);
        two(digits, 6, 1 + choice / 256 % 28);
        two(digits, 8, choice / 8192 % 24);
        two(digits, 10, choice / 262_144 % 60);
        return new String(digits);
    }

    private static void two(char[] digits, int at, int value) {
        digits[at] = (char) ('0' + value / 10);
        digits[at + 1] = (char) ('0' + value % 10);
    }
}
