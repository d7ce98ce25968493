package se.ehealthsdk.certificate.care;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Identifier;

/** Knows what the events tell. An event that is not there may be on its way, so that nothing is ever missing. */
record StoreKnowledge(CareEventStore store) implements CareKnowledge {

    @Override
    public Lookup<KnownCertificate> certificate(Identifier certificate) {
        List<StatusEvent> events =
                events(certificate).stream()
                        .filter(StatusEvent.class::isInstance)
                        .map(StatusEvent.class::cast)
                        .toList();
        boolean revoked = events.stream().anyMatch(each -> each.code().equals(EventCode.REVOKED));
        Optional<Identifier> patient =
                events.stream()
                        .map(each -> each.certificate().patient().id())
                        .filter(id -> id.extension().filter(text -> !text.isBlank()).isPresent())
                        .findFirst();
        return Lookup.foundOrNotKnown(patient.map(id -> new KnownCertificate(id, revoked, false)));
    }

    @Override
    public Lookup<MessageSubject> message(String messageId, Identifier certificate) {
        return Lookup.foundOrNotKnown(
                events(certificate).stream()
                        .filter(MessageEvent.class::isInstance)
                        .map(each -> ((MessageEvent) each).message())
                        .filter(each -> each.messageId().equals(messageId))
                        .map(SendMessageToCare::subject)
                        .findFirst());
    }

    private List<CareEvent> events(Identifier certificate) {
        return certificate.extension().map(id -> store.events(id.strip())).orElse(List.of());
    }
}
