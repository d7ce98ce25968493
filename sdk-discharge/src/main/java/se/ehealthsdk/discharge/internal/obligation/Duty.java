package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.obligation.Obligation.Status;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LocalRule;

/** What a rule says of one duty; {@link #judged} tells where it stands. */
final class Duty {

    private final Situation situation;
    private final String rule;
    private final String owes;
    private final List<CareParty> owners;
    private List<Participant> units;
    private Optional<MessageId> about = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> due = Optional.empty();
    private Optional<LocalDate> dueDay = Optional.empty();
    private Optional<TemporalAmount> limit = Optional.empty();
    private Optional<Instant> met = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private Optional<LocalRule> local = Optional.empty();
    private Function<Instant, Optional<Reason>> barred = moment -> Optional.empty();
    private boolean binding = true;
    private @Nullable LegalReference reference;

    Duty(Situation situation, String rule, String owes, List<CareParty> owners) {
        this.situation = situation;
        this.rule = rule;
        this.owes = owes;
        this.owners = owners;
        this.units = situation.units(owners);
    }

    Duty of(Participant unit) {
        units = List.of(unit);
        return this;
    }

    Duty about(Message message) {
        about = Optional.of(message.event().id());
        return this;
    }

    Duty since(Instant moment) {
        since = Optional.of(moment);
        return this;
    }

    /** A limit in hours, from when the duty arose. */
    Duty within(Optional<? extends TemporalAmount> hours) {
        limit = hours.map(Function.identity());
        due = hours.flatMap(time -> since.map(start -> start.plus(time)));
        return this;
    }

    Duty by(Optional<Instant> last) {
        due = last;
        return this;
    }

    /** A limit that is a day, the whole of which is in time. */
    Duty by(LocalDate last) {
        dueDay = Optional.of(last);
        due = Optional.of(Situation.endOf(last));
        return this;
    }

    Duty limit(TemporalAmount amount) {
        limit = Optional.of(amount);
        return this;
    }

    Duty limitDays(int days) {
        return limit(Period.ofDays(days));
    }

    Duty met(Optional<Instant> moment) {
        met = moment;
        return this;
    }

    Duty until(Optional<Ending> end) {
        ending = end;
        return this;
    }

    /** Why it cannot be done at a moment. */
    Duty unless(Function<Instant, Optional<Reason>> reason) {
        barred = reason;
        return this;
    }

    Duty advice() {
        binding = false;
        return this;
    }

    Duty from(LegalReference source) {
        reference = source;
        return this;
    }

    Duty from(LocalRule rule) {
        local = Optional.of(rule);
        return from(rule.origin().source());
    }

    Obligation not(Reason reason) {
        return obligation(Status.NOT_APPLICABLE, false, Optional.of(reason));
    }

    /**
     * What was done keeps its status whatever the time is. What was due before it ended stays late; what was not, ends with it.
     */
    Obligation judged() {
        Instant now = situation.now();
        if (met.isPresent()) {
            boolean late = due.filter(met.get()::isAfter).isPresent();
            return obligation(late ? Status.LATE : Status.MET, false, Optional.empty());
        }
        if (situation.policy().track().filter(track -> !track.steps().contains(owes)).isPresent()) {
            return not(Reason.NOT_ON_TRACK);
        }
        Optional<Ending> ended = ending.filter(end -> !end.at().isAfter(now));
        Optional<Instant> passed = due.filter(now::isAfter);
        if (passed.isPresent()
                && ended.filter(end -> !end.at().isAfter(passed.get())).isEmpty()
                && barred.apply(passed.get()).isEmpty()) {
            boolean lapsed = ended.isPresent() || barred.apply(now).isPresent();
            return obligation(Status.LATE, lapsed, Optional.empty());
        }
        Optional<Reason> over =
                ended.map(Ending::reason).or(() -> barred.apply(passed.orElse(now)));
        return over.isPresent()
                ? not(over.get())
                : obligation(Status.OPEN, false, Optional.empty());
    }

    private Obligation obligation(Status status, boolean lapsed, Optional<Reason> reason) {
        return new Obligation(
                rule,
                owners,
                units,
                owes,
                about,
                since,
                status,
                reason.isPresent() ? Optional.empty() : due,
                reason.isPresent() ? Optional.empty() : dueDay,
                reason.isPresent() ? Optional.empty() : met,
                lapsed,
                binding,
                limit,
                reference == null
                        ? situation.reference(rule, since.orElse(situation.now()))
                        : reference,
                reason,
                local);
    }
}
