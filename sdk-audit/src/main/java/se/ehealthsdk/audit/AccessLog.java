package se.ehealthsdk.audit;

import java.sql.Connection;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.internal.StoredForm;
import se.ehealthsdk.core.rivta.AnswerInterceptor;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;

/**
 * The access log of a system: keeps records on disk or in a database, and delivers them to the log service
 * for as long as it takes. Safe for use by many threads; open one and share it.
 *
 * <pre>{@code
 * try (AccessLog log = AccessLog.open(Outbox.sqlite(folder), LogService.on(platform))) {
 *     log.append(AccessRecord.reading(patient).by(user).in(system)
 *             .resource(ResourceType.CERTIFICATE).build());      // durable when it returns
 *     show(document);
 * }
 * }</pre>
 *
 * <p><strong>Log first, show after.</strong> A method that throws {@link OutboxException} has not made sure
 * that the record is kept: withhold the data, or undo what was done, and tell the user that the log is out of
 * order. {@link #reading} and {@link #on} do so by themselves.
 *
 * <p>Source: the Patient Data Act (patientdatalagen 2008:355) 4:3, HSLF-FS 2016:40 chapter 4.
 */
public final class AccessLog implements AutoCloseable {

    private final Outbox outbox;
    private final LogService service;
    private final @Nullable Delivery delivery;

    private AccessLog(Outbox outbox, LogService service, @Nullable Delivery delivery) {
        this.outbox = outbox;
        this.service = service;
        this.delivery = delivery;
    }

    /**
     * Opens a log that delivers as the log service asks for it: {@link DeliveryOptions#DEFAULT}.
     *
     * @param outbox where records are kept; closed with the log, also when this fails
     * @param service whom they go to
     * @throws OutboxException if delivery cannot start
     */
    public static AccessLog open(Outbox outbox, LogService service) {
        return builder(outbox, service).open();
    }

    /** Starts choosing how a log is opened. */
    public static Builder builder(Outbox outbox, LogService service) {
        return new Builder(outbox, service);
    }

    /**
     * Keeps a record. It is durable when this returns, and delivered later. Appending the same record again
     * keeps it once.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if the contract does not allow the record;
     *     nothing was kept
     * @throws OutboxException if it is not known to be durable: withhold the data
     */
    public void append(AccessRecord record) {
        outbox.append(item(record));
    }

    /**
     * Keeps records, all or none.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if the contract does not allow one of them;
     *     nothing was kept
     * @throws OutboxException if they are not known to be durable: withhold the data
     */
    public void append(Collection<AccessRecord> records) {
        if (!records.isEmpty()) {
            outbox.append(records.stream().map(this::item).toList());
        }
    }

    /**
     * Keeps a record in the caller's own transaction: durable when that commits, gone when it is rolled
     * back. Show nothing before it has committed.
     *
     * @param transaction to the database of the outbox, not in auto-commit
     * @throws se.ehealthsdk.core.error.InvalidInputException if the contract does not allow the record
     * @throws OutboxException if it could not be written, or the outbox is not in a database
     */
    public void append(Connection transaction, AccessRecord record) {
        if (!(outbox instanceof JdbcOutbox database)) {
            throw new OutboxException(
                    OutboxException.Kind.INPUT,
                    "The outbox is not in a database of the application",
                    "Append without a connection, or open the log on an outbox in a database.",
                    null);
        }
        database.append(transaction, item(record));
    }

    private Item item(AccessRecord record) {
        return Item.of(record.logId(), service.addressFor(record).value(), payload(record));
    }

    /**
     * Fetches data, logs that they are about to be shown, and returns them, in that order. Nothing is logged
     * when there is nothing to show because the fetching failed.
     *
     * @param record made beforehand
     * @param data fetches what is to be shown
     * @return what was fetched; never when the record is not durable
     * @throws se.ehealthsdk.core.error.InvalidInputException if the contract does not allow the record
     * @throws OutboxException if the record is not known to be durable; the data are withheld
     */
    public <T> T reading(AccessRecord record, Supplier<T> data) {
        T fetched = data.get();
        append(record);
        return fetched;
    }

    /**
     * A client for one user, over the connections of another: every answer is logged by the rules before the
     * caller has it. A call of a contract of which the rules say nothing is refused before it is sent. When
     * the record is not durable the answer is withheld and {@link OutboxException} reaches the caller; a call
     * that changes something has then been carried out all the same.
     *
     * <p>A call that fails is not logged, since nothing is shown. One that changes something may have been
     * carried out though its answer was lost ({@link se.ehealthsdk.core.error.Outcome#UNKNOWN}): append its
     * record in the place where that failure is handled, or, better, before the call.
     *
     * @param platform makes the calls
     * @param user for whom they are made
     * @param rules what is to be logged
     */
    public RivtaClient on(RivtaClient platform, ActingUser user, AccessRules rules) {
        AnswerInterceptor recording = recording(user, rules);
        return platform.with(
                options ->
                        options.interceptor(call -> rules.requireFor(call.info().contract()))
                                .answerInterceptor(recording));
    }

    /**
     * What {@link #on} adds to a client: logs each answer by the rules before the caller has it.
     *
     * @param user for whom the calls are made
     * @param rules what is to be logged
     */
    public AnswerInterceptor recording(ActingUser user, AccessRules rules) {
        return (call, request, answer) ->
                append(
                        rules.recordsOf(
                                call.contract(), user, call.logicalAddress(), request, answer));
    }

    /**
     * A record as the outbox keeps it: the {@code log} element of the contract in UTF-8, with its time in UTC.
     * For {@link JdbcOutbox#repair}, with the log id that the parked item has.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if the contract does not allow the record
     */
    public static byte[] payload(AccessRecord record) {
        return StoredForm.write(record);
    }

    /**
     * The record that an item of the outbox holds.
     *
     * @throws OutboxException if it holds none
     */
    public static AccessRecord read(Item item) {
        try {
            return StoredForm.read(item.payload());
        } catch (XMLStreamException unreadable) {
            throw new OutboxException(
                    OutboxException.Kind.STORAGE,
                    "The item " + item.id() + " holds no access record",
                    "If it is parked, repair its payload; otherwise find out what else was appended to the"
                            + " outbox of the access log.",
                    null);
        }
    }

    /** The delivery; empty for a log that only appends. */
    public Optional<Delivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    /** Stops delivering and closes the outbox. What has been appended stays there until it is delivered. */
    @Override
    public void close() {
        try (outbox) {
            if (delivery != null) {
                delivery.close();
            }
        }
    }

    /** Collects how a log is opened. Not for use by more than one thread. */
    public static final class Builder {

        private final Outbox outbox;
        private final LogService service;
        private @Nullable DeliveryOptions delivery = DeliveryOptions.DEFAULT;

        private Builder(Outbox outbox, LogService service) {
            this.outbox = outbox;
            this.service = service;
        }

        /** How delivery goes; {@link DeliveryOptions#DEFAULT} unless set. */
        public Builder delivery(DeliveryOptions options) {
            this.delivery = options;
            return this;
        }

        /** Leaves delivery to other nodes over the same outbox. */
        public Builder appendOnly() {
            this.delivery = null;
            return this;
        }

        /**
         * Opens the log.
         *
         * @throws OutboxException if delivery cannot start; the outbox is then closed
         */
        public AccessLog open() {
            if (delivery == null) {
                return new AccessLog(outbox, service, null);
            }
            try {
                return new AccessLog(outbox, service, outbox.deliver(service, delivery));
            } catch (RuntimeException failure) {
                try (outbox) {
                    throw failure;
                }
            }
        }
    }
}
