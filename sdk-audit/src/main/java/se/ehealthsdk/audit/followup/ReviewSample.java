package se.ehealthsdk.audit.followup;

import java.util.List;
import se.ehealthsdk.audit.AccessRecord;

/**
 * What a random review is to look at, and all that is needed to draw it again.
 *
 * @param criteria how it was selected
 * @param seed the seed of the chance
 * @param algorithm how the chance follows from it
 * @param read how many records were read
 * @param population how many of them came into question
 * @param strata in how many strata
 * @param records the sample, oldest first
 */
public record ReviewSample(
        ReviewCriteria criteria,
        String seed,
        String algorithm,
        long read,
        long population,
        int strata,
        List<AccessRecord> records) {

    /** Copies the list. */
    public ReviewSample {
        records = List.copyOf(records);
    }

    /** The ids of the sample, in its order. */
    public List<String> logIds() {
        return records.stream().map(AccessRecord::logId).toList();
    }

    /** The selection and the numbers. */
    @Override
    public String toString() {
        return "ReviewSample[%s, seed=%s, read=%d, population=%d, strata=%d, records=%d]"
                .formatted(criteria, seed, read, population, strata, records.size());
    }
}
