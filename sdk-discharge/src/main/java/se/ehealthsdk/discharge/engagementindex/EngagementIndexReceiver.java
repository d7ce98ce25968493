package se.ehealthsdk.discharge.engagementindex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.discharge.internal.engagementindex.StoredTransaction;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.Verdict.Cause;

/**
 * The index as an outbox delivers to it: one call at a time, each key once in a call, and never an update after a later
 * one of the same post.
 */
final class EngagementIndexReceiver implements Receiver {

    private static final int REMEMBERED = 50_000;
    private static final Set<PlatformFault> PASS_IN_TIME =
            Set.of(PlatformFault.VP006, PlatformFault.VP010, PlatformFault.VP014);

    private final RivtaClient platform;
    private final Map<Engagement.Key, String> latest =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Engagement.Key, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    EngagementIndexReceiver(EngagementIndexClient index) {
        // the outbox repeats, and knows when
        this.platform =
                index.platform()
                        .with(
                                options ->
                                        options.retry(RetryPolicy.NONE)
                                                .rateLimit(RateLimit.none()));
    }

    @Override
    public int maxItems() {
        return Update.MAX_TRANSACTIONS;
    }

    /** The client's deadline, and what it takes to notice that it has passed. */
    @Override
    public Duration longestCall() {
        return platform.options().deadline().plusSeconds(5);
    }

    /** Updates are idempotent. */
    @Override
    public boolean acceptsDuplicates() {
        return true;
    }

    private record Sending(String item, EngagementTransaction transaction) {}

    @Override
    public synchronized Verdict deliver(String destination, List<Item> items) {
        Map<String, Item> inOrder = new TreeMap<>();
        items.forEach(item -> inOrder.put(item.id(), item));
        Map<Engagement.Key, Sending> last = new LinkedHashMap<>();
        for (Item item : inOrder.values()) {
            try {
                EngagementTransaction transaction = StoredTransaction.read(item.payload());
                last.put(transaction.engagement().key(), new Sending(item.id(), transaction));
            } catch (XMLStreamException unreadable) {
                return new Verdict.Refused(
                        Cause.OTHER, "The kept update " + item.id() + " cannot be read");
            }
        }
        last.entrySet()
                .removeIf(
                        each ->
                                latest.getOrDefault(each.getKey(), "")
                                                .compareTo(each.getValue().item())
                                        > 0);
        if (last.isEmpty()) {
            return new Verdict.Accepted();
        }
        Verdict verdict = call(LogicalAddress.of(destination), last);
        if (verdict instanceof Verdict.Accepted) {
            last.forEach((key, sent) -> latest.put(key, sent.item()));
        }
        return verdict;
    }

    private Verdict call(LogicalAddress index, Map<Engagement.Key, Sending> last) {
        List<EngagementTransaction> transactions = new ArrayList<>();
        last.values().forEach(each -> transactions.add(each.transaction()));
        try {
            UpdateResult result = EngagementIndexClient.at(platform, index).update(transactions);
            if (result.isDone()) {
                return new Verdict.Accepted(result.comment().orElse(""));
            }
            return result.code().equals(UpdateResult.ERROR)
                    ? new Verdict.Refused(
                            Cause.OTHER,
                            result.code() + result.comment().map(text -> ": " + text).orElse(""))
                    : new Verdict.Failed(true, "The index answered with an unexpected result code");
        } catch (EHealthException failure) {
            return verdict(failure, transactions.size());
        }
    }

    private static Verdict verdict(EHealthException failure, int transactions) {
        if (failure instanceof InvalidInputException) {
            return new Verdict.Refused(Cause.OTHER, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof ConfigurationException) {
            return blocked(failure);
        }
        if (failure instanceof PlatformException refused) {
            if (refused.fault().equals(PlatformFault.TOO_LARGE) && transactions > 1) {
                return new Verdict.Refused(Cause.OTHER, String.valueOf(failure.getMessage()));
            }
            boolean stays =
                    !failure.retryable()
                            && failure.outcome() == Outcome.NOT_PERFORMED
                            && !PASS_IN_TIME.contains(refused.fault());
            return stays ? blocked(failure) : failed(failure);
        }
        if (failure instanceof ServiceFaultException fault && isWrongIndex(fault)) {
            return new Verdict.Blocked(
                    "EI003: the index is not that of the logical address",
                    "Correct the logical address of the engagement index.");
        }
        boolean noTls =
                failure instanceof ConnectionException connection
                        && connection.stage() == ConnectionException.Stage.TLS
                        && failure.outcome() == Outcome.NOT_PERFORMED;
        return noTls ? blocked(failure) : failed(failure);
    }

    /** What the national index writes when the address is not its owner's. */
    private static boolean isWrongIndex(ServiceFaultException fault) {
        return fault.faultString().contains("EI003") || fault.detail().contains("EI003");
    }

    private static Verdict blocked(EHealthException failure) {
        return new Verdict.Blocked(String.valueOf(failure.getMessage()), failure.remedy());
    }

    private static Verdict failed(EHealthException failure) {
        return new Verdict.Failed(
                failure.outcome() != Outcome.NOT_PERFORMED, String.valueOf(failure.getMessage()));
    }
}
