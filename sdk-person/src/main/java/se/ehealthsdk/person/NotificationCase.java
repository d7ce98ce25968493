package se.ehealthsdk.person;

import java.time.Instant;
import java.util.Optional;

/**
 * What Skatteverket's latest notification was about.
 *
 * <p>Source: {@code NotificationCaseType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param recordId year and nine digits, {@code yyyy.nnn.nnn.nnn}
 * @param type the kind of notification
 * @param modified when it was changed
 * @param wholeRecord whether it held all there was; absent when nothing was said
 * @param date its date
 */
public record NotificationCase(
        Optional<String> recordId,
        Optional<String> type,
        Optional<Instant> modified,
        Optional<Boolean> wholeRecord,
        Optional<PartialDate> date) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "NotificationCase[...]";
    }
}
