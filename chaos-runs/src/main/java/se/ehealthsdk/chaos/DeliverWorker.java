package se.ehealthsdk.chaos;

import java.time.Duration;
import java.util.List;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Verdict;

/** Delivers until it is killed, or its input ends. */
final class DeliverWorker {

    private DeliverWorker() {}

    /**
     * @param args the opening's class, the store's address, the receiver's URL, the folder with the
     *     certificates
     */
    public static void main(String[] args) throws Exception {
        try (RivtaClient platform = Platform.client(args[2], args[3]);
                AccessLog log =
                        AccessLog.builder(
                                        Worker.open(args[0], args[1]),
                                        Platform.logService(platform))
                                .delivery(options())
                                .open()) {
            Worker.awaitEnd();
        }
    }

    private static DeliveryOptions options() {
        return DeliveryOptions.DEFAULT
                .maxAge(Duration.ofMillis(50))
                .callsPerSecond(500)
                .workers(3)
                .lease(Times.LEASE)
                .backoff(Duration.ofMillis(10), Duration.ofMillis(200))
                .blockedPause(Duration.ofMillis(200))
                .heldPause(Duration.ofMillis(400))
                .listener(new Told());
    }

    /** Tells the parent what the outbox tells, for the summary. */
    private static final class Told implements OutboxListener {

        @Override
        public void called(String destination, int items, Duration took, Verdict verdict) {
            Worker.say("verdict " + verdict.getClass().getSimpleName());
        }

        @Override
        public void ambiguous(String destination, int items) {
            Worker.say("heard ambiguous");
        }

        @Override
        public void assumedDelivered(String destination, List<String> ids) {
            Worker.say("heard assumed-delivered");
        }

        @Override
        public void parked(String destination, List<String> ids) {
            Worker.say("heard parked");
        }

        @Override
        public void held(String destination, List<String> ids) {
            Worker.say("heard held");
        }

        @Override
        public void blocked(String destination, String reason, String remedy) {
            Worker.say("heard blocked");
        }

        @Override
        public void storeFailed(OutboxException failure) {
            Worker.say("heard store-failed");
        }
    }
}
