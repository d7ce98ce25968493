package se.ehealthsdk.certificate.care;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.internal.contract.CareCodecs;
import se.ehealthsdk.certificate.internal.contract.Received;
import se.ehealthsdk.certificate.internal.contract.ReceivedCodec;
import se.ehealthsdk.certificate.internal.contract.ResultCodec;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * Receives Webcert's status updates and the messages of recipients, and keeps them in the caller's store.
 *
 * <pre>{@code
 * CareEvents events = CareEvents.into(store);
 * RivtaEndpoint endpoint = events.on(RivtaEndpoint.builder()).build();
 * ...
 * CertificateOverview now = CertificateOverview.of(certificateId, store.events(certificateId));
 * }</pre>
 *
 * <p><b>What the sender is answered</b>, which decides whether it tries again:
 *
 * <ul>
 *   <li>kept, or kept before: {@code OK}; a message that was received before: {@code INFO};
 *   <li>the store failed: {@code ERROR} with {@code TECHNICAL_ERROR}, and the sender tries again. Webcert does so at most
 *       30 times, after a minute first and daily in the end;
 *   <li>the message breaks a rule, cannot be read, or has no id: {@code VALIDATION_ERROR}, and it is given up. So is what
 *       the store refuses with {@link EventRefusedException}, {@code APPLICATION_ERROR};
 *   <li>XML that breaks off, or is none: a SOAP fault, which does not hold the words that make Webcert give up, since what
 *       was damaged on the way may come whole the next time.
 * </ul>
 *
 * <p>Events start to come when a unit has had its first draft created by CreateDraftCertificate; units that have not are
 * told of questions by e-mail.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CareEvents {

    private static final Logger LOG = LoggerFactory.getLogger(CareEvents.class);

    private static final RivtaContract<Received<CertificateStatusUpdateForCare>, Result>
            STATUS_UPDATE =
                    received(
                            CertificateContracts.CERTIFICATE_STATUS_UPDATE_FOR_CARE_3,
                            CareCodecs.STATUS_UPDATE);
    private static final RivtaContract<Received<SendMessageToCare>, Result> MESSAGE =
            received(CertificateContracts.SEND_MESSAGE_TO_CARE_2, CareCodecs.MESSAGE);

    private final CareEventStore store;
    private final CareKnowledge knowledge;

    private CareEvents(CareEventStore store, CareKnowledge knowledge) {
        this.store = store;
        this.knowledge = knowledge;
    }

    private static <T> RivtaContract<Received<T>, Result> received(
            RivtaContract<T, Result> contract, MessageCodec<T> codec) {
        return RivtaContract.update(
                contract.domain(),
                contract.interaction(),
                contract.major(),
                new ReceivedCodec<>(codec),
                ResultCodec.RESPONSE);
    }

    /** Receives into a store, and judges messages by what is in it. */
    public static CareEvents into(CareEventStore store) {
        return new CareEvents(store, CareKnowledge.of(store));
    }

    /** The same, but messages are judged by what the caller knows. */
    public CareEvents knowing(CareKnowledge more) {
        return new CareEvents(store, more);
    }

    /**
     * Answers both contracts at an endpoint.
     *
     * @throws InvalidInputException if the endpoint has a handler for one of them
     */
    public RivtaEndpoint.Builder on(RivtaEndpoint.Builder endpoint) {
        return messagesOn(statusUpdatesOn(endpoint));
    }

    /**
     * Answers CertificateStatusUpdateForCare 3 at an endpoint.
     *
     * @throws InvalidInputException if the endpoint has a handler for it
     */
    public RivtaEndpoint.Builder statusUpdatesOn(RivtaEndpoint.Builder endpoint) {
        return endpoint.on(
                STATUS_UPDATE,
                (request, caller) -> {
                    if (request
                            instanceof Received.Message<CertificateStatusUpdateForCare> message) {
                        return receive(message.value());
                    }
                    return unreadable(request);
                });
    }

    /**
     * Answers SendMessageToCare 2 at an endpoint, for care systems that receive messages themselves and not by way of
     * Webcert.
     *
     * @throws InvalidInputException if the endpoint has a handler for it
     */
    public RivtaEndpoint.Builder messagesOn(RivtaEndpoint.Builder endpoint) {
        return endpoint.on(
                MESSAGE,
                (request, caller) -> {
                    if (request instanceof Received.Message<SendMessageToCare> message) {
                        return receive(message.value());
                    }
                    return unreadable(request);
                });
    }

    private static Result unreadable(Received<?> request) {
        String problem =
                request instanceof Received.Unreadable<?> unreadable ? unreadable.problem() : "";
        return Result.error(Result.VALIDATION_ERROR, "The message cannot be read: " + problem);
    }

    /** Receives a status update that came some other way, and gives what its sender is to be answered. */
    public Result receive(CertificateStatusUpdateForCare update) {
        return answered(
                () -> {
                    store.append(new StatusEvent(update));
                    return Result.ok();
                });
    }

    /** Receives a message that came some other way, and gives what its sender is to be answered. */
    public Result receive(SendMessageToCare message) {
        return answered(() -> receive(new MessageEvent(message)));
    }

    private Result receive(MessageEvent event) {
        Optional<MessageEvent> before = stored(event);
        if (before.isPresent()) {
            return again(event, before);
        }
        List<MessageRefusal> broken = MessageRefusal.check(event.message(), knowledge);
        if (!broken.isEmpty()) {
            return refused(broken);
        }
        return store.append(event) ? Result.ok() : again(event, stored(event));
    }

    private Optional<MessageEvent> stored(MessageEvent event) {
        return store.events(event.certificateId()).stream()
                .filter(each -> each.key().equals(event.key()))
                .filter(MessageEvent.class::isInstance)
                .map(MessageEvent.class::cast)
                .findFirst();
    }

    private static Result again(MessageEvent event, Optional<MessageEvent> before) {
        return before.filter(it -> it.isSameAs(event.message())).isPresent()
                ? Result.info("The message has been received before")
                : refused(List.of(MessageRefusal.MEDDELANDE_ID_NOT_UNIQUE_ERROR));
    }

    private static Result refused(List<MessageRefusal> broken) {
        return Result.error(
                Result.VALIDATION_ERROR,
                broken.stream().map(MessageRefusal::name).collect(Collectors.joining(", ")));
    }

    private static Result answered(Supplier<Result> work) {
        try {
            return work.get();
        } catch (EventRefusedException refused) {
            return Result.error(Result.APPLICATION_ERROR, String.valueOf(refused.getMessage()));
        } catch (InvalidInputException invalid) {
            return Result.error(Result.VALIDATION_ERROR, String.valueOf(invalid.getMessage()));
        } catch (RuntimeException failure) {
            String id = UUID.randomUUID().toString();
            LOG.error("an event was not kept, log id {}", id, WithoutMessages.of(failure));
            return Result.error(Result.TECHNICAL_ERROR, "Not kept now, try again. Log id " + id);
        }
    }

    /** Where a failure of the store came from, without its messages, which may hold personal data. */
    private static final class WithoutMessages extends Exception {

        private static final int MAX_CAUSES = 20;

        private WithoutMessages(Throwable original, @Nullable Throwable cause) {
            super(original.getClass().getName(), cause, false, true);
            setStackTrace(original.getStackTrace());
        }

        static WithoutMessages of(Throwable original) {
            return of(original, MAX_CAUSES);
        }

        /** Causes may go in a circle. */
        private static WithoutMessages of(Throwable original, int deeper) {
            Throwable cause = deeper == 0 ? null : original.getCause();
            return new WithoutMessages(original, cause == null ? null : of(cause, deeper - 1));
        }
    }
}
