package se.ehealthsdk.audit.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.followup.Judgement.Finding;
import se.ehealthsdk.audit.followup.ReviewCriteria.Stratum;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

class RandomReviewTest {

    private static final LogPeriod YEAR =
            LogPeriod.days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final PersonId OTHER = PersonId.parse("201212121212");
    private static final Instant NOW = Instant.parse("2027-02-01T08:15:00Z");
    private static final ReviewProtocol.Reviewer REVIEWER =
            new ReviewProtocol.Reviewer(HsaId.of("SE1-CHEF"), "Britt Sköld");

    /** 1 000 records by ten users at two units, every fiftieth an emergency access. */
    private static final List<AccessRecord> LOG =
            IntStream.range(0, 1000).mapToObj(RandomReviewTest::record).toList();

    // ---- the sample

    @Test
    void sample_sameSeedInAnyOrder_isTheSame() {
        List<AccessRecord> shuffled = new ArrayList<>(LOG);
        Collections.shuffle(shuffled, new Random(4711));

        ReviewSample one = review().count(20).seed("s").sample(LOG.stream());
        ReviewSample other = review().count(20).seed("s").sample(shuffled.parallelStream());

        assertThat(one.records()).hasSize(20);
        assertThat(other).isEqualTo(one);
    }

    @Test
    void sample_otherSeed_isAnother() {
        assertThat(review().count(20).seed("s").sample(LOG.stream()).logIds())
                .isNotEqualTo(review().count(20).seed("t").sample(LOG.stream()).logIds());
    }

    @Test
    void sample_workedOutByHand_isTheSame() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> expected =
                LOG.stream()
                        .map(AccessRecord::logId)
                        .sorted(
                                Comparator.comparing(
                                        id ->
                                                HexFormat.of()
                                                        .formatHex(
                                                                digest.digest(
                                                                        ("frö\n" + id)
                                                                                .getBytes(UTF_8)))))
                        .limit(15)
                        .toList();

        ReviewSample sample = review().count(15).seed("frö").sample(LOG.stream());

        assertThat(sample.logIds()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sample.algorithm()).isEqualTo("SHA-256(seed LF logId), lowest first");
    }

    @Test
    void sample_withoutSeed_hasOneOfItsOwnThatDrawsItAgain() {
        ReviewSample first = review().count(5).sample(LOG.stream());
        ReviewSample second = review().count(5).sample(LOG.stream());

        assertThat(first.seed()).hasSize(32).isNotEqualTo(second.seed());
        assertThat(review().count(5).seed(first.seed()).sample(LOG.stream())).isEqualTo(first);
    }

    @Test
    void sample_sameRecordTwice_holdsItOnce() {
        List<AccessRecord> doubled = new ArrayList<>(LOG);
        doubled.addAll(LOG);

        assertThat(review().count(20).seed("s").sample(doubled.stream()).logIds())
                .isEqualTo(review().count(20).seed("s").sample(LOG.stream()).logIds());
    }

    @Test
    void sample_limits_takeOnlyWhatComesIntoQuestion() {
        ReviewSample sample =
                RandomReview.in(LogPeriod.days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)))
                        .careUnits(Set.of(HsaId.of("SE1-UNIT1")))
                        .users(Set.of(HsaId.of("SE1-USER3"), HsaId.of("SE1-USER4")))
                        .activities(Set.of(ActivityType.READ))
                        .patients(Set.of(OTHER))
                        .count(1000)
                        .sample(LOG.stream());

        assertThat(sample.read()).isEqualTo(1000);
        assertThat(sample.population()).isEqualTo(sample.records().size()).isPositive();
        assertThat(sample.records())
                .allSatisfy(
                        record -> {
                            assertThat(record.user().id().value()).isEqualTo("SE1-USER3");
                            assertThat(record.activity().type()).isEqualTo(ActivityType.READ);
                            assertThat(record.resources().get(0).patient().orElseThrow().id())
                                    .isEqualTo(PersonIdentity.of(OTHER));
                        });
    }

    @Test
    void sample_perUser_hasSoManyOfEach() {
        ReviewSample sample =
                review().stratum(Stratum.USER).count(3).seed("s").sample(LOG.stream());

        Map<HsaId, Long> each =
                sample.records().stream()
                        .collect(
                                Collectors.groupingBy(
                                        record -> record.user().id(), Collectors.counting()));
        assertThat(each).hasSize(10).allSatisfy((user, many) -> assertThat(many).isEqualTo(3));
        assertThat(sample.strata()).isEqualTo(10);
    }

    @Test
    void sample_shareOfEachUnit_isAboutThatAndNeverNone() {
        ReviewSample sample =
                review().stratum(Stratum.CARE_UNIT)
                        .share(new BigDecimal("0.1"))
                        .seed("s")
                        .sample(LOG.stream());
        ReviewSample tiny =
                review().stratum(Stratum.USER)
                        .share(new BigDecimal("0.000001"))
                        .seed("s")
                        .sample(LOG.stream());

        assertThat(sample.records()).hasSizeBetween(70, 130);
        assertThat(tiny.records()).hasSize(10);
    }

    @Test
    void sample_largerShare_holdsTheSmallerOne() {
        List<String> small =
                review().share(new BigDecimal("0.05")).seed("s").sample(LOG.stream()).logIds();
        List<String> large =
                review().share(new BigDecimal("0.50")).seed("s").sample(LOG.stream()).logIds();

        assertThat(large).containsAll(small).hasSizeBetween(430, 570);
    }

    @Test
    void sample_everyEmergencyAccess_addsThemAll() {
        ReviewSample sample =
                review().count(10).everyEmergencyAccess().seed("s").sample(LOG.stream());

        assertThat(sample.records())
                .filteredOn(
                        record -> record.activity().type().equals(ActivityType.EMERGENCY_ACCESS))
                .hasSize(20);
        assertThat(sample.logIds())
                .containsAll(review().count(10).seed("s").sample(LOG.stream()).logIds())
                .doesNotHaveDuplicates();
    }

    @Test
    void sample_everyEmergencyAccess_addsThoseThatAnotherSystemWroteInItsOwnWay() {
        List<AccessRecord> log =
                IntStream.range(0, 50)
                        .mapToObj(
                                i ->
                                        i == 7
                                                ? of("NÖDÖPPNING", record(7))
                                                : i == 9
                                                        ? of("No\u0308do\u0308ppning", record(9))
                                                        : record(i))
                        .toList();

        ReviewSample sample =
                review().count(1).everyEmergencyAccess().seed("s").sample(log.stream());

        assertThat(sample.logIds()).contains("id-7", "id-9");
    }

    private static AccessRecord of(String activity, AccessRecord record) {
        return new AccessRecord(
                record.logId(),
                record.system(),
                new AccessRecord.Activity(
                        new ActivityType(activity),
                        Optional.empty(),
                        Optional.empty(),
                        record.activity().start(),
                        record.activity().purpose()),
                record.user(),
                record.resources());
    }

    @Test
    void sample_largerThanAllowed_isRefusedNotCut() {
        assertThatThrownBy(() -> review().count(100).maxSample(99).sample(LOG.stream()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("sample"));
        assertThat(review().count(99).maxSample(99).sample(LOG.stream()).records()).hasSize(99);
    }

    @Test
    void sample_ofNothing_isEmptyAndSaysSo() {
        ReviewSample sample = review().count(10).sample(List.<AccessRecord>of().stream());

        assertThat(sample.population()).isZero();
        assertThat(sample.records()).isEmpty();
    }

    @Test
    void criteria_withoutOrWithBothAmounts_areRefused() {
        assertThatThrownBy(() -> review().sample(LOG.stream()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> review().count(1).share(new BigDecimal("0.1")).sample(LOG.stream()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> review().seed(" ")).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-0.1", "1.5"})
    void criteria_shareOutOfRange_isRefused(String share) {
        assertThatThrownBy(() -> review().share(new BigDecimal(share)).sample(LOG.stream()))
                .isInstanceOf(InvalidInputException.class);
    }

    // ---- the protocol

    @Test
    void protocol_withUnjudgedRecords_cannotBeClosed() {
        ReviewProtocol protocol = protocol(3);
        ReviewProtocol judgedTwo =
                protocol.judged(protocol.sample().logIds().get(0), noRemark())
                        .judged(protocol.sample().logIds().get(1), noRemark());

        assertThat(judgedTwo.unjudged()).hasSize(1);
        assertThatThrownBy(() -> judgedTwo.closed(NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1 records");
        assertThatThrownBy(
                        () ->
                                new ReviewProtocol(
                                        judgedTwo.sample(),
                                        REVIEWER,
                                        NOW,
                                        judgedTwo.judgements(),
                                        Optional.of(NOW)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void protocol_judgedWhole_closesAndStaysClosed() {
        ReviewProtocol protocol = judgedWhole(protocol(3));

        ReviewProtocol closed = protocol.closed(NOW);

        assertThat(closed.closedAt()).contains(NOW);
        assertThat(closed.count(Finding.NO_REMARK)).isEqualTo(3);
        assertThatThrownBy(() -> closed.judged(closed.sample().logIds().get(0), noRemark()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> closed.closed(NOW)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void protocol_judgementOfARecordOutsideTheSample_isRefused() {
        assertThatThrownBy(() -> protocol(3).judged("unknown", noRemark()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void judgement_toInvestigateWithoutNote_isRefused() {
        assertThatThrownBy(() -> new Judgement(Finding.TO_INVESTIGATE, Optional.of("  "), NOW))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void documents_ofAProtocol_tellHowAndWhatWithoutThePatient() throws IOException {
        ReviewProtocol protocol = protocol(3);
        String first = protocol.sample().logIds().get(0);
        ReviewProtocol open =
                protocol.judged(
                        first,
                        new Judgement(
                                Finding.TO_INVESTIGATE, Optional.of("=Ingen vårdrelation"), NOW));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        open.writeCsv(csv, CsvFormat.RFC_4180);
        String text = pdf(open);
        String closed = pdf(judgedWhole(open).closed(NOW));

        assertThat(csv.toString(UTF_8))
                .contains("Utreds vidare,'=Ingen vårdrelation")
                .contains("Inte bedömd")
                .doesNotContain("1212121212");
        assertThat(text)
                .contains("Protokoll över logguppföljning")
                .contains("Granskningen är inte avslutad")
                .contains("Britt Sköld (SE1-CHEF)")
                .contains("1000 loggposter av 1000 lästa")
                .contains("3 loggposter")
                .contains("En lista med 2 patienter")
                .contains(protocol.sample().seed())
                .contains(first)
                .doesNotContain("12121212");
        assertThat(closed).doesNotContain("inte avslutad").contains("2027-02-01 09:15");
    }

    @Test
    void toString_ofEverything_holdsNoPersonalData() {
        ReviewProtocol protocol =
                protocol(2)
                        .judged(
                                protocol(2).sample().logIds().get(0),
                                new Judgement(
                                        Finding.TO_INVESTIGATE,
                                        Optional.of("om Tolvan 191212121212"),
                                        NOW));

        assertThat(protocol + " " + protocol.judgements() + protocol.reviewer())
                .doesNotContain("1212121212")
                .doesNotContain("Tolvan")
                .doesNotContain("Sköld");
    }

    private static RandomReview review() {
        return RandomReview.in(YEAR);
    }

    private static ReviewProtocol protocol(int count) {
        return ReviewProtocol.open(
                review().patients(Set.of(Sample.PATIENT, OTHER))
                        .count(count)
                        .seed("s")
                        .sample(LOG.stream()),
                REVIEWER,
                NOW);
    }

    private static ReviewProtocol judgedWhole(ReviewProtocol protocol) {
        ReviewProtocol judged = protocol;
        for (AccessRecord record : protocol.unjudged()) {
            judged = judged.judged(record.logId(), noRemark());
        }
        return judged;
    }

    private static Judgement noRemark() {
        return new Judgement(Finding.NO_REMARK, Optional.empty(), NOW);
    }

    private static AccessRecord record(int i) {
        PersonId patient = i % 3 == 0 ? OTHER : Sample.PATIENT;
        AccessRecord base =
                (i % 50 == 7
                                ? AccessRecord.emergencyAccess(patient)
                                : AccessRecord.reading(patient))
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .resource(ResourceType.CERTIFICATE)
                        .at(Instant.parse("2026-01-01T12:00:00Z").plusSeconds(i * 31_000L))
                        .logId("id-" + i)
                        .build();
        return new AccessRecord(
                base.logId(),
                base.system(),
                base.activity(),
                new AccessRecord.User(
                        HsaId.of("SE1-USER" + i % 10),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CareProvider.of(HsaId.of("SE1-PROV")),
                        CareUnit.of(HsaId.of("SE1-UNIT" + i % 2))),
                base.resources());
    }

    private static String pdf(ReviewProtocol protocol) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        protocol.writePdf(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }
}
