package se.ehealthsdk.discharge.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.MessageId;

/**
 * What a recipient's system says of a message: technical, and the same each time it is asked. Never positive first and
 * negative later. Holds no personal data.
 *
 * @param message the message
 * @param status what became of it
 * @param code why not, as {@link AckCode#wire()}; a newer system may have more codes; empty for {@link Status#OK}
 * @param rule the rule of the case that refused it, as {@link se.ehealthsdk.discharge.Refusal.Rule}; empty for other reasons
 * @param text one sentence in English for those who operate the systems; empty when there is no more to say
 * @param unknownRecipients units that it was addressed to and that the system does not have; the message reached the others
 * @param at when it was taken or refused, by the recipient's clock
 */
public record Acknowledgement(
        MessageId message,
        Status status,
        Optional<String> code,
        Optional<String> rule,
        Optional<String> text,
        Set<HsaId> unknownRecipients,
        Instant at) {

    /** The three answers. */
    public enum Status {
        /** The system has the message and will not lose it. */
        OK,
        /** Not now: send it again later. */
        TRANSIENT_ERROR,
        /** Refused for good: sending it again changes nothing. */
        FATAL_ERROR
    }

    public Acknowledgement {
        unknownRecipients = Set.copyOf(unknownRecipients);
    }

    /** Without the text, which is the peer's own. */
    @Override
    public String toString() {
        return "Acknowledgement["
                + message
                + ", "
                + status
                + code.map(it -> ", " + it).orElse("")
                + "]";
    }

    /** Whether it stands for good. */
    public boolean isFinal() {
        return status != Status.TRANSIENT_ERROR;
    }
}
