package se.ehealthsdk.core.rivta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.rivta.RawServer.http;
import static se.ehealthsdk.core.rivta.RawServer.ok;
import static se.ehealthsdk.core.rivta.RivtaClientTest.TO;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import se.ehealthsdk.core.error.EHealthException;

/** Runs calls full of one person's data, and looks for that person in everything logged or thrown. */
@ResourceLock(Resources.SYSTEM_ERR)
class LogPrivacyTest {

    private static final String NUMBER = "191212121212";
    private static final String NAME = "Tolvansson";

    @Test
    void call_anyOutcome_leavesNoPersonInLogsMessagesOrStackTraces() throws Exception {
        SSLContext tls = Pki.serverContext();
        String person = "Patient " + NAME + " " + NUMBER;
        List<byte[]> answers =
                List.of(
                        ok(Echo.answer(person)),
                        ok(Echo.answer(person).substring(0, 200)),
                        ok(person),
                        ok("<!DOCTYPE " + NAME + ">" + Echo.answer(person)),
                        ok(Echo.answer("<b>" + person + "</b>")),
                        ok(Echo.answer("&" + NAME + ";")),
                        ok(Echo.envelope("<" + NAME + " xmlns=\"urn:x\"/>")),
                        http("500 X", "", Echo.fault("Client", person, person)),
                        http("500 X", "", Echo.fault("Server", "VP009 [X] " + person, person)),
                        http("404 Not Found", "", person));
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        StringWriter thrown = new StringWriter();
        System.setErr(new PrintStream(logged, true, UTF_8));
        try {
            for (byte[] answer : answers) {
                RawServer.Script script =
                        (request, out) -> {
                            out.write(answer);
                            return true;
                        };
                try (RawServer server = new RawServer(tls, script);
                        RivtaClient client =
                                Pki.client(server.url())
                                        .options(o -> o.retry(RetryPolicy.NONE))
                                        .build()) {
                    client.call(Echo.QUERY, TO, person);
                } catch (EHealthException failure) {
                    thrown.append(failure.toString()).append(failure.remedy());
                    failure.printStackTrace(new PrintWriter(thrown, true));
                }
            }
            failingHandler(person, thrown);
        } finally {
            System.setErr(before);
        }

        String everything = logged.toString(UTF_8) + thrown;
        assertThat(logged.toString(UTF_8)).contains("answered: contract=").contains("failed: ");
        assertThat(everything).doesNotContain(NUMBER).doesNotContain(NAME);
    }

    private static void failingHandler(String person, StringWriter thrown) {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                Echo.QUERY,
                                (text, caller) -> {
                                    throw new IllegalStateException(
                                            person, new IllegalArgumentException(person));
                                })
                        .build();
        try (RivtaServer server =
                        RivtaServer.start(
                                endpoint,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                Pki.server(),
                                Pki.trust());
                RivtaClient client = Pki.client(server.url()).build()) {
            client.with(o -> o.retry(RetryPolicy.NONE)).call(Echo.QUERY, TO, person);
        } catch (EHealthException failure) {
            failure.printStackTrace(new PrintWriter(thrown, true));
        }
    }
}
