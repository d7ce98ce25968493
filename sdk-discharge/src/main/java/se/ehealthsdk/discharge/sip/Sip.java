package se.ehealthsdk.discharge.sip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.SipMade;

/**
 * A coordinated individual plan (SIP). Immutable: a draft is built, every called unit confirms it, it is followed up and
 * closed; whoever changes a confirmed plan reopens it, and all confirm anew.
 *
 * <pre>{@code
 * Sip draft = Sip.builder(patient).inDischarge(caseId)
 *         .consent(SipConsent.given(Consent.GivenBy.PATIENT, today, "Region och kommun, omvårdnad", today.plusMonths(6)))
 *         .intervention(Intervention.of("Sårvård två gånger i veckan").by(homeNursing)
 *                 .fundedBy(Funder.MUNICIPAL_HEALTH_CARE).person("Omvårdnadsansvarig sjuksköterska"))
 *         .noMeasuresByOthers()
 *         .overallResponsibility(Huvudman.MUNICIPALITY)
 *         .called(primaryCare).called(homeNursing)
 *         .goal("Bo kvar hemma").followUp(today.plusMonths(3))
 *         .build();
 * List<SipFinding> findings = SipCheck.of(SipRules.GENERAL).findings(draft, today);
 * Sip made = draft.confirmed(primaryCare, now, check).confirmed(homeNursing, now, check);
 * }</pre>
 *
 * @param id the plan's own, 1 to 64 visible characters without blanks; what {@link SipMade} refers to
 * @param revision 1, and one more each time it is reopened
 * @param patient whom it is about
 * @param patientName for people
 * @param dischargeCase the case in which it is drawn up; empty for a plan outside a discharge
 * @param consent what the patient has said
 * @param whatMatters what matters to the patient, in the patient's words
 * @param ownActions what the patient does
 * @param goals what it is all for
 * @param interventions the measures that are needed, and which huvudman answers for each
 * @param byOthers the measures by others; an empty list when there are none, absent while nobody has said
 * @param overallResponsibility which huvudman has the overall responsibility for the plan
 * @param contact whom the patient turns to
 * @param called the units of region and municipality that are called, and have to come
 * @param invited others who are asked to come
 * @param meeting where it is drawn up
 * @param followUp the day of the next follow-up, Swedish date
 * @param followUps those that have taken place, oldest first
 * @param confirmations when each unit confirmed this revision
 * @param closedOn the day when it was closed, Swedish date
 */
public record Sip(
        String id,
        int revision,
        PersonId patient,
        Optional<String> patientName,
        Optional<CaseId> dischargeCase,
        Optional<SipConsent> consent,
        Optional<String> whatMatters,
        Optional<String> ownActions,
        List<String> goals,
        List<Intervention> interventions,
        Optional<List<OtherMeasure>> byOthers,
        Optional<Huvudman> overallResponsibility,
        Optional<ContactPerson> contact,
        List<Participant> called,
        List<Invited> invited,
        Optional<Meeting> meeting,
        Optional<LocalDate> followUp,
        List<FollowUp> followUps,
        Map<Participant, Instant> confirmations,
        Optional<LocalDate> closedOn) {

    /** Where the plan is drawn up. */
    public enum Context {
        IN_DISCHARGE,
        STANDALONE
    }

    /** How far it has come. */
    public enum Status {
        /** Some called unit has not confirmed it. */
        DRAFT,
        /** Every called unit has confirmed it (upprättad). */
        MADE,
        /** It is over. */
        CLOSED
    }

    /**
     * @throws InvalidInputException when the id is none, a unit is called twice, a unit that is not called confirms, or
     *     a plan is closed that is not made
     */
    public Sip {
        if (id.isEmpty()
                || id.length() > 64
                || id.chars().anyMatch(c -> Character.isWhitespace(c) || c < ' ')) {
            throw new InvalidInputException(
                    "sip.id", "is no identifier", "1 to 64 visible characters without blanks");
        }
        if (revision < 1) {
            throw new InvalidInputException("sip.revision", "is no number of one", "1 or more");
        }
        goals = List.copyOf(goals);
        interventions = List.copyOf(interventions);
        byOthers = byOthers.map(List::copyOf);
        called = List.copyOf(called);
        invited = List.copyOf(invited);
        followUps = List.copyOf(followUps);
        confirmations = Collections.unmodifiableMap(new LinkedHashMap<>(confirmations));
        if (called.stream().distinct().count() != called.size()) {
            throw new InvalidInputException(
                    "sip.called", "has a unit twice", "each unit once for each party");
        }
        if (!called.containsAll(confirmations.keySet())) {
            throw new InvalidInputException(
                    "sip.confirmations", "has a unit that is not called", "called units only");
        }
        if (closedOn.isPresent() && !allConfirmed(called, confirmations)) {
            throw new InvalidInputException(
                    "sip.closedOn", "is there though the plan is not made", "a plan that is made");
        }
    }

    /** Starts a plan with an id of its own. */
    public static Builder builder(PersonId patient) {
        return new Builder(UUID.randomUUID().toString(), 1, patient);
    }

    /** Where it is drawn up. */
    public Context context() {
        return dischargeCase.isPresent() ? Context.IN_DISCHARGE : Context.STANDALONE;
    }

    /** How far it has come. */
    public Status status() {
        if (closedOn.isPresent()) {
            return Status.CLOSED;
        }
        return allConfirmed(called, confirmations) ? Status.MADE : Status.DRAFT;
    }

    private static boolean allConfirmed(
            List<Participant> called, Map<Participant, Instant> confirmations) {
        return !called.isEmpty() && confirmations.keySet().containsAll(called);
    }

    /** The called units that have not confirmed it. */
    public List<Participant> unconfirmed() {
        return called.stream().filter(unit -> !confirmations.containsKey(unit)).toList();
    }

    /**
     * The same, confirmed by a unit. Confirming twice changes nothing.
     *
     * @param check what it is held against, on the Swedish day of {@code at}
     * @throws SipIncompleteException when the plan is not complete; its findings tell what is missing
     * @throws InvalidInputException when the unit is not called, or the plan is closed
     */
    public Sip confirmed(Participant unit, Instant at, SipCheck check) {
        refuseIfClosed();
        if (!called.contains(unit)) {
            throw new InvalidInputException(
                    "unit", "is not called, so it has nothing to confirm", "a called unit");
        }
        check.require(this, LocalDate.ofInstant(at, SwedishTime.ZONE));
        Builder changed = copy(revision);
        changed.confirmations.putAll(confirmations);
        changed.confirmations.putIfAbsent(unit, at);
        return changed.build();
    }

    /**
     * The same, followed up; the next follow-up is the one that was agreed on. The confirmations stay.
     *
     * @throws InvalidInputException when the plan is not made, or is closed
     */
    public Sip followedUp(FollowUp done) {
        refuseUnlessMade("followUp");
        Builder changed = copy(revision).followUp(done.next());
        changed.followUps.add(done);
        changed.confirmations.putAll(confirmations);
        return changed.build();
    }

    /**
     * The same, over.
     *
     * @throws InvalidInputException when the plan is not made, or is closed
     */
    public Sip closed(LocalDate on) {
        refuseUnlessMade("closedOn");
        Builder changed = copy(revision);
        changed.confirmations.putAll(confirmations);
        changed.closedOn = Optional.of(on);
        return changed.build();
    }

    /** A draft of the next revision, which no unit has confirmed. */
    public Sip reopened() {
        return copy(revision + 1).build();
    }

    /**
     * A copy to change. When a unit has confirmed this revision, the changed plan is the next one and all confirm anew.
     */
    public Builder toBuilder() {
        return copy(confirmations.isEmpty() ? revision : revision + 1);
    }

    /** What tells a discharge case that the plan is made. */
    public SipMade content() {
        return new SipMade(id);
    }

    private void refuseUnlessMade(String field) {
        refuseIfClosed();
        if (status() != Status.MADE) {
            throw new InvalidInputException(
                    field,
                    "comes before every called unit has confirmed the plan",
                    "a plan that is made");
        }
    }

    private void refuseIfClosed() {
        if (closedOn.isPresent()) {
            throw new InvalidInputException(
                    "sip", "is closed", "a plan that is open; reopen it to change it");
        }
    }

    private Builder copy(int asRevision) {
        Builder copy = new Builder(id, asRevision, patient);
        copy.patientName = patientName;
        copy.dischargeCase = dischargeCase;
        copy.consent = consent;
        copy.whatMatters = whatMatters;
        copy.ownActions = ownActions;
        copy.goals.addAll(goals);
        copy.interventions.addAll(interventions);
        copy.byOthers = byOthers;
        copy.overallResponsibility = overallResponsibility;
        copy.contact = contact;
        copy.called.addAll(called);
        copy.invited.addAll(invited);
        copy.meeting = meeting;
        copy.followUp = followUp;
        copy.followUps.addAll(followUps);
        return copy;
    }

    /** Id, revision and status; neither the patient nor what the plan says. */
    @Override
    public String toString() {
        return "Sip["
                + id
                + " revision "
                + revision
                + ", "
                + context()
                + ", "
                + status()
                + ", "
                + interventions.size()
                + " interventions]";
    }

    /** Builds a plan. What is missing, {@link SipCheck} tells. */
    public static final class Builder {

        private String id;
        private final int revision;
        private final PersonId patient;
        private Optional<String> patientName = Optional.empty();
        private Optional<CaseId> dischargeCase = Optional.empty();
        private Optional<SipConsent> consent = Optional.empty();
        private Optional<String> whatMatters = Optional.empty();
        private Optional<String> ownActions = Optional.empty();
        private final List<String> goals = new ArrayList<>();
        private final List<Intervention> interventions = new ArrayList<>();
        private Optional<List<OtherMeasure>> byOthers = Optional.empty();
        private Optional<Huvudman> overallResponsibility = Optional.empty();
        private Optional<ContactPerson> contact = Optional.empty();
        private final List<Participant> called = new ArrayList<>();
        private final List<Invited> invited = new ArrayList<>();
        private Optional<Meeting> meeting = Optional.empty();
        private Optional<LocalDate> followUp = Optional.empty();
        private final List<FollowUp> followUps = new ArrayList<>();
        private final Map<Participant, Instant> confirmations = new LinkedHashMap<>();
        private Optional<LocalDate> closedOn = Optional.empty();

        private Builder(String id, int revision, PersonId patient) {
            this.id = id;
            this.revision = revision;
            this.patient = patient;
        }

        /** Another id than a random one. */
        public Builder id(String wanted) {
            this.id = wanted;
            return this;
        }

        /** The patient's name. */
        public Builder patientName(String name) {
            this.patientName = Optional.of(name);
            return this;
        }

        /** Drawn up in a discharge; without this the plan stands alone. */
        public Builder inDischarge(CaseId caseId) {
            this.dischargeCase = Optional.of(caseId);
            return this;
        }

        /** What the patient has said. */
        public Builder consent(SipConsent said) {
            this.consent = Optional.of(said);
            return this;
        }

        /** What matters to the patient. */
        public Builder whatMatters(String text) {
            this.whatMatters = Optional.of(text);
            return this;
        }

        /** What the patient does. */
        public Builder ownActions(String text) {
            this.ownActions = Optional.of(text);
            return this;
        }

        /** One more goal. */
        public Builder goal(String goal) {
            goals.add(goal);
            return this;
        }

        /** One more measure that is needed. */
        public Builder intervention(Intervention intervention) {
            interventions.add(intervention);
            return this;
        }

        /** Other measures than those so far. */
        public Builder interventions(List<Intervention> all) {
            interventions.clear();
            interventions.addAll(all);
            return this;
        }

        /** One more measure by someone else than region and municipality. */
        public Builder byOther(OtherMeasure measure) {
            List<OtherMeasure> more = new ArrayList<>(byOthers.orElse(List.of()));
            more.add(measure);
            byOthers = Optional.of(more);
            return this;
        }

        /** Nobody else does anything, which the plan has to say. */
        public Builder noMeasuresByOthers() {
            byOthers = Optional.of(List.of());
            return this;
        }

        /** Which huvudman has the overall responsibility. */
        public Builder overallResponsibility(Huvudman huvudman) {
            this.overallResponsibility = Optional.of(huvudman);
            return this;
        }

        /** Whom the patient turns to. */
        public Builder contact(ContactPerson person) {
            this.contact = Optional.of(person);
            return this;
        }

        /** One more unit that is called, and has to come. */
        public Builder called(Participant unit) {
            called.add(unit);
            return this;
        }

        /** One more who is asked to come. */
        public Builder invited(Invited guest) {
            invited.add(guest);
            return this;
        }

        /** Where and when it is drawn up. */
        public Builder meeting(Meeting where) {
            this.meeting = Optional.of(where);
            return this;
        }

        /** The day of the next follow-up, Swedish date. */
        public Builder followUp(LocalDate day) {
            return followUp(Optional.of(day));
        }

        Builder followUp(Optional<LocalDate> day) {
            this.followUp = day;
            return this;
        }

        /**
         * @throws InvalidInputException as the record's constructor
         */
        public Sip build() {
            return new Sip(
                    id,
                    revision,
                    patient,
                    patientName,
                    dischargeCase,
                    consent,
                    whatMatters,
                    ownActions,
                    goals,
                    interventions,
                    byOthers,
                    overallResponsibility,
                    contact,
                    called,
                    invited,
                    meeting,
                    followUp,
                    followUps,
                    confirmations,
                    closedOn);
        }
    }
}
