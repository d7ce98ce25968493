package se.ehealthsdk.audit.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.Patient;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

class LogExtractTest {

    private static final HsaId PROVIDER = HsaId.of("SE5565594230-PROV");
    private static final HsaId DOCTOR = HsaId.of("SE5565594230-DOC1");
    private static final PersonId OTHER = PersonId.parse("201212121212");
    private static final LogPeriod YEAR =
            LogPeriod.days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Instant NOW = Instant.parse("2027-02-01T08:15:00Z");
    private static final DisclosurePolicy MINIMUM = DisclosurePolicy.minimum(OperatorKind.PRIVATE);
    private static final DisclosurePolicy NAMING =
            DisclosurePolicy.naming(
                    OperatorKind.REGIONAL,
                    SecrecyTest.passed("enhetschef Britt Sköld", LocalDate.of(2027, 1, 30)));

    // ---- what is in it

    @Test
    void fromRecords_ofSeveralPatientsProvidersAndYears_holdsOnlyWhatIsTheirs() {
        AccessRecord mine = record("1", "2026-03-01T11:00:00Z");
        AccessRecord otherPatient =
                AccessRecord.reading(OTHER)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .resource(ResourceType.CERTIFICATE)
                        .at(Sample.TIME)
                        .build();
        AccessRecord otherProvider =
                new AccessRecord(
                        "3",
                        mine.system(),
                        mine.activity(),
                        new AccessRecord.User(
                                DOCTOR,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                CareProvider.of(HsaId.of("SE1-OTHER")),
                                mine.user().careUnit()),
                        mine.resources());
        AccessRecord early = record("4", "2025-12-31T22:59:59Z");
        AccessRecord late = record("5", "2026-12-31T23:00:00Z");

        LogExtract extract =
                builder(MINIMUM)
                        .fromRecords(
                                Stream.of(late, mine, otherPatient, otherProvider, early), YEAR);

        assertThat(extract.rows()).hasSize(1);
        assertThat(extract.rows().get(0).time()).isEqualTo(mine.activity().start());
        assertThat(extract.madeAt()).isEqualTo(NOW);
        assertThat(extract.complete()).isTrue();
    }

    @Test
    void fromRecords_recordAboutTwoPatients_tellsNothingOfTheOther() throws IOException {
        AccessRecord record =
                new AccessRecord(
                        "1",
                        record("1", "2026-03-01T11:00:00Z").system(),
                        record("1", "2026-03-01T11:00:00Z").activity(),
                        record("1", "2026-03-01T11:00:00Z").user(),
                        List.of(
                                resource("Intyg", Sample.PATIENT, PROVIDER),
                                resource("Provsvar", Sample.PATIENT, HsaId.of("SE1-OTHER")),
                                resource("Hemligt slag", OTHER, PROVIDER)));

        LogExtract extract = builder(MINIMUM).fromRecords(Stream.of(record), YEAR);

        assertThat(extract.rows().get(0).dataText()).isEqualTo("Intyg, Provsvar (från SE1-OTHER)");
        assertThat(csv(extract)).doesNotContain("Hemligt").doesNotContain("201212121212");
        assertThat(pdf(extract)).doesNotContain("Hemligt").doesNotContain("20121212-1212");
    }

    @Test
    void identity_thatCannotBeRead_isAShortfallWhenItMayBeThePatients() {
        LogExtract extract =
                builder(MINIMUM)
                        .fromRecords(
                                Stream.of(
                                        record("1", "2026-03-01T11:00:00Z"),
                                        about("2", Sample.PATIENT.oid(), "191212121213"),
                                        about("3", "", "191212121212"),
                                        about("4", "1.2.752.74.9.1", "regionalt-1")),
                                YEAR);

        assertThat(extract.rows()).hasSize(1);
        assertThat(extract.shortfalls())
                .containsExactly(
                        "Antal loggposter där det inte gick att läsa vem de gäller, och som därför inte"
                                + " visas: 2.");
    }

    @Test
    void fromLogs_ofAnotherCareProvidersLog_isNoEmptyCompleteExtract() {
        Report<AccessRecord> report =
                new Report<>(
                        List.of(record("1", "2026-03-01T11:00:00Z")),
                        YEAR,
                        List.of(YEAR),
                        NOW,
                        List.of());

        LogExtract extract =
                builder(MINIMUM)
                        .careProvider(CareProvider.of(HsaId.of("SE1-OTHER")))
                        .fromLogs(report);

        assertThat(extract.rows()).isEmpty();
        assertThat(extract.shortfalls())
                .containsExactly(
                        "Antal åtkomster i svaret som hör till en annan vårdgivares logg och inte visas"
                                + " här: 1.");
    }

    @Test
    void name_ofTheCareProviderThatHandsItOut_isKnown() {
        LogExtract extract =
                builder(MINIMUM)
                        .careProvider(new CareProvider(PROVIDER, Optional.of("Region Exempel")))
                        .fromRecords(Stream.of(nameless("1", "2026-03-01T11:00:00Z")), YEAR);

        assertThat(extract.rows().get(0).careProvider().name()).contains("Region Exempel");
    }

    @Test
    void names_missingInTheRecord_areLookedUpOnceEach() {
        List<HsaId> asked = new ArrayList<>();

        LogExtract extract =
                builder(NAMING)
                        .names(
                                id -> {
                                    asked.add(id);
                                    return Optional.of("Namn på " + id);
                                })
                        .fromRecords(
                                Stream.of(
                                        nameless("1", "2026-03-01T11:00:00Z"),
                                        nameless("2", "2026-03-02T11:00:00Z")),
                                YEAR);

        assertThat(asked).containsExactlyInAnyOrder(DOCTOR, HsaId.of("SE5565594230-UNIT"));
        assertThat(extract.rows().get(1).careUnit().name()).contains("Namn på SE5565594230-UNIT");
        assertThat(extract.rows().get(1).user().name()).contains("Namn på SE5565594230-DOC1");
    }

    @Test
    void names_lookupFails_endTheExtract() {
        assertThatThrownBy(
                        () ->
                                builder(MINIMUM)
                                        .names(
                                                id -> {
                                                    throw new IllegalStateException(
                                                            "HSA svarar inte");
                                                })
                                        .fromRecords(
                                                Stream.of(nameless("1", "2026-03-01T11:00:00Z")),
                                                YEAR))
                .hasMessage("HSA svarar inte");
    }

    @Test
    void fromLogs_incompleteReport_carriesTheReasons() throws IOException {
        Report<AccessRecord> report =
                new Report<>(
                        List.of(),
                        YEAR,
                        List.of(),
                        NOW,
                        List.of(
                                ReportNote.of(ReportNote.Kind.PERIOD_CUT, YEAR),
                                ReportNote.of(ReportNote.Kind.MAY_LACK_PRODUCERS, YEAR),
                                new ReportNote(ReportNote.Kind.MESSAGE, YEAR, "hälsning")));

        LogExtract extract = builder(MINIMUM).shortfall("Avdelning X saknas.").fromLogs(report);

        assertThat(extract.complete()).isFalse();
        assertThat(extract.shortfalls())
                .containsExactly(
                        "Avdelning X saknas.",
                        "Loggtjänsten har inga uppgifter att lämna för tiden 2026-01-01 – 2026-12-31.",
                        "Uppgifterna är hämtade från flera loggtjänster samtidigt. Någon av dem kan"
                                + " saknas i svaret.");
        assertThat(csv(extract)).contains("Avdelning X saknas.");
        String text = pdf(extract);
        assertThat(text)
                .contains("Utdraget kan vara ofullständigt")
                .contains("Avdelning X saknas.");
        assertThat(text).contains("i de uppgifter som gick att hämta");
        assertThat(text).doesNotContain("Det finns inga loggade åtkomster till uppgifter om dig");
    }

    @Test
    void fromAccessLogs_tellNoActivityAndNoEmergency() throws IOException {
        PatientAccess access =
                new PatientAccess(
                        CareProvider.of(HsaId.of("SE1-OTHER")),
                        CareUnit.of(HsaId.of("SE1-UNIT")),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        DOCTOR,
                        Optional.of("Lina Lindgrensdotter"),
                        Optional.empty(),
                        Purpose.CARE_AND_TREATMENT,
                        ResourceType.CERTIFICATE);

        LogExtract extract =
                builder(MINIMUM)
                        .fromAccessLogs(
                                new Report<>(List.of(access), YEAR, List.of(YEAR), NOW, List.of()));

        assertThat(extract.rows().get(0).activity()).isEmpty();
        assertThat(extract.rows().get(0).emergency()).isFalse();
        assertThat(pdf(extract))
                .contains("Framgår inte")
                .contains("sommartid eller")
                .doesNotContain("Lindgrensdotter");
    }

    // ---- policy

    @Test
    void extract_withoutPolicyProviderOrMaker_isRefused() {
        LogExtract.Builder none =
                LogExtract.of(Sample.PATIENT).careProvider(CareProvider.of(PROVIDER)).madeBy("x");

        assertThatThrownBy(() -> none.fromRecords(Stream.empty(), YEAR))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("policy"));
        assertThatThrownBy(
                        () ->
                                LogExtract.of(Sample.PATIENT)
                                        .policy(MINIMUM)
                                        .madeBy("x")
                                        .fromRecords(Stream.empty(), YEAR))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                LogExtract.of(Sample.PATIENT)
                                        .policy(MINIMUM)
                                        .careProvider(CareProvider.of(PROVIDER))
                                        .fromRecords(Stream.empty(), YEAR))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void policy_privateOrUntested_namesNobody() {
        assertThatThrownBy(
                        () ->
                                DisclosurePolicy.naming(
                                        OperatorKind.PRIVATE,
                                        SecrecyTest.passed("x", LocalDate.of(2027, 1, 1))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                DisclosurePolicy.minimum(OperatorKind.MUNICIPAL)
                                        .telling(Set.of(UserDetail.NAME)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SecrecyTest.passed(" ", LocalDate.of(2027, 1, 1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void minimum_anyOutput_hasUnitAndTimeAndNothingOfWho() throws IOException {
        LogExtract extract =
                builder(MINIMUM)
                        .names(id -> Optional.of("Uppslaget namn " + id))
                        .fromRecords(Stream.of(named("1", "2026-03-01T11:34:56Z")), YEAR);

        for (String output : List.of(csv(extract), pdf(extract))) {
            assertThat(output)
                    .contains("Kirurgen")
                    .contains("2026-03-01 12:34:56")
                    .doesNotContain("Lindgrensdotter")
                    .doesNotContain("DOC1")
                    .doesNotContain("Läkare,");
        }
    }

    @Test
    void naming_withheldEmployee_isNotTold() throws IOException {
        DisclosurePolicy policy =
                DisclosurePolicy.naming(
                                OperatorKind.MUNICIPAL,
                                SecrecyTest.passed("chefen", LocalDate.of(2027, 1, 30))
                                        .withholding(Set.of(DOCTOR)))
                        .telling(Set.of(UserDetail.NAME, UserDetail.TITLE, UserDetail.HSA_ID));

        LogExtract withheld =
                builder(policy).fromRecords(Stream.of(named("1", "2026-03-01T11:00:00Z")), YEAR);
        LogExtract told =
                builder(NAMING).fromRecords(Stream.of(named("1", "2026-03-01T11:00:00Z")), YEAR);

        assertThat(csv(withheld) + pdf(withheld))
                .doesNotContain("Lindgrensdotter")
                .doesNotContain("DOC1")
                .contains("Lämnas inte ut");
        assertThat(pdf(told))
                .contains("Lina Lindgrensdotter, Läkare")
                .contains("sekretessprövning 2027-01-30 av enhetschef Britt Sköld.")
                .doesNotContain("DOC1");
    }

    // ---- times

    @Test
    void times_inTheHourThatComesTwice_sayWhich() throws IOException {
        LogExtract extract =
                builder(MINIMUM)
                        .fromRecords(
                                Stream.of(
                                        record("1", "2026-10-25T00:30:00Z"),
                                        record("2", "2026-10-25T01:30:00Z"),
                                        record("3", "2026-10-25T02:30:00Z")),
                                YEAR);

        assertThat(csv(extract))
                .contains("2026-10-25 02:30:00 (sommartid, UTC+2)")
                .contains("2026-10-25 02:30:00 (normaltid, UTC+1)")
                .contains("2026-10-25 03:30:00,");
    }

    // ---- CSV

    @Test
    void csv_ofTextsMeantForASpreadsheet_isHarmless() throws IOException {
        AccessRecord attack =
                new AccessRecord(
                        "1",
                        record("1", "2026-03-01T11:00:00Z").system(),
                        record("1", "2026-03-01T11:00:00Z").activity(),
                        new AccessRecord.User(
                                DOCTOR,
                                Optional.of("=HYPERLINK(\"http://x\")"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("@SUM(1)"),
                                CareProvider.of(PROVIDER),
                                new CareUnit(HsaId.of("SE1-U"), Optional.of("+cmd|' /C calc'!A0"))),
                        List.of(resource("-2+3", Sample.PATIENT, PROVIDER)));

        String csv = csv(builder(NAMING).fromRecords(Stream.of(attack), YEAR));

        assertThat(csv)
                .contains(",'+cmd|' /C calc'!A0,")
                .contains(",'-2+3,")
                .contains(",\"'=HYPERLINK(\"\"http://x\"\")\",")
                .contains(",'@SUM(1),");
    }

    @Test
    void csv_swedishExcel_hasAMarkAndSemicolonsInEveryRow() throws IOException {
        LogExtract extract =
                builder(NAMING)
                        .shortfall("Något saknas.")
                        .fromRecords(Stream.of(named("1", "2026-03-01T11:00:00Z")), YEAR);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extract.writeCsv(out, CsvFormat.SWEDISH_EXCEL);
        String csv = out.toString(UTF_8);

        assertThat(csv).startsWith("\uFEFFTidpunkt;Vårdgivare;");
        assertThat(csv.split("\r\n"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.split(";", -1)).hasSize(13));
        assertThatThrownBy(() -> new CsvFormat('"', false))
                .isInstanceOf(InvalidInputException.class);
    }

    // ---- PDF

    @Test
    void pdf_withEverything_saysWhoWhatWhenAndWhy() throws IOException {
        AccessRecord emergency =
                AccessRecord.emergencyAccess(Sample.PATIENT)
                        .by(Sample.USER)
                        .in(Sample.SYSTEM)
                        .resource(new ResourceType("Läkemedelslista"))
                        .at(Instant.parse("2026-07-01T10:00:00Z"))
                        .build();

        String text =
                pdf(
                        builder(MINIMUM)
                                .fromRecords(
                                        Stream.of(record("1", "2026-03-01T11:34:56Z"), emergency),
                                        YEAR));

        assertThat(text)
                .contains("Loggutdrag")
                .contains("Tolvan Tolvansson, 19121212-1212")
                .contains("Vårdbolaget (SE5565594230-PROV)")
                .contains("2026-01-01 – 2026-12-31")
                .contains("2027-02-01 09:15 av Journalarkivet")
                .contains("2, varav 1 nödöppning")
                .contains("2026-07-01 12:00:00 Kirurgen, Vårdbolaget Nödöppning Läkemedelslista")
                .contains("Vård och behandling")
                .contains("patientdatalagen (2008:355) 8 kap. 5 §")
                .contains("Sida 1 av 1")
                .doesNotContain("ofullständigt");
    }

    @Test
    void pdf_metadata_isSwedishAndHoldsNoPatient() throws IOException {
        try (PDDocument document = open(builder(MINIMUM).fromRecords(Stream.empty(), YEAR))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv-SE");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Loggutdrag");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Vårdbolaget");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
        }
    }

    @Test
    void pdf_ofManyRows_repeatsTheHeadAndLosesNone() throws IOException {
        LogExtract extract =
                builder(MINIMUM)
                        .fromRecords(
                                IntStream.range(0, 500)
                                        .mapToObj(
                                                i ->
                                                        record(
                                                                "id" + i,
                                                                Instant.parse(
                                                                                "2026-02-01T00:00:00Z")
                                                                        .plusSeconds(i)
                                                                        .toString())),
                                YEAR);

        try (PDDocument document = open(extract)) {
            int pages = document.getNumberOfPages();
            String text = new PDFTextStripper().getText(document);
            assertThat(pages).isBetween(10, 40);
            assertThat(text)
                    .contains("Sida 1 av " + pages)
                    .contains("Sida " + pages + " av " + pages);
            assertThat(text.split("Tidpunkt Vårdenhet och vårdgivare", -1).length - 1)
                    .isBetween(pages - 1, pages);
            for (ExtractRow row : extract.rows()) {
                assertThat(text).contains(SwedishText.time(row.time(), true));
            }
        }
    }

    @Test
    void pdf_ofVeryLongAndOddTexts_wrapsAndReplacesVisibly() throws IOException {
        String endless = "Ordutanmellanslag".repeat(200);
        AccessRecord odd =
                new AccessRecord(
                        "1",
                        record("1", "2026-03-01T11:00:00Z").system(),
                        record("1", "2026-03-01T11:00:00Z").activity(),
                        new AccessRecord.User(
                                DOCTOR,
                                Optional.of("Đorđe A\u030Asén é 李\u0007\u200F\uD83D\uDE00 slut"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                CareProvider.of(PROVIDER),
                                new CareUnit(HsaId.of("SE1-U"), Optional.of(endless))),
                        List.of(resource("Rad\nmed\tblanka", Sample.PATIENT, PROVIDER)));

        String text = pdf(builder(NAMING).fromRecords(Stream.of(odd, odd, odd), YEAR));

        assertThat(text.replaceAll("\\s", "")).contains("Rad").contains("medblanka");
        assertThat(text).contains("Đorđe Åsén é").contains("slut");
        assertThat(text).doesNotContain("李").containsPattern("[\uFFFD\u25A1?]");
        assertThat(text.split("mellans", -1).length).isGreaterThan(300);
        assertThat(text).containsPattern("Sida 2 av [2-9]");
    }

    @Test
    void pdf_withoutPdfBox_saysWhatToAdd() throws Exception {
        URL[] classPath =
                Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .filter(entry -> !entry.contains("pdfbox"))
                        .map(LogExtractTest::url)
                        .toArray(URL[]::new);
        try (URLClassLoader without =
                new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> program = without.loadClass(WithoutPdfBox.class.getName());
            Object said = program.getMethod("refusal").invoke(null);

            assertThat((String) said)
                    .startsWith("ConfigurationException")
                    .contains("PDFBox is not on the class path")
                    .contains("org.apache.pdfbox:pdfbox");
        }
    }

    @Test
    void toString_ofEverything_holdsNoPersonalData() {
        LogExtract extract =
                builder(NAMING).fromRecords(Stream.of(named("1", "2026-03-01T11:00:00Z")), YEAR);

        assertThat(extract + " " + extract.rows() + extract.rows().get(0).user() + NAMING)
                .doesNotContain("1212121212")
                .doesNotContain("Tolvan")
                .doesNotContain("Lindgrensdotter")
                .contains("rows=1");
    }

    private static URL url(String entry) {
        try {
            return java.nio.file.Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static LogExtract.Builder builder(DisclosurePolicy policy) {
        return LogExtract.of(Sample.PATIENT)
                .patientName("Tolvan Tolvansson")
                .careProvider(new CareProvider(PROVIDER, Optional.of("Vårdbolaget")))
                .policy(policy)
                .madeBy("Journalarkivet")
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static AccessRecord record(String id, String time) {
        return Sample.reading().logId(id).at(Instant.parse(time)).build();
    }

    private static AccessRecord named(String id, String time) {
        return Sample.reading().logId(id).at(Instant.parse(time)).withNames().build();
    }

    private static AccessRecord nameless(String id, String time) {
        AccessRecord record = record(id, time);
        return new AccessRecord(
                id,
                record.system(),
                record.activity(),
                new AccessRecord.User(
                        DOCTOR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CareProvider.of(PROVIDER),
                        CareUnit.of(HsaId.of("SE5565594230-UNIT"))),
                record.resources());
    }

    private static AccessRecord about(String id, String root, String extension) {
        AccessRecord record = record(id, "2026-03-01T11:00:00Z");
        return new AccessRecord(
                id,
                record.system(),
                record.activity(),
                record.user(),
                List.of(
                        new Resource(
                                ResourceType.CERTIFICATE,
                                Optional.of(
                                        new Patient(
                                                new PersonIdentity(root, Optional.of(extension)),
                                                Optional.empty())),
                                CareProvider.of(PROVIDER),
                                Optional.empty())));
    }

    private static Resource resource(String type, PersonId patient, HsaId owner) {
        return new Resource(
                new ResourceType(type),
                Optional.of(Patient.of(patient)),
                CareProvider.of(owner),
                Optional.empty());
    }

    private static String csv(LogExtract extract) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extract.writeCsv(out, CsvFormat.RFC_4180);
        return out.toString(UTF_8);
    }

    private static PDDocument open(LogExtract extract) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extract.writePdf(out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String pdf(LogExtract extract) throws IOException {
        try (PDDocument document = open(extract)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }
}
