package se.ehealthsdk.core.rivta;

import java.util.Optional;

/**
 * What an aggregating service tells of one source system whose data its answer holds, or should have held. Without
 * it, an answer that lacks a source looks like one that is whole.
 *
 * <p>Source: {@code interoperability_headers_1.1.xsd}, the SOAP header {@code ProcessingStatus} of {@code
 * urn:riv:interoperability:headers:1}. Times are as they came: {@code YYYYMMDDhhmmss}, Swedish local time.
 *
 * @param logicalAddress of the source system; empty when the service did not tell
 * @param statusCode one of the four constants, or what a later version adds; as it came, empty when the service did not
 *     tell. What is none of the constants counts as not up to date
 * @param lastSuccessful when the source last answered; empty when it never did
 * @param lastUnsuccessful when the call failed; empty when it did not
 * @param error why it failed; empty when it did not
 */
public record ProcessingStatus(
        String logicalAddress,
        String statusCode,
        Optional<String> lastSuccessful,
        Optional<String> lastUnsuccessful,
        Optional<Failure> error) {

    /** The source answered. */
    public static final String DATA_FROM_SOURCE = "DataFromSource";

    /** The data are the aggregating service's own copy, and up to date. */
    public static final String DATA_FROM_CACHE = "DataFromCache";

    /** The source did not answer; the data are a copy that may be out of date. */
    public static final String DATA_FROM_CACHE_SYNCH_FAILED = "DataFromCacheSynchFailed";

    /** The source did not answer, and there are no data of it. */
    public static final String NO_DATA_SYNCH_FAILED = "NoDataSynchFailed";

    /**
     * Why a source did not answer.
     *
     * @param causingAgent {@code service_catalog}, {@code virtualization_platform}, {@code service_producer}, {@code
     *     engagement_index} or {@code other}; as it came
     * @param code as the causing agent has it
     * @param text for a support desk; written by others, so it is in no {@code toString}
     */
    public record Failure(String causingAgent, String code, String text) {

        /** Agent and code, never the text. */
        @Override
        public String toString() {
            return "Failure[" + causingAgent + ", " + code + "]";
        }
    }

    /**
     * The status of a source that answered.
     *
     * @param at when, {@code YYYYMMDDhhmmss}
     */
    public static ProcessingStatus fromSource(String logicalAddress, String at) {
        return new ProcessingStatus(
                logicalAddress,
                DATA_FROM_SOURCE,
                Optional.of(at),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The status of a source that did not answer, and of which there are no data.
     *
     * @param at when, {@code YYYYMMDDhhmmss}
     */
    public static ProcessingStatus noData(String logicalAddress, String at, Failure why) {
        return new ProcessingStatus(
                logicalAddress,
                NO_DATA_SYNCH_FAILED,
                Optional.empty(),
                Optional.of(at),
                Optional.of(why));
    }

    /** Whether all that the source has is in the answer, as far as the aggregating service knows. */
    public boolean isUpToDate() {
        return statusCode.equals(DATA_FROM_SOURCE) || statusCode.equals(DATA_FROM_CACHE);
    }

    boolean isFromCache() {
        return statusCode.equals(DATA_FROM_CACHE)
                || statusCode.equals(DATA_FROM_CACHE_SYNCH_FAILED);
    }
}
