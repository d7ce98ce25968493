package se.ehealthsdk.testkit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.Consent;
import se.ehealthsdk.audit.access.ConsentRegistration;
import se.ehealthsdk.audit.access.ExtendedConsent;
import se.ehealthsdk.core.identifier.HsaId;

/** A consent in the register. */
record ConsentEntry(ExtendedConsent extended) implements Register.Entry {

    static ConsentEntry of(ConsentRegistration request, Instant now) {
        Consent consent =
                new Consent(
                        request.id(),
                        request.type(),
                        request.careProvider(),
                        request.careUnit(),
                        request.employee(),
                        request.start().orElse(now),
                        request.end(),
                        Optional.of("testkit"),
                        request.patient());
        return new ConsentEntry(
                new ExtendedConsent(
                        consent,
                        request.representedBy(),
                        request.action(),
                        Optional.empty(),
                        Optional.empty()));
    }

    Consent consent() {
        return extended.consent();
    }

    ConsentEntry cancelled(Action action) {
        return new ConsentEntry(
                new ExtendedConsent(
                        consent(),
                        extended.representedBy(),
                        extended.registered(),
                        Optional.of(action),
                        extended.deleted()));
    }

    ConsentEntry deleted(Action action) {
        return new ConsentEntry(
                new ExtendedConsent(
                        consent(),
                        extended.representedBy(),
                        extended.registered(),
                        extended.cancelled(),
                        Optional.of(action)));
    }

    boolean isFor(AccessingActor actor) {
        return consent().careProvider().equals(actor.careProvider())
                && consent().careUnit().equals(actor.careUnit())
                && consent().employee().filter(one -> !one.equals(actor.employee())).isEmpty();
    }

    @Override
    public String id() {
        return consent().id();
    }

    @Override
    public HsaId careProvider() {
        return consent().careProvider();
    }

    @Override
    public boolean holdsAt(Instant time) {
        return stopped().isEmpty() && !hasEndedAt(time) && !time.isBefore(consent().start());
    }

    @Override
    public boolean hasEndedAt(Instant time) {
        return consent().end().filter(time::isAfter).isPresent();
    }

    @Override
    public Optional<Instant> stopped() {
        return extended.cancelled().or(extended::deleted).map(Action::registered);
    }
}
