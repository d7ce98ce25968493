package se.ehealthsdk.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The service producer answered with a SOAP 1.1 fault. What the producer wrote may hold personal
 * data, so it is in {@link #faultString()} and {@link #detail()} and not in the message.
 */
public final class ServiceFaultException extends EHealthException {

    private final String faultCode;
    private final String faultString;
    private final String detail;

    /**
     * @param faultCode the local part of the fault code, {@code Client} or {@code Server} as a rule
     * @param faultString the producer's text; may be empty
     * @param detail the text content of the fault's detail; may be empty
     * @param details which call
     */
    public ServiceFaultException(
            String faultCode, String faultString, String detail, @Nullable CallDetails details) {
        this(
                faultCode,
                faultString,
                detail,
                faultCode.equals("Client")
                        ? "The producer blames the request: read faultString(), correct the request, and"
                                + " call again."
                        : "Report to the producer's support: time, logical address, contract and"
                                + " correlation id, and the text of faultString().",
                details);
    }

    /**
     * A fault that a service is known for, with what to do about it.
     *
     * @param faultCode the local part of the fault code, {@code Client} or {@code Server} as a rule
     * @param faultString the producer's text; may be empty
     * @param detail the text content of the fault's detail; may be empty
     * @param remedy what to do, in words for a support desk
     * @param details which call
     */
    public ServiceFaultException(
            String faultCode,
            String faultString,
            String detail,
            String remedy,
            @Nullable CallDetails details) {
        super(
                "The service producer answered with a SOAP fault (" + shown(faultCode) + ")",
                remedy,
                details,
                null);
        this.faultCode = faultCode;
        this.faultString = faultString;
        this.detail = detail;
    }

    /** The local part of the fault code: {@code Client} or {@code Server} as a rule. */
    public String faultCode() {
        return faultCode;
    }

    /** The producer's own text; may hold personal data, may be empty. */
    public String faultString() {
        return faultString;
    }

    /** The text content of the fault's detail element; may hold personal data, may be empty. */
    public String detail() {
        return detail;
    }

    /** True for a fault that blames the server. */
    @Override
    public boolean retryable() {
        return faultCode.equals("Server");
    }

    @Override
    public Outcome outcome() {
        return Outcome.ANSWERED;
    }
}
