package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.ConsentState;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.policy.ConsentTerms;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.Policy;

/** A case at a moment under a policy, and what several rules ask of it: that is worked out once. */
final class Situation {

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);

    private final DischargeCase discharge;
    private final Instant now;
    private final Policy policy;
    private final Optional<Ending> ended;
    private final Optional<Ending> endedOrLeft;
    private final Set<ReadyNotice.Basis> basis;
    private final Set<CareParty> needs;
    private final Set<CareParty> concerned;
    private final boolean compulsory;
    private final LocalDate today;
    private final Map<CareParty, List<Participant>> unitsOf = new EnumMap<>(CareParty.class);

    Situation(DischargeCase discharge, Instant now, Policy policy) {
        this.discharge = discharge;
        this.now = now;
        this.policy = policy;
        this.today = dayOf(now);
        this.ended = endOf(discharge);
        this.endedOrLeft =
                earliest(
                        ended,
                        discharge
                                .dischargedAt()
                                .map(left -> new Ending(left, Obligation.Reason.DISCHARGED)));
        this.basis = basisOf(discharge);
        this.needs = needsOf(discharge);
        this.concerned = concernedIn(discharge);
        this.compulsory = !basis.isEmpty() || discharge.first(CompulsoryCarePlan.class).isPresent();
    }

    DischargeCase discharge() {
        return discharge;
    }

    Instant now() {
        return now;
    }

    Policy policy() {
        return policy;
    }

    Duty duty(String rule, String owes, CareParty... owners) {
        return new Duty(this, rule, owes, List.of(owners));
    }

    /** What is cited for a topic; a case from before the Act is held against its first version. */
    LegalReference reference(String topic, Instant moment) {
        LocalDate day = moment == now ? today : dayOf(moment);
        return LegalReference.at(topic, day.isBefore(FIRST_DAY) ? FIRST_DAY : day);
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(SwedishTime.ZONE).toLocalDate();
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SwedishTime.ZONE).toInstant().minusNanos(1);
    }

    /** When the process ended before its goal, or was closed. */
    Optional<Ending> ended() {
        return ended;
    }

    private static Optional<Ending> endOf(DischargeCase discharge) {
        Optional<Ending> interrupted =
                discharge
                        .first(Interruption.class)
                        .map(
                                message ->
                                        new Ending(
                                                message.event().times().happened(),
                                                reasonOf((Interruption) message.content())));
        Optional<Ending> closed =
                discharge
                        .first(Closed.class)
                        .map(message -> new Ending(message.legalTime(), Obligation.Reason.CLOSED));
        return earliest(interrupted, closed);
    }

    private static Obligation.Reason reasonOf(Interruption interruption) {
        return interruption.reason() == Interruption.Reason.DEATH
                ? Obligation.Reason.DEATH
                : Obligation.Reason.INTERRUPTED;
    }

    /** For what is of no use once the patient has left: that moment, when nothing ended before it. */
    Optional<Ending> endedOrLeft() {
        return endedOrLeft;
    }

    static Optional<Ending> earliest(Optional<Ending> one, Optional<Ending> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return other.get().at().isBefore(one.get().at()) ? other : one;
    }

    /** Whether the patient passes to open compulsory care. */
    boolean isCompulsory() {
        return compulsory;
    }

    /** What ready notices rest on when it is compulsory care. */
    Set<ReadyNotice.Basis> basis() {
        return basis;
    }

    private static Set<ReadyNotice.Basis> basisOf(DischargeCase discharge) {
        Set<ReadyNotice.Basis> all = EnumSet.noneOf(ReadyNotice.Basis.class);
        for (Message notice : discharge.holding(ReadyNotice.class)) {
            all.add(((ReadyNotice) notice.content()).basis());
        }
        all.remove(ReadyNotice.Basis.PHYSICIAN);
        return all;
    }

    /** The parties whose care may be needed after discharge. */
    Set<CareParty> needs() {
        return needs;
    }

    private static Set<CareParty> needsOf(DischargeCase discharge) {
        Set<CareParty> needs = EnumSet.noneOf(CareParty.class);
        discharge.admission().map(Admission::expectedNeeds).ifPresent(needs::addAll);
        needs.remove(CareParty.INPATIENT);
        return needs;
    }

    /** The parties that the admission notice was sent to: the units concerned. */
    Set<CareParty> concerned() {
        return concerned;
    }

    private static Set<CareParty> concernedIn(DischargeCase discharge) {
        Set<CareParty> parties = EnumSet.noneOf(CareParty.class);
        for (Message notice : discharge.holding(AdmissionNotice.class)) {
            for (Participant recipient : notice.event().recipients()) {
                if (isRight(notice, recipient)) {
                    parties.add(recipient.party());
                }
            }
        }
        return parties;
    }

    List<Participant> units(List<CareParty> parties) {
        return parties.size() == 1
                ? unitsOf.computeIfAbsent(parties.get(0), party -> unitsIn(parties))
                : unitsIn(parties);
    }

    private List<Participant> unitsIn(List<CareParty> parties) {
        List<Participant> units = new ArrayList<>();
        for (Participant participant : discharge.participants()) {
            if (parties.contains(participant.party())) {
                units.add(participant);
            }
        }
        return List.copyOf(units);
    }

    /**
     * When all parties had been told: the last of the first messages that went to each.
     *
     * @param parties empty for whomever
     */
    static Optional<Instant> told(List<Message> messages, Set<CareParty> parties) {
        if (parties.isEmpty()) {
            return first(messages, null);
        }
        Optional<Instant> last = Optional.empty();
        for (CareParty party : parties) {
            Optional<Instant> first = first(messages, party);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            last = last.filter(time -> time.isAfter(first.get())).or(() -> first);
        }
        return last;
    }

    private static Optional<Instant> first(List<Message> messages, @Nullable CareParty party) {
        @Nullable Instant first = null;
        for (Message message : messages) {
            if (isSentTo(message, party)
                    && (first == null || message.legalTime().isBefore(first))) {
                first = message.legalTime();
            }
        }
        return Optional.ofNullable(first);
    }

    static boolean isSent(Message message) {
        return isSentTo(message, null);
    }

    /** Whether it was sent to a unit of a party; null for any. */
    private static boolean isSentTo(Message message, @Nullable CareParty party) {
        if (message.event().times().sent().isEmpty()) {
            return false;
        }
        for (Participant recipient : message.event().recipients()) {
            if ((party == null || recipient.party() == party) && isRight(message, recipient)) {
                return true;
            }
        }
        return false;
    }

    /** A unit that does not know the patient is still the right one; one of another municipality is not. */
    private static boolean isRight(Message message, Participant recipient) {
        DeclineReason declined = message.declined().get(recipient.unit());
        return declined == null || declined.equals(DeclineReason.NOT_KNOWN);
    }

    /** When the first message of a kind was said, by whomever. */
    Optional<Instant> first(Class<? extends Content> kind) {
        return discharge.first(kind).map(Message::legalTime);
    }

    /** When a party first said something of a kind. */
    Optional<Instant> firstBy(CareParty party, Class<? extends Content> kind) {
        for (Message message : discharge.holding(kind)) {
            if (message.event().sender().party() == party) {
                return Optional.of(message.legalTime());
            }
        }
        return Optional.empty();
    }

    /** Why a step cannot be taken for want of consent to sharing; empty when it can. */
    Optional<Obligation.Reason> barred(ConsentTerms.Need need, Instant moment) {
        if (need == ConsentTerms.Need.NONE
                || isCompulsory() && policy.consent().compulsoryCareNeedsNone()) {
            return Optional.empty();
        }
        ConsentState state = discharge.consent(Consent.Scope.SHARING, moment);
        if (isRefused(state)) {
            return Optional.of(Obligation.Reason.CONSENT_REFUSED);
        }
        return need == ConsentTerms.Need.GIVEN && state != ConsentState.GIVEN
                ? Optional.of(Obligation.Reason.CONSENT_MISSING)
                : Optional.empty();
    }

    static boolean isRefused(ConsentState state) {
        return state == ConsentState.REFUSED || state == ConsentState.WITHDRAWN;
    }
}
