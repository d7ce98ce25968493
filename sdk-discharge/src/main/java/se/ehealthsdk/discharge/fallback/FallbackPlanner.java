package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.identifier.Samordningsnummer;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.fallback.FallbackDecision.Channel;
import se.ehealthsdk.discharge.fallback.FallbackDecision.Step;
import se.ehealthsdk.discharge.policy.FallbackTerms;
import se.ehealthsdk.discharge.policy.FallbackTerms.PaperReason;

/**
 * Decides whether a message goes in the system or on paper. In Stockholm paper is for three cases only: the system is down, the
 * patient has a reserve or coordination number, or is registered outside the county; otherwise it is refused.
 *
 * <pre>{@code
 * FallbackDecision how = FallbackPlanner.decide(
 *         patient, known.residence(), SystemStatus.downSince(stopped), now, Policy.stockholm2020().fallback());
 * how.requirePaper();
 * }</pre>
 *
 * <p>Source: Region Stockholm on WebCare; its successor's own routine could not be read, so the terms are a policy's.
 */
public final class FallbackPlanner {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(SwedishTime.ZONE);

    private FallbackPlanner() {}

    /**
     * How a message about a patient goes now.
     *
     * @param residence where the patient is registered; a patient of whom that is not known counts as registered inside
     * @param status whether the system works
     * @param now the time now, from the caller's clock
     * @throws InvalidInputException when the system is said to have stopped after {@code now}
     */
    public static FallbackDecision decide(
            PersonId patient,
            Residence residence,
            SystemStatus status,
            Instant now,
            FallbackTerms terms) {
        if (status.downSince().filter(since -> since.isAfter(now)).isPresent()) {
            throw new InvalidInputException("status", "begins after now", "a time up to now");
        }
        Set<PaperReason> reasons = EnumSet.noneOf(PaperReason.class);
        if (patient instanceof Reservnummer) {
            reasons.add(PaperReason.RESERVE_NUMBER);
        }
        if (patient instanceof Samordningsnummer) {
            reasons.add(PaperReason.COORDINATION_NUMBER);
        }
        if (registeredOutside(residence, terms)) {
            reasons.add(PaperReason.REGISTERED_OUTSIDE);
        }
        Optional<Instant> downEnough =
                status.downSince().map(since -> since.plus(terms.outageBeforePaper()));
        if (downEnough.filter(from -> !now.isBefore(from)).isPresent()) {
            reasons.add(PaperReason.SYSTEM_DOWN);
        }
        reasons.retainAll(terms.paperFor());
        if (!reasons.isEmpty()) {
            return paper(reasons);
        }
        if (downEnough.isPresent() && terms.paperFor().contains(PaperReason.SYSTEM_DOWN)) {
            return waiting(downEnough.get());
        }
        return terms.paperOtherwise() ? free() : digital();
    }

    private static boolean registeredOutside(Residence residence, FallbackTerms terms) {
        return !terms.counties().isEmpty()
                && residence
                        .registered()
                        .filter(code -> !terms.counties().contains(code.county()))
                        .isPresent();
    }

    private static FallbackDecision paper(Set<PaperReason> reasons) {
        List<Step> steps = new ArrayList<>(List.of(Step.TELEPHONE, Step.SEND_FORM));
        // who cannot be handled in the system is not entered there afterwards either
        if (reasons.equals(Set.of(PaperReason.SYSTEM_DOWN))) {
            steps.add(Step.ENTER_AFTERWARDS);
        }
        return new FallbackDecision(
                Channel.PAPER,
                reasons,
                Optional.empty(),
                steps,
                "Papper används: " + joined(reasons, FallbackPlanner::swedish) + ".",
                "Paper is used: " + joined(reasons, FallbackPlanner::english) + ".");
    }

    private static FallbackDecision waiting(Instant paperFrom) {
        String time = CLOCK.format(paperFrom);
        return new FallbackDecision(
                Channel.DIGITAL,
                Set.of(),
                Optional.of(paperFrom),
                List.of(Step.WAIT_FOR_SYSTEM, Step.TELEPHONE),
                "Systemet är nere, men inte så länge att papper används: det får användas från "
                        + time
                        + ". Ring om det brådskar.",
                "The system is down, but not for so long that paper is used: it may be from "
                        + time
                        + ". Telephone if it is urgent.");
    }

    private static FallbackDecision digital() {
        return new FallbackDecision(
                Channel.DIGITAL,
                Set.of(),
                Optional.empty(),
                List.of(Step.SEND_IN_SYSTEM),
                "Systemet ska användas: inget av skälen för papper finns.",
                "The system has to be used: none of the reasons for paper is there.");
    }

    private static FallbackDecision free() {
        return new FallbackDecision(
                Channel.DIGITAL,
                Set.of(),
                Optional.empty(),
                List.of(Step.SEND_IN_SYSTEM),
                "Systemet fungerar. Inget hindrar papper, men inget skäl för det finns.",
                "The system works. Nothing forbids paper, but there is no reason for it.");
    }

    private static String joined(
            Set<PaperReason> reasons, java.util.function.Function<PaperReason, String> text) {
        return reasons.stream().sorted().map(text).collect(Collectors.joining("; "));
    }

    private static String swedish(PaperReason reason) {
        return switch (reason) {
            case SYSTEM_DOWN -> "systemet är nere";
            case RESERVE_NUMBER -> "patienten har reservnummer";
            case COORDINATION_NUMBER -> "patienten har samordningsnummer";
            case REGISTERED_OUTSIDE -> "patienten är folkbokförd utanför länet";
        };
    }

    private static String english(PaperReason reason) {
        return switch (reason) {
            case SYSTEM_DOWN -> "the system is down";
            case RESERVE_NUMBER -> "the patient has a reserve number";
            case COORDINATION_NUMBER -> "the patient has a coordination number";
            case REGISTERED_OUTSIDE -> "the patient is registered outside the county";
        };
    }
}
