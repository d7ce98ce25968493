package se.ehealthsdk.testkit.scenario;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.testkit.check.Text;

/**
 * Something that can be chosen about a kind of fault.
 *
 * @param name as {@code code}
 * @param type what may be written
 * @param choices all that may be written, for {@link Type#CHOICE}; empty for the others
 * @param standard what holds when nothing is written; empty for those that must be written, and for those that may be left out altogether
 * @param required whether it must be written
 * @param text what it is
 */
public record FaultSetting(
        String name,
        Type type,
        List<String> choices,
        Optional<String> standard,
        boolean required,
        Text text) {

    /** Copies the choices. */
    public FaultSetting {
        choices = List.copyOf(choices);
    }

    /** What may be written. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** A time in ISO 8601, as {@code PT0.5S}. */
        DURATION,
        /** One of {@link FaultSetting#choices()}. */
        CHOICE
    }
}
