package se.ehealthsdk.hsa.internal.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** Entries with everything an entry can have, of a seed. Invented throughout. */
final class RandomEntries {

    private static final String LETTERS = "abcåäöÅÄÖéXYZ 0123456789-,&()+'$#;\\\n\"=*";

    private final Random random;

    RandomEntries(long seed) {
        random = new Random(seed);
    }

    UnitEntry unit() {
        EntryKind kind = any(EntryKind.values());
        Set<EntryMark> marks = marks();
        String name = text(40);
        String type =
                switch (kind) {
                    case ORGANISATION -> "o";
                    case UNIT -> "ou";
                    case FUNCTION -> "cn";
                };
        DistinguishedName place =
                DistinguishedName.of("c=SE").child("o", text(20)).child("ou", text(20));
        place = place.child(type, name);
        Unit.Builder unit =
                Unit.builder(hsaId())
                        .name(name)
                        .feigned(marks.contains(EntryMark.FEIGNED))
                        .validity(validity());
        maybe(() -> text(20)).ifPresent(unit::location);
        Unit soFar = unit.build();
        if (random.nextBoolean() && kind != EntryKind.ORGANISATION) {
            unit.displayOption("2#3");
            unit.publicName(place.parent().orElseThrow().ownValue() + ", " + name);
        } else {
            unit.publicName(soFar.place().location().map(where -> name + " " + where).orElse(name));
        }
        describe(unit);
        return new UnitEntry(
                place,
                kind,
                unit.build(),
                marks,
                maybe(() -> "232100-0016"),
                new CareRelations(
                        random.nextBoolean(),
                        random.nextBoolean(),
                        maybe(this::hsaId),
                        some(this::hsaId),
                        maybe(this::hsaId)),
                some(this::digits),
                maybe(this::moment),
                Map.of("costCentre", List.of("12;3$4"), "phone", List.of("0100000001")),
                List.of());
    }

    private void describe(Unit.Builder unit) {
        some(() -> text(20)).forEach(unit::alternateName);
        maybe(() -> "unit" + random.nextInt(9) + "@example.test").ifPresent(unit::mail);
        some(this::telephone).forEach(unit::telephoneNumber);
        maybe(this::telephone).ifPresent(unit::switchboardNumber);
        some(() -> random.nextBoolean() ? telephone() : "a" + digits() + "@sip.example")
                .forEach(unit::textTelephoneNumber);
        some(() -> "v" + digits() + "@sip.example").forEach(unit::videoPhone);
        some(this::telephone).forEach(unit::facsimileTelephoneNumber);
        some(this::telephone).forEach(unit::nonPublicTelephoneNumber);
        some(this::hours).forEach(unit::surgeryHour);
        some(this::hours).forEach(unit::dropInHour);
        some(this::hours).forEach(unit::telephoneHour);
        some(this::hours).forEach(unit::visitingHour);
        maybe(() -> address(maybe(() -> "12345"))).ifPresent(unit::postalAddress);
        maybe(() -> new VisitingAddress(word(), maybe(this::digits), maybe(this::word), word()))
                .ifPresent(unit::visitingAddress);
        maybe(() -> text(30)).ifPresent(unit::street);
        maybe(() -> text(900)).ifPresent(unit::route);
        maybe(() -> text(900)).ifPresent(unit::indoorRoute);
        maybe(() -> "01").ifPresent(unit::countyCode);
        maybe(() -> "Påhittade län").ifPresent(unit::countyName);
        maybe(() -> "80").ifPresent(unit::municipalityCode);
        maybe(() -> text(10)).ifPresent(unit::municipalityName);
        maybe(() -> new Coordinates.Rt90("6581164", "1630250")).ifPresent(unit::rt90);
        maybe(() -> new Coordinates.Sweref99Grid("6580822", "674032"))
                .ifPresent(unit::sweref99Grid);
        maybe(() -> "59.3293").ifPresent(unit::latitude);
        maybe(() -> "18.0686").ifPresent(unit::longitude);
        if (random.nextBoolean()) {
            unit.businessClassification(CodedName.of(digits(), text(20)));
        } else {
            some(this::digits)
                    .forEach(
                            code ->
                                    unit.businessClassification(
                                            new CodedName(Optional.of(code), Optional.empty())));
        }
        some(() -> BusinessType.of(digits())).forEach(unit::businessType);
        some(() -> CareType.of(digits())).forEach(unit::careType);
        some(this::word).forEach(unit::management);
        some(() -> text(10)).forEach(unit::financingOrganization);
        some(this::digits).forEach(unit::administrativeCareLevel);
        some(this::digits).forEach(unit::schoolType);
        some(this::digits).forEach(unit::destinationIndicator);
        maybe(() -> text(900)).ifPresent(unit::description);
        maybe(() -> text(900)).ifPresent(unit::patientInformation);
        maybe(() -> text(900)).ifPresent(unit::extraInformation);
        maybe(() -> "https://example.test/" + digits()).ifPresent(unit::webPage);
        maybe(() -> "https://example.test/1177/" + digits()).ifPresent(unit::webPage1177);
        maybe(this::picture).ifPresent(unit::photo);
        maybe(this::picture).ifPresent(unit::logotype);
        maybe(() -> text(30)).ifPresent(unit::alternateText);
        some(() ->
                        new VisitingRules.Age(
                                "0" + random.nextInt(9),
                                "" + (10 + random.nextInt(89)),
                                maybe(this::word)))
                .forEach(unit::visitingRuleAge);
        maybe(() -> text(60)).ifPresent(unit::referralRules);
        maybe(() -> text(60)).ifPresent(unit::visitingRules);
        maybe(
                        () ->
                                new TemporaryInformation(
                                        random.nextBoolean() ? "" : "20260701",
                                        random.nextBoolean() ? "" : "20260831",
                                        text(200)))
                .ifPresent(unit::temporaryInformation);
        some(this::hsaId).forEach(unit::relatedUnit);
        maybe(() -> "editor@example.test").ifPresent(unit::directoryContact);
    }

    PersonEntry person() {
        Set<EntryMark> marks = marks();
        boolean isProtected = marks.contains(EntryMark.PROTECTED);
        boolean feigned = marks.contains(EntryMark.FEIGNED);
        HsaId hsaId = hsaId();
        Optional<String> givenName = maybe(() -> text(10));
        String surname = text(20);
        DistinguishedName place =
                DistinguishedName.of("ou=Enhet,c=SE").child("cn", givenName.orElse("") + surname);
        List<String> licences =
                random.nextBoolean() ? List.of("Läkare", "Sjuksköterska") : List.of("Okänt yrke");
        List<Speciality> specialities =
                some(() -> new Speciality("LK", digits(), word())).stream().toList();
        List<String> codes =
                licences.size() == 2
                        ? List.of("LK", "SJ")
                        : Stream.concat(Stream.of("OY"), specialities.stream().map(it -> "LK"))
                                .distinct()
                                .toList();
        PaTitle title = new PaTitle(maybe(() -> text(10)), Optional.of(digits()));
        Employee employee =
                new Employee(
                        hsaId,
                        givenName,
                        surname,
                        maybe(() -> text(10)),
                        maybe(() -> "p" + digits() + "@example.test"),
                        some(this::telephone),
                        maybe(this::telephone),
                        some(this::telephone),
                        some(this::telephone),
                        some(this::telephone),
                        some(this::hours),
                        maybe(() -> address(Optional.empty())),
                        maybe(() -> text(200)),
                        maybe(() -> text(20)),
                        licences,
                        List.of(title),
                        some(() -> text(10)),
                        some(this::digits),
                        specialities,
                        place.toString(),
                        isProtected,
                        validity(),
                        feigned,
                        OptionalInt.empty(),
                        Optional.empty());
        Credentials credentials =
                new Credentials(
                        hsaId,
                        givenName,
                        surname,
                        maybe(() -> PersonalIdentity.of(Personnummer.of("191212121212"))),
                        licences,
                        codes,
                        specialities,
                        some(this::digits),
                        maybe(this::digits),
                        maybe(this::digits),
                        some(this::digits),
                        some(() -> new NursePrescriptionRight("SJ", random.nextBoolean())),
                        some(() -> new SystemRole(digits(), word() + ";" + word())),
                        List.of(title.code().orElseThrow()),
                        isProtected,
                        List.of(),
                        feigned);
        return new PersonEntry(
                place,
                employee,
                credentials,
                marks,
                maybe(this::moment),
                Map.of("userName", List.of(word())),
                List.of());
    }

    CommissionEntry commission() {
        return new CommissionEntry(
                DistinguishedName.of("ou=Enhet,c=SE").child("cn", text(20)),
                hsaId(),
                text(20),
                maybe(() -> CommissionPurpose.of("Vård och behandling")),
                some(() -> CommissionRight.parse("Läsa;" + word() + ";SJF")),
                some(() -> new CommissionMember(hsaId(), span())),
                maybe(this::digits),
                marks(),
                List.of());
    }

    private Set<EntryMark> marks() {
        Set<EntryMark> marks = EnumSet.noneOf(EntryMark.class);
        for (EntryMark each : EntryMark.values()) {
            if (random.nextInt(5) == 0) {
                marks.add(each);
            }
        }
        return marks;
    }

    private PostalAddress address(Optional<String> postalCode) {
        List<String> lines = some(() -> text(30));
        Optional<PostalAddress.Parts> parts =
                lines.isEmpty()
                        ? Optional.of(
                                new PostalAddress.Parts(
                                        some(this::word),
                                        maybe(this::word),
                                        maybe(this::digits),
                                        maybe(this::word),
                                        "123 45",
                                        word()))
                        : Optional.empty();
        return new PostalAddress(lines, postalCode, parts);
    }

    private Validity validity() {
        return random.nextInt(6) == 0
                ? new Validity(Optional.empty(), Optional.of(moment()), List.of("i morgon"))
                : span();
    }

    private Validity span() {
        Optional<Instant> start = maybe(this::moment);
        Optional<Instant> end = maybe(this::moment);
        return new Validity(start, end, List.of());
    }

    private OpeningHours hours() {
        OpeningHours span =
                OpeningHours.of(
                        any(DayOfWeek.values()),
                        any(DayOfWeek.values()),
                        "0" + random.nextInt(9) + ":" + (10 + random.nextInt(49)),
                        random.nextBoolean() ? "24:00" : "17:15");
        return random.nextBoolean() ? span : span.withComment(word());
    }

    private Picture picture() {
        byte[] bytes = new byte[1 + random.nextInt(500)];
        random.nextBytes(bytes);
        return Picture.of(bytes);
    }

    private Instant moment() {
        return Instant.ofEpochSecond(random.nextInt());
    }

    private HsaId hsaId() {
        return HsaId.of("TSTNMT2321000156-" + digits());
    }

    private String telephone() {
        return "010" + digits();
    }

    private String digits() {
        return Integer.toString(100_000 + random.nextInt(900_000));
    }

    /** Without the characters that divide values. */
    private String word() {
        return "Ö" + text(8).replaceAll("[$#;\\\\\n ]", "-");
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder("å");
        int length = random.nextInt(longest - 1);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString().strip();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            T next = value.get();
            if (!values.contains(next)) {
                values.add(next);
            }
        }
        return values;
    }
}
