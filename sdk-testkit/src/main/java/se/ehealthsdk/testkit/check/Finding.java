package se.ehealthsdk.testkit.check;

/**
 * That a message breaks a rule, and where.
 *
 * @param rule the rule
 * @param part in which part of the exchange
 * @param line the line in the message as it was sent, from 1; 0 where there is none
 * @param path the way to the element, as {@code Envelope/Body/StoreLog/Log[2]/LogId}; a header's name; empty for the whole
 * @param what what is wrong here; may hold values of the message
 */
public record Finding(Rule rule, Part part, int line, String path, Text what) {

    /** Rule and place; nothing of the message. */
    @Override
    public String toString() {
        return "Finding[" + rule.id() + ", " + part + " line " + line + ", " + path + "]";
    }
}
