package se.ehealthsdk.audit;

import se.ehealthsdk.audit.internal.RecordRules;

/**
 * What kind of data (resurstyp). An open list: the contract carries any text. The constants are labels in
 * daily use; the contract's description points to the code set KV Informationstyp
 * (1.2.752.129.2.2.2.1), and use under coherent records (sammanhållen vård- och omsorgsdokumentation) to
 * ARK_0041. Two are the same when their texts are.
 *
 * <p>Source: {@code informationsecurity:auditing:log} 2.0.8.
 *
 * @param value the text that the contract carries, without white space around it; 256 characters at most
 *     when it is sent
 */
public record ResourceType(String value) {

    /** {@code Intyg}: a certificate. */
    public static final ResourceType CERTIFICATE = new ResourceType("Intyg");

    /** {@code Sjukfall}: a period of sick leave. */
    public static final ResourceType SICK_LEAVE = new ResourceType("Sjukfall");

    /** {@code Samtycke}: a consent. */
    public static final ResourceType CONSENT = new ResourceType("Samtycke");

    /** {@code Beställning}: an order, for example of samples or an examination. */
    public static final ResourceType ORDER = new ResourceType("Beställning");

    /** Removes white space around the text. */
    public ResourceType {
        value = RecordRules.token(value);
    }

    /**
     * Another value than the constants, for example a code of KV Informationstyp.
     *
     * @param text 1 to 256 characters
     * @throws se.ehealthsdk.core.error.InvalidInputException if it is blank, longer, or holds characters
     *     that XML cannot carry
     */
    public static ResourceType of(String text) {
        ResourceType type = new ResourceType(text);
        RecordRules.required("resources/resource/resourceType", type.value, RecordRules.TEXT);
        return type;
    }

    /** The text. */
    @Override
    public String toString() {
        return value;
    }
}
