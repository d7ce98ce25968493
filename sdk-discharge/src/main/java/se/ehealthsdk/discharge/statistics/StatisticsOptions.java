package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.payment.MonthBasis;
import se.ehealthsdk.discharge.policy.PaymentTerms;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * What is counted, and how.
 *
 * @param policy the rules: time limits, the mean's level, the individual limit
 * @param profile whom the report is for
 * @param from the first month
 * @param to the last month
 * @param asOf the day that patients who are still there are counted to, Swedish date
 * @param county the county whose municipalities stand for themselves, two digits; empty for all
 * @param municipalities the only ones that are counted; empty for all
 * @param basis which month a stay is counted in
 * @param names of municipalities, for people
 * @param inhabitants of municipalities
 * @param smallestCell rows with fewer cases are not shown; 0 shows all
 * @param longestList how many cases the list of those over the limit holds
 * @param mostStays how many stays are kept to find readmissions, 20 bytes each; with more there are no figures of readmissions
 */
public record StatisticsOptions(
        Policy policy,
        Profile profile,
        YearMonth from,
        YearMonth to,
        LocalDate asOf,
        Optional<String> county,
        Set<MunicipalityCode> municipalities,
        MonthBasis basis,
        Map<MunicipalityCode, String> names,
        Map<MunicipalityCode, Integer> inhabitants,
        int smallestCell,
        int longestList,
        int mostStays) {

    private static final int MOST_MONTHS = 1_200;

    /**
     * @throws InvalidInputException when the period ends before it begins or is longer than a century, the county is no code, or a
     *     number is negative
     */
    public StatisticsOptions {
        municipalities = Set.copyOf(municipalities);
        names = Map.copyOf(names);
        inhabitants = Map.copyOf(inhabitants);
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw new InvalidInputException(
                    "to", "makes no period", "a month from " + from + ", within a century");
        }
        if (county.isPresent() && !county.get().matches("\\d{2}")) {
            throw new InvalidInputException("county", "is no county code", "two digits, as 01");
        }
        if (smallestCell < 0 || longestList < 0 || mostStays < 0) {
            throw new InvalidInputException("statistics", "have a negative number", "zero or more");
        }
        if (inhabitants.values().stream().anyMatch(number -> number <= 0)) {
            throw new InvalidInputException("inhabitants", "are not above zero", "a number");
        }
    }

    /** All municipalities, by the month when the patient left, nothing suppressed. */
    public static StatisticsOptions of(
            Policy policy, Profile profile, YearMonth from, YearMonth to, LocalDate asOf) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                Optional.empty(),
                Set.of(),
                MonthBasis.LEFT,
                Map.of(),
                Map.of(),
                0,
                1_000,
                5_000_000);
    }

    /** With patients from outside a county counted apart; two digits. */
    public StatisticsOptions county(String code) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                Optional.of(code),
                municipalities,
                basis,
                names,
                inhabitants,
                smallestCell,
                longestList,
                mostStays);
    }

    /** Of these municipalities alone. */
    public StatisticsOptions municipalities(Set<MunicipalityCode> only) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                county,
                only,
                basis,
                names,
                inhabitants,
                smallestCell,
                longestList,
                mostStays);
    }

    /** With another month for a stay. */
    public StatisticsOptions basis(MonthBasis other) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                county,
                municipalities,
                other,
                names,
                inhabitants,
                smallestCell,
                longestList,
                mostStays);
    }

    /** With names and numbers of inhabitants. */
    public StatisticsOptions municipalityData(
            Map<MunicipalityCode, String> allNames, Map<MunicipalityCode, Integer> allInhabitants) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                county,
                municipalities,
                basis,
                allNames,
                allInhabitants,
                smallestCell,
                longestList,
                mostStays);
    }

    /**
     * Without rows of fewer cases, and without the list of single cases. That a suppressed row cannot be worked out from others is
     * for the caller to see to.
     */
    public StatisticsOptions suppressingBelow(int cases) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                county,
                municipalities,
                basis,
                names,
                inhabitants,
                cases,
                longestList,
                mostStays);
    }

    /** With other bounds on what is kept in memory. */
    public StatisticsOptions keeping(int listed, int stays) {
        return new StatisticsOptions(
                policy,
                profile,
                from,
                to,
                asOf,
                county,
                municipalities,
                basis,
                names,
                inhabitants,
                smallestCell,
                listed,
                stays);
    }

    Optional<BigDecimal> level() {
        return policy.payment().average().flatMap(PaymentTerms.Average::level);
    }

    boolean isAboveLevel(long days, long stays) {
        PaymentTerms.Average average = policy.payment().average().orElseThrow();
        int compared =
                BigDecimal.valueOf(days)
                        .compareTo(
                                average.level().orElseThrow().multiply(BigDecimal.valueOf(stays)));
        return compared > 0 || compared == 0 && average.levelItselfIsLiable();
    }

    OptionalInt individualLimit() {
        return policy.payment()
                .average()
                .map(PaymentTerms.Average::individualAfterDays)
                .orElse(OptionalInt.empty());
    }
}
