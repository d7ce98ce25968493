package se.ehealthsdk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.LoggingSystem;
import se.ehealthsdk.audit.AccessRecord.Patient;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

class AccessRecordTest {

    private static final HsaId OTHER = HsaId.of("SE5565594230-OTHR");

    @Test
    void reading_asInTheExample_fillsTheRecordFromTheUser() {
        AccessRecord record = Sample.reading().build();

        assertThat(record.logId())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(record.system()).isEqualTo(LoggingSystem.of(Sample.SYSTEM));
        assertThat(record.activity().type()).isEqualTo(ActivityType.READ);
        assertThat(record.activity().start()).isEqualTo(Sample.TIME);
        assertThat(record.activity().purpose()).isEqualTo(Purpose.CARE_AND_TREATMENT);
        assertThat(record.user().id()).isEqualTo(Sample.USER.employee());
        assertThat(record.user().assignment()).contains("Läkare på kirurgen");
        assertThat(record.user().title()).contains("Läkare");
        assertThat(record.user().careProvider().name()).contains("Vårdbolaget");
        assertThat(record.user().careUnit().name()).contains("Kirurgen");
        assertThat(record.resources())
                .containsExactly(
                        new Resource(
                                ResourceType.CERTIFICATE,
                                Optional.of(Patient.of(Sample.PATIENT)),
                                record.user().careProvider(),
                                Optional.of(record.user().careUnit())));
    }

    static Stream<Arguments> activities() {
        return Stream.of(
                activity("Läsa", AccessRecord::reading),
                activity("Skriva", AccessRecord::writing),
                activity("Signera", AccessRecord::signing),
                activity("Utskrift", AccessRecord::printing),
                activity("Radera", AccessRecord::deleting),
                activity("Nödöppning", AccessRecord::emergencyAccess));
    }

    private static Arguments activity(
            String text, Function<PersonId, AccessRecordBuilder> entrance) {
        return Arguments.of(text, entrance);
    }

    @ParameterizedTest
    @MethodSource("activities")
    void entrance_ofAnActivity_hasItsTextInTheContract(
            String text, Function<PersonId, AccessRecordBuilder> entrance) {
        AccessRecord record =
                entrance.apply(Sample.PATIENT)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .resource(ResourceType.ORDER)
                        .build();

        assertThat(record.activity().type().value()).isEqualTo(text);
    }

    @Test
    void names_unlessAskedFor_areLeftOut() {
        AccessRecordBuilder builder =
                AccessRecord.of(ActivityType.READ)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .patient(Sample.PATIENT, "Tolvan Tolvansson")
                        .resource(ResourceType.CONSENT)
                        .resource(
                                new Resource(
                                        ResourceType.ORDER,
                                        Optional.of(
                                                new Patient(
                                                        PersonIdentity.of(Sample.PATIENT),
                                                        Optional.of("Tolvan Tolvansson"))),
                                        CareProvider.of(OTHER),
                                        Optional.empty()));

        AccessRecord without = builder.build();
        AccessRecord with = builder.withNames().build();

        assertThat(without.user().name()).isEmpty();
        assertThat(without.resources())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.patient().orElseThrow().name()).isEmpty());
        assertThat(with.user().name()).contains("Lina Lindgrensdotter");
        assertThat(with.resources())
                .hasSize(2)
                .allSatisfy(
                        it ->
                                assertThat(it.patient().orElseThrow().name())
                                        .contains("Tolvan Tolvansson"));
    }

    @Test
    void resources_ofManyPatientsAndKinds_areOneForEach() {
        PersonId second = PersonId.parse("201212121212");
        AccessRecordBuilder builder =
                Sample.reading().patients(List.of(second)).resource(ResourceType.SICK_LEAVE);

        AccessRecord together = builder.build();
        List<AccessRecord> apart = builder.buildEach();

        assertThat(together.resources()).hasSize(4);
        assertThat(apart).hasSize(4).allSatisfy(it -> assertThat(it.resources()).hasSize(1));
        assertThat(apart.stream().flatMap(it -> it.resources().stream()))
                .containsExactlyElementsOf(together.resources());
        assertThat(apart).extracting(AccessRecord::logId).doesNotHaveDuplicates();
    }

    @Test
    void report_withoutPatient_hasAResourceWithoutOne() {
        AccessRecord record =
                AccessRecord.of(ActivityType.READ)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .withoutPatient()
                        .resource(ResourceType.of("Rapport"))
                        .arguments("from=2026-01-01")
                        .build();

        assertThat(record.resources()).singleElement().matches(it -> it.patient().isEmpty());
        assertThat(record.activity().arguments()).contains("from=2026-01-01");
    }

    @Test
    void owner_whenAnother_isOfTheResourceAndNotOfTheUser() {
        AccessRecord provider = Sample.reading().ownedBy(CareProvider.of(OTHER)).build();
        AccessRecord unit =
                Sample.reading().ownedBy(CareProvider.of(OTHER), CareUnit.of(OTHER)).build();

        assertThat(provider.resources().get(0).careProvider().id()).isEqualTo(OTHER);
        assertThat(provider.resources().get(0).careUnit()).isEmpty();
        assertThat(provider.user().careProvider().id())
                .isEqualTo(Sample.USER.careProvider().hsaId());
        assertThat(unit.resources().get(0).careUnit()).contains(CareUnit.of(OTHER));
    }

    @Test
    void user_withoutUnit_isToldToSetOne() {
        ActingUser user = change(Optional.empty(), Sample.USER.commission());

        refused("user/careUnit/careUnitId", () -> Sample.reading().by(user).build())
                .hasMessageContaining("atCareUnit");
        assertThat(Sample.reading().by(user).atCareUnit(OTHER).build().user().careUnit())
                .isEqualTo(CareUnit.of(OTHER));
    }

    @Test
    void user_withoutCommission_needsAPurpose() {
        ActingUser user = change(Sample.USER.careUnit(), Optional.empty());

        refused("activity/purpose", () -> Sample.reading().by(user).build())
                .hasMessageContaining("purpose(");
        AccessRecord record = Sample.reading().by(user).purpose(Purpose.QUALITY_ASSURANCE).build();
        assertThat(record.activity().purpose()).isEqualTo(Purpose.QUALITY_ASSURANCE);
        assertThat(record.user().assignment()).isEmpty();
    }

    @Test
    void time_unlessSet_isThatOfTheClockToTheMillisecond() {
        Clock clock = Clock.fixed(Instant.parse("2026-05-05T05:05:05.123456789Z"), ZoneOffset.UTC);

        AccessRecord record =
                AccessRecord.reading(Sample.PATIENT)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .resource(ResourceType.ORDER)
                        .clock(clock)
                        .build();

        assertThat(record.activity().start()).isEqualTo("2026-05-05T05:05:05.123Z");
    }

    @Test
    void builder_withSomethingMissing_namesTheFieldOfTheContract() {
        AccessRecordBuilder empty = AccessRecord.of(ActivityType.READ);

        refused("resources/resource/resourceType", empty::build);
        empty.resource(ResourceType.ORDER);
        refused("resources/resource/patient", empty::build);
        empty.patient(Sample.PATIENT);
        refused("user/userId", empty::build);
        empty.by(Sample.USER);
        refused("system/systemId", empty::build);
        empty.in(Sample.SYSTEM);
        assertThat(empty.build()).isNotNull();
        refused("resources/resource/patient", () -> empty.withoutPatient().build());
        refused("logId", () -> Sample.reading().logId("1").buildEach());
        refused(
                "resources/resource/resourceType",
                () ->
                        AccessRecord.reading(Sample.PATIENT)
                                .by(Sample.USER)
                                .in(Sample.SYSTEM)
                                .resource(
                                        new Resource(
                                                ResourceType.ORDER,
                                                Optional.empty(),
                                                CareProvider.of(OTHER),
                                                Optional.empty()))
                                .build());
    }

    /** Each text of the contract: its field, how many characters it may have, and a record that has it. */
    static Stream<Arguments> texts() {
        AccessRecord base = Sample.reading().build();
        return Stream.of(
                text(
                        "logId",
                        36,
                        it ->
                                new AccessRecord(
                                        it,
                                        base.system(),
                                        base.activity(),
                                        base.user(),
                                        base.resources())),
                text("system/systemName", 256, it -> with(base, LoggingSystem.of(OTHER, it))),
                text(
                        "activity/activityType",
                        256,
                        it ->
                                with(
                                        base,
                                        activity(
                                                base,
                                                new ActivityType(it),
                                                "x",
                                                "x",
                                                Purpose.STATISTICS))),
                text(
                        "activity/activityLevel",
                        256,
                        it ->
                                with(
                                        base,
                                        activity(
                                                base,
                                                ActivityType.READ,
                                                it,
                                                "x",
                                                Purpose.STATISTICS))),
                text(
                        "activity/activityArgs",
                        8192,
                        it ->
                                with(
                                        base,
                                        activity(
                                                base,
                                                ActivityType.READ,
                                                "x",
                                                it,
                                                Purpose.STATISTICS))),
                text(
                        "activity/purpose",
                        256,
                        it ->
                                with(
                                        base,
                                        activity(
                                                base,
                                                ActivityType.READ,
                                                "x",
                                                "x",
                                                new Purpose(it)))),
                text("user/name", 256, it -> with(base, user(it, "x", "x", "x", "x"))),
                text("user/assignment", 256, it -> with(base, user("x", it, "x", "x", "x"))),
                text("user/title", 256, it -> with(base, user("x", "x", it, "x", "x"))),
                text(
                        "user/careProvider/careProviderName",
                        256,
                        it -> with(base, user("x", "x", "x", it, "x"))),
                text(
                        "user/careUnit/careUnitName",
                        256,
                        it -> with(base, user("x", "x", "x", "x", it))),
                text(
                        "resources/resource/resourceType",
                        256,
                        it -> with(base, resource(it, "1.2", "x", "x", "x"))),
                text(
                        "resources/resource/patient/patientId/root",
                        256,
                        it -> with(base, resource("x", it, "x", "x", "x"))),
                text(
                        "resources/resource/patient/patientName",
                        256,
                        it -> with(base, resource("x", "1.2", it, "x", "x"))),
                text(
                        "resources/resource/careProvider/careProviderName",
                        256,
                        it -> with(base, resource("x", "1.2", "x", it, "x"))),
                text(
                        "resources/resource/careUnit/careUnitName",
                        256,
                        it -> with(base, resource("x", "1.2", "x", "x", it))));
    }

    private static Arguments text(String field, int most, Function<String, AccessRecord> record) {
        return Arguments.of(field, most, record);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_atTheLimitOfItsField_isAllowedAndOneMoreIsNot(
            String field, int most, Function<String, AccessRecord> record) {
        RecordRules.check(record.apply("å".repeat(most)));

        refused(field, () -> RecordRules.check(record.apply("å".repeat(most + 1))))
                .hasMessageContaining(String.valueOf(most))
                .hasMessageNotContaining("åå");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_thatXmlCannotCarry_isRefused(
            String field, int most, Function<String, AccessRecord> record) {
        for (String bad :
                List.of("a\u0000b", "a\u0008b", "a\u001fb", "a\ufffeb", "a\ud800b", "a\udc00b")) {
            refused(field, () -> RecordRules.check(record.apply(bad)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logId",
                "activity/activityType",
                "activity/purpose",
                "resources/resource/resourceType",
                "resources/resource/patient/patientId/root"
            })
    void text_thatIsRequired_mayNotBeBlank(String field) {
        for (Arguments each : texts().toList()) {
            if (each.get()[0].equals(field)) {
                @SuppressWarnings("unchecked")
                var record = (Function<String, AccessRecord>) each.get()[2];
                refused(field, () -> RecordRules.check(record.apply(" \n")));
                return;
            }
        }
        throw new AssertionError(field + " is not among the texts");
    }

    @Test
    void codes_madeByOf_areCheckedAtOnce() {
        refused("activity/activityType", () -> ActivityType.of("x".repeat(257)));
        refused("activity/purpose", () -> Purpose.of(" "));
        refused("resources/resource/resourceType", () -> ResourceType.of("\u0001"));
        assertThat(ActivityType.of(" Kopiera ").value()).isEqualTo("Kopiera");
        assertThat(Purpose.of("VÅRD OCH BEHANDLING"))
                .isEqualTo(Purpose.CARE_AND_TREATMENT)
                .hasSameHashCodeAs(Purpose.CARE_AND_TREATMENT);
    }

    @Test
    void resources_noneOrMoreThanAThousand_areRefused() {
        AccessRecord base = Sample.reading().build();
        Resource one = base.resources().get(0);

        refused("resources/resource", () -> RecordRules.check(with(base, List.of())));
        RecordRules.check(with(base, Collections.nCopies(1000, one)));
        refused(
                        "resources/resource",
                        () -> RecordRules.check(with(base, Collections.nCopies(1001, one))))
                .hasMessageContaining("buildEach");
    }

    @Test
    void time_outsideFourDigitYears_isRefused() {
        for (Instant time :
                List.of(Instant.MIN, Instant.MAX, Instant.EPOCH.minusSeconds(1L << 32))) {
            refused("activity/startDate", () -> Sample.reading().at(time).build());
        }
    }

    @Test
    void texts_blankOrWithOtherLineEnds_areKeptAsXmlReadsThem() {
        AccessRecord record = Sample.reading().level("  ").arguments("a\r\nb\rc\nd").build();

        assertThat(record.activity().level()).isEmpty();
        assertThat(record.activity().arguments()).contains("a\nb\nc\nd");
    }

    @Test
    void record_whenItsListChangesLater_doesNot() {
        List<Resource> list = new ArrayList<>(Sample.reading().build().resources());
        AccessRecord record = with(Sample.reading().build(), list);

        list.clear();

        assertThat(record.resources()).hasSize(1);
        assertThatThrownBy(() -> record.resources().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toString_ofRecordAndParts_holdsNoPersonalData() {
        AccessRecord record =
                Sample.reading()
                        .patient(Sample.PATIENT, "Tolvan Tolvansson")
                        .userPersonId(Sample.PATIENT)
                        .level("hemlig-nivå")
                        .arguments("hemligt")
                        .withNames()
                        .build();

        for (Object part :
                List.of(
                        record,
                        record.system(),
                        record.activity(),
                        record.user(),
                        record.resources(),
                        record.user().personId(),
                        new PersonIdentity("9.9", Optional.of("191212121212")))) {
            assertThat(part.toString())
                    .doesNotContain("Lindgrensdotter")
                    .doesNotContain("Tolvan")
                    .doesNotContain("1212121")
                    .doesNotContain("hemlig");
        }
        assertThat(record.toString()).contains(record.logId()).contains("SE5565594230-DOC1");
    }

    private static ActingUser change(
            Optional<ActingUser.CareUnit> unit, Optional<ActingUser.Commission> commission) {
        ActingUser user = Sample.USER;
        return new ActingUser(
                user.employee(), user.name(), user.title(), commission, unit, user.careProvider());
    }

    private static AccessRecord with(AccessRecord base, Object part) {
        UnaryOperator<AccessRecord> change =
                part instanceof LoggingSystem system
                        ? it ->
                                new AccessRecord(
                                        it.logId(),
                                        system,
                                        it.activity(),
                                        it.user(),
                                        it.resources())
                        : part instanceof AccessRecord.Activity activity
                                ? it ->
                                        new AccessRecord(
                                                it.logId(),
                                                it.system(),
                                                activity,
                                                it.user(),
                                                it.resources())
                                : it ->
                                        new AccessRecord(
                                                it.logId(),
                                                it.system(),
                                                it.activity(),
                                                (AccessRecord.User) part,
                                                it.resources());
        return change.apply(base);
    }

    private static AccessRecord with(AccessRecord base, Resource resource) {
        return with(base, List.of(resource));
    }

    private static AccessRecord with(AccessRecord base, List<Resource> resources) {
        return new AccessRecord(
                base.logId(), base.system(), base.activity(), base.user(), resources);
    }

    private static AccessRecord.Activity activity(
            AccessRecord base, ActivityType type, String level, String arguments, Purpose purpose) {
        return new AccessRecord.Activity(
                type, Optional.of(level), Optional.of(arguments), base.activity().start(), purpose);
    }

    private static AccessRecord.User user(
            String name, String assignment, String title, String provider, String unit) {
        return new AccessRecord.User(
                OTHER,
                Optional.of(name),
                Optional.empty(),
                Optional.of(assignment),
                Optional.of(title),
                new CareProvider(OTHER, Optional.of(provider)),
                new CareUnit(OTHER, Optional.of(unit)));
    }

    private static Resource resource(
            String type, String root, String name, String provider, String unit) {
        return new Resource(
                new ResourceType(type),
                Optional.of(
                        new Patient(new PersonIdentity(root, Optional.of("1")), Optional.of(name))),
                new CareProvider(OTHER, Optional.of(provider)),
                Optional.of(new CareUnit(OTHER, Optional.of(unit))));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            String field, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, it -> assertThat(it.field()).isEqualTo(field));
    }
}
