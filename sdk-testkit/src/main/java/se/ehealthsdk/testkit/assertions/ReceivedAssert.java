package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.internal.summary.SeenCall;
import se.ehealthsdk.testkit.internal.summary.Summary;

/** Calls that were received, of which there is one at least: each step fails if none is left. */
public final class ReceivedAssert {

    private final ServicesAssert services;
    private final Calls calls;

    ReceivedAssert(ServicesAssert services, Calls calls) {
        this.services = services;
        this.calls = calls;
        requireCount("at least once", count -> count >= 1);
    }

    /** Of these, some came with the certificate of this system. */
    public ReceivedAssert from(HsaId system) {
        return new ReceivedAssert(services, calls.from(system));
    }

    /** Of these, some went to this logical address. */
    public ReceivedAssert to(LogicalAddress receiver) {
        return new ReceivedAssert(services, calls.to(receiver));
    }

    /** Of these, some ended so. */
    public ReceivedAssert with(Exchange.Outcome ended) {
        return new ReceivedAssert(services, calls.with(ended));
    }

    /** It was one. */
    public ServicesAssert once() {
        return times(1);
    }

    /** It was so many. */
    public ServicesAssert times(int count) {
        requireCount(count == 1 ? "once" : count + " times", found -> found == count);
        return services;
    }

    /** It was so many, or more. */
    public ServicesAssert atLeast(int count) {
        requireCount("at least " + count + " times", found -> found >= count);
        return services;
    }

    /** It was so many, or fewer. */
    public ServicesAssert atMost(int count) {
        requireCount("at most " + count + " times", found -> found <= count);
        return services;
    }

    private void requireCount(String words, IntPredicate right) {
        services.expect(
                () -> {
                    List<SeenCall> all = services.sight().calls();
                    int found = calls.in(all).size();
                    return right.test(found)
                            ? Optional.empty()
                            : Optional.of(
                                    "Expected %s %s, but it was received %d times. Received:\n%s"
                                            .formatted(calls, words, found, Summary.lines(all)));
                });
    }
}
