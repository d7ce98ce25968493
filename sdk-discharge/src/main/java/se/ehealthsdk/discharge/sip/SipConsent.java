package se.ehealthsdk.discharge.sip;

import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.Consent;

/**
 * What the patient, or who speaks for the patient, has said about drawing up a plan. A consent is specific, holds for a time
 * and can be withdrawn; why it was refused is written down.
 *
 * <p>Source: lag (2017:612) 4 kap. 2 §; guidance of SKR and the regions for the form
 *
 * @param decision what was said
 * @param givenBy who said it
 * @param decidedOn the day, Swedish date
 * @param covers what it is about: which parties may share what; may be blank while it is a draft
 * @param validUntil the last day that it holds, Swedish date
 * @param refusalReason why not
 * @param withdrawnOn the day when it was withdrawn, from which it holds no longer
 * @param recordedBy who wrote it down
 */
public record SipConsent(
        Consent.Decision decision,
        Consent.GivenBy givenBy,
        LocalDate decidedOn,
        String covers,
        Optional<LocalDate> validUntil,
        Optional<String> refusalReason,
        Optional<LocalDate> withdrawnOn,
        Optional<HsaId> recordedBy) {

    /**
     * @throws InvalidInputException when it is withdrawn without a day, or has a day and is not withdrawn, or ends
     *     before it begins
     */
    public SipConsent {
        if ((decision == Consent.Decision.WITHDRAWN) != withdrawnOn.isPresent()) {
            throw new InvalidInputException(
                    "consent.withdrawnOn",
                    "does not fit the decision",
                    "a day for a consent that is withdrawn, and for no other");
        }
        if (withdrawnOn.filter(day -> day.isBefore(decidedOn)).isPresent()) {
            throw new InvalidInputException(
                    "consent.withdrawnOn", "is before the consent", "the same day or a later one");
        }
        if (validUntil.filter(day -> day.isBefore(decidedOn)).isPresent()) {
            throw new InvalidInputException(
                    "consent.validUntil", "is before the consent", "the same day or a later one");
        }
    }

    /** A consent that holds until a day. */
    public static SipConsent given(
            Consent.GivenBy by, LocalDate on, String covers, LocalDate validUntil) {
        return new SipConsent(
                Consent.Decision.GIVEN,
                by,
                on,
                covers,
                Optional.of(validUntil),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A refusal, with its reason. */
    public static SipConsent refused(Consent.GivenBy by, LocalDate on, String reason) {
        return new SipConsent(
                Consent.Decision.REFUSED,
                by,
                on,
                "",
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same, withdrawn on a day.
     *
     * @throws InvalidInputException when it was not given, or the day is before it
     */
    public SipConsent withdrawn(LocalDate on) {
        if (decision != Consent.Decision.GIVEN) {
            throw new InvalidInputException(
                    "consent", "was not given, so it cannot be withdrawn", "a consent that holds");
        }
        return new SipConsent(
                Consent.Decision.WITHDRAWN,
                givenBy,
                decidedOn,
                covers,
                validUntil,
                refusalReason,
                Optional.of(on),
                recordedBy);
    }

    /** The same, with who wrote it down. */
    public SipConsent recordedBy(HsaId employee) {
        return new SipConsent(
                decision,
                givenBy,
                decidedOn,
                covers,
                validUntil,
                refusalReason,
                withdrawnOn,
                Optional.of(employee));
    }

    /** Whether there is a consent on a day: given, not ended and not withdrawn by then. */
    public boolean holdsOn(LocalDate day) {
        return decision != Consent.Decision.REFUSED
                && !day.isBefore(decidedOn)
                && validUntil.filter(day::isAfter).isEmpty()
                && withdrawnOn.filter(on -> !day.isBefore(on)).isEmpty();
    }

    /** The same as an event of a discharge case; what it covers stays in the plan. */
    public Consent content() {
        return new Consent(Consent.Scope.SIP, decision, givenBy, validUntil, refusalReason);
    }

    /** What was said and when, without reasons. */
    @Override
    public String toString() {
        return "SipConsent[" + decision + " by " + givenBy + " on " + decidedOn + "]";
    }
}
