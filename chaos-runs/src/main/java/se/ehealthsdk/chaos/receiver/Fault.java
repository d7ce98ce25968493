package se.ehealthsdk.chaos.receiver;

import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong in one call, and how often out of a thousand. */
enum Fault {
    /** Stored, and the connection cut before the answer. */
    ANSWER_LOST(60),
    /** Cut before anything was stored. */
    CUT(40),
    /** Stored, answered after the caller has stopped waiting. */
    ANSWERED_LATE(15),
    /** Stored first after the caller has stopped waiting. */
    STORED_LATE(15),
    /** Never answered, not stored. */
    STALLED(15),
    /** Stored and answered slowly, in time. */
    SLOW(40),
    /** Stored, the answer lost between platform and service, and sent again by the platform: refused. */
    PLATFORM_REPEAT(60),
    /** As that, with both answers lost: VP009. */
    PLATFORM_REPEAT_LOST(30),
    /** VP009, not stored. */
    VP009(30),
    /** VP007: not allowed; not stored. */
    VP007(5),
    /** A SOAP fault of the service, not stored. */
    SOAP_FAULT(40),
    /** Stored, and HTTP 500 without SOAP. */
    HTTP_500_AFTER(15),
    /** HTTP 500 without SOAP, not stored. */
    HTTP_500(15),
    /** HTTP 503 without SOAP, not stored. */
    HTTP_503(20),
    /** Stored, and an answer that ends in the middle. */
    HALF_ANSWER(20),
    /** Stored, and an answer with HTTP 200 that is no StoreLog answer. */
    NONSENSE(10),
    /** Result code ERROR, not stored. */
    ERROR(10),
    /** Result code ACCESSDENIED, not stored. */
    ACCESS_DENIED(5),
    /** Nothing. */
    NONE(555);

    private static final List<Fault> ALL = List.of(values());

    private final int share;

    Fault(int share) {
        this.share = share;
    }

    /** Draws one by their shares. */
    static Fault draw(RandomGenerator random) {
        int drawn = random.nextInt(ALL.stream().mapToInt(each -> each.share).sum());
        for (Fault each : ALL) {
            drawn -= each.share;
            if (drawn < 0) {
                return each;
            }
        }
        return NONE;
    }
}
