package se.ehealthsdk.person;

import java.util.Optional;

/**
 * A way to reach a person, which the person has told of.
 *
 * <p>Source: {@code ContactInformationType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param type the code of the kind, telephone or e-mail for example
 * @param use the code of what it is for
 * @param value number or address
 * @param rank which to try first
 * @param comment the person's comment
 * @param period when it may be used
 * @param digitalNotification whether notices may be sent there; absent when nothing was said
 */
public record ContactPoint(
        String type,
        Optional<String> use,
        Optional<String> value,
        Optional<Integer> rank,
        Optional<String> comment,
        Optional<DatePeriod> period,
        Optional<Boolean> digitalNotification) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "ContactPoint[...]";
    }
}
