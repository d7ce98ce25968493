package se.ehealthsdk.testkit.directory.country;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.testkit.directory.country.Draw.Question;

/**
 * What a directory holds on a person and on a commission. There is no {@code personalIdentityNumber}: the official test
 * numbers are too few for a country, and any other that is well formed may be somebody's.
 */
final class PersonFacts {

    private static final List<String> PERSON_CLASS =
            List.of("top", "person", "organizationalPerson", "inetOrgPerson", "HSAPersonExtension");
    private static final List<String> COMMISSION_CLASS = List.of("top", "hsaCommission");
    private static final List<List<String>> RIGHTS =
            List.of(
                    List.of("Läsa;alla;SJF", "Läsa;alla;VE", "Skriva;alla;VE"),
                    List.of("Läsa;alla;VE", "Skriva;alla;VE", "Signera;alla;VE"),
                    List.of("Läsa;dia;VG", "Läsa;lak;VG", "Läsa;und;VG"),
                    List.of("Läsa;alla;VG"));

    /**
     * A profession.
     *
     * @param licence the licence's name; empty if it needs none
     * @param code Socialstyrelsen's code of the licence, empty if not known
     */
    private record Profession(String title, String licence, String code) {}

    private static final List<Profession> PROFESSIONS =
            List.of(
                    new Profession("Läkare", "Läkare", "LK"),
                    new Profession("Överläkare", "Läkare", "LK"),
                    new Profession("Sjuksköterska", "Sjuksköterska", "SJ"),
                    new Profession("Distriktssköterska", "Sjuksköterska", "SJ"),
                    new Profession("Sjuksköterska", "Sjuksköterska", "SJ"),
                    new Profession("Barnmorska", "Barnmorska", "BM"),
                    new Profession("Fysioterapeut", "Fysioterapeut", ""),
                    new Profession("Psykolog", "Psykolog", ""),
                    new Profession("Arbetsterapeut", "Arbetsterapeut", ""),
                    new Profession("Dietist", "Dietist", "DT"),
                    new Profession("Undersköterska", "", ""),
                    new Profession("Undersköterska", "", ""),
                    new Profession("Undersköterska", "", ""),
                    new Profession("Medicinsk sekreterare", "", ""),
                    new Profession("Administratör", "", ""),
                    new Profession("Verksamhetschef", "", ""));

    private final Draw draw;
    private final Tree tree;
    private final Names names;

    PersonFacts(Draw draw, Tree tree, Names names) {
        this.draw = draw;
        this.tree = tree;
        this.names = names;
    }

    List<String> classes(int person) {
        int mark = draw.below(1000, Question.PERSON_MARK, person);
        if (mark >= 9) {
            return PERSON_CLASS;
        }
        List<String> marked = new ArrayList<>(PERSON_CLASS);
        marked.add(
                mark < 4
                        ? "hsaConfidentialPerson"
                        : mark < 7 ? "hiddenObject" : "hsaFeignedObject");
        return marked;
    }

    List<String> commissionClasses() {
        return COMMISSION_CLASS;
    }

    void tell(int person, EntrySink sink) {
        int unit = tree.unitOfPerson(person);
        Profession profession =
                PROFESSIONS.get(draw.below(PROFESSIONS.size(), Question.PROFESSION, person));
        long bits = draw.bits(Question.PERSON_TIMES, person);
        String given = names.givenName(person, unit);
        String surname = names.surname(person);
        List<String> classes = classes(person);
        sink.put("objectClass", classes);
        sink.put("hsaIdentity", Names.hsaId('P', person));
        sink.put("cn", names.person(person, unit));
        sink.put("sn", surname);
        if (bits % 12 == 0) {
            sink.put("middleName", names.surname(person + 1));
        }
        sink.put("givenName", given);
        sink.put("fullName", given + " " + surname);
        sink.put("mail", "person-" + Integer.toString(person, 36) + "@example.test");
        sink.put("telephoneNumber", "+46406280" + (400 + Math.floorMod(bits, 100)));
        if (bits % 3 == 0) {
            sink.put("mobile", "+46701740" + (605 + Math.floorMod(bits >>> 8, 95)));
        }
        if (bits % 10 == 1) {
            sink.put("telephoneHours", "1-5#08:00#09:00");
        }
        sink.put("title", profession.title());
        profession(profession, bits, sink);
        if (classes.contains("hsaConfidentialPerson")) {
            sink.put("hsaProtectedPerson", "Ja");
        }
        if (bits % 200 == 2) {
            sink.put("hsaSystemRole", "PROV;Redaktör");
        }
        if (bits % 7 == 3) {
            sink.put("startDate", UnitFacts.moment(bits >>> 8, 2010, 14));
        }
        if (bits % 40 == 4) {
            sink.put("endDate", UnitFacts.moment(bits >>> 8, 2022, 10));
        }
        if (sink.wants("modifyTimestamp")) {
            sink.put("modifyTimestamp", UnitFacts.moment(bits >>> 4, 2021, 6));
        }
    }

    private static void profession(Profession profession, long bits, EntrySink sink) {
        if (!profession.licence().isEmpty()) {
            sink.put("hsaTitle", profession.licence());
        }
        if (profession.code().equals("LK")) {
            sink.put("personalPrescriptionCode", "000" + (1000 + Math.floorMod(bits, 1000)));
            if (profession.title().equals("Överläkare")) {
                sink.put("specialityCode", "200");
                sink.put("specialityName", "Allmänmedicin");
                sink.put("hsaSosTitleCodeSpeciality", "LK;200;Allmänmedicin");
            } else if (bits % 4 == 0) {
                sink.put("paTitleCode", "203010");
                sink.put("paTitleName", "Läkare legitimerad, specialiseringstjänstgöring");
            }
        } else if (profession.title().equals("Distriktssköterska")) {
            sink.put("hsaSosNursePrescriptionRight", "SJ;J");
        }
    }

    void tellCommission(int commission, EntrySink sink) {
        Organisation of = tree.ofCommission(commission);
        int careUnit = tree.careUnitOfCommission(of, commission);
        sink.put("objectClass", COMMISSION_CLASS);
        sink.put("hsaIdentity", Names.hsaId('K', commission));
        sink.put("cn", names.commission(commission, tree.commissionsOf(of, careUnit)));
        sink.put("hsaCommissionPurpose", names.purpose(commission));
        sink.put(
                "hsaCommissionRight",
                RIGHTS.get(draw.below(RIGHTS.size(), Question.PURPOSE, commission + 1L)));
        if (sink.wants("hsaCommissionMember")) {
            List<String> members = new ArrayList<>();
            for (int person : tree.members(commission)) {
                members.add(Names.hsaId('P', person) + ";" + times(person));
            }
            if (!members.isEmpty()) {
                sink.put("hsaCommissionMember", members);
            }
        }
        if (sink.wants("modifyTimestamp")) {
            sink.put(
                    "modifyTimestamp",
                    UnitFacts.moment(draw.bits(Question.MEMBERSHIP, -commission), 2021, 6));
        }
    }

    /** From when and until when: for most always, for some one of them, for a few no longer. */
    private String times(int person) {
        long bits = draw.bits(Question.MEMBERSHIP, person);
        return switch ((int) Math.floorMod(bits, 8L)) {
            case 0, 1 -> UnitFacts.moment(bits >>> 8, 2010, 14) + ";";
            case 2 ->
                    UnitFacts.moment(bits >>> 8, 2010, 10)
                            + ";"
                            + UnitFacts.moment(bits >>> 8, 2021, 12);
            default -> ";";
        };
    }
}
