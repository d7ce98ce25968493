package se.ehealthsdk.chaos;

import java.time.Duration;
import java.util.List;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/** Takes a call that failed for one that was done: loses without being killed. */
public final class Hasty implements Opening {

    @Override
    public Outbox open(String address) {
        Outbox real = new RealOpening().open(address);
        return new Outbox() {
            @Override
            public void append(List<Item> items) {
                real.append(items);
            }

            @Override
            public Delivery deliver(Receiver receiver, DeliveryOptions options) {
                return real.deliver(new Believing(receiver), options);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    private record Believing(Receiver real) implements Receiver {

        @Override
        public Verdict deliver(String destination, List<Item> items) {
            Verdict verdict = real.deliver(destination, items);
            return verdict instanceof Verdict.Failed ? new Verdict.Accepted("") : verdict;
        }

        @Override
        public Duration longestCall() {
            return real.longestCall();
        }
    }
}
