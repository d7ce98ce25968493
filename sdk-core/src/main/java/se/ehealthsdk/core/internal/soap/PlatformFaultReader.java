package se.ehealthsdk.core.internal.soap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ServiceFaultException;

/**
 * Tells who spoke in a SOAP fault, the platform or the producer, and what is known of the outcome.
 *
 * <p>Only the code, the name in brackets and the status marker are matched on; the texts change with the
 * platform's versions.
 */
public final class PlatformFaultReader {

    private static final Pattern CODED =
            Pattern.compile("^\\s*(VP\\d{3})\\b(?:\\s*\\[([^\\]]*)\\])?");
    private static final Pattern PRODUCER_STATUS =
            Pattern.compile("VP_PRODUCER_EXCEPTION_HTTP_STATUS=(\\d{3})");

    /** How the faults begin that the platform makes when its own HTTP client loses the producer. */
    private static final List<String> CODELESS =
            List.of(
                    "No response received from remote server",
                    "Channel closed while still aggregating message",
                    "Response entity too large");

    private PlatformFaultReader() {}

    /**
     * @param throughPlatform whether the answer has the correlation id that the platform always sets
     * @param producerSpoke whether the answer has the response time that the platform sets when the
     *     producer, or a platform behind it, answered
     */
    public static EHealthException exception(
            SoapFault fault, boolean throughPlatform, boolean producerSpoke, CallDetails details) {
        Matcher coded = CODED.matcher(fault.string());
        if (coded.find()) {
            return coded(PlatformFault.of(coded.group(1)), coded.group(2), fault, details);
        }
        boolean codeless =
                !producerSpoke
                        && fault.code().equals("Server")
                        && (throughPlatform
                                || CODELESS.stream().anyMatch(fault.string()::startsWith));
        return codeless
                ? new PlatformException(
                        PlatformFault.TRANSPORT,
                        null,
                        null,
                        fault.string(),
                        fault.detail(),
                        Outcome.UNKNOWN,
                        details)
                : new ServiceFaultException(fault.code(), fault.string(), fault.detail(), details);
    }

    private static PlatformException coded(
            PlatformFault kind, @Nullable String platform, SoapFault fault, CallDetails details) {
        Matcher marker = PRODUCER_STATUS.matcher(fault.detail());
        Integer status = marker.find() ? Integer.valueOf(marker.group(1)) : null;
        return new PlatformException(
                kind,
                platform,
                status,
                fault.string(),
                fault.detail(),
                outcome(kind, status),
                details);
    }

    /** Only VP009 is made after the producer may have got the call; a 3xx or 4xx is a refusal. */
    private static Outcome outcome(PlatformFault kind, @Nullable Integer producerStatus) {
        if (PlatformFault.known().contains(kind) && !kind.equals(PlatformFault.VP009)) {
            return Outcome.NOT_PERFORMED;
        }
        boolean refused = producerStatus != null && producerStatus >= 300 && producerStatus < 500;
        return refused ? Outcome.NOT_PERFORMED : Outcome.UNKNOWN;
    }
}
