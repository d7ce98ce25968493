package se.ehealthsdk.audit.followup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/** Draws a sample while records pass by, holding no more than the sample. */
final class Draw {

    private final ReviewCriteria criteria;
    private final Ranking ranking;
    private final int maxSample;
    private final byte @Nullable [] threshold;
    private final Map<String, SortedMap<Ranking.Rank, AccessRecord>> strata = new HashMap<>();
    private final SortedMap<Ranking.Rank, AccessRecord> emergencies = new TreeMap<>();
    private int held;
    private long read;
    private long population;

    Draw(ReviewCriteria criteria, Ranking ranking, int maxSample) {
        this.criteria = criteria;
        this.ranking = ranking;
        this.maxSample = maxSample;
        this.threshold = criteria.share().map(Ranking::threshold).orElse(null);
    }

    void add(AccessRecord record) {
        read++;
        if (!criteria.includes(record)) {
            return;
        }
        population++;
        Ranking.Rank rank = ranking.of(record.logId());
        SortedMap<Ranking.Rank, AccessRecord> stratum =
                strata.computeIfAbsent(stratum(record), key -> new TreeMap<>());
        held -= stratum.size();
        stratum.put(rank, record);
        trim(stratum);
        held += stratum.size();
        if (criteria.everyEmergencyAccess() && ExtractRow.isEmergency(record.activity().type())) {
            emergencies.put(rank, record);
        }
        if (held > maxSample || emergencies.size() > maxSample) {
            throw tooMany();
        }
    }

    private void trim(SortedMap<Ranking.Rank, AccessRecord> stratum) {
        byte[] below = threshold;
        boolean tooMany =
                below == null
                        ? stratum.size() > criteria.count().orElseThrow()
                        : stratum.size() > 1 && !stratum.lastKey().isBelow(below);
        if (tooMany) {
            stratum.remove(stratum.lastKey());
        }
    }

    private String stratum(AccessRecord record) {
        return switch (criteria.stratum()) {
            case ALL -> "";
            case CARE_UNIT -> key(record.user().careUnit().id());
            case USER -> key(record.user().id());
        };
    }

    private static String key(HsaId id) {
        return id.value().toLowerCase(Locale.ROOT);
    }

    private InvalidInputException tooMany() {
        return new InvalidInputException(
                "sample",
                "would hold more than " + maxSample + " records",
                "a lower count or share, a shorter period, or a higher maxSample");
    }

    long read() {
        return read;
    }

    long population() {
        return population;
    }

    int strata() {
        return strata.size();
    }

    Stream<AccessRecord> drawn() {
        Map<Ranking.Rank, AccessRecord> all = new TreeMap<>(emergencies);
        strata.values().forEach(all::putAll);
        if (all.size() > maxSample) {
            throw tooMany();
        }
        return all.values().stream();
    }
}
