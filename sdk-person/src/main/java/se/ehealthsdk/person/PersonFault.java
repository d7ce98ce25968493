package se.ehealthsdk.person;

import java.util.Arrays;
import java.util.Optional;
import se.ehealthsdk.core.error.ServiceFaultException;

/**
 * The logical faults that the service is known to answer with: SOAP faults that blame the caller ({@code Client}), told
 * apart by their Swedish text.
 *
 * <pre>{@code
 * catch (ServiceFaultException fault) {
 *     PersonFault.of(fault).ifPresent(known -> log.error(known.remedy()));
 * }
 * }</pre>
 *
 * <p>Source: the service's own list of errors. {@link PersonClient} throws them as {@link ServiceFaultException} with
 * {@link #remedy()}.
 */
public enum PersonFault {

    /** The calling system is not let in. */
    UNAUTHORISED_SYSTEM(
            "Obehörigt anrop för system",
            "Apply to the administration of the person data service for access, for the HSA-id of this system's"
                    + " certificate and the profile that it asks for. The right to call the contract through the"
                    + " platform is another matter."),

    /** More were asked for than the service takes in one call. */
    TOO_MANY_PERSONS(
            "Förfrågans maxgräns överskriden",
            "Ask for fewer at a time: build the PersonClient with a lower personsPerCall.");

    private final String text;
    private final String remedy;

    PersonFault(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    /** Which of them a fault is; empty for all others. */
    public static Optional<PersonFault> of(ServiceFaultException fault) {
        return Arrays.stream(values())
                .filter(known -> fault.faultCode().equals("Client"))
                .filter(known -> fault.faultString().contains(known.text))
                .findFirst();
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
