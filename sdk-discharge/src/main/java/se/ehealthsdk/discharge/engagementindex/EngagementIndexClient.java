package se.ehealthsdk.discharge.engagementindex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaClient;

/**
 * Updates an engagement index.
 *
 * <pre>{@code
 * EngagementIndexClient index = EngagementIndexClient.at(platform, LogicalAddress.of("..."));
 * index.update(engagements.changes(before, after, now)).orThrow();
 * }</pre>
 *
 * <p>No address is built in: it is that of the organisation that owns the index. Two calls about the same post must not
 * run at the same time, and what fails is to be sent until it is accepted: {@link EngagementIndexUpdates} does both.
 *
 * <p>Source: itintegration:engagementindex 1.0, Update. Immutable, safe for use by many threads. Holds no resources of
 * its own.
 */
public final class EngagementIndexClient {

    private static final Pattern RESIDENT = Pattern.compile("[0-9]{8}[0-9A-Zptf]{4}");

    private final RivtaClient platform;
    private final LogicalAddress index;

    private EngagementIndexClient(RivtaClient platform, LogicalAddress index) {
        this.platform = platform;
        this.index = index;
    }

    /**
     * A client of the index whose address the environment has for the domain.
     *
     * @throws ConfigurationException if the environment has none
     */
    public static EngagementIndexClient on(RivtaClient platform) {
        return at(
                platform,
                platform.environment()
                        .logicalAddress(EngagementIndexContracts.DOMAIN)
                        .orElseThrow(
                                () ->
                                        new ConfigurationException(
                                                "No logical address of an engagement index",
                                                "Give the environment one for "
                                                        + EngagementIndexContracts.DOMAIN
                                                        + ", or use at(platform, address).")));
    }

    /** A client of the index with this address. */
    public static EngagementIndexClient at(RivtaClient platform, LogicalAddress index) {
        return new EngagementIndexClient(platform, index);
    }

    /** Whose index it is. */
    public LogicalAddress index() {
        return index;
    }

    /** The client that calls are made with. */
    RivtaClient platform() {
        return platform;
    }

    /**
     * Makes one call: all of it is done, or nothing. Doing it twice is doing it once.
     *
     * @return done or refused; see {@link UpdateResult#orThrow()}
     * @throws InvalidInputException if there are none or more than {@link Update#MAX_TRANSACTIONS}, if two have the same
     *     key, or a post lacks what the index wants; nothing was sent
     * @throws se.ehealthsdk.core.error.EHealthException as {@link RivtaClient#call}, when it could not be told; send the
     *     same again
     */
    public UpdateResult update(List<EngagementTransaction> transactions) {
        check(transactions);
        return platform.call(EngagementIndexContracts.UPDATE_1, index, new Update(transactions));
    }

    private static void check(List<EngagementTransaction> transactions) {
        if (transactions.isEmpty() || transactions.size() > Update.MAX_TRANSACTIONS) {
            throw new InvalidInputException(
                    "transactions",
                    "are none, or too many for a call",
                    "1 to " + Update.MAX_TRANSACTIONS);
        }
        Map<Engagement.Key, Integer> seen = new HashMap<>();
        for (int i = 0; i < transactions.size(); i++) {
            Engagement post = transactions.get(i).engagement();
            check(post);
            Integer first = seen.putIfAbsent(post.key(), i);
            if (first != null) {
                throw new InvalidInputException(
                        "transactions",
                        "number " + first + " and number " + i + " have the same key",
                        "each key once in a call");
            }
        }
    }

    /**
     * Checks one post.
     *
     * @throws InvalidInputException if it lacks what the index wants
     */
    static void check(Engagement post) {
        if (!RESIDENT.matcher(post.resident()).matches()) {
            throw new InvalidInputException(
                    "registeredResidentIdentification",
                    "has not the form of the index",
                    "twelve characters: a personnummer or samordningsnummer");
        }
        required("serviceDomain", post.serviceDomain());
        required("categorization", post.categorization());
        required("logicalAddress", post.logicalAddress());
        required("businessObjectInstanceIdentifier", post.businessObjectInstanceId());
        required("clinicalProcessInterestId", post.clinicalProcessInterestId());
        required("sourceSystem", post.sourceSystem());
        required("dataController", post.dataController());
    }

    private static void required(String element, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException(
                    element, "is blank", "a value, or " + Engagement.NOT_APPLICABLE);
        }
    }
}
