package se.ehealthsdk.core.rivta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpAnswer;
import se.ehealthsdk.core.internal.http.RequestBuffer;
import se.ehealthsdk.core.internal.soap.EnvelopeWriter;

/** One call: written once, sent once or more, until it has an answer or has failed for good. */
final class Call<Q, R> {

    private static final Logger LOG = LoggerFactory.getLogger(RivtaClient.class);

    private final RivtaClient client;
    private final CallOptions options;
    private final RivtaContract<Q, R> contract;
    private final Q request;
    private final CallInfo info;
    private final long start = System.nanoTime();
    private int attempts;

    Call(RivtaClient client, RivtaContract<Q, R> contract, LogicalAddress to, Q request) {
        this.client = client;
        this.options = client.options();
        this.contract = contract;
        this.request = request;
        this.info =
                new CallInfo(
                        contract,
                        to,
                        UUID.randomUUID().toString(),
                        client.environment().urlOf(contract));
    }

    Reply<R> execute() {
        RequestBuffer envelope = written();
        tell(listener -> listener.started(info));
        Reply<R> reply = reply(envelope);
        // outside the call's own failures: the call has succeeded, whatever an interceptor throws
        for (AnswerInterceptor interceptor : options.answerInterceptors()) {
            interceptor.beforeReturn(info, request, reply.message());
        }
        return reply;
    }

    private Reply<R> reply(RequestBuffer envelope) {
        try {
            Aggregated<R> answer = attempts(envelope);
            CallDetails details = details(OptionalInt.of(200));
            LOG.debug("answered: {}", details);
            tell(listener -> listener.succeeded(info, details));
            return new Reply<>(answer.message(), details, answer.sources());
        } catch (EHealthException failure) {
            LOG.debug("failed: {}", failure.toString());
            tell(listener -> listener.failed(info, failure));
            throw failure;
        }
    }

    private Aggregated<R> attempts(RequestBuffer envelope) {
        while (true) {
            takeTurn();
            attempts++;
            EHealthException failure;
            try {
                return attempt(envelope);
            } catch (EHealthException failed) {
                failure = failed;
            } finally {
                options.rateLimit().release();
            }
            Duration pause = options.retry().pauseAfter(attempts);
            if (!mayRepeat(failure) || pause.compareTo(remaining()) >= 0) {
                throw failure;
            }
            LOG.debug("attempt {} failed, next in {} ms: {}", attempts, pause.toMillis(), failure);
            tell(listener -> listener.retrying(info, attempts, failure, pause));
            pause(pause, failure);
        }
    }

    private boolean mayRepeat(EHealthException failure) {
        boolean safe = contract.isIdempotent() || failure.outcome() == Outcome.NOT_PERFORMED;
        return safe && failure.retryable() && attempts < options.retry().maxAttempts();
    }

    private Aggregated<R> attempt(RequestBuffer envelope) {
        OutgoingCall outgoing = new OutgoingCall(info, attempts);
        options.interceptors().forEach(interceptor -> interceptor.beforeSend(outgoing));
        int attempt = attempts;
        CallProbe probe =
                new CallProbe(
                        tls ->
                                tell(
                                        listener ->
                                                listener.handshake(
                                                        info,
                                                        attempt,
                                                        new TlsHandshake(
                                                                tls.protocol(),
                                                                tls.cipherSuite(),
                                                                tls.duration()))),
                        connected ->
                                tell(
                                        listener ->
                                                listener.connected(
                                                        info,
                                                        attempt,
                                                        connected.waited(),
                                                        connected.reused())));
        try (HttpAnswer answer =
                client.transport()
                        .post(
                                info.url(),
                                headers(outgoing),
                                envelope.bytes(),
                                envelope.size(),
                                options.poolTimeout(),
                                options.answerTimeout(),
                                remaining(),
                                probe)) {
            return new Answer<>(contract, client.xml(), this::details).read(answer, probe);
        } catch (IOException failure) {
            throw Failures.connection(failure, probe, details(OptionalInt.empty()));
        }
    }

    private Map<String, String> headers(OutgoingCall outgoing) {
        Map<String, String> headers = new LinkedHashMap<>(outgoing.headers());
        headers.put("SOAPAction", "\"" + contract.soapAction() + "\"");
        headers.put("x-skltp-correlation-id", info.correlationId());
        options.originalConsumer()
                .ifPresent(id -> headers.put(RivtaHeaders.ORIGINAL_CONSUMER, id.value()));
        options.onBehalfOf().ifPresent(id -> headers.put(RivtaHeaders.ON_BEHALF_OF, id.value()));
        return headers;
    }

    private RequestBuffer written() {
        RequestBuffer envelope = new RequestBuffer(options.maxRequestBytes());
        try {
            EnvelopeWriter.request(
                    envelope,
                    info.logicalAddress().value(),
                    contract.requestElement(),
                    contract.request(),
                    request);
            return envelope;
        } catch (UncheckedIOException full) {
            throw new InvalidInputException(
                    "request",
                    "is larger than " + options.maxRequestBytes() + " bytes",
                    "a smaller request, or a higher maxRequestBytes where the platform allows it");
        } catch (XMLStreamException unwritable) {
            throw new InvalidInputException(
                    "request",
                    "cannot be written as XML",
                    "text without control characters, and what the contract requires");
        }
    }

    private void takeTurn() {
        try {
            if (options.rateLimit().acquire(remaining().toNanos())) {
                return;
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(null);
        }
        throw new ConnectionException(
                ConnectionException.Stage.QUEUE,
                Outcome.NOT_PERFORMED,
                "The rate limit gave the call no turn before its deadline",
                "Call less often, raise the deadline, or raise the rate limit if the service allows it.",
                details(OptionalInt.empty()),
                null);
    }

    private void pause(Duration pause, EHealthException failure) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException interrupted) {
            throw interrupted(failure);
        }
    }

    private ConnectionException interrupted(@Nullable EHealthException before) {
        Thread.currentThread().interrupt();
        return new ConnectionException(
                ConnectionException.Stage.INTERRUPTED,
                before == null ? Outcome.NOT_PERFORMED : before.outcome(),
                "The calling thread was interrupted",
                "Nothing to do: the application stopped the call.",
                details(OptionalInt.empty()),
                before);
    }

    private Duration remaining() {
        Duration left = options.deadline().minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private CallDetails details(OptionalInt httpStatus) {
        return new CallDetails(
                contract.namespace(),
                info.logicalAddress().value(),
                Optional.of(client.consumer().value()),
                info.correlationId(),
                info.url().toString(),
                httpStatus,
                Duration.ofNanos(System.nanoTime() - start),
                attempts);
    }

    private void tell(Consumer<CallListener> event) {
        for (CallListener listener : options.listeners()) {
            try {
                event.accept(listener);
            } catch (RuntimeException broken) {
                LOG.warn("a call listener failed", StackOnly.of(broken));
            }
        }
    }
}
