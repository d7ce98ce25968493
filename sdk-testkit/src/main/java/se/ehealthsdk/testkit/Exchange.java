package se.ehealthsdk.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.check.Finding;

/**
 * One call and what was sent back, as the stand-in saw them.
 *
 * @param number its number since the start, from 1; later exchanges have higher ones
 * @param at when the call had arrived
 * @param took how long it took to make the answer; delays of a {@link Fault} not counted
 * @param contract the namespace of the first element in the Body; empty when it could not be read
 * @param logicalAddress the logical address as it stood in the message; empty when there was none
 * @param sender the HSA-id in the client's certificate; empty when it had none
 * @param requestHeaders the first value of each; names in any case
 * @param request the request as text (UTF-8), its first {@link #MAX_BYTES}
 * @param status the HTTP status sent
 * @param responseHeaders the headers sent; names in any case
 * @param response the answer as text (UTF-8), its first {@link #MAX_BYTES}; empty when it was not held in
 *     memory
 * @param outcome what became of the call
 * @param fault the injected fault that the call met, by name
 * @param findings which rules it breaks
 */
public record Exchange(
        long number,
        Instant at,
        Duration took,
        Optional<String> contract,
        Optional<String> logicalAddress,
        Optional<HsaId> sender,
        Map<String, String> requestHeaders,
        String request,
        int status,
        Map<String, String> responseHeaders,
        String response,
        Outcome outcome,
        Optional<String> fault,
        List<Finding> findings) {

    /** How much of each message is kept: 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    /** What became of a call. */
    public enum Outcome {
        /** The producer answered. */
        ANSWERED,
        /** The producer answered with a SOAP fault. */
        PRODUCER_FAULT,
        /** The platform refused the call; no producer saw it. */
        REFUSED,
        /** The call met a {@link Fault}. */
        FAULT_INJECTED
    }

    /** Copies headers and findings. */
    public Exchange {
        requestHeaders = anyCase(requestHeaders);
        responseHeaders = anyCase(responseHeaders);
        findings = List.copyOf(findings);
    }

    /** The correlation id sent back; empty on answers without one. */
    public Optional<String> correlationId() {
        return Optional.ofNullable(responseHeaders.get(Platform.CORRELATION_ID));
    }

    private static Map<String, String> anyCase(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }

    /** Contract, logical address, sender, status and outcome; no payload. */
    @Override
    public String toString() {
        return "Exchange[%s, %s, logicalAddress=%s, sender=%s, HTTP %d, %s%s]"
                .formatted(
                        at,
                        contract.orElse("-"),
                        logicalAddress.orElse("-"),
                        sender.map(HsaId::value).orElse("-"),
                        status,
                        outcome,
                        fault.map(name -> " (" + name + ")").orElse(""));
    }
}
