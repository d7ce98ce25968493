package se.ehealthsdk.testkit.assertions;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.check.Severity;
import se.ehealthsdk.testkit.internal.summary.SeenCall;
import se.ehealthsdk.testkit.internal.summary.Summary;

/**
 * What is expected of the services; {@link NationalServicesAssertions} begins it. Every method throws {@link AssertionError} when it is otherwise.
 */
public final class ServicesAssert {

    private final Sight sight;
    private final Patience patience;

    ServicesAssert(Sight sight, Patience patience) {
        this.sight = sight;
        this.patience = patience;
    }

    /**
     * The same, but what comes after it need not hold yet: each step is waited for. What comes later than that is not seen: {@code times(2)} holds as soon as
     * there are two.
     *
     * @param atMost how long each step is waited for
     * @throws InvalidInputException if that is not more than zero
     */
    public ServicesAssert eventually(Duration atMost) {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new InvalidInputException("atMost", "is not positive", "a time to wait");
        }
        return new ServicesAssert(sight, new Patience(atMost));
    }

    /** A call of the contract came, once at least. */
    public ReceivedAssert received(RivtaContract<?, ?> contract) {
        return new ReceivedAssert(this, Calls.of(contract));
    }

    /** No call of the contract came. */
    public ServicesAssert neverReceived(RivtaContract<?, ?> contract) {
        return neverReceived(Calls.of(contract));
    }

    /**
     * No such call came.
     *
     * @throws IllegalStateException after {@link #eventually}: what never happens cannot be waited for
     */
    public ServicesAssert neverReceived(Calls calls) {
        requireNow("neverReceived");
        List<SeenCall> all = sight.calls();
        int found = calls.in(all).size();
        return require(
                found == 0,
                () ->
                        "Expected no %s, but it was received %d times. Received:\n%s"
                                .formatted(calls, found, Summary.lines(all)));
    }

    /** Such calls came in this order; others may have come before, after and between. */
    public ServicesAssert receivedInOrder(Calls... calls) {
        expect(
                () -> {
                    List<SeenCall> all = sight.calls();
                    int next = 0;
                    for (SeenCall each : all) {
                        if (next < calls.length && calls[next].matches(each)) {
                            next++;
                        }
                    }
                    return next == calls.length
                            ? Optional.empty()
                            : Optional.of(
                                    "Expected in this order: %s; there was no %s in its place. Received:\n%s"
                                            .formatted(
                                                    Arrays.stream(calls)
                                                            .map(Calls::toString)
                                                            .collect(Collectors.joining(", then ")),
                                                    calls[next],
                                                    Summary.lines(all)));
                });
        return this;
    }

    /**
     * No message broke a rule, advice apart: on the platform what is in the journal, on the other services what was found since
     * the last reset.
     *
     * @param allowedRules ids of rules that may be broken all the same
     * @throws IllegalStateException after {@link #eventually}
     */
    public ServicesAssert hasNoFindings(String... allowedRules) {
        requireNow("hasNoFindings");
        Set<String> allowed = Set.of(allowedRules);
        List<SeenCall> wrong =
                sight.calls().stream()
                        .filter(
                                call ->
                                        call.findings().stream()
                                                .anyMatch(
                                                        each ->
                                                                each.severity() != Severity.ADVICE
                                                                        && !allowed.contains(
                                                                                each.rule())))
                        .toList();
        List<String> elsewhere = sight.findingsElsewhere(allowed);
        return require(
                wrong.isEmpty() && elsewhere.isEmpty(),
                () ->
                        "Expected no findings, but messages broke rules:\n"
                                + (wrong.isEmpty() ? "" : Summary.lines(wrong) + "\n")
                                + String.join("\n", elsewhere));
    }

    /**
     * A message broke this rule.
     *
     * @param rule its id, as {@code storelog.log-id.unique}
     */
    public ServicesAssert hasFinding(String rule) {
        expect(
                () -> {
                    List<SeenCall> all = sight.calls();
                    boolean found =
                            all.stream()
                                    .flatMap(call -> call.findings().stream())
                                    .anyMatch(each -> each.rule().equals(rule));
                    return found
                            ? Optional.empty()
                            : Optional.of(
                                    "Expected a finding of %s, but there is none. Received:\n%s"
                                            .formatted(rule, Summary.lines(all)));
                });
        return this;
    }

    /** What is expected of the log service. */
    public AccessLogAssert accessLog() {
        return new AccessLogAssert(this);
    }

    /** What is expected of certificates (intyg). */
    public CertificatesAssert certificates() {
        return new CertificatesAssert(this);
    }

    /** What is expected of the region's discharge system. */
    public DischargeAssert discharge() {
        return new DischargeAssert(this);
    }

    Sight sight() {
        return sight;
    }

    void expect(Supplier<Optional<String>> complaint) {
        patience.expect(complaint);
    }

    void requireNow(String method) {
        if (!patience.isNone()) {
            throw new IllegalStateException(
                    method + " cannot be waited for: call it without eventually");
        }
    }

    private ServicesAssert require(boolean right, Supplier<String> message) {
        if (!right) {
            throw new AssertionError(message.get());
        }
        return this;
    }
}
