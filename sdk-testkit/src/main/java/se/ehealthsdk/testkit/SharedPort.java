package se.ehealthsdk.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testpki.TestPki;

/**
 * One HTTPS port that several {@link NationalServices} stand behind, each at a path of its own and with a memory of its own. Starting services on
 * it takes a few milliseconds, so every test can have its own, and tests may run in parallel.
 *
 * <pre>{@code
 * try (SharedPort port = SharedPort.open();
 *         NationalServices services = NationalServices.builder().on(port).start()) {
 *     services.url();                                 // https://localhost:<port>/w/1/vp
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class SharedPort implements AutoCloseable {

    private static final String PREFIX = "/w/";

    private final TestPki pki;
    private final Map<String, Function<HttpCall, HttpReply>> workspaces = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final StandInServer server;

    private SharedPort(TestPki pki) {
        this.pki = pki;
        char[] password = TestPki.PASSWORD.toCharArray();
        server =
                StandInServer.start(
                        Credential.keyStore(pki.server("localhost").keyStore(password), password)
                                .sslContext(TrustAnchors.of(pki.trustedRoots())),
                        0,
                        this::answer);
    }

    /**
     * Opens any free port, with the shared test PKI.
     *
     * @throws ConfigurationException if it cannot listen
     */
    public static SharedPort open() {
        return new SharedPort(TestPki.shared());
    }

    /** The PKI of all that stand behind it. */
    TestPki pki() {
        return pki;
    }

    int number() {
        return server.port();
    }

    /** Gives services a path of their own: what it is. */
    String add(Function<HttpCall, HttpReply> services) {
        String path = PREFIX + numbers.incrementAndGet();
        workspaces.put(path, services);
        return path;
    }

    void remove(String path) {
        workspaces.remove(path);
    }

    private HttpReply answer(HttpCall call) {
        int end = call.path().indexOf('/', PREFIX.length());
        @Nullable Function<HttpCall, HttpReply> services =
                end < 0 || !call.path().startsWith(PREFIX)
                        ? null
                        : workspaces.get(call.path().substring(0, end));
        return services == null
                ? HttpReply.empty(404)
                : services.apply(call.withPath(call.path().substring(end)));
    }

    /** Stops listening, for all who stand behind it. */
    @Override
    public void close() {
        server.close();
    }
}
