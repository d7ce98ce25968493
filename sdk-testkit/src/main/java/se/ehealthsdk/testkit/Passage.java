package se.ehealthsdk.testkit;

import java.util.function.Supplier;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * One call on its way through the platform, as a {@link Fault} sees it.
 *
 * @param platform the name of the platform
 * @param detail what a platform adds to its faults: contract, logical address and sender
 * @param producer has the call carried out, if the platform lets it through, and gives what leaves the
 *     platform
 * @param draw from 0 up to 1, for what hangs on chance
 */
record Passage(String platform, String detail, Supplier<HttpReply> producer, double draw) {

    /** What the platform sets when the producer spoke. */
    static final String PRODUCER_TIME = "x-skltp-prt";

    HttpReply answer() {
        return producer.get();
    }
}
