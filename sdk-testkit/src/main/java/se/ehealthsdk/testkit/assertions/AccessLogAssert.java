package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is expected of the log service. */
public final class AccessLogAssert {

    private static final int MOST = 20;

    private final ServicesAssert services;

    AccessLogAssert(ServicesAssert services) {
        this.services = services;
    }

    /** There is such a record. */
    public AccessLogAssert contains(Access access) {
        services.expect(
                () -> {
                    List<Access.Seen> all = services.sight().accessLog();
                    return all.stream().anyMatch(access::matches)
                            ? Optional.empty()
                            : Optional.of(
                                    "Expected in the access log: %s. It holds:\n%s"
                                            .formatted(access, lines(all)));
                });
        return this;
    }

    /**
     * There is no such record.
     *
     * @throws IllegalStateException after {@link ServicesAssert#eventually}
     */
    public AccessLogAssert doesNotContain(Access access) {
        services.requireNow("doesNotContain");
        List<Access.Seen> all = services.sight().accessLog();
        if (all.stream().anyMatch(access::matches)) {
            throw new AssertionError(
                    "Expected none in the access log: %s. It holds:\n%s"
                            .formatted(access, lines(all)));
        }
        return this;
    }

    /** It holds so many records. */
    public AccessLogAssert hasSize(int records) {
        services.expect(
                () -> {
                    List<Access.Seen> all = services.sight().accessLog();
                    return all.size() == records
                            ? Optional.empty()
                            : Optional.of(
                                    "Expected %d records in the access log, but there are %d:\n%s"
                                            .formatted(records, all.size(), lines(all)));
                });
        return this;
    }

    /**
     * No log id is stored twice.
     *
     * @throws IllegalStateException after {@link ServicesAssert#eventually}
     */
    public AccessLogAssert hasNothingDoubled() {
        services.requireNow("hasNothingDoubled");
        List<String> doubled = services.sight().doubled();
        if (!doubled.isEmpty()) {
            throw new AssertionError(
                    "Expected nothing doubled in the access log, but these log ids came more than once: "
                            + String.join(", ", doubled));
        }
        return this;
    }

    private static String lines(List<Access.Seen> all) {
        if (all.isEmpty()) {
            return "  no records";
        }
        String lines =
                all.stream().limit(MOST).map(Access.Seen::line).collect(Collectors.joining("\n"));
        return all.size() > MOST ? lines + "\n  and " + (all.size() - MOST) + " more" : lines;
    }
}
