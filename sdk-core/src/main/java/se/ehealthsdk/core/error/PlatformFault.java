package se.ehealthsdk.core.error;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The faults that a service platform (NTjP or a regional one) makes itself: the codes VP001 to VP015,
 * and the ones without a code. An open type: a code that is not among the constants is kept as it is.
 *
 * <p>Source: ARK_0034 for the codes, the platform's observed answers for the rest.
 */
public final class PlatformFault {

    private static final String ORDER_ROUTING =
            "Check the logical address. If it is right, order routing (vägval) for this logical address"
                    + " and contract from the administration of the platform that answered.";
    private static final String REPORT =
            "Report to the administration of the platform that answered, with the correlation id.";

    /** The call carried no RIV-TA version, or an unknown one. */
    public static final PlatformFault VP001 =
            fault(
                    "VP001",
                    "no RIV-TA version in the call",
                    "Check the endpoint address and the contract.");

    /** The client certificate is missing, of the wrong kind, or has no HSA-id. */
    public static final PlatformFault VP002 =
            fault(
                    "VP002",
                    "no usable sender id in the client certificate",
                    "Use a SITHS function certificate whose subject has the HSA-id as serialNumber.");

    /** The logical address is missing or blank. */
    public static final PlatformFault VP003 =
            fault(
                    "VP003",
                    "the logical address is missing",
                    "Set the logical address of the call.");

    /** There is no route for the logical address and contract. */
    public static final PlatformFault VP004 =
            fault("VP004", "no route to this logical address for this contract", ORDER_ROUTING);

    /** The producer does not support the RIV-TA version of the call. */
    public static final PlatformFault VP005 =
            fault("VP005", "the producer does not support this RIV-TA version", ORDER_ROUTING);

    /** There is more than one producer for the same logical address and contract. */
    public static final PlatformFault VP006 =
            fault("VP006", "more than one producer is configured for this logical address", REPORT);

    /** The calling system is not authorised for the logical address and contract. */
    public static final PlatformFault VP007 =
            fault(
                    "VP007",
                    "this system is not authorised to call this logical address with this contract",
                    "Order authorisation (anropsbehörighet) for this system's HSA-id, this logical address"
                            + " and this contract from the administration of the platform that answered.");

    /** The platform has no contact with its address catalogue. */
    public static final PlatformFault VP008 =
            new PlatformFault(
                    "VP008",
                    "the platform has no contact with its address catalogue",
                    "Try again later; if it lasts, inform the platform's administration.",
                    true);

    /** The platform got no good answer from the producer. */
    public static final PlatformFault VP009 =
            new PlatformFault(
                    "VP009",
                    "the platform got no good answer from the producer",
                    "Try again later; if it lasts, report to the producer's support with the correlation id.",
                    true);

    /** The producer's address is empty in the platform's catalogue. */
    public static final PlatformFault VP010 =
            fault("VP010", "the producer has no address in the platform's catalogue", REPORT);

    /** The call came outside TLS, or from an address that is not allowed. */
    public static final PlatformFault VP011 =
            fault(
                    "VP011",
                    "the call came outside TLS or from an address that is not allowed",
                    "Call the platform's https address directly, and have this system's network address"
                            + " allowed by the platform's administration.");

    /** The platform lacks resources. */
    public static final PlatformFault VP012 =
            new PlatformFault(
                    "VP012",
                    "the platform lacks resources to handle the call",
                    "Try again later; if it lasts, inform the platform's administration.",
                    true);

    /** The calling system may not name another original consumer. */
    public static final PlatformFault VP013 =
            fault(
                    "VP013",
                    "this system may not set the header for the original consumer",
                    "Leave originalConsumer unset, or ask the platform's administration to allow this system"
                            + " to set it.");

    /** The call went in a circle between platforms. */
    public static final PlatformFault VP014 =
            fault("VP014", "the call went in a circle between platforms", REPORT);

    /** The platform could not read the request. */
    public static final PlatformFault VP015 =
            fault(
                    "VP015",
                    "the platform could not read the request",
                    "Report to the makers of this SDK with the correlation id: it should never send such a"
                            + " request.");

    /** The platform made a fault without a code: the producer broke off, or its answer was too large. */
    public static final PlatformFault TRANSPORT =
            new PlatformFault(
                    "Platform transport failure",
                    "the producer closed the connection, broke off its answer or answered too much",
                    "Try again later where repeating is safe; if it lasts, report to the producer's support"
                            + " with the correlation id.",
                    true);

    /** HTTP 413: the request is larger than the platform accepts. */
    public static final PlatformFault TOO_LARGE =
            fault(
                    "HTTP 413",
                    "the request is larger than the platform accepts",
                    "Send less in one call, or lower the client's request limit to the platform's.");

    /** An HTTP answer without SOAP: wrong path, a header too large, or a proxy that answered itself. */
    public static final PlatformFault NOT_SOAP =
            fault(
                    "HTTP without SOAP",
                    "something on the way answered without SOAP",
                    "Check the base address of the environment, the path of the contract, and any proxy on"
                            + " the way.");

    /** HTTP 401 or 403 without SOAP: the other end knows this system and does not let it in. */
    public static final PlatformFault ACCESS_DENIED =
            fault(
                    "HTTP 403",
                    "access denied",
                    "Apply to the other end's administration for the right to call this contract.");

    /** HTTP 429, 502, 503 or 504 without SOAP: overloaded, or out of service for now. */
    public static final PlatformFault UNAVAILABLE =
            new PlatformFault(
                    "HTTP 503",
                    "the service is out of reach or overloaded for now",
                    "Try again later; if it lasts, inform the administration of the address called.",
                    true);

    private static final List<PlatformFault> KNOWN =
            List.of(
                    VP001, VP002, VP003, VP004, VP005, VP006, VP007, VP008, VP009, VP010, VP011,
                    VP012, VP013, VP014, VP015);

    private final String code;
    private final String meaning;
    private final String remedy;
    private final boolean retryable;

    private PlatformFault(String code, String meaning, String remedy, boolean retryable) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
        this.retryable = retryable;
    }

    private static PlatformFault fault(String code, String meaning, String remedy) {
        return new PlatformFault(code, meaning, remedy, false);
    }

    /**
     * The fault with this code; one that is not known is kept, with a general remedy.
     *
     * @param code such as {@code VP004}
     */
    public static PlatformFault of(String code) {
        return KNOWN.stream()
                .filter(known -> known.code.equals(code))
                .findFirst()
                .orElseGet(
                        () ->
                                fault(
                                        code,
                                        "a fault that this version of the SDK does not know",
                                        REPORT));
    }

    /** VP001 to VP015, in order. */
    public static List<PlatformFault> known() {
        return KNOWN;
    }

    /** The code as the platform writes it, or a description for the faults without a code. */
    public String code() {
        return code;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** What to do, when nothing more is known. */
    public String remedy() {
        return remedy;
    }

    String remedy(@Nullable Integer producerStatus) {
        if (producerStatus != null && (producerStatus == 401 || producerStatus == 403)) {
            return "The producer denied access: apply to the producer (for HSA: the HSA administration) for"
                    + " the right to call this contract.";
        }
        return remedy;
    }

    /** A call that the producer answered with 4xx will be answered the same way again. */
    boolean retryable(@Nullable Integer producerStatus) {
        boolean refused =
                producerStatus != null
                        && producerStatus >= 300
                        && producerStatus < 500
                        && producerStatus != 429;
        return retryable && !refused;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlatformFault fault && fault.code.equals(code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
