package se.ehealthsdk.discharge.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The rules that hold for a case: the Act, or a region's agreement on top of it. What is inference here is data there.
 *
 * @param id a short name, for example {@code act-2020} or {@code stockholm-2020}
 * @param name for people, in Swedish
 * @param from the first day that it holds for, Swedish date
 * @param to the last day; empty while it holds
 * @param sources where it comes from
 * @param roles who may say what
 * @param deadlines how long the parties have
 * @param payment when payment liability begins
 */
public record Policy(
        String id,
        String name,
        LocalDate from,
        Optional<LocalDate> to,
        List<LegalReference> sources,
        RoleTable roles,
        Deadlines deadlines,
        PaymentTerms payment) {

    public Policy {
        sources = List.copyOf(sources);
    }

    /** The Act alone, as it reads since 2019. */
    public static Policy act() {
        return new Policy(
                "act",
                "Lag (2017:612)",
                LocalDate.of(2019, 1, 1),
                Optional.empty(),
                List.of(
                        new LegalReference(
                                "lag (2017:612)",
                                Optional.of("5 kap. 4 §"),
                                LegalReference.Confidence.OFFICIAL)),
                RoleTable.GENERAL,
                new Deadlines(Duration.ofHours(24), 3, false),
                new PaymentTerms(
                        3,
                        3,
                        LocalTime.NOON,
                        false,
                        PaymentTerms.Precision.EXACT,
                        true,
                        PaymentTerms.Lateness.BLOCKS,
                        PaymentTerms.Lateness.BLOCKS,
                        PaymentTerms.Silence.UNCLEAR,
                        false,
                        Unsettled.CAUTIOUS,
                        Optional.empty()));
    }
}
