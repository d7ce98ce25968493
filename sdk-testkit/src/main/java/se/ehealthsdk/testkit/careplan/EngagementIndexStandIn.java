package se.ehealthsdk.testkit.careplan;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.internal.http.LostAnswer;

/**
 * An engagement index that keeps what it is told: all of a call or nothing. Safe for use by many threads.
 *
 * <p>Refuses as the national one is known to: more than 1000 posts, a key twice in a call ({@code ERROR}), an address that
 * is not its own ({@code EI003}), what breaks the schema ({@code EI000}).
 */
public final class EngagementIndexStandIn {

    /** Its logical address; invented. */
    public static final LogicalAddress ADDRESS = LogicalAddress.of("TSTNMT5565594230-EI");

    private static final int MOST = 1000;

    private final Map<IndexPost, IndexPost> posts = new LinkedHashMap<>();
    private final ServiceFaults<IndexFault> faults;
    private int calls;

    EngagementIndexStandIn(Clock clock) {
        faults = new ServiceFaults<>("engagement-index", clock);
    }

    /** Every post, oldest key first. */
    public synchronized List<IndexPost> posts() {
        return List.copyOf(posts.values());
    }

    /** How many calls have been answered, refusals included. */
    public synchronized int calls() {
        return calls;
    }

    /** The next call meets this fault, after what already waits. */
    public void next(IndexFault fault) {
        next(1, fault);
    }

    /**
     * The next calls meet this fault, after what already waits.
     *
     * @throws InvalidInputException if the count is below 1
     */
    public void next(int count, IndexFault fault) {
        faults.next(count, fault);
    }

    /** The faults that wait for calls. */
    public ServiceFaults<IndexFault> faults() {
        return faults;
    }

    /** The sources that have care plans of a resident. */
    synchronized List<String> sourcesOf(String resident) {
        return posts.values().stream()
                .filter(post -> post.resident().equals(resident))
                .filter(
                        post ->
                                post.serviceDomain()
                                        .equals("riv:clinicalprocess:logistics:logistics"))
                .filter(post -> post.categorization().equals("cll-cp"))
                .map(IndexPost::logicalAddress)
                .distinct()
                .toList();
    }

    synchronized Part update(Part request, Caller caller) {
        calls++;
        IndexFault fault = faults.take().orElse(null);
        if (fault == IndexFault.SOAP_FAULT) {
            throw RivtaFault.server("EI000 Technical error");
        }
        if (fault == IndexFault.REFUSAL) {
            return answer("ERROR", "Refused");
        }
        if (!caller.logicalAddress().equals(ADDRESS)) {
            throw RivtaFault.client("EI003 The index is not the one addressed");
        }
        Optional<String> broken = Wire.wrongUpdate(request);
        if (broken.isPresent()) {
            throw RivtaFault.client("EI000 " + broken.get());
        }
        Optional<String> refused = refusal(request.parts());
        if (refused.isPresent()) {
            return answer("ERROR", refused.get());
        }
        request.parts().forEach(this::keep);
        if (fault == IndexFault.ANSWER_LOST) {
            throw new LostAnswer();
        }
        return fault == IndexFault.INFO ? answer("INFO", "Done") : answer("OK", null);
    }

    private static Optional<String> refusal(List<Part> transactions) {
        if (transactions.size() > MOST) {
            return Optional.of("More than " + MOST + " posts");
        }
        Map<IndexPost, Integer> seen = new HashMap<>();
        for (int i = 0; i < transactions.size(); i++) {
            IndexPost post = IndexPost.of(transactions.get(i).part("engagement").orElseThrow());
            if (!post.resident().matches("[0-9]{8}[0-9A-Zptf]{4}")) {
                return Optional.of("Post " + i + " has no resident of the right form");
            }
            Integer first = seen.putIfAbsent(post.key(), i);
            if (first != null) {
                return Optional.of("Posts " + first + " and " + i + " have the same key");
            }
        }
        return Optional.empty();
    }

    private void keep(Part transaction) {
        IndexPost post = IndexPost.of(transaction.part("engagement").orElseThrow());
        String delete = transaction.at("deleteFlag").strip();
        if (delete.equals("true") || delete.equals("1")) {
            posts.remove(post.key());
        } else {
            posts.put(post.key(), post);
        }
    }

    private static Part answer(String code, @Nullable String comment) {
        return Part.of(
                Wire.UPDATE_RESPONDER,
                "UpdateResponse",
                Part.of(Wire.UPDATE_RESPONDER, "ResultCode", code),
                comment == null ? null : Part.of(Wire.UPDATE_RESPONDER, "comment", comment));
    }

    synchronized void reset() {
        posts.clear();
        faults.clear();
        calls = 0;
    }
}
