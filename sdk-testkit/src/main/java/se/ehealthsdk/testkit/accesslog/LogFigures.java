package se.ehealthsdk.testkit.accesslog;

import java.util.Map;

/**
 * What the log service has done since the start or the last reset.
 *
 * @param calls calls of StoreLog that it carried out, a platform's own second attempts among them
 * @param stored records stored
 * @param largestCall records in the largest call
 * @param results how many calls got each result code; a call whose answer was lost counts with what the
 *     answer was, {@code FAULT} stands for SOAP faults
 * @param reports reports asked for, each once however often it was asked after
 */
public record LogFigures(
        long calls, long stored, int largestCall, Map<String, Long> results, long reports) {

    /** Copies the counts. */
    public LogFigures {
        results = Map.copyOf(results);
    }

    /** How many calls got this result code. */
    public long answered(String code) {
        return results.getOrDefault(code, 0L);
    }
}
