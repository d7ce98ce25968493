package se.ehealthsdk.audit.access;

import java.util.Optional;

/**
 * A change that the service has carried out.
 *
 * @param id the identity of the consent or relation
 * @param existedBefore whether the service answered that it was there already and did nothing: an earlier
 *     attempt with this identity had come through, or the service knows an equal one under another identity
 * @param message a message of the service that is to be shown to the user; may hold personal data
 */
public record Receipt(String id, boolean existedBefore, Optional<String> message) {

    /** Without the message. */
    @Override
    public String toString() {
        return "Receipt[" + id + (existedBefore ? ", existed before]" : "]");
    }
}
