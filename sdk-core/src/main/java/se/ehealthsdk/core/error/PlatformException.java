package se.ehealthsdk.core.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The service platform itself answered: it refused the call, or could not get an answer from the
 * producer. {@link #fault()} says which of the platform's faults it was.
 */
public final class PlatformException extends EHealthException {

    private final PlatformFault fault;
    private final @Nullable String platformName;
    private final @Nullable Integer producerStatus;
    private final String faultString;
    private final String detail;
    private final Outcome outcome;

    /**
     * @param fault which fault
     * @param platformName the name the platform gave itself; null when it gave none
     * @param producerStatus the HTTP status the producer gave the platform; null when it gave none
     * @param faultString the platform's text, empty when it sent none
     * @param detail the platform's technical detail, empty when it sent none
     * @param outcome whether the call may have been carried out
     * @param details which call
     */
    public PlatformException(
            PlatformFault fault,
            @Nullable String platformName,
            @Nullable Integer producerStatus,
            String faultString,
            String detail,
            Outcome outcome,
            @Nullable CallDetails details) {
        super(
                message(fault, platformName, producerStatus),
                fault.remedy(producerStatus),
                details,
                null);
        this.fault = fault;
        this.platformName = platformName;
        this.producerStatus = producerStatus;
        this.faultString = faultString;
        this.detail = detail;
        this.outcome = outcome;
    }

    private static String message(
            PlatformFault fault, @Nullable String platformName, @Nullable Integer producerStatus) {
        String text =
                fault.code()
                        + " from "
                        + (platformName == null
                                ? "the service platform"
                                : "platform " + platformName);
        text += ": " + fault.meaning();
        return producerStatus == null
                ? text
                : text + " (the producer answered HTTP " + producerStatus + ")";
    }

    /** Which fault, with its code, meaning and remedy. */
    public PlatformFault fault() {
        return fault;
    }

    /**
     * The name of the platform that spoke, as it writes it itself. In a chain of platforms (regional,
     * national) the inner one's name comes through unchanged, so this tells which one to turn to.
     */
    public Optional<String> platformName() {
        return Optional.ofNullable(platformName);
    }

    /** The HTTP status that the producer gave the platform, when the platform passed it on (VP009). */
    public OptionalInt producerStatus() {
        return producerStatus == null ? OptionalInt.empty() : OptionalInt.of(producerStatus);
    }

    /** The platform's own text; to be shown or logged by hand, never matched on. */
    public String faultString() {
        return faultString;
    }

    /** The platform's technical detail, which may name addresses and HSA-ids; never matched on. */
    public String detail() {
        return detail;
    }

    @Override
    public boolean retryable() {
        return fault.retryable(producerStatus);
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
