package se.ehealthsdk.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.audit.internal.DuplicateWording;
import se.ehealthsdk.audit.internal.ErrorPatience;
import se.ehealthsdk.audit.internal.OtherCauseWording;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.audit.internal.StoredForm;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.Verdict.Cause;

/**
 * The log service, over StoreLog 2.0: sends records, up to 500 in a call, and tells what each answer means.
 * Immutable but for what it remembers of errors; safe for use by many threads.
 *
 * <pre>{@code
 * AccessLog log = AccessLog.open(Outbox.sqlite(folder), LogService.on(platform));
 * }</pre>
 *
 * <p>What answers are taken for:
 *
 * <table>
 *   <caption>Answer and verdict</caption>
 *   <tr><th>Answer</th><th>Verdict</th></tr>
 *   <tr><td>{@code OK}, {@code INFO}</td><td>accepted; the text of {@code INFO} is its note</td></tr>
 *   <tr><td>{@code VALIDATION_ERROR}</td><td>refused: as a duplicate when the text says so; for another
 *       cause when the text names what is wrong in a record and the answer came before a platform between
 *       can have made a second attempt; as said of the first attempt when it came so soon with another text;
 *       otherwise unclear</td></tr>
 *   <tr><td>{@code ERROR}</td><td>as {@code VALIDATION_ERROR} when the text names a log id of the call or a
 *       duplicate. Otherwise the first two in a row are the service's own trouble, tried again after {@link
 *       Builder#errorPause}; from the third, calls are refused until one record has been singled out</td></tr>
 *   <tr><td>{@code ACCESSDENIED}, the platform's faults that stay until someone acts (VP001 to VP005, VP007,
 *       VP011, VP013, VP015), TLS refused, own certificate expired</td><td>blocked, with the remedy</td></tr>
 *   <tr><td>Other faults of the platform, no connection, no answer</td><td>failed; performed or not as the
 *       exception tells</td></tr>
 *   <tr><td>SOAP fault, an answer that breaks the contract or has another code</td><td>failed, may have been
 *       performed</td></tr>
 *   <tr><td>A kept record that cannot be read or sent, a request that is too large (also HTTP
 *       413)</td><td>refused for another cause: the engine divides the call, and parks what is at fault
 *       alone</td></tr>
 * </table>
 *
 * <p>Calls are made once each: the client's own retry and rate limit are switched off, since the outbox knows
 * better when a call may be repeated and how fast. Texts of answers may hold personal data: they are kept with
 * what is parked, and never logged.
 *
 * <p>The conventional path of the contract ends in {@code StoreLog/2/rivtabp21}; services are known to be at
 * {@code StoreLog/v2/rivtabp21}. Where that is so: {@code environment.withUrl(LogContracts.STORE_LOG_2, url)}.
 *
 * <p>Source: {@code informationsecurity:auditing:log} 2.0.8; the platform's observed answers.
 */
public final class LogService implements Receiver {

    /** Inera's national log service (Säkerhetstjänster, loggtjänsten). */
    public static final LogicalAddress NATIONAL = LogicalAddress.of("SE165565594230-1000");

    private static final Logger LOG = LoggerFactory.getLogger(LogService.class);

    /** Bytes of a record that many others are smaller than. */
    private static final int LARGE = 100_000;

    private static final Set<PlatformFault> PASS_IN_TIME =
            Set.of(PlatformFault.VP006, PlatformFault.VP010, PlatformFault.VP014);

    private final RivtaClient platform;
    private final RivtaContract<StoreLog, LogResult> contract;
    private final LogicalAddress address;
    private final Map<HsaId, LogicalAddress> routes;
    private final Predicate<String> duplicate;
    private final Predicate<String> otherCause;
    private final Duration platformRetryPause;
    private final Duration errorPause;
    private final Map<String, ErrorPatience> errors = new ConcurrentHashMap<>();

    private LogService(Builder builder) {
        this.platform =
                builder.platform.with(
                        options -> options.retry(RetryPolicy.NONE).rateLimit(RateLimit.none()));
        this.contract =
                builder.offsetInAmbiguousHour
                        ? LogContracts.STORE_LOG_2_WITH_OFFSET_WHERE_AMBIGUOUS
                        : LogContracts.STORE_LOG_2;
        this.address =
                Optional.ofNullable(builder.address)
                        .or(() -> platform.environment().logicalAddress(LogContracts.DOMAIN))
                        .orElse(NATIONAL);
        this.routes = Map.copyOf(builder.routes);
        this.duplicate = builder.duplicate;
        this.otherCause = builder.otherCause;
        this.platformRetryPause = builder.platformRetryPause;
        this.errorPause = builder.errorPause;
    }

    /** The log service that a platform leads to, with everything as it is by default. */
    public static LogService on(RivtaClient platform) {
        return builder(platform).build();
    }

    /** Starts choosing a log service. */
    public static Builder builder(RivtaClient platform) {
        return new Builder(platform);
    }

    /** Where a record goes: as its owner, the user's care provider, is routed. */
    public LogicalAddress addressFor(AccessRecord record) {
        return routes.getOrDefault(record.user().careProvider().id(), address);
    }

    @Override
    public int maxItems() {
        return StoreLog.MAX_RECORDS;
    }

    /** The client's deadline, and what it takes to notice that it has passed. */
    @Override
    public Duration longestCall() {
        return platform.options().deadline().plusSeconds(5);
    }

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        List<AccessRecord> records = new ArrayList<>(items.size());
        for (Item item : items) {
            try {
                records.add(sendable(item));
            } catch (XMLStreamException unreadable) {
                return notSendable(item, "cannot be read");
            } catch (InvalidInputException invalid) {
                return notSendable(item, "cannot be sent: " + invalid.getMessage());
            }
        }
        long start = System.nanoTime();
        try {
            LogResult result =
                    platform.call(contract, LogicalAddress.of(destination), new StoreLog(records));
            return verdict(
                    result, destination, records, Duration.ofNanos(System.nanoTime() - start));
        } catch (EHealthException failure) {
            return verdict(failure, items);
        }
    }

    private static AccessRecord sendable(Item item) throws XMLStreamException {
        AccessRecord record = StoredForm.read(item.payload());
        RecordRules.check(record);
        if (!record.logId().equals(item.id())) {
            throw new InvalidInputException(
                    "logId", "is not that of the item", "the id that the record was appended with");
        }
        return record;
    }

    private static Verdict notSendable(Item item, String why) {
        String reason = "The kept record " + item.id() + " " + why;
        LOG.warn(reason);
        return new Verdict.Refused(Cause.OTHER, reason);
    }

    /** What an answer means. */
    Verdict verdict(
            LogResult result, String destination, List<AccessRecord> records, Duration took) {
        ErrorPatience patience = errors.computeIfAbsent(destination, it -> new ErrorPatience());
        String text = result.text().orElse("");
        switch (result.code()) {
            case LogResult.OK -> {
                patience.accepted();
                return new Verdict.Accepted();
            }
            case LogResult.INFO -> {
                patience.accepted();
                return new Verdict.Accepted(text);
            }
            case LogResult.VALIDATION_ERROR -> {
                return refused(result, text, took);
            }
            case LogResult.ERROR -> {
                if (duplicate.test(text) || namesOneOf(records, text)) {
                    return refused(result, text, took);
                }
                return error(result, patience, records.size(), took);
            }
            case LogResult.ACCESS_DENIED -> {
                return new Verdict.Blocked(
                        LogResult.ACCESS_DENIED,
                        "Apply to the log service's administration for the right of this system to store"
                                + " logs for the care providers it serves.");
            }
            default -> {
                return failed(true, "The log service answered with an unexpected result code");
            }
        }
    }

    private Verdict refused(LogResult result, String text, Duration took) {
        return new Verdict.Refused(cause(text, took), reason(result));
    }

    private Cause cause(String text, Duration took) {
        if (duplicate.test(text)) {
            return Cause.DUPLICATE;
        }
        if (text.isBlank() || mayBeSecondAttempt(took)) {
            return Cause.UNCLEAR;
        }
        return otherCause.test(text) ? Cause.OTHER : Cause.FIRST_ATTEMPT;
    }

    private Verdict error(LogResult result, ErrorPatience patience, int records, Duration took) {
        if (mayBeSecondAttempt(took)) {
            // the platform's first attempt may have stored what the second could not
            return new Verdict.Failed(true, LogResult.ERROR, Optional.of(errorPause));
        }
        // it names no cause: that the records were not stored by an earlier call, it does not prove
        return patience.isRefusal(records)
                ? new Verdict.Refused(Cause.FIRST_ATTEMPT, reason(result))
                : new Verdict.Failed(false, LogResult.ERROR, Optional.of(errorPause));
    }

    private boolean mayBeSecondAttempt(Duration took) {
        return took.compareTo(platformRetryPause) >= 0;
    }

    private static String reason(LogResult result) {
        return result.text().map(text -> result.code() + ": " + text).orElse(result.code());
    }

    private static boolean namesOneOf(List<AccessRecord> records, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return records.stream()
                .map(record -> record.logId().toLowerCase(Locale.ROOT))
                .anyMatch(id -> id.length() >= 8 && lower.contains(id));
    }

    /** What a failed call means. */
    static Verdict verdict(EHealthException failure, List<Item> items) {
        if (failure instanceof InvalidInputException invalid) {
            return invalid.field().equals("request")
                    ? new Verdict.Refused(Cause.OTHER, String.valueOf(failure.getMessage()))
                    : blocked(failure);
        }
        if (failure instanceof ConfigurationException) {
            return blocked(failure);
        }
        if (failure instanceof PlatformException platform) {
            return verdict(platform, items);
        }
        if (failure instanceof ConnectionException connection) {
            return connection.stage() == ConnectionException.Stage.TLS
                            && failure.outcome() == Outcome.NOT_PERFORMED
                    ? blocked(failure)
                    : failed(failure.outcome() != Outcome.NOT_PERFORMED, failure);
        }
        if (failure instanceof ServiceFaultException) {
            // what a service had stored before it broke off, nobody knows
            return failed(true, failure);
        }
        return failed(true, failure);
    }

    private static Verdict verdict(PlatformException failure, List<Item> items) {
        if (failure.fault().equals(PlatformFault.TOO_LARGE) && isLarge(items)) {
            return new Verdict.Refused(Cause.OTHER, String.valueOf(failure.getMessage()));
        }
        int producer = failure.producerStatus().orElse(0);
        boolean denied = producer == 401 || producer == 403;
        boolean stays =
                !failure.retryable()
                        && failure.outcome() == Outcome.NOT_PERFORMED
                        && !PASS_IN_TIME.contains(failure.fault());
        return denied || stays
                ? blocked(failure)
                : failed(failure.outcome() != Outcome.NOT_PERFORMED, failure);
    }

    /** Not a limit that is so low that nothing would get through. */
    private static boolean isLarge(List<Item> items) {
        return items.size() > 1 || items.get(0).payload().length > LARGE;
    }

    private static Verdict blocked(EHealthException failure) {
        return new Verdict.Blocked(String.valueOf(failure.getMessage()), failure.remedy());
    }

    private static Verdict failed(boolean mayBePerformed, EHealthException failure) {
        return failed(mayBePerformed, String.valueOf(failure.getMessage()));
    }

    private static Verdict failed(boolean mayBePerformed, String reason) {
        return new Verdict.Failed(mayBePerformed, reason, Optional.empty());
    }

    /** Where records go. */
    @Override
    public String toString() {
        return "LogService[" + address + " on " + platform.environment() + "]";
    }

    /** Collects how a log service is called. Not for use by more than one thread. */
    public static final class Builder {

        private final RivtaClient platform;
        private final Map<HsaId, LogicalAddress> routes = new HashMap<>();
        private @Nullable LogicalAddress address;
        private boolean offsetInAmbiguousHour;
        private Predicate<String> duplicate = new DuplicateWording();
        private Predicate<String> otherCause = new OtherCauseWording();
        private Duration platformRetryPause = Duration.ofSeconds(2);
        private Duration errorPause = Duration.ofMinutes(2);

        private Builder(RivtaClient platform) {
            this.platform = platform;
        }

        /**
         * Whom records go to: what the environment says for the domain of the contract unless set, and {@link
         * #NATIONAL} when it says nothing.
         */
        public Builder logicalAddress(LogicalAddress whom) {
            this.address = whom;
            return this;
        }

        /** Whom the records of one care provider go to, when it is another log service. */
        public Builder route(HsaId careProvider, LogicalAddress whom) {
            routes.put(careProvider, whom);
            return this;
        }

        /**
         * Writes the offset to UTC behind times in the hour that comes twice when summer time ends, so that
         * they are not an hour wrong. The schema allows it, the contract's description does not speak of it:
         * for services that are known to take it; off unless set.
         */
        public Builder offsetInAmbiguousHour() {
            this.offsetInAmbiguousHour = true;
            return this;
        }

        /**
         * What texts of refusals say that the service has the log id already. Swedish and English words for
         * it unless set. A record whose refusal is wrongly taken for this counts as delivered.
         */
        public Builder duplicateWording(Predicate<String> says) {
            this.duplicate = says;
            return this;
        }

        /**
         * What texts of refusals say that something <em>in</em> a record is wrong, so that it cannot be about a
         * log id that the service has already. Texts that name a part of the record unless set; a general text
         * says nothing. A record whose refusal is wrongly taken for this is parked though it may be stored.
         */
        public Builder otherCauseWording(Predicate<String> says) {
            this.otherCause = says;
            return this;
        }

        /**
         * An answer that comes sooner than this is that to a platform's first attempt, not to a second that
         * follows when the answer to the first was lost: 2 s unless set, as the national platform pauses.
         * Shorter is always safe and leaves more refusals unclear; longer only where no platform lies
         * between.
         */
        public Builder platformRetryPause(Duration pause) {
            this.platformRetryPause = pause;
            return this;
        }

        /** The pause after an {@code ERROR} that may be the service's own trouble: 2 min unless set. */
        public Builder errorPause(Duration pause) {
            this.errorPause = pause;
            return this;
        }

        /** Builds it; nothing is sent. */
        public LogService build() {
            return new LogService(this);
        }
    }
}
