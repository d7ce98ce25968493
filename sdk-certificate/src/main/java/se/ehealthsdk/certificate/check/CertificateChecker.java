package se.ehealthsdk.certificate.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.check.Prefill;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.SchemaFindings;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.rules.RuleRegistry;
import se.ehealthsdk.certificate.internal.schema.SchemaCheck;
import se.ehealthsdk.certificate.internal.schematron.OfficialSchematron;

/**
 * Checks certificates against the XML Schema of the contract and the rules of their type. Safe for use by many threads.
 *
 * <pre>{@code
 * List<Finding> findings = CertificateChecker.create().check(intyg, CheckMode.FORM);
 * }</pre>
 *
 * <p>The rules of a type are chosen by its code and major version alone, as the official rules are. Some depend on the day:
 * that is the day of the check in Sweden, or the one that is given.
 */
public final class CertificateChecker {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final Finding UNKNOWN_TYPE =
            new Finding(
                    "COM-DOC-TYPE",
                    Optional.empty(),
                    Optional.empty(),
                    Finding.Origin.ADVICE,
                    "the rules of this type and version are not known; only the schema was checked",
                    "one of LISJP 1 and 2, AG7804 1 and 2, AG1-14 1, LUNSP 1, IGRAV 1, LUSE 1,"
                            + " LUAE_NA 1, LUAE_FS 1, DB 1, DOI 1, TSTRK1031 3 and 4, and TSTRK1007 6 and"
                            + " 7");

    private final Clock clock;
    private final @Nullable DiagnosisRegister diagnoses;
    private final @Nullable Predicate<String> municipalities;
    private final @Nullable OfficialSchematron schematron;

    private CertificateChecker(Builder from) {
        this.clock = from.clock;
        this.diagnoses = from.diagnoses;
        this.municipalities = from.municipalities;
        this.schematron = from.schematron();
    }

    /** A checker by the clock of this machine, without a register of diagnoses. */
    public static CertificateChecker create() {
        return builder().build();
    }

    /** Starts a checker. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks a certificate as of today.
     *
     * @param certificate what was read or built
     * @param mode which rules judge it
     * @return what was found, in the order of the questions in the form, the document itself first; empty when it is clean
     */
    public List<Finding> check(Intyg certificate, CheckMode mode) {
        return check(certificate, mode, LocalDate.now(clock.withZone(SWEDEN)));
    }

    /**
     * Checks a certificate as of a day, for example the one it was signed: IGRAV, AG 7804 1.x and the form's own rules
     * compare dates with the day of the check.
     *
     * @param certificate what was read or built
     * @param mode which rules judge it
     * @param on the day of the check
     * @return what was found, in the order of the questions in the form, the document itself first; empty when it is clean
     */
    public List<Finding> check(Intyg certificate, CheckMode mode, LocalDate on) {
        SchemaFindings schema = SchemaCheck.of(certificate);
        Optional<RuleSet> rules = rulesOf(certificate);
        List<Finding> findings;
        if (rules.isPresent()) {
            findings =
                    rules.get()
                            .check(
                                    new Subject(certificate, on, diagnoses, municipalities, schema),
                                    mode);
        } else {
            findings = new ArrayList<>(schema.findings());
            findings.add(UNKNOWN_TYPE);
        }
        if (schematron != null && schema.canBeWritten()) {
            findings.addAll(schematron.check(certificate, rules.map(RuleSet::prefix), on));
        }
        return List.copyOf(findings);
    }

    /**
     * Reads a document and checks the certificate in it as of today.
     *
     * @param document as for {@link Intyg#read(byte[])}
     * @param mode which rules judge it
     * @return as for {@link #check(Intyg, CheckMode)}
     * @throws se.ehealthsdk.core.error.InvalidInputException if it is no XML, or holds no certificate or several
     */
    public List<Finding> check(byte[] document, CheckMode mode) {
        return check(Intyg.read(document), mode);
    }

    /**
     * Checks the answers that a draft is to begin with ({@code forifyllnad} of CreateDraftCertificate 3). The service drops
     * an answer that it cannot use and says nothing, so nothing but a check before it can tell. Nothing is required of a
     * prefill: it may hold any of the answers, or none.
     *
     * <p>The rule ids end in what the service writes in its own log: {@code ANSWER_NOT_FOUND}, {@code
     * WRONG_NUMBER_OF_ANSWERS}, {@code INVALID_SUB_ANSWER_ID}, {@code INVALID_BOOLEAN_VALUE}, {@code
     * INVALID_DIAGNOSIS_CODE} and {@code INVALID_FORMAT}, for example {@code LISJP2-PREFILL-ANSWER_NOT_FOUND}. A diagnosis may
     * be of any of the three code systems of ICD-10-SE.
     *
     * @param type the type; its newest version counts
     * @param answers what the draft is to begin with
     * @return what was found, in the order of the answers; empty when all of it will be used. One piece of advice when the
     *     rules of the type are not known
     */
    public List<Finding> checkPrefill(CertificateType type, List<Answer> answers) {
        return RuleRegistry.newest(type)
                .map(
                        rules ->
                                Prefill.check(
                                        rules,
                                        answers,
                                        Subject.prefill(
                                                answers,
                                                LocalDate.now(clock.withZone(SWEDEN)),
                                                diagnoses,
                                                municipalities)))
                .orElse(List.of(UNKNOWN_TYPE));
    }

    /** Whether the rules of its type and major version are known. */
    public boolean knows(Intyg certificate) {
        return rulesOf(certificate).isPresent();
    }

    private static Optional<RuleSet> rulesOf(Intyg certificate) {
        return certificate.majorVersion().isEmpty()
                ? Optional.empty()
                : RuleRegistry.of(certificate.type(), certificate.majorVersion().getAsInt());
    }

    /**
     * The rules of a type, in the order of the form, but for those of the schema.
     *
     * @param type the type
     * @param major its major version
     * @return empty when the rules of that type and version are not known
     */
    public List<Rule> rules(CertificateType type, int major) {
        return RuleRegistry.of(type, major).map(RuleSet::rules).orElse(List.of());
    }

    /** Settings of a checker. */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private @Nullable DiagnosisRegister diagnoses;
        private @Nullable Predicate<String> municipalities;
        private @Nullable Path schematronFolder;
        private final Map<OfficialSchematron.Form, Path> schematronFiles = new HashMap<>();

        private Builder() {}

        /** Tells today; the machine's clock if not given. Its zone does not matter. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Your register of diagnosis codes. Without one it is not checked that a code exists. */
        public Builder diagnosisCodes(DiagnosisRegister value) {
            this.diagnoses = Objects.requireNonNull(value, "diagnosisCodes");
            return this;
        }

        /**
         * Your list of municipalities, for the place of death in DB and DOI. Without one it is not checked. Only {@link
         * CheckMode#FORM} asks.
         *
         * @param known whether a name, as it stands in the certificate, is in the list; called from any thread
         */
        public Builder municipalities(Predicate<String> known) {
            this.municipalities = Objects.requireNonNull(known, "municipalities");
            return this;
        }

        /**
         * Your copy of the official Schematron files, which are run too, in both modes. They are found by the type and its
         * major version: {@code lisjp.v1.sch}, {@code lisjp.v2.sch}, {@code db.v1.sch}. Each is compiled when the first
         * certificate of its type is checked, which takes up to seconds, and once. What they refuse is a finding with an id
         * like {@code LISJP1-SCH-12}: the id of the assert, or its place in the file. Without a file for a type, {@code
         * LISJP1-SCH-NOFILE} says so, as advice.
         *
         * <p>Needs {@code com.helger.schematron:ph-schematron-xslt}, which is optional in this module. The files reach
         * neither the network nor other files. A file that cannot be compiled is a {@link
         * se.ehealthsdk.core.error.ConfigurationException} of the check.
         */
        public Builder schematron(Path folder) {
            this.schematronFolder = Objects.requireNonNull(folder, "schematron");
            return this;
        }

        /**
         * A Schematron file of another name than {@link #schematron(Path)} looks for.
         *
         * @param type the type
         * @param majorVersion its major version
         * @param file absolute, or relative to the folder
         */
        public Builder schematron(CertificateType type, int majorVersion, Path file) {
            schematronFiles.put(
                    new OfficialSchematron.Form(type, majorVersion),
                    Objects.requireNonNull(file, "file"));
            return this;
        }

        private @Nullable OfficialSchematron schematron() {
            if (schematronFolder == null && schematronFiles.isEmpty()) {
                return null;
            }
            return OfficialSchematron.in(
                    schematronFolder == null ? Path.of("") : schematronFolder, schematronFiles);
        }

        /**
         * The checker.
         *
         * @throws se.ehealthsdk.core.error.ConfigurationException if the Schematron files are not there, or what runs them
         */
        public CertificateChecker build() {
            return new CertificateChecker(this);
        }
    }
}
