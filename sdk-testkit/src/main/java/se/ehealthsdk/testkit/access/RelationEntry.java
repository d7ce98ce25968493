package se.ehealthsdk.testkit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.ExtendedPatientRelation;
import se.ehealthsdk.audit.access.PatientRelation;
import se.ehealthsdk.audit.access.PatientRelationRegistration;
import se.ehealthsdk.core.identifier.HsaId;

/** A patient relation in the register. */
record RelationEntry(ExtendedPatientRelation extended) implements Register.Entry {

    static RelationEntry of(PatientRelationRegistration request, Instant now) {
        PatientRelation relation =
                new PatientRelation(
                        request.id(),
                        request.patient(),
                        request.careProvider(),
                        request.careUnit(),
                        request.employee(),
                        request.start().orElse(now),
                        request.end(),
                        Optional.of("testkit"));
        return new RelationEntry(
                new ExtendedPatientRelation(
                        relation, request.action(), Optional.empty(), Optional.empty()));
    }

    PatientRelation relation() {
        return extended.relation();
    }

    RelationEntry cancelled(Action action) {
        return new RelationEntry(
                new ExtendedPatientRelation(
                        relation(),
                        extended.registered(),
                        Optional.of(action),
                        extended.deleted()));
    }

    RelationEntry deleted(Action action) {
        return new RelationEntry(
                new ExtendedPatientRelation(
                        relation(),
                        extended.registered(),
                        extended.cancelled(),
                        Optional.of(action)));
    }

    boolean isOf(AccessingActor actor) {
        return relation().careProvider().equals(actor.careProvider())
                && relation().careUnit().equals(actor.careUnit())
                && relation().employee().equals(actor.employee());
    }

    @Override
    public String id() {
        return relation().id();
    }

    @Override
    public HsaId careProvider() {
        return relation().careProvider();
    }

    @Override
    public boolean holdsAt(Instant time) {
        return stopped().isEmpty() && !hasEndedAt(time) && !time.isBefore(relation().start());
    }

    @Override
    public boolean hasEndedAt(Instant time) {
        return time.isAfter(relation().end());
    }

    @Override
    public Optional<Instant> stopped() {
        return extended.cancelled().or(extended::deleted).map(Action::registered);
    }
}
