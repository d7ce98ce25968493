package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import se.ehealthsdk.certificate.check.FindingsException;
import se.ehealthsdk.certificate.form.Ag7804V1;
import se.ehealthsdk.certificate.form.Basis;
import se.ehealthsdk.certificate.form.CareSituation;
import se.ehealthsdk.certificate.form.CauseOfDeath;
import se.ehealthsdk.certificate.form.CauseOfDeathCertificate;
import se.ehealthsdk.certificate.form.CertificateForm;
import se.ehealthsdk.certificate.form.DateOfDeath;
import se.ehealthsdk.certificate.form.DeathCertificate;
import se.ehealthsdk.certificate.form.DeathForm;
import se.ehealthsdk.certificate.form.Degree;
import se.ehealthsdk.certificate.form.ExternalExamination;
import se.ehealthsdk.certificate.form.Fk3226;
import se.ehealthsdk.certificate.form.Fk7804;
import se.ehealthsdk.certificate.form.Fk7804V1;
import se.ehealthsdk.certificate.form.Grounds;
import se.ehealthsdk.certificate.form.Injury;
import se.ehealthsdk.certificate.form.InjuryCause;
import se.ehealthsdk.certificate.form.Occupation;
import se.ehealthsdk.certificate.form.Onset;
import se.ehealthsdk.certificate.form.Operation;
import se.ehealthsdk.certificate.form.PlaceOfDeath;
import se.ehealthsdk.certificate.form.Prognosis;
import se.ehealthsdk.certificate.form.PrognosisDays;
import se.ehealthsdk.certificate.form.SickNote;
import se.ehealthsdk.certificate.form.SickNoteV1;
import se.ehealthsdk.certificate.form.UncertainDate;
import se.ehealthsdk.certificate.form.WorkMeasure;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * What the builders let through is accepted by the official schema and rules, whatever was called on them. {@code
 * -Dschematron.seed} says which calls, {@code -Dschematron.forms} how many certificates of each form.
 */
@NeedsOfficialContracts
@EnabledIf(
        value = "se.ehealthsdk.conformance.OfficialRules#present",
        disabledReason = OfficialRules.ABSENT)
class RandomFormsTest {

    private static final PersonId PATIENT = PersonId.parse("191212121212");

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private final Random random = new Random(Long.getLong("schematron.seed", 1));

    @TestFactory
    Stream<DynamicTest> whatABuilderLetsThrough_isAcceptedOfficially() {
        return Stream.of(
                test("lisjp.v2", this::fk7804),
                test("lisjp.v1", this::fk7804V1),
                test("ag7804.v1", this::ag7804V1),
                test("lunsp.v1", this::fk3226),
                test("db.v1", this::death),
                test("doi.v1", this::cause));
    }

    private DynamicTest test(
            String type, Function<PersonId, CertificateForm.Builder<?, ?>> random) {
        return DynamicTest.dynamicTest(type, () -> compare(type, random));
    }

    private void compare(String type, Function<PersonId, CertificateForm.Builder<?, ?>> random) {
        Path file = OfficialRules.folder().resolve(type + ".sch");
        Optional<OfficialRules> rules =
                Files.isRegularFile(file) ? Optional.of(new OfficialRules(file)) : Optional.empty();
        int wanted = Integer.getInteger("schematron.forms", 25);
        int built = 0;
        for (int i = 0; built < wanted && i < 100 * wanted; i++) {
            Optional<CertificateForm> form = built(random.apply(PATIENT));
            if (form.isPresent()) {
                built++;
                String xml = new String(form.get().intyg().xml(), StandardCharsets.UTF_8);
                assertThat(OfficialRules.schemaViolation(xml)).as(xml).isEmpty();
                assertThat(rules.flatMap(each -> each.violation(xml))).as(xml).isEmpty();
            }
        }
        assertThat(built).isEqualTo(wanted);
    }

    private static Optional<CertificateForm> built(CertificateForm.Builder<?, ?> builder) {
        try {
            return Optional.of(builder.build());
        } catch (FindingsException e) {
            return Optional.empty();
        }
    }

    /** Most of the calls, some of them twice. */
    @SafeVarargs
    private <B> B some(B builder, Consumer<? super B>... calls) {
        for (Consumer<? super B> call : calls) {
            int times = random.nextInt(20);
            if (times > 1) {
                call.accept(builder);
            }
            if (times == 19) {
                call.accept(builder);
            }
        }
        return builder;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T extends Enum<T>> T any(Class<T> type) {
        return any(List.of(type.getEnumConstants()));
    }

    private String text() {
        return any(List.of("Text", " <b>&amp;</b> ", "a\nb\tc", "\u00a0", "åäö €", "x".repeat(49)));
    }

    private String code() {
        return any(List.of("S47", "F430", "Z731", "M545", "a009", "F43", "Z73"));
    }

    /** A day near today, seldom a later one. */
    private LocalDate day() {
        return today.minusDays(random.nextInt(30) - 1L);
    }

    private <B extends SickNote.Builder<?, B>> B note(B builder, List<Basis> bases) {
        LocalDate start = day();
        return some(
                builder,
                each -> each.basedOn(any(bases), day()),
                each -> {
                    if (random.nextBoolean()) {
                        each.basedOnOther(day(), text());
                    }
                },
                each -> each.currentWork(text()),
                each -> {
                    if (random.nextInt(3) == 0) {
                        each.occupation(any(Occupation.class));
                    }
                },
                each -> each.diagnosis(code(), text()),
                each -> each.diagnosis(code(), text()),
                each -> each.impairment(text()),
                each -> each.activityLimitation(text()),
                each -> each.treatment(text()),
                each -> each.unableToWork(any(Degree.class), start, start.plusDays(6)),
                each -> {
                    if (random.nextBoolean()) {
                        each.unableToWork(
                                any(Degree.class),
                                start.plusDays(random.nextInt(3) + 6L),
                                start.plusDays(9));
                    }
                },
                SickNote.Builder::transportInstead,
                each -> each.longerThanGuideline(text()),
                each -> each.measures(text()),
                each -> each.otherInformation(text()),
                each -> each.contactWanted(text()),
                each -> {
                    if (random.nextInt(6) == 0) {
                        each.infectionControl();
                    }
                });
    }

    private CertificateForm.Builder<?, ?> fk7804(PersonId patient) {
        return some(
                note(
                        Fk7804.builder(patient, CertificateFormsTest.issuer()),
                        List.of(Basis.PHYSICAL_EXAMINATION, Basis.RECORDS)),
                each -> each.unevenHoursHinderReturn(text()),
                each ->
                        each.prognosis(
                                any(
                                        List.of(
                                                Prognosis.fullReturn(),
                                                Prognosis.afterMonths(1 + random.nextInt(99)),
                                                Prognosis.unclear(text()),
                                                Prognosis.probablyNoReturn()))));
    }

    private CertificateForm.Builder<?, ?> fk7804V1(PersonId patient) {
        return first(
                note(
                        Fk7804V1.builder(patient, CertificateFormsTest.issuer()),
                        List.of(Basis.EXAMINATION, Basis.RECORDS)));
    }

    private CertificateForm.Builder<?, ?> ag7804V1(PersonId patient) {
        return some(
                first(
                        note(
                                Ag7804V1.builder(patient, CertificateFormsTest.issuer()),
                                List.of(Basis.EXAMINATION, Basis.RECORDS))),
                each -> each.diagnosisToEmployer(random.nextInt(4) > 0));
    }

    private <B extends SickNoteV1.Builder<?, B>> B first(B builder) {
        return some(
                builder,
                each -> each.plannedTreatment(text()),
                each -> each.hoursPlacedOtherwise(text()),
                each -> each.workMeasure(any(WorkMeasure.class)),
                each -> each.workMeasure(any(WorkMeasure.class)),
                each ->
                        each.prognosis(
                                any(
                                        List.of(
                                                Prognosis.fullReturn(),
                                                Prognosis.afterDays(any(PrognosisDays.class)),
                                                Prognosis.unclear()))));
    }

    private CertificateForm.Builder<?, ?> fk3226(PersonId patient) {
        return some(
                Fk3226.builder(patient, CertificateFormsTest.issuer()),
                each -> each.basedOn(Basis.RECORDS, day()),
                each -> each.basedOnOther(day(), text()),
                each -> each.diagnosis(code(), text()),
                each -> each.diagnosis(code(), text()),
                each ->
                        each.careSituation(
                                any(
                                        List.of(
                                                CareSituation.palliativeOnly(day()),
                                                CareSituation.acute(day(), text()),
                                                CareSituation.acute(day(), text(), today),
                                                CareSituation.other(text())))),
                each -> each.patientCanConsent(random.nextBoolean()));
    }

    private <B extends DeathForm.Builder<?, B>> B dead(B builder) {
        LocalDate death = day();
        return some(
                builder,
                each -> each.identityEstablishedBy("Körkort"),
                each ->
                        each.died(
                                any(
                                        List.of(
                                                DateOfDeath.on(death),
                                                DateOfDeath.uncertain(
                                                        UncertainDate.of(YearMonth.from(death)),
                                                        day()),
                                                DateOfDeath.uncertain(
                                                        UncertainDate.unknown(), day()),
                                                DateOfDeath.uncertain(
                                                        UncertainDate.of(death), day())))),
                each -> each.diedAt("Lund", any(PlaceOfDeath.class)),
                each -> each.childWithin28Days(random.nextInt(4) == 0));
    }

    private CertificateForm.Builder<?, ?> death(PersonId patient) {
        return some(
                dead(
                        DeathCertificate.builder(
                                CertificateFormsTest.deceased(), CertificateFormsTest.issuer())),
                each -> each.explosiveImplant(random.nextBoolean()),
                each -> {
                    if (random.nextBoolean()) {
                        each.noExplosiveImplant();
                    }
                },
                each ->
                        each.externalExamination(
                                any(
                                        List.of(
                                                ExternalExamination.done(),
                                                ExternalExamination.examinedBeforeDeath(day()),
                                                ExternalExamination.forensicToBeDone()))),
                each -> each.policeReport(random.nextBoolean()));
    }

    private CertificateForm.Builder<?, ?> cause(PersonId patient) {
        return some(
                dead(
                        CauseOfDeathCertificate.builder(
                                CertificateFormsTest.deceased(), CertificateFormsTest.issuer())),
                each -> each.terminalCause(cause()),
                each -> each.underlyingCause(cause()),
                each -> each.underlyingCause(cause()),
                each -> each.contributingCause(cause()),
                each ->
                        each.operation(
                                any(
                                        List.of(
                                                Operation.none(),
                                                Operation.unknown(),
                                                Operation.performed(day(), "Brott")))),
                each ->
                        each.injury(
                                any(
                                        List.of(
                                                Injury.none(),
                                                Injury.sustained(
                                                        any(InjuryCause.class), day(), "Fall")))),
                each -> each.grounds(any(Grounds.class)),
                each -> {
                    if (random.nextInt(4) == 0) {
                        each.country("Norge");
                    }
                });
    }

    private CauseOfDeath cause() {
        CauseOfDeath cause = CauseOfDeath.of("Orsak");
        cause = random.nextBoolean() ? cause : cause.since(day());
        return random.nextBoolean() ? cause : cause.onset(any(Onset.class));
    }
}
