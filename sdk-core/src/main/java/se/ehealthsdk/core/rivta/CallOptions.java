package se.ehealthsdk.core.rivta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * How calls are made: what may differ between clients that share one connection pool. Immutable; each
 * method with an argument gives a changed copy.
 *
 * <pre>{@code
 * RivtaClient interactive = platform.with(options -> options
 *         .answerTimeout(Duration.ofSeconds(10))
 *         .retry(RetryPolicy.NONE));
 * }</pre>
 */
public final class CallOptions implements Cloneable {

    static final CallOptions DEFAULT = new CallOptions();

    private Duration poolTimeout = Duration.ofSeconds(5);
    private Duration answerTimeout = Duration.ofSeconds(40);
    private Duration deadline = Duration.ofSeconds(100);
    private RetryPolicy retry = RetryPolicy.DEFAULT;
    private RateLimit rateLimit = RateLimit.none();
    private XmlLimits limits = XmlLimits.DEFAULT;
    private int maxRequestBytes = 15 << 20;
    private @Nullable HsaId originalConsumer;
    private @Nullable HsaId onBehalfOf;
    private List<CallInterceptor> interceptors = List.of();
    private List<AnswerInterceptor> answerInterceptors = List.of();
    private List<CallListener> listeners = List.of();

    private CallOptions() {}

    /** How long to wait for a free connection: 5 s unless set. */
    public Duration poolTimeout() {
        return poolTimeout;
    }

    /** A copy that waits so long for a free connection. */
    public CallOptions poolTimeout(Duration timeout) {
        return copy(it -> it.poolTimeout = PositiveDuration.require("poolTimeout", timeout));
    }

    /**
     * How long the other end may be silent while an answer is awaited: 40 s unless set. Longer than the
     * platform's own 30 s, so that its fault, which says what went wrong, arrives first.
     */
    public Duration answerTimeout() {
        return answerTimeout;
    }

    /** A copy that lets the other end be silent for so long. */
    public CallOptions answerTimeout(Duration timeout) {
        return copy(it -> it.answerTimeout = PositiveDuration.require("answerTimeout", timeout));
    }

    /**
     * How long a call may take in all, with waits and repeated attempts: 100 s unless set. A slow
     * trickle of an answer ends here too. Room for two attempts of 40 s and what is between them.
     */
    public Duration deadline() {
        return deadline;
    }

    /** A copy whose calls take so long at most. */
    public CallOptions deadline(Duration total) {
        return copy(it -> it.deadline = PositiveDuration.require("deadline", total));
    }

    /** What is tried again: {@link RetryPolicy#DEFAULT} unless set. */
    public RetryPolicy retry() {
        return retry;
    }

    /** A copy with another retry policy. */
    public CallOptions retry(RetryPolicy policy) {
        return copy(it -> it.retry = policy);
    }

    /** How fast calls are made: no limit unless set. */
    public RateLimit rateLimit() {
        return rateLimit;
    }

    /** A copy with a rate limit, shared with every client that has the same limit object. */
    public CallOptions rateLimit(RateLimit limit) {
        return copy(it -> it.rateLimit = limit);
    }

    /** Bounds of an answer: {@link XmlLimits#DEFAULT} unless set. */
    public XmlLimits limits() {
        return limits;
    }

    /** A copy with other bounds for answers. */
    public CallOptions limits(XmlLimits bounds) {
        return copy(it -> it.limits = bounds);
    }

    /** Bytes of a request at most: 15 MiB unless set, the platform's default. Larger is not sent. */
    public int maxRequestBytes() {
        return maxRequestBytes;
    }

    /** A copy that allows requests of so many bytes. */
    public CallOptions maxRequestBytes(int bytes) {
        if (bytes < 1) {
            throw new InvalidInputException("maxRequestBytes", "is below 1", "1 or more");
        }
        return copy(it -> it.maxRequestBytes = bytes);
    }

    /** The consumer a call originally comes from, when it is not this system; empty unless set. */
    public Optional<HsaId> originalConsumer() {
        return Optional.ofNullable(originalConsumer);
    }

    /**
     * A copy that names another system as the original consumer ({@code
     * x-rivta-original-serviceconsumer-hsaid}). Platforms refuse it (VP013) from systems they have not
     * allowed; left unset, the platform fills in this system.
     */
    public CallOptions originalConsumer(HsaId consumer) {
        return copy(it -> it.originalConsumer = consumer);
    }

    /** The organisation a call is made for, when this system is an agent; empty unless set. */
    public Optional<HsaId> onBehalfOf() {
        return Optional.ofNullable(onBehalfOf);
    }

    /**
     * A copy that names the commissioning organisation ({@code x-rivta-acting-on-behalf-of-hsaid}):
     * required since 2024 of agents and suppliers that call over platforms for someone else.
     */
    public CallOptions onBehalfOf(HsaId organisation) {
        return copy(it -> it.onBehalfOf = organisation);
    }

    /** Called before each attempt, in order; none unless set. */
    public List<CallInterceptor> interceptors() {
        return interceptors;
    }

    /** A copy with one more interceptor. */
    public CallOptions interceptor(CallInterceptor interceptor) {
        return copy(it -> it.interceptors = added(it.interceptors, interceptor));
    }

    /** Given each answer before the caller has it, in order; none unless set. */
    public List<AnswerInterceptor> answerInterceptors() {
        return answerInterceptors;
    }

    /** A copy with one more interceptor of answers. */
    public CallOptions answerInterceptor(AnswerInterceptor interceptor) {
        return copy(it -> it.answerInterceptors = added(it.answerInterceptors, interceptor));
    }

    /** Told what happens in each call, in order; none unless set. */
    public List<CallListener> listeners() {
        return listeners;
    }

    /** A copy with one more listener. */
    public CallOptions listener(CallListener listener) {
        return copy(it -> it.listeners = added(it.listeners, listener));
    }

    private CallOptions copy(Consumer<CallOptions> change) {
        CallOptions copy = clone();
        change.accept(copy);
        return copy;
    }

    @Override
    protected CallOptions clone() {
        try {
            return (CallOptions) super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static <T> List<T> added(List<T> before, T last) {
        List<T> all = new ArrayList<>(before);
        all.add(last);
        return List.copyOf(all);
    }
}
