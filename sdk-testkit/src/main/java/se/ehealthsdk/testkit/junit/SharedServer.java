package se.ehealthsdk.testkit.junit;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.ehealthsdk.testkit.SharedPort;

/** The server of all tests of a run: opened when the first test needs it, closed when the run ends. */
@SuppressWarnings("deprecation") // what JUnit 5.10 closes, and 6 too
final class SharedServer implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private final SharedPort port = SharedPort.open();

    static SharedPort of(ExtensionContext context) {
        SharedServer server =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(SharedServer.class))
                        .getOrComputeIfAbsent(
                                SharedServer.class, key -> new SharedServer(), SharedServer.class);
        return Objects.requireNonNull(server).port;
    }

    @Override
    public void close() {
        port.close();
    }
}
