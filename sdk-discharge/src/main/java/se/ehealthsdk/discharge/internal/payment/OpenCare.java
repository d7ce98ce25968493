package se.ehealthsdk.discharge.internal.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.Availability.Answer;

/**
 * Whether region-financed open care could give its measures, day by day. Of several units the one that can least decides.
 *
 * <p>That it can is true from when it was said, or later if it said a later day: before that it was unclear. That it cannot is
 * true from the day that was said, which may have passed.
 */
public final class OpenCare {

    private static final OpenCare SILENT = new OpenCare(List.of());

    private final List<Said> said;

    private OpenCare(List<Said> said) {
        this.said = said;
    }

    private record Said(HsaId unit, Instant from, Answer answer) {}

    /**
     * @param availability what units of open care have said, oldest first
     */
    static OpenCare of(List<Message> availability) {
        if (availability.isEmpty()) {
            return SILENT;
        }
        List<Said> said = new ArrayList<>(availability.size());
        for (Message message : availability) {
            if (message.content() instanceof Availability answer) {
                said.add(
                        new Said(
                                message.event().sender().unit(),
                                from(answer, message.legalTime()),
                                answer.answer()));
            }
        }
        return new OpenCare(said);
    }

    private static Instant from(Availability answer, Instant told) {
        Optional<Instant> named =
                answer.from().map(day -> SwedishDay.start(SwedishDay.checked(day, "availability")));
        boolean can = answer.answer() == Answer.CAN_RECEIVE;
        return named.filter(day -> !can || day.isAfter(told)).orElse(told);
    }

    /** The first day on which all is as it was said last. */
    public Optional<LocalDate> settledFrom() {
        Optional<LocalDate> last = Optional.empty();
        for (Said one : said) {
            LocalDate day = SwedishDay.of(one.from()).plusDays(1);
            last = last.filter(other -> other.isAfter(day)).or(() -> Optional.of(day));
        }
        return last;
    }

    /**
     * What held on a day.
     *
     * @param silence what it means while no unit has said anything
     * @param best whether the best moment of the day decides, and not the worst
     */
    public Answer on(LocalDate day, Answer silence, boolean best) {
        if (said.isEmpty()) {
            return silence;
        }
        Instant start = SwedishDay.start(day);
        Instant end = SwedishDay.start(day.plusDays(1));
        Answer whole = at(start, silence);
        for (Said one : said) {
            if (one.from().isAfter(start) && one.from().isBefore(end)) {
                Answer then = at(one.from(), silence);
                whole = best == isWorse(whole, then) ? then : whole;
            }
        }
        return whole;
    }

    private Answer at(Instant moment, Answer silence) {
        Answer worst = silence;
        boolean spoken = false;
        for (int i = 0; i < said.size(); i++) {
            if (holdsAt(i, moment)) {
                Answer answer = said.get(i).answer();
                worst = !spoken || isWorse(answer, worst) ? answer : worst;
                spoken = true;
            }
        }
        return worst;
    }

    /** Whether it has begun to hold, and its unit has said nothing later that also has. */
    private boolean holdsAt(int index, Instant moment) {
        Said one = said.get(index);
        if (one.from().isAfter(moment)) {
            return false;
        }
        for (int later = index + 1; later < said.size(); later++) {
            if (said.get(later).unit().equals(one.unit())
                    && !said.get(later).from().isAfter(moment)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWorse(Answer one, Answer other) {
        return badness(one) > badness(other);
    }

    private static int badness(Answer answer) {
        return switch (answer) {
            case CAN_RECEIVE -> 0;
            case UNCLEAR -> 1;
            case CANNOT_RECEIVE -> 2;
        };
    }
}
