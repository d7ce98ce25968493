package se.ehealthsdk.certificate.care;

import java.util.List;
import se.ehealthsdk.certificate.contract.SendMessageToCare;

/**
 * A question that a recipient sent.
 *
 * @param question the question
 * @param reminders the reminders of it, in their order
 * @param status whether it waits for health care
 */
public record ReceivedQuestion(
        SendMessageToCare question, List<SendMessageToCare> reminders, Status status) {

    /** Whether a question waits for health care. Webcert tells how many do, and not which. */
    public enum Status {

        /** It waits. */
        OPEN,

        /** It is answered or marked as handled. */
        HANDLED,

        /** Some of the questions wait, and it cannot be told whether this is one of them. */
        UNCERTAIN
    }

    /** Copies. */
    public ReceivedQuestion {
        reminders = List.copyOf(reminders);
    }
}
