package se.ehealthsdk.audit.followup;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.audit.internal.document.PdfLibrary;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The log extract (loggutdrag) that a patient has a right to: from which unit and when data about the patient
 * were accessed, in a form that lets the patient judge whether it was justified. As typed data, CSV, and a
 * PDF in Swedish that can be handed out.
 *
 * <pre>{@code
 * LogExtract extract = LogExtract.of(patient)
 *         .careProvider(new CareProvider(providerId, Optional.of("Region Exempel")))
 *         .policy(DisclosurePolicy.naming(OperatorKind.REGIONAL, SecrecyTest.passed("Enhetschef NN", today)))
 *         .names(id -> hsa.unit(id).map(Unit::name))
 *         .madeBy("Journalarkivet")
 *         .fromLogs(report);
 * try (OutputStream file = Files.newOutputStream(path)) {
 *     extract.writePdf(file);
 * }
 * }</pre>
 *
 * <p>Holds only what is about the patient: other patients of the same record, log ids, arguments and document
 * ids are left out. Why it may be incomplete is part of it, and stands at its top when it is printed.
 *
 * <p>Source: the Patient Data Act (patientdatalagen 2008:355) 8:5 (information on request) and 5:5 (electronic
 * access), HSLF-FS 2016:40 4:10 (unit and time, in a form that can be judged).
 *
 * @param patient whose data
 * @param patientName the patient's name
 * @param careProvider who hands the extract out
 * @param period what it covers
 * @param madeAt when it was made
 * @param madeBy who made it
 * @param policy what it tells of employees
 * @param rows the accesses, oldest first
 * @param shortfalls why accesses may be missing, in Swedish; empty when there is no known reason
 */
public record LogExtract(
        PersonId patient,
        Optional<String> patientName,
        CareProvider careProvider,
        LogPeriod period,
        Instant madeAt,
        String madeBy,
        DisclosurePolicy policy,
        List<ExtractRow> rows,
        List<String> shortfalls) {

    /** Copies the lists. */
    public LogExtract {
        rows = List.copyOf(rows);
        shortfalls = List.copyOf(shortfalls);
    }

    /** Starts an extract for a patient; a care provider, a policy and a maker are required. */
    public static Builder of(PersonId patient) {
        return new Builder(patient);
    }

    /** Whether there is no known reason why accesses would be missing. */
    public boolean complete() {
        return shortfalls.isEmpty();
    }

    /**
     * Writes the accesses as CSV with Swedish headings, one a row. A reason why accesses may be missing is a row
     * with nothing but that reason, in the last column.
     *
     * @param out is flushed, not closed
     * @throws IOException if it cannot be written
     */
    public void writeCsv(OutputStream out, CsvFormat format) throws IOException {
        ExtractCsv.write(this, out, format);
    }

    /**
     * Writes a PDF in Swedish, A4. Needs PDFBox 3, an optional dependency.
     *
     * @param out is not closed
     * @throws se.ehealthsdk.core.error.ConfigurationException if PDFBox is not on the class path
     * @throws IOException if it cannot be written
     */
    public void writePdf(OutputStream out) throws IOException {
        PdfLibrary.require();
        ExtractPdf.write(this, out);
    }

    /** Care provider, period and number of rows; the patient masked. */
    @Override
    public String toString() {
        return "LogExtract[patient=%s, careProvider=%s, period=%s, rows=%d, complete=%s]"
                .formatted(patient, careProvider.id(), period, rows.size(), complete());
    }

    /** Collects what an extract needs. Not for use by more than one thread. */
    public static final class Builder {

        private final PersonId patient;
        private @Nullable String patientName;
        private @Nullable CareProvider careProvider;
        private @Nullable DisclosurePolicy policy;
        private @Nullable String madeBy;
        private NameLookup names = NameLookup.NONE;
        private Clock clock = Clock.systemUTC();
        private final List<String> shortfalls = new ArrayList<>();

        private Builder(PersonId patient) {
            this.patient = patient;
        }

        /** The patient's name, for the printed extract; only the identity number unless set. */
        public Builder patientName(String name) {
            this.patientName = name;
            return this;
        }

        /** Who hands the extract out; required. */
        public Builder careProvider(CareProvider provider) {
            this.careProvider = provider;
            return this;
        }

        /** What may be told of employees; required, because no rule fits every care provider. */
        public Builder policy(DisclosurePolicy rules) {
            this.policy = rules;
            return this;
        }

        /** Who makes the extract, a function or a person, as the patient may read it; required. */
        public Builder madeBy(String maker) {
            this.madeBy = maker;
            return this;
        }

        /** Where names come from that the records leave out; HSA-ids are shown unless set. */
        public Builder names(NameLookup lookup) {
            this.names = lookup;
            return this;
        }

        /** The clock that dates the extract; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * A reason why accesses may be missing that the application knows of, as a Swedish sentence: for
         * example that another system has a log of its own.
         */
        public Builder shortfall(String sentence) {
            this.shortfalls.add(sentence);
            return this;
        }

        /**
         * An extract of the care provider's own log, kept locally. Records of other care providers, about other
         * patients and outside the period are passed over; those about a person whose identity cannot be read,
         * and may be the patient's, are a shortfall. Say with {@link #shortfall} if the local log does not
         * reach through the whole period.
         *
         * @param records in any order; not closed
         * @throws InvalidInputException if care provider, policy or maker is missing
         */
        public LogExtract fromRecords(Stream<AccessRecord> records, LogPeriod period) {
            ExtractRows rows = rows();
            return extract(
                    period,
                    found(
                            records.filter(record -> isOwn(record.user().careProvider()))
                                    .filter(record -> period.contains(record.activity().start())),
                            rows,
                            true));
        }

        /**
         * An extract of a report about the patient. Records about other patients are passed over; those of
         * another care provider's log than the one that hands the extract out, and those about a person whose
         * identity cannot be read, and may be the patient's, are a shortfall.
         *
         * @throws InvalidInputException if care provider, policy or maker is missing
         */
        public LogExtract fromLogs(Report<AccessRecord> report) {
            ExtractRows rows = rows();
            noted(report);
            long others =
                    report.rows().stream()
                            .filter(record -> !isOwn(record.user().careProvider()))
                            .filter(rows::isAboutPatient)
                            .count();
            if (others > 0) {
                shortfalls.add(SwedishText.ofOtherLogs(others));
            }
            return extract(
                    report.requested(),
                    found(
                            report.rows().stream()
                                    .filter(record -> isOwn(record.user().careProvider())),
                            rows,
                            false));
        }

        /**
         * An extract of a report of accesses at any care provider. It does not tell what was done.
         *
         * @param report one that was asked for about this patient
         * @throws InvalidInputException if care provider, policy or maker is missing
         */
        public LogExtract fromAccessLogs(Report<PatientAccess> report) {
            ExtractRows rows = rows();
            noted(report);
            return extract(report.requested(), report.rows().stream().map(rows::of).toList());
        }

        private List<ExtractRow> found(
                Stream<AccessRecord> own, ExtractRows rows, boolean timeExact) {
            List<ExtractRow> found = new ArrayList<>();
            long unreadable = 0;
            for (Iterator<AccessRecord> each = own.iterator(); each.hasNext(); ) {
                AccessRecord record = each.next();
                rows.of(record, timeExact).ifPresent(found::add);
                unreadable += rows.mayBeAboutPatient(record) ? 1 : 0;
            }
            if (unreadable > 0) {
                shortfalls.add(SwedishText.unreadable(unreadable));
            }
            return found;
        }

        private void noted(Report<?> report) {
            report.notes().stream()
                    .filter(note -> note.kind().isShortfall())
                    .map(SwedishText::shortfall)
                    .forEach(shortfalls::add);
        }

        private boolean isOwn(CareProvider owner) {
            return owner.id().equals(required("careProvider", careProvider).id());
        }

        private ExtractRows rows() {
            required("madeBy", madeBy);
            return new ExtractRows(
                    patient,
                    required("careProvider", careProvider),
                    required("policy", policy),
                    names);
        }

        private LogExtract extract(LogPeriod period, List<ExtractRow> rows) {
            return new LogExtract(
                    patient,
                    Optional.ofNullable(patientName),
                    required("careProvider", careProvider),
                    period,
                    clock.instant(),
                    required("madeBy", madeBy),
                    required("policy", policy),
                    rows.stream().sorted(Comparator.comparing(ExtractRow::time)).toList(),
                    shortfalls);
        }

        private static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw new InvalidInputException(
                        field, "is not set", field + "(...) before the extract is made");
            }
            return value;
        }
    }
}
