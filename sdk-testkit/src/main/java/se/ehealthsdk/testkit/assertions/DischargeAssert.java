package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.event.CaseId;

/** What is expected of the region's discharge system. */
public final class DischargeAssert {

    private final ServicesAssert services;

    DischargeAssert(ServicesAssert services) {
        this.services = services;
    }

    /**
     * It holds the case, and in it events of these kinds in this order; others may stand between.
     *
     * @param kinds as in JSON: {@code admissionNotice}, {@code readyNotice}; none for any case
     */
    public DischargeAssert hasCase(CaseId id, String... kinds) {
        services.expect(() -> complaint(id, kinds));
        return this;
    }

    private Optional<String> complaint(CaseId id, String... kinds) {
        Optional<List<String>> events = services.sight().dischargeCase(id.value());
        if (events.isEmpty()) {
            List<String> all = services.sight().dischargeCases();
            return Optional.of(
                    "Expected discharge case %s, but there is none. There are: %s"
                            .formatted(id.value(), all.isEmpty() ? "no cases" : all));
        }
        int next = 0;
        for (String each : events.get()) {
            if (next < kinds.length && kinds[next].equals(each)) {
                next++;
            }
        }
        return next == kinds.length
                ? Optional.empty()
                : Optional.of(
                        "Expected discharge case %s to hold %s in this order, but it holds %s."
                                .formatted(id.value(), List.of(kinds), events.get()));
    }

    /**
     * It does not hold the case.
     *
     * @throws IllegalStateException after {@link ServicesAssert#eventually}
     */
    public DischargeAssert hasNoCase(CaseId id) {
        services.requireNow("hasNoCase");
        if (services.sight().dischargeCase(id.value()).isPresent()) {
            throw new AssertionError(
                    "Expected no discharge case %s, but it is there.".formatted(id.value()));
        }
        return this;
    }
}
