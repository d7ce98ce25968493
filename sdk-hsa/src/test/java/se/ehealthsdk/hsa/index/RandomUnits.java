package se.ehealthsdk.hsa.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** Invented units, the same for the same seed. */
final class RandomUnits {

    private static final String[] WORDS = {
        "Ängen",
        "Norra",
        "vård, öppen",
        "a+b",
        "",
        " ",
        "x\\y",
        "Ö",
        "\uD83C\uDFE5",
        "lång text ".repeat(20)
    };

    private final Random random;

    RandomUnits(long seed) {
        random = new Random(seed);
    }

    static HsaId id(int number) {
        return HsaId.of("SE2321000016-" + number);
    }

    /** A tree of units, some of whose parents are missing, whose relations may go anywhere. */
    List<UnitEntry> tree(int count) {
        List<DistinguishedName> places = new ArrayList<>();
        List<UnitEntry> units = new ArrayList<>();
        places.add(DistinguishedName.of("o=Region Påhitt,l=Påhitts län,c=SE"));
        for (int i = 0; i < count; i++) {
            DistinguishedName above = places.get(random.nextInt(places.size()));
            boolean function = i > 0 && random.nextInt(10) == 0;
            DistinguishedName place =
                    i == 0
                            ? above
                            : above.child(function ? "cn" : "ou", "Enhet " + i + pick(", b", ""));
            places.add(place);
            // a place without an entry has units below it
            if (random.nextInt(8) != 0) {
                units.add(unit(i, place, function ? EntryKind.FUNCTION : EntryKind.UNIT, count));
            }
        }
        return units;
    }

    UnitEntry unit(int number, DistinguishedName place, EntryKind kind, int others) {
        Unit.Builder unit =
                Unit.builder(id(number)).name(pick("Enhet " + number, "Enhet", "Enhet", ""));
        if (random.nextInt(4) == 0) {
            unit.publicName(word());
        }
        fill(unit);
        return new UnitEntry(
                place,
                kind,
                unit.build(),
                marks(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of("232100-0016"),
                care(others),
                texts(),
                random.nextBoolean() ? Optional.empty() : Optional.of(instant()),
                additional(),
                problems(number));
    }

    private void fill(Unit.Builder unit) {
        texts().forEach(unit::alternateName);
        texts().forEach(unit::telephoneNumber);
        texts().forEach(unit::textTelephoneNumber);
        texts().forEach(unit::videoPhone);
        texts().forEach(unit::facsimileTelephoneNumber);
        texts().forEach(unit::nonPublicTelephoneNumber);
        texts().forEach(unit::management);
        texts().forEach(unit::financingOrganization);
        texts().forEach(unit::administrativeCareLevel);
        texts().forEach(unit::schoolType);
        texts().forEach(unit::destinationIndicator);
        hours().forEach(unit::surgeryHour);
        hours().forEach(unit::dropInHour);
        hours().forEach(unit::telephoneHour);
        hours().forEach(unit::visitingHour);
        unit.mail(word()).switchboardNumber(word()).street(word()).location(word());
        unit.route(word()).indoorRoute(word()).countyCode(pick("01", "14", ""));
        unit.countyName(word()).municipalityCode(word()).municipalityName(word());
        unit.description(word()).patientInformation(word()).extraInformation(word());
        unit.webPage(word()).webPage1177(word()).alternateText(word());
        unit.alternateTextLogotype(word()).displayOption(word()).referralRules(word());
        unit.visitingRules(word()).directoryContact(word()).feigned(random.nextInt(20) == 0);
        if (random.nextBoolean()) {
            unit.postalAddress(
                    new PostalAddress(
                            texts(),
                            maybe(word()),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new PostalAddress.Parts(
                                                    texts(),
                                                    maybe(word()),
                                                    maybe(word()),
                                                    maybe(word()),
                                                    word(),
                                                    word()))));
            unit.visitingAddress(new VisitingAddress(word(), maybe(word()), maybe(word()), word()));
            unit.photo(Picture.of(new byte[random.nextInt(300)]));
            unit.logotype(new Picture(word()));
        }
        switch (random.nextInt(5)) {
            case 0 ->
                    unit.latitude("59.3" + random.nextInt(1000))
                            .longitude("18.0" + random.nextInt(1000));
            case 1 -> unit.rt90(new Coordinates.Rt90("6581164", "1630250"));
            case 2 -> unit.sweref99Grid(new Coordinates.Sweref99Grid(word(), word()));
            case 3 -> unit.latitude("here").longitude("there");
            default -> {}
        }
        if (random.nextBoolean()) {
            unit.businessClassification(new CodedName(maybe("1500"), maybe(word())));
            unit.businessType(BusinessType.of(pick("01", "02", "")));
            unit.careType(CareType.of(pick("01", "02", "03")));
            unit.visitingRuleAge(new VisitingRules.Age("00", "17", maybe(word())));
            unit.function(new UnitFunction(word(), hours(), texts()));
            unit.temporaryInformation(new TemporaryInformation("20260101", word(), word()));
            unit.relatedUnit(id(random.nextInt(50)));
            unit.validity(validity());
        }
    }

    private Validity validity() {
        return switch (random.nextInt(4)) {
            case 0 -> Validity.from(instant());
            case 1 -> Validity.until(instant());
            case 2 -> Validity.between(instant(), instant());
            default -> new Validity(Optional.empty(), Optional.empty(), List.of("snart"));
        };
    }

    private CareRelations care(int others) {
        if (random.nextInt(3) == 0) {
            return CareRelations.NONE;
        }
        List<HsaId> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            // some of them nowhere, some in another case
            String member = id(random.nextInt(others * 5 / 4 + 1)).value();
            members.add(HsaId.of(random.nextBoolean() ? member : member.toLowerCase()));
        }
        return new CareRelations(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(id(random.nextInt(others))),
                members,
                random.nextBoolean() ? Optional.empty() : Optional.of(id(7)));
    }

    private Set<EntryMark> marks() {
        EnumSet<EntryMark> marks = EnumSet.noneOf(EntryMark.class);
        if (random.nextInt(5) == 0) {
            marks.add(EntryMark.values()[random.nextInt(EntryMark.values().length)]);
        }
        return marks;
    }

    private Map<String, List<String>> additional() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        texts().forEach(name -> all.put(name, texts()));
        return all;
    }

    private List<AttributeProblem> problems(int number) {
        return random.nextInt(4) != 0
                ? List.of()
                : List.of(
                        new AttributeProblem(Optional.of(id(number)), "mail", "is none", "a@b.se"),
                        new AttributeProblem(Optional.empty(), word(), word(), word()),
                        new AttributeProblem(Optional.of(id(3)), word(), word(), word()));
    }

    private List<OpeningHours> hours() {
        return random.nextInt(3) != 0
                ? List.of()
                : List.of(
                        OpeningHours.ALWAYS,
                        new OpeningHours(
                                "1",
                                word(),
                                "5",
                                "24:00",
                                maybe(word()),
                                maybe(word()),
                                maybe(word())));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(2) * 123_456_789L);
    }

    private Optional<String> maybe(String text) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(text);
    }

    private List<String> texts() {
        return random.nextInt(3) != 0 ? List.of() : List.of(word(), "08123456");
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    static Entries<UnitEntry> entries(List<UnitEntry> units, Optional<ReadReport.Partial> partial) {
        return new Entries<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < units.size();
            }

            @Override
            public UnitEntry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return units.get(at++);
            }

            @Override
            public ReadReport report() {
                return new ReadReport(at, 0, 0, 0, List.of(), partial);
            }

            @Override
            public void close() {}
        };
    }

    static UnitIndex index(List<UnitEntry> units) {
        return UnitIndex.of(
                entries(units, Optional.empty()), "test", Instant.parse("2026-11-22T01:00:00Z"));
    }
}
