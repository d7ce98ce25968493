package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.FindingsException;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A certificate with its answers in plain words. What was built here has passed all rules of its form. What was read
 * may break any: an answer that cannot be understood is left out of this view, and a check tells of it.
 */
public abstract sealed class CertificateForm permits Assessment, DeathForm, Fk7210 {

    private final Intyg intyg;

    CertificateForm(Intyg intyg) {
        this.intyg = intyg;
    }

    /** The document. */
    public final Intyg intyg() {
        return intyg;
    }

    /** Type, version and id; nothing of the patient. */
    @Override
    public final String toString() {
        return intyg.toString();
    }

    final Optional<Answer> answer(String question) {
        return intyg.answers(question).stream().findFirst();
    }

    final Optional<String> text(String part) {
        return answer(question(part)).flatMap(each -> Reading.text(each, part));
    }

    final Optional<Boolean> flag(String part) {
        return answer(question(part)).flatMap(each -> Reading.flag(each, part));
    }

    final boolean isTrue(String part) {
        return flag(part).orElse(false);
    }

    final Optional<LocalDate> date(String part) {
        return answer(question(part)).flatMap(each -> Reading.date(each, part));
    }

    final <T> List<T> each(String question, Function<Answer, Optional<T>> reading) {
        return intyg.answers(question).stream().map(reading).flatMap(Optional::stream).toList();
    }

    private static String question(String part) {
        return part.substring(0, part.indexOf('.'));
    }

    /**
     * Puts a certificate together. Not for use by more than one thread.
     *
     * @param <F> the form
     * @param <B> its builder
     */
    public abstract static sealed class Builder<F extends CertificateForm, B extends Builder<F, B>>
            permits Assessment.Builder, DeathForm.Builder, Fk7210.Builder {

        private static final String MASKED = "0000000";

        private final FormType type;
        private final Patient patient;
        private final HealthcareProfessional issuer;
        private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
        private final Set<String> carriedOver = new HashSet<>();
        private final Map<String, Answer> otherwise = new LinkedHashMap<>();
        private UUID id = UUID.randomUUID();
        private String earlierVersion;
        private @Nullable String version;
        private CertificateChecker checker = CertificateChecker.create();
        private @Nullable LocalDateTime signedAt;
        private @Nullable Relation relation;

        Builder(FormType type, Patient patient, HealthcareProfessional issuer) {
            this.type = type;
            this.patient = Objects.requireNonNull(patient, "patient");
            this.issuer = Objects.requireNonNull(issuer, "issuer");
            this.earlierVersion = type.version();
        }

        abstract B self();

        abstract F view(Intyg intyg);

        /** The certificate's id, for one that the caller keeps; default a random one, the same as long as the builder lives. */
        public final B id(UUID value) {
            this.id = Objects.requireNonNull(value, "id");
            return self();
        }

        /** When it is signed, Swedish local time; default not yet: set it when it is. */
        public final B signedAt(LocalDateTime value) {
            this.signedAt = Objects.requireNonNull(value, "signedAt");
            return self();
        }

        /** What checks it, with its clock; default one with the system's clock. */
        public final B checker(CertificateChecker value) {
            this.checker = Objects.requireNonNull(value, "checker");
            return self();
        }

        /**
         * Replaces (ersätter) an earlier certificate: its answers are carried over, all of them. The earlier one is
         * valid until this one is signed.
         *
         * @throws InvalidInputException if the earlier one is of another form or version, or about another patient
         */
        public final B replace(Intyg earlier) {
            require(type.fits(earlier), "is of another form or version", "one of the same form");
            return follow(earlier, Relation.REPLACES, question -> true);
        }

        /** Takes back all answers to a question, for example some that were carried over. */
        public final B without(String question) {
            answers.remove(question);
            carriedOver.remove(question);
            return self();
        }

        /** The document as it stands, unchecked: for a draft, or to show. */
        public final Intyg draft() {
            Intyg.Builder intyg =
                    Intyg.builder()
                            .id(Identifier.of(issuingUnit(), id.toString()))
                            .type(type.type(), version == null ? earlierVersion : version)
                            .patient(patient)
                            .issuer(masked())
                            .answers(inOrder());
            type.recipient().ifPresent(intyg::recipient);
            if (signedAt != null) {
                intyg.signedAt(signedAt);
            }
            if (relation != null) {
                intyg.relation(relation);
            }
            return intyg.build();
        }

        /** What breaks a rule, and what is well to know, as it stands now; empty if nothing. */
        public final List<Finding> check() {
            return checker.check(draft(), CheckMode.FORM);
        }

        /**
         * The certificate.
         *
         * @throws FindingsException with all findings, if any is an error; let the user correct the answers
         */
        public final F build() {
            Intyg intyg = draft();
            List<Finding> findings = checker.check(intyg, CheckMode.FORM);
            if (findings.stream().anyMatch(Finding::isError)) {
                throw new FindingsException(findings);
            }
            return view(intyg);
        }

        /**
         * @throws InvalidInputException if it is of another generation, whose rules are others
         */
        final B version(String value) {
            if (!isVersion(value)) {
                throw new InvalidInputException(
                        "textVersion", "is not of this generation", "1, or 1 and a minor version");
            }
            this.version = value;
            return self();
        }

        final FormType type() {
            return type;
        }

        /** The only answer to a question. */
        final B set(String question, Parts parts) {
            without(question);
            return add(question, parts);
        }

        /** One more answer to a question. */
        final B add(String question, Parts parts) {
            if (carriedOver.remove(question)) {
                answers.remove(question);
            }
            if (!parts.isEmpty()) {
                answers.computeIfAbsent(question, id -> new ArrayList<>(2))
                        .add(parts.answer(question));
            }
            return self();
        }

        /** What has been answered to a question so far, by the caller, not carried over. */
        final List<Answer> answered(String question) {
            return carriedOver.contains(question)
                    ? List.of()
                    : answers.getOrDefault(question, List.of());
        }

        /** What is written to a question that nobody answers. */
        final void otherwise(String question, Parts parts) {
            otherwise.put(question, parts.answer(question));
        }

        /** Takes back what was carried over to one question when another, which it follows from, is answered anew. */
        final void dropWith(String question, String dependent) {
            if (carriedOver.contains(question) && carriedOver.contains(dependent)) {
                without(dependent);
            }
        }

        /** Starts from an earlier certificate of this form, and tells how the new one relates to it. */
        final B follow(Intyg earlier, String how, Predicate<String> carried) {
            startFrom(earlier, carried);
            earlierVersion = isVersion(earlier.version()) ? earlier.version() : type.version();
            relation =
                    new Relation(CodedValue.of(how, Relation.CODE_SYSTEM), earlier.id(), List.of());
            return self();
        }

        /** Carries answers over to questions that the caller has not answered. */
        final B startFrom(Intyg earlier, Predicate<String> carried) {
            Optional<PersonId> person = patient.personId();
            require(
                    person.isPresent() && person.equals(earlier.patient().personId()),
                    "is about another patient",
                    "one with the same personal identity number");
            carriedOver.forEach(answers::remove);
            carriedOver.clear();
            for (Answer answer : earlier.answers()) {
                String question = answer.id();
                boolean free = !answers.containsKey(question) || carriedOver.contains(question);
                if (free && carried.test(question)) {
                    carriedOver.add(question);
                    answers.computeIfAbsent(question, id -> new ArrayList<>(2))
                            .add(Diagnoses.recoded(answer, type));
                }
            }
            return self();
        }

        final void require(boolean condition, String problem, String expected) {
            if (!condition) {
                throw new InvalidInputException("earlier", problem, expected);
            }
        }

        private boolean isVersion(String value) {
            return value.matches(type.version().charAt(0) + "([.][0-9]{1,4})?");
        }

        private String issuingUnit() {
            return issuer.unit().id().extension().orElse("");
        }

        private HealthcareProfessional masked() {
            return new HealthcareProfessional(
                    issuer.id(),
                    issuer.name(),
                    Optional.of(MASKED),
                    issuer.titles(),
                    issuer.unit(),
                    issuer.specialities(),
                    issuer.licences());
        }

        private List<Answer> inOrder() {
            Set<String> order = new LinkedHashSet<>(type.questions());
            order.addAll(answers.keySet());
            List<Answer> written = new ArrayList<>();
            for (String question : order) {
                List<Answer> given = answers.getOrDefault(question, List.of());
                for (int i = 0; i < given.size(); i++) {
                    written.add(numbered(given.get(i), i + 1));
                }
                if (given.isEmpty() && otherwise.containsKey(question)) {
                    written.add(otherwise.get(question));
                }
            }
            return written;
        }

        private Answer numbered(Answer answer, int number) {
            return new Answer(
                    answer.id(),
                    type.numbered().contains(answer.id()) ? Optional.of(number) : Optional.empty(),
                    answer.parts(),
                    answer.extensions());
        }
    }
}
