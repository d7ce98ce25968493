package se.ehealthsdk.discharge.exchange;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;

/** Maps, and one transaction at a time. What the work has remembered before it throws is put back. */
final class MemoryInbox implements Inbox {

    private record Key(HsaId peer, String id) {}

    private final Map<Key, Taken> messages = new HashMap<>();
    private final Map<Key, Acknowledgement> envelopes = new HashMap<>();
    private final Map<Key, Long> sequences = new HashMap<>();

    @Override
    public synchronized <T> T inTransaction(
            HsaId peer, CaseId caseId, Function<Transaction, T> work) {
        Remembered remembered = new Remembered(peer, caseId);
        T result = work.apply(remembered);
        messages.putAll(remembered.newMessages);
        envelopes.putAll(remembered.newEnvelopes);
        sequences.putAll(remembered.newSequences);
        return result;
    }

    @Override
    public void close() {}

    private final class Remembered implements Transaction {
        private final HsaId peer;
        private final Key caseKey;
        private final Map<Key, Taken> newMessages = new HashMap<>();
        private final Map<Key, Acknowledgement> newEnvelopes = new HashMap<>();
        private final Map<Key, Long> newSequences = new HashMap<>();

        Remembered(HsaId peer, CaseId caseId) {
            this.peer = peer;
            this.caseKey = new Key(peer, caseId.value());
        }

        @Override
        public Optional<Taken> message(MessageId message) {
            return Optional.ofNullable(messages.get(new Key(peer, message.value())));
        }

        @Override
        public Optional<Acknowledgement> envelope(String envelopeId) {
            return Optional.ofNullable(envelopes.get(new Key(peer, envelopeId)));
        }

        @Override
        public long lastSequence() {
            return sequences.getOrDefault(caseKey, 0L);
        }

        @Override
        public void remember(String envelopeId, Acknowledgement answer) {
            newEnvelopes.put(new Key(peer, envelopeId), answer);
        }

        @Override
        public void remember(long sequence, Taken taken) {
            newMessages.put(new Key(peer, taken.answer().message().value()), taken);
            newSequences.put(caseKey, sequence);
        }

        @Override
        public void undoable(Runnable work) {
            work.run();
        }

        @Override
        public Optional<Connection> connection() {
            return Optional.empty();
        }
    }
}
