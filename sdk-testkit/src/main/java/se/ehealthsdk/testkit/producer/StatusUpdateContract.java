package se.ehealthsdk.testkit.producer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.producer.ProducerCheck.Seen;
import se.ehealthsdk.testkit.report.Report;

/**
 * What Webcert expects of a receiver of CertificateStatusUpdateForCare 3: every event code, events twice and in disorder, drafts with little in them,
 * what is wrong refused in a way that ends or repeats the delivery as it should. Immutable.
 *
 * <p>The messages are of an invented certificate of the official test number 19121212-1212.
 *
 * <p>Source: CertificateStatusUpdateForCare 3.2 of clinicalprocess:healthcond:certificate, and Webcert's deliveries as they have been read in its source.
 */
public final class StatusUpdateContract implements ProducerContract {

    private static final String NAME = "CertificateStatusUpdateForCare 3";
    private static final String CONTRACT =
            "clinicalprocess:healthcond:certificate, CertificateStatusUpdateForCare 3.2";
    private static final String DELIVERIES =
            "Webcert's deliveries (integration description, source)";
    private static final List<String> CODES =
            List.of(
                    "SKAPAT", "ANDRAT", "KFSIGN", "RADERA", "SIGNAT", "SKICKA", "MAKULE", "NYFRFM",
                    "NYSVFM", "NYFRFV", "HANFRFM", "HANFRFV");

    private final Setting setting;
    private final @Nullable HsaId unit;
    private final Optional<String> certificate;
    private final @Nullable Function<String, List<String>> held;
    private final @Nullable Runnable fail;
    private final @Nullable Runnable repair;

    private StatusUpdateContract(
            Setting setting,
            @Nullable HsaId unit,
            Optional<String> certificate,
            @Nullable Function<String, List<String>> held,
            @Nullable Runnable fail,
            @Nullable Runnable repair) {
        this.setting = setting;
        this.unit = unit;
        this.certificate = certificate;
        this.held = held;
        this.fail = fail;
        this.repair = repair;
    }

    static StatusUpdateContract start() {
        return new StatusUpdateContract(Setting.NONE, null, Optional.empty(), null, null, null);
    }

    private StatusUpdateContract set(Setting other) {
        return new StatusUpdateContract(other, unit, certificate, held, fail, repair);
    }

    /**
     * Where the producer listens. Needed.
     *
     * @throws InvalidInputException if it is not https
     */
    public StatusUpdateContract at(URI url) {
        return set(setting.at(url));
    }

    /** The certificate that the calls come with, as the national side's. Needed. */
    public StatusUpdateContract with(Credential credential) {
        return set(setting.with(credential));
    }

    /** Whom the producer's server certificate is to be issued by. Needed. */
    public StatusUpdateContract trusting(TrustAnchors anchors) {
        return set(setting.trusting(anchors));
    }

    /** The folder of official contracts, to validate answers with; their form is looked at by our own reading alone unless set. */
    public StatusUpdateContract contracts(Path folder) {
        return set(setting.contracts(folder));
    }

    /**
     * How long an answer may take: 30 seconds, as the platform has it, unless set.
     *
     * @throws InvalidInputException if it is not positive
     */
    public StatusUpdateContract answeringWithin(Duration limit) {
        return set(setting.within(limit));
    }

    /** A unit that the producer has, which the certificates are issued at; the logical address too. Needed. */
    public StatusUpdateContract unit(HsaId issuing) {
        return new StatusUpdateContract(setting, issuing, certificate, held, fail, repair);
    }

    /**
     * A certificate that the producer knows, for those that take events of known ones alone; a new one for each check unless set.
     *
     * @param id its id, a GUID
     */
    public StatusUpdateContract certificate(String id) {
        if (!id.matches("[0-9A-Za-z-]{1,64}")) {
            throw new InvalidInputException("id", "is no certificate's id", "a GUID");
        }
        return new StatusUpdateContract(setting, unit, Optional.of(id), held, fail, repair);
    }

    /**
     * How the producer's own system sees a certificate, by its id: the codes of the events that it holds, in any order. Adds that nothing is held twice or
     * lost; without it only the answers are looked at.
     */
    public StatusUpdateContract eventsHeld(Function<String, List<String>> ofCertificate) {
        return new StatusUpdateContract(setting, unit, certificate, ofCertificate, fail, repair);
    }

    /**
     * How the producer's store is made to fail for a while. Adds that Webcert is asked to try again then, and that the next delivery is taken.
     *
     * @param failing makes it fail
     * @param working mends it
     */
    public StatusUpdateContract storeThat(Runnable failing, Runnable working) {
        return new StatusUpdateContract(setting, unit, certificate, held, failing, working);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProducerCheck> checks() {
        HsaId own = Setting.given("which unit the certificates are of", "unit(hsaId)", unit);
        return new Run(own, setting.endpoint(StatusMessage.ACTION)).checks();
    }

    @Override
    public Report run() {
        return setting.run(NAME, checks());
    }

    /** What Webcert does after an answer. */
    private enum Then {
        TAKEN,
        AGAIN,
        GIVEN_UP;

        static Then of(Answer answer) {
            if (answer.isFault()) {
                return answer.faultText()
                                .filter(
                                        it ->
                                                it.toLowerCase(Locale.ROOT)
                                                        .contains("marshalling error"))
                                .isPresent()
                        ? GIVEN_UP
                        : AGAIN;
            }
            if (answer.status() != 200
                    || !answer.isResponse(StatusMessage.NAMESPACE, StatusMessage.ANSWER)) {
                return AGAIN;
            }
            return switch (answer.first("result/resultCode").orElse("")) {
                case "OK", "INFO" -> TAKEN;
                case "ERROR" ->
                        answer.first("result/errorId").filter("TECHNICAL_ERROR"::equals).isPresent()
                                ? AGAIN
                                : GIVEN_UP;
                default -> AGAIN;
            };
        }
    }

    /** The checks of one producer. */
    private final class Run {

        private final HsaId own;
        private final Endpoint endpoint;
        private final Checks checks;

        Run(HsaId own, Endpoint endpoint) {
            this.own = own;
            this.endpoint = endpoint;
            this.checks =
                    new Checks(
                            "status",
                            endpoint,
                            () -> message().xml(),
                            answer -> Then.of(answer) == Then.TAKEN,
                            StatusMessage.PATIENT);
        }

        private StatusMessage message() {
            return StatusMessage.of(own, certificate.orElseGet(() -> UUID.randomUUID().toString()));
        }

        List<ProducerCheck> checks() {
            checks.addReachable();
            for (String code : CODES) {
                taken(
                        "event." + code,
                        "The event " + code + " is taken",
                        CONTRACT,
                        message().event(code));
            }
            taken(
                    "draft",
                    "A draft with empty names and addresses, and TEMPORARY ARBETSPLATSKOD, is taken",
                    DELIVERIES,
                    message().event("SKAPAT").bare());
            taken(
                    "protected",
                    "A patient with protected data (Skyddade personuppgifter) is taken",
                    DELIVERIES,
                    message().named("", "Skyddade personuppgifter"));
            taken(
                    "characters",
                    "All characters of UTF-8 are taken",
                    CONTRACT,
                    message().named("Åsa-Märta Ñ", "Öberg & Æsir <\uD83D\uDE00>"));
            order();
            unknown();
            wrong();
            setting.addSchema(checks, CONTRACT, () -> endpoint.post(message().xml()));
            checks.addAbuse();
            temporary();
            return checks.all();
        }

        private void taken(String id, String name, String source, StatusMessage message) {
            check(id, name, source, message, then -> then == Then.TAKEN);
        }

        private void check(
                String id,
                String name,
                String source,
                StatusMessage message,
                Predicate<Then> right) {
            checks.add(
                    id,
                    name,
                    source,
                    () -> {
                        Answer answer = endpoint.post(message.xml());
                        return Seen.of(
                                answer.unanswered().isEmpty() && right.test(Then.of(answer)),
                                answer);
                    });
        }

        private void order() {
            checks.add(
                    "doubled",
                    "The same event twice is taken both times, and held once",
                    DELIVERIES + ": duplicates happen",
                    () -> {
                        StatusMessage twice = message();
                        return both(twice, twice, 1);
                    });
            checks.add(
                    "disordered",
                    "SIGNAT before SKAPAT: both are taken and held",
                    DELIVERIES + ": the order is not guaranteed",
                    () -> {
                        StatusMessage later = message();
                        return both(later, later.event("SKAPAT").earlier(), 2);
                    });
            checks.add(
                    "redelivered",
                    "An event that comes again without answers and counts is taken, and held once",
                    DELIVERIES + ": what is sent again is rebuilt from the row of the event",
                    () -> {
                        StatusMessage first = message().event("NYFRFM").questions(3);
                        return both(first, first.questions(0), 1);
                    });
        }

        private Seen both(StatusMessage first, StatusMessage second, int times) {
            // of a certificate that the producer knows there may be events from before
            int before = held(first);
            Answer one = endpoint.post(first.xml());
            Answer two = endpoint.post(second.xml());
            boolean taken = Then.of(one) == Then.TAKEN && Then.of(two) == Then.TAKEN;
            String told = one.told() + ", then " + two.told();
            if (held == null) {
                return new Seen(taken, told + "; what is held cannot be seen from outside");
            }
            int now = held(first) - before;
            return new Seen(taken && now == times, told + "; held: " + now + " events");
        }

        private int held(StatusMessage message) {
            return held == null ? 0 : held.apply(message.certificate()).size();
        }

        private void unknown() {
            check(
                    "unknown-certificate",
                    "An event of a certificate that is not known is taken, or asked for again; not given up, since SKAPAT may come later",
                    DELIVERIES + ": the order is not guaranteed",
                    StatusMessage.of(own, UUID.randomUUID().toString()),
                    then -> then != Then.GIVEN_UP);
            check(
                    "unknown-unit",
                    "An event of a unit that the producer does not have ends: taken, or an error that is not repeated",
                    DELIVERIES + ": a fault or TECHNICAL_ERROR is repeated 30 times",
                    StatusMessage.of(
                            HsaId.of("TSTNMT2321000156-UNKNOWN"), UUID.randomUUID().toString()),
                    then -> then != Then.AGAIN);
            check(
                    "wrong-address",
                    "A message to another logical address ends: taken, or an error that is not repeated",
                    DELIVERIES + ": the logical address is the issuing unit's HSA-id",
                    message().addressedTo("TSTNMT2321000156-ELSEWHERE"),
                    then -> then != Then.AGAIN);
        }

        private void wrong() {
            check(
                    "invalid",
                    "A message without the event is given up: ERROR other than TECHNICAL_ERROR, or an (Un)Marshalling Error",
                    CONTRACT + ": only TECHNICAL_ERROR is worth sending again",
                    message().without("handelse"),
                    then -> then == Then.GIVEN_UP);
            checks.add(
                    "result",
                    "The answer has a result with OK, INFO, or ERROR with an errorId of the contract",
                    CONTRACT,
                    () -> {
                        Answer good = endpoint.post(message().xml());
                        Answer bad = endpoint.post(message().without("handelse").xml());
                        return new Seen(
                                isResult(good) && (bad.isFault() || isResult(bad)),
                                good.told() + "; for what is wrong: " + bad.told());
                    });
        }

        private boolean isResult(Answer answer) {
            String code = answer.first("result/resultCode").orElse("");
            String error = answer.first("result/errorId").orElse("");
            return answer.isResponse(StatusMessage.NAMESPACE, StatusMessage.ANSWER)
                    && switch (code) {
                        case "OK" -> error.isEmpty();
                        case "INFO" -> error.isEmpty();
                        case "ERROR" ->
                                List.of(
                                                "VALIDATION_ERROR",
                                                "APPLICATION_ERROR",
                                                "TECHNICAL_ERROR",
                                                "REVOKED")
                                        .contains(error);
                        default -> false;
                    };
        }

        private void temporary() {
            if (fail == null || repair == null) {
                return;
            }
            Runnable failing = fail;
            Runnable working = repair;
            checks.add(
                    "temporary",
                    "A store that fails makes Webcert try again, and the next delivery is taken",
                    CONTRACT + ": TECHNICAL_ERROR, or a SOAP fault",
                    () -> {
                        StatusMessage message = message();
                        Answer down;
                        failing.run();
                        try {
                            down = endpoint.post(message.xml());
                        } finally {
                            working.run();
                        }
                        Answer up = endpoint.post(message.xml());
                        return new Seen(
                                Then.of(down) == Then.AGAIN && Then.of(up) == Then.TAKEN,
                                down.told() + ", then " + up.told());
                    });
        }
    }
}
