package se.ehealthsdk.core.error;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The facts about one call that a support desk asks for. Safe to log: no payload, no personal data.
 *
 * @param contract the namespace of the request, for example {@code
 *     urn:riv:infrastructure:directory:organization:GetUnitResponder:5}
 * @param logicalAddress the logical address called
 * @param sender the calling system's own HSA-id, as in its certificate
 * @param correlationId the value of {@code x-skltp-correlation-id}, ours or the platform's
 * @param url where the call was sent
 * @param httpStatus the HTTP status of the answer; empty when none arrived
 * @param duration from the first attempt to the failure
 * @param attempts how many times the call was sent or tried; 0 when it stopped before the first
 */
public record CallDetails(
        String contract,
        String logicalAddress,
        Optional<String> sender,
        String correlationId,
        String url,
        OptionalInt httpStatus,
        Duration duration,
        int attempts) {

    @Override
    public String toString() {
        return "contract=%s, logicalAddress=%s, sender=%s, correlationId=%s, url=%s, httpStatus=%s, ms=%d, attempts=%d"
                .formatted(
                        contract,
                        logicalAddress,
                        sender.orElse("-"),
                        correlationId,
                        url,
                        httpStatus.isPresent() ? String.valueOf(httpStatus.getAsInt()) : "-",
                        duration.toMillis(),
                        attempts);
    }
}
