package se.ehealthsdk.testkit.producer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.check.Finding;
import se.ehealthsdk.testkit.check.Inspection;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.report.Report;

/** Where a producer is and how it is called: what all contracts have in common. Immutable. */
record Setting(
        @Nullable URI url,
        @Nullable Credential credential,
        @Nullable TrustAnchors trust,
        Optional<Path> contracts,
        Duration limit,
        Clock clock) {

    static final Setting NONE =
            new Setting(
                    null, null, null, Optional.empty(), Endpoint.PLATFORM_LIMIT, Clock.systemUTC());

    Setting at(URI other) {
        if (!"https".equals(other.getScheme())) {
            throw new InvalidInputException("url", "is not https", "https://host:port/path");
        }
        return new Setting(other, credential, trust, contracts, limit, clock);
    }

    Setting with(Credential other) {
        return new Setting(url, other, trust, contracts, limit, clock);
    }

    Setting trusting(TrustAnchors other) {
        return new Setting(url, credential, other, contracts, limit, clock);
    }

    Setting contracts(Path folder) {
        return new Setting(url, credential, trust, Optional.of(folder), limit, clock);
    }

    Setting within(Duration other) {
        if (other.isNegative() || other.isZero()) {
            throw new InvalidInputException("limit", "is not positive", "a time to answer in");
        }
        return new Setting(url, credential, trust, contracts, other, clock);
    }

    Endpoint endpoint(String action) {
        return new Endpoint(
                given("where the producer listens", "at(url)", url),
                given("the certificate to call with", "with(credential)", credential),
                given("whom to trust", "trusting(anchors)", trust),
                limit,
                action);
    }

    static <T> T given(String what, String how, @Nullable T value) {
        if (value == null) {
            throw new ConfigurationException("It is not said " + what + ".", "Say " + how + ".");
        }
        return value;
    }

    /** Adds that the answers keep the official schema, where there are contracts. */
    void addSchema(Checks checks, String source, java.util.function.Supplier<Answer> call) {
        if (contracts.isEmpty()) {
            return;
        }
        Inspector inspector = new Inspector(clock);
        inspector.contracts(contracts.get());
        checks.add(
                "schema",
                "The answer keeps the official schema",
                source,
                () -> {
                    Answer answer = call.get();
                    try (Inspection inspection =
                            inspector.open("", Map.of(), new byte[0], Optional.empty())) {
                        inspection.response(answer.status(), answer.body());
                        List<Finding> found = inspection.found();
                        return new ProducerCheck.Seen(
                                answer.status() == 200 && found.isEmpty(),
                                found.isEmpty()
                                        ? answer.told()
                                        : "line %d, %s"
                                                .formatted(
                                                        found.get(0).line(), found.get(0).path()));
                    }
                });
    }

    Report run(String name, List<ProducerCheck> checks) {
        Instant startedAt = clock.instant();
        List<Report.Item> items = checks.stream().map(ProducerCheck::run).toList();
        return new Report(name, startedAt, Duration.between(startedAt, clock.instant()), items);
    }
}
