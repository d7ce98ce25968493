package se.ehealthsdk.audit.followup;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * Draws the sample of a systematic, recurring check for unauthorised access. It combines system (limits, strata,
 * every emergency access) with chance, and the chance can be drawn again: a record's place follows from the
 * recorded seed and its log id alone, so the same records in any order give the same sample.
 *
 * <pre>{@code
 * ReviewSample sample = RandomReview.in(LogPeriod.days(first, last))
 *         .careUnits(Set.of(unit))
 *         .stratum(ReviewCriteria.Stratum.USER)
 *         .count(3)
 *         .everyEmergencyAccess()
 *         .sample(records);
 * ReviewProtocol protocol = ReviewProtocol.open(sample, reviewer, now);
 * }</pre>
 *
 * <p>Reads the records once and holds only those that may end in the sample.
 *
 * <p>Source: the Patient Data Act (patientdatalagen 2008:355) 4:3 (systematic and recurring checks), HSLF-FS
 * 2016:40 4:9 (checks are documented); the supervisory authority's advice to combine system and chance, with
 * several ways to select. Not for use by more than one thread.
 */
public final class RandomReview {

    private static final int SEED_LENGTH = 64;

    private final LogPeriod period;
    private final Set<HsaId> careUnits = new HashSet<>();
    private final Set<HsaId> users = new HashSet<>();
    private final Set<ActivityType> activities = new HashSet<>();
    private final Set<PersonId> patients = new HashSet<>();
    private ReviewCriteria.Stratum stratum = ReviewCriteria.Stratum.ALL;
    private Optional<Integer> count = Optional.empty();
    private Optional<BigDecimal> share = Optional.empty();
    private boolean everyEmergencyAccess;
    private @Nullable String seed;
    private int maxSample = 10_000;

    private RandomReview(LogPeriod period) {
        this.period = period;
    }

    /** Starts a review of a period; {@link #count} or {@link #share} is required. */
    public static RandomReview in(LogPeriod period) {
        return new RandomReview(period);
    }

    /** Only what users of these care units did. */
    public RandomReview careUnits(Set<HsaId> wanted) {
        careUnits.addAll(wanted);
        return this;
    }

    /** Only what these users did. */
    public RandomReview users(Set<HsaId> wanted) {
        users.addAll(wanted);
        return this;
    }

    /** Only these activities. */
    public RandomReview activities(Set<ActivityType> wanted) {
        activities.addAll(wanted);
        return this;
    }

    /** Only records about these patients, for example a list of people in the public eye. */
    public RandomReview patients(Set<PersonId> wanted) {
        patients.addAll(wanted);
        return this;
    }

    /** Draws in each care unit or for each user; among all unless set. */
    public RandomReview stratum(ReviewCriteria.Stratum of) {
        this.stratum = of;
        return this;
    }

    /** So many records, of each stratum. */
    public RandomReview count(int records) {
        this.count = Optional.of(records);
        return this;
    }

    /**
     * This share of the records, as {@code 0.02}, of each stratum: each record is drawn with this chance, so
     * the number varies around it; at least one of each stratum.
     */
    public RandomReview share(BigDecimal part) {
        this.share = Optional.of(part);
        return this;
    }

    /** Adds every emergency access that comes into question. */
    public RandomReview everyEmergencyAccess() {
        this.everyEmergencyAccess = true;
        return this;
    }

    /**
     * The seed, to draw a sample again. For a new sample leave it unset: then nobody has chosen it, which is
     * what makes it random.
     *
     * @throws InvalidInputException if it is blank or longer than 64 characters
     */
    public RandomReview seed(String recorded) {
        RecordRules.required("seed", recorded, SEED_LENGTH);
        this.seed = recorded;
        return this;
    }

    /** How many records a sample may hold at most: 10 000 unless set. */
    public RandomReview maxSample(int records) {
        if (records < 1) {
            throw new InvalidInputException("maxSample", "is below 1", "1 or more");
        }
        this.maxSample = records;
        return this;
    }

    /**
     * Draws the sample.
     *
     * @param records the log, in any order; read once, not closed
     * @throws InvalidInputException if neither count nor share is set, or both; or if the sample would hold more
     *     than {@link #maxSample}: nothing is left out silently
     */
    public ReviewSample sample(Stream<AccessRecord> records) {
        ReviewCriteria criteria =
                new ReviewCriteria(
                        period,
                        careUnits,
                        users,
                        activities,
                        patients,
                        stratum,
                        count,
                        share,
                        everyEmergencyAccess);
        String chosen = seed == null ? newSeed() : seed;
        Draw draw = new Draw(criteria, new Ranking(chosen), maxSample);
        records.sequential().forEach(draw::add);
        return new ReviewSample(
                criteria,
                chosen,
                Ranking.ALGORITHM,
                draw.read(),
                draw.population(),
                draw.strata(),
                draw.drawn()
                        .sorted(
                                Comparator.comparing(
                                                (AccessRecord record) -> record.activity().start())
                                        .thenComparing(AccessRecord::logId))
                        .toList());
    }

    private static String newSeed() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
