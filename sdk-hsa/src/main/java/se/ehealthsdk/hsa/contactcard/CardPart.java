package se.ehealthsdk.hsa.contactcard;

import java.util.List;

/**
 * One part of a contact card.
 *
 * @param topic what it is, with its label and where in HSA it comes from
 * @param lines what it says, in Swedish as far as this SDK words it; plain text without line breaks, not escaped
 * @param owner who answers for it
 */
public record CardPart(CardTopic topic, List<String> lines, CardOwner owner) {

    /** Copies the list. */
    public CardPart {
        lines = List.copyOf(lines);
    }

    /** What to call it, in Swedish. */
    public String label() {
        return topic.label();
    }

    /** The attribute of HSA that it comes from. */
    public String attribute() {
        return topic.attribute();
    }

    /** The field of {@code GetUnit} that carries it. */
    public String contractField() {
        return topic.contractField();
    }
}
