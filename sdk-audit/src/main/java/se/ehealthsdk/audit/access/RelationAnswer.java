package se.ehealthsdk.audit.access;

import java.util.Optional;

/**
 * What the patient relation service says about an actor and a patient.
 *
 * @param hasRelation whether there is a patient relation that holds
 * @param message a message of the service that is to be shown to the user; may hold personal data
 */
public record RelationAnswer(boolean hasRelation, Optional<String> message) {

    /** Without a message. */
    public static RelationAnswer of(boolean hasRelation) {
        return new RelationAnswer(hasRelation, Optional.empty());
    }

    /** Without the message. */
    @Override
    public String toString() {
        return "RelationAnswer[" + hasRelation + "]";
    }
}
