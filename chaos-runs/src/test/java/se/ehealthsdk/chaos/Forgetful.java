package se.ehealthsdk.chaos;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.Receiver;

/** Acknowledges what it holds in memory, and keeps it a moment later: loses when it is killed. */
public final class Forgetful implements Opening {

    @Override
    public Outbox open(String address) {
        Outbox real = new RealOpening().open(address);
        ExecutorService later = Executors.newSingleThreadExecutor();
        return new Outbox() {
            @Override
            public void append(List<Item> items) {
                later.execute(
                        () -> {
                            try {
                                TimeUnit.MILLISECONDS.sleep(20);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            real.append(items);
                        });
            }

            @Override
            public Delivery deliver(Receiver receiver, DeliveryOptions options) {
                return real.deliver(receiver, options);
            }

            @Override
            public void close() {
                later.shutdown();
                real.close();
            }
        };
    }
}
