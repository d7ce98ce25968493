package se.ehealthsdk.core.rivta;

/** The HTTP headers of RIV-TA (ARK_0002) and of the platform (ARK_0034). */
final class RivtaHeaders {

    static final String ORIGINAL_CONSUMER = "x-rivta-original-serviceconsumer-hsaid";
    static final String ON_BEHALF_OF = "x-rivta-acting-on-behalf-of-hsaid";
    static final String CORRELATION_ID = "x-skltp-correlation-id";

    /** Set by the platform when the producer, or a platform behind it, answered. */
    static final String PRODUCER_RESPONSE_TIME = "x-skltp-prt";

    private RivtaHeaders() {}
}
