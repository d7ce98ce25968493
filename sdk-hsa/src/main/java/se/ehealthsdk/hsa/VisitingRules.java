package se.ehealthsdk.hsa;

import java.util.List;
import java.util.Optional;

/**
 * Who may visit a unit, and how.
 *
 * @param ages the ages that the unit receives
 * @param referral whether and when a referral (remiss) is needed
 * @param visiting other rules
 */
public record VisitingRules(List<Age> ages, Optional<String> referral, Optional<String> visiting) {

    /** Copies the list. */
    public VisitingRules {
        ages = List.copyOf(ages);
    }

    /**
     * Ages that the unit receives.
     *
     * <p>Source: {@code AgeSpanType} of {@code infrastructure:directory:organization} 3 and 5.
     *
     * @param from the lowest age in years, as the directory has it
     * @param to the highest age in years, as the directory has it
     * @param comment a remark to show with it
     */
    public record Age(String from, String to, Optional<String> comment) {}
}
