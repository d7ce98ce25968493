package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/** What certificates to Försäkringskassan and the employer share: what they rest on, and diagnoses. */
public abstract sealed class Assessment extends CertificateForm permits Fk3226, Fk7800, SickNote {

    Assessment(Intyg intyg) {
        super(intyg);
    }

    /** Intyget är baserat på (svar 1). */
    public final List<BasedOn> basis() {
        return each("1", Assessment::basis);
    }

    /** Diagnos (svar 6; in FK3226 svar 58), the main one first. */
    public final List<Diagnosis> diagnoses() {
        return intyg().answers().stream()
                .filter(each -> each.id().equals("6") || each.id().equals("58"))
                .flatMap(each -> Diagnoses.read(each).stream())
                .toList();
    }

    private static Optional<BasedOn> basis(Answer answer) {
        Optional<Basis> basis = Reading.code(answer, "1.1", Basis.class);
        Optional<LocalDate> date = Reading.date(answer, "1.2");
        return basis.isPresent() && date.isPresent()
                ? Optional.of(new BasedOn(basis.get(), date.get(), Reading.text(answer, "1.3")))
                : Optional.empty();
    }

    /**
     * Puts a certificate together.
     *
     * @param <F> the form
     * @param <B> its builder
     */
    public abstract static sealed class Builder<F extends Assessment, B extends Builder<F, B>>
            extends CertificateForm.Builder<F, B>
            permits Fk3226.Builder, Fk7800.Builder, SickNote.Builder {

        Builder(FormType type, PersonId patient, HealthcareProfessional issuer) {
            super(type, Patient.of(patient), issuer);
        }

        /**
         * Renews (förlänger) an earlier certificate: the answers that are not bound to its time are carried over. One
         * of an earlier version of the type is renewed in this version, with the questions that both have.
         *
         * @throws InvalidInputException if the earlier one is of another type, or about another patient
         */
        public final B renew(Intyg earlier) {
            require(earlier.type().equals(type().type()), "is of another type", "one of the type");
            return follow(earlier, Relation.RENEWS, type().renewed()::contains);
        }

        /**
         * Answers a request to complete (komplettera) an earlier certificate: its answers are carried over, all of
         * them.
         *
         * @throws InvalidInputException if the earlier one is of another form or version, or about another patient
         */
        public final B complement(Intyg earlier) {
            require(type().fits(earlier), "is of another form or version", "one of the same form");
            return follow(earlier, Relation.COMPLEMENTS, question -> true);
        }

        /** Intyget är baserat på (svar 1), once for each thing that it rests on; today at the latest. */
        public final B basedOn(Basis basis, LocalDate date) {
            return add("1", new Parts().code("1.1", basis).date("1.2", date));
        }

        /** Intyget är baserat på annat (svar 1, 1.3): something that the list does not name. */
        public final B basedOnOther(LocalDate date, String what) {
            return add(
                    "1", new Parts().code("1.1", Basis.OTHER).date("1.2", date).text("1.3", what));
        }

        /** Diagnos (svar 6; in FK3226 svar 58) of ICD-10-SE, without dot; the first is the main one. */
        public final B diagnosis(String code, String text) {
            return diagnosis(Diagnosis.icd10(code, text));
        }

        /** Diagnos (svar 6; in FK3226 svar 58); the first is the main one. */
        public B diagnosis(Diagnosis diagnosis) {
            Parts parts = new Parts();
            int row = 1;
            for (Answer answer : answered("6")) {
                for (Answer.Part part : answer.parts()) {
                    parts.add(part.id(), part.content());
                    row = Math.max(row, rowAfter(part.id()));
                }
            }
            Diagnoses.write(parts, "6", diagnosis, row, type());
            return set("6", parts);
        }

        /** Tilläggsfråga: an answer to a question of the recipient's own, first generation only. */
        final B additional(int question, String text) {
            return set(Integer.toString(question), new Parts().text(question + ".1", text));
        }

        private static int rowAfter(String part) {
            return (Integer.parseInt(part.substring(2)) + 1) / 2 + 1;
        }
    }
}
