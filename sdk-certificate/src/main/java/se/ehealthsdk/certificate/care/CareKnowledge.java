package se.ehealthsdk.certificate.care;

import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * What a care system knows of certificates and messages, so that a message that cannot be right is refused. What it does
 * not know it says so, and the message is taken. Used by many threads at once.
 */
public interface CareKnowledge {

    /**
     * A certificate.
     *
     * @param patient whose it is
     * @param revoked whether it has been revoked
     * @param testPatient whether the patient is one for tests, about whom no messages are sent
     */
    record KnownCertificate(Identifier patient, boolean revoked, boolean testPatient) {}

    /** A certificate, by its id. */
    Lookup<KnownCertificate> certificate(Identifier certificate);

    /**
     * The subject of a message: of a question that this care system sent, or of one that it received.
     *
     * @param messageId the message's id
     * @param certificate the certificate that it would be about
     */
    Lookup<MessageSubject> message(String messageId, Identifier certificate);

    /** What follows from the events in a store, which never says that something is not there. */
    static CareKnowledge of(CareEventStore store) {
        return new StoreKnowledge(store);
    }
}
