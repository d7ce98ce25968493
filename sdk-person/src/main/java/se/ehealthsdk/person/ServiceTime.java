package se.ehealthsdk.person;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * A moment in the form of this contract, kept as it is written.
 *
 * <p>Source: {@code Timestamp} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param text {@code yyyyMMddHHmmss}, Swedish local time
 */
public record ServiceTime(String text) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** A moment, in whole seconds. */
    public static ServiceTime of(Instant moment) {
        return new ServiceTime(FORM.format(moment.atZone(SwedishTime.ZONE)));
    }

    /** The moment; empty when the text has not the form of one. */
    public Optional<Instant> instant() {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, FORM).atZone(SwedishTime.ZONE).toInstant());
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
