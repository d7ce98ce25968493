package se.ehealthsdk.discharge.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Where a rule comes from.
 *
 * @param act the law or agreement as it is cited, for example {@code lag (2017:612)}
 * @param paragraph for example {@code 3 kap. 1 §}; empty for an agreement without numbers
 * @param confidence how sure we are of it
 */
public record LegalReference(String act, Optional<String> paragraph, Confidence confidence) {

    /** How sure we are of what is cited. */
    public enum Confidence {
        /** Read in the official text. */
        OFFICIAL,
        /** Read in an official page or manual. */
        SECONDARY,
        /** One weak source, or our own reading. */
        INFERRED
    }

    /**
     * What is to be cited for a topic on a day. Laws are renumbered: what the Act says of the plan's content stood in
     * SoL 2001:453 2 kap. 7 § until 2025-06-30, and stands in SoL 2025:400 10 kap. 8-9 §§ since.
     *
     * @param topic a rule ({@code R1} to {@code R12}), {@code sip} (what a plan has to show, in the law on social services),
     *     {@code sipHealthCare}, {@code liability},
     *     {@code preconditions}, {@code onset}, {@code openCare}, {@code amount}, {@code agreement}, {@code patientInformation},
     *     {@code lptPlan}, {@code lrvPlan}; all of them: {@link #topics()}
     * @param day Swedish date
     * @throws InvalidInputException when the topic is not known, or the day is before the Act came into force (2018-01-01)
     */
    public static LegalReference at(String topic, LocalDate day) {
        return ReferenceTable.SHIPPED.at(topic, day);
    }

    /** The topics that {@link #at} knows. */
    public static Set<String> topics() {
        return ReferenceTable.SHIPPED.topics();
    }

    /** A paragraph that was read in the official text. */
    public static LegalReference official(String act, String paragraph) {
        return new LegalReference(act, Optional.of(paragraph), Confidence.OFFICIAL);
    }

    /** As it is cited, {@code 3 kap. 1 § lag (2017:612)}. */
    @Override
    public String toString() {
        return paragraph.map(text -> text + " ").orElse("") + act;
    }
}
