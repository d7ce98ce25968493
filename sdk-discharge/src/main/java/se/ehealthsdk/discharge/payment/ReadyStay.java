package se.ehealthsdk.discharge.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.internal.payment.CaseFacts;
import se.ehealthsdk.discharge.internal.payment.CaseFacts.End;
import se.ehealthsdk.discharge.internal.payment.CaseFacts.Readiness;
import se.ehealthsdk.discharge.internal.payment.SwedishDay;
import se.ehealthsdk.discharge.policy.PaymentTerms;

/**
 * The days that a patient stayed after having been reported ready: what the means of the average models and the statistics count.
 *
 * <p>Counted from the day when the ready notice was sent to the municipality (day 0) to the day when the patient left: who leaves
 * on day 0 has stayed zero days. Of several notices the one that was not taken back counts; without such, the last.
 *
 * @param caseId the case
 * @param municipality who answers for the patient; empty when that is not known
 * @param careForm somatic or psychiatric care
 * @param readyOn day 0, Swedish date
 * @param leftOn the day when the patient left, died or was moved, or the case was closed; empty while there
 * @param withdrawnOn the day when the notice was taken back; empty while it stands
 * @param days the days, until {@code leftOn}, {@code withdrawnOn} or the day that was asked for, whichever came first
 */
public record ReadyStay(
        CaseId caseId,
        Optional<MunicipalityCode> municipality,
        CareForm careForm,
        LocalDate readyOn,
        Optional<LocalDate> leftOn,
        Optional<LocalDate> withdrawnOn,
        int days) {

    /**
     * @param discharge a case
     * @param asOf the day to count to while the patient is there, Swedish date
     * @return empty when no ready notice was sent to the municipality, or the process was broken off while the patient was there
     * @throws se.ehealthsdk.core.error.InvalidInputException when a moment of the case lies before 1900 or after 2199
     */
    public static Optional<ReadyStay> of(DischargeCase discharge, LocalDate asOf) {
        return of(discharge, CaseFacts.of(discharge), asOf);
    }

    static Optional<ReadyStay> of(DischargeCase discharge, CaseFacts facts, LocalDate asOf) {
        Optional<MunicipalityCode> municipality = facts.residence().liable();
        List<Readiness> periods = facts.readiness(municipality);
        if (periods.isEmpty() || periods.get(periods.size() - 1).reached().isEmpty()) {
            return Optional.empty();
        }
        Readiness period = periods.get(periods.size() - 1);
        Optional<End> end = facts.end();
        if (end.isPresent() && end.get().kind() == End.Kind.BROKEN_OFF) {
            return Optional.empty();
        }
        return Optional.of(
                new ReadyStay(
                        discharge.id(),
                        municipality,
                        facts.careForm(),
                        SwedishDay.of(sent(period)),
                        end.map(End::day),
                        period.withdrawal().map(Message::legalTime).map(SwedishDay::of),
                        (int) days(period, end, asOf)));
    }

    /** Whether it counts in a mean: a notice that was taken back does not, unless the terms keep its days. */
    boolean isInMean(PaymentTerms terms) {
        return withdrawnOn.isEmpty() || terms.withdrawalKeepsDays();
    }

    private static long days(Readiness period, Optional<End> end, LocalDate asOf) {
        LocalDate from = SwedishDay.of(sent(period));
        LocalDate to = asOf;
        if (end.isPresent() && end.get().day().isBefore(to)) {
            to = end.get().day();
        }
        if (period.withdrawal().isPresent()) {
            LocalDate withdrawn = SwedishDay.of(period.withdrawal().get().legalTime());
            to = withdrawn.isBefore(to) ? withdrawn : to;
        }
        return Math.max(0, ChronoUnit.DAYS.between(from, to));
    }

    private static Instant sent(Readiness period) {
        return period.reached().orElse(period.first()).legalTime();
    }
}
