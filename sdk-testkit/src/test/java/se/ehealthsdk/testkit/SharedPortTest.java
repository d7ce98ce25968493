package se.ehealthsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.TrustAnchors;

/** One port for several, where it listens, and what it shows to clients with real TLS. */
class SharedPortTest {

    private final SharedPort port = SharedPort.open();

    @AfterEach
    void stop() {
        port.close();
    }

    private NationalServices services(String name) {
        return NationalServices.builder().on(port).workspace(name).start();
    }

    /** A client that knows no connection yet. */
    private int status(URI url) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(
                        NationalServices.builder() // only for a certificate of the same PKI
                                .on(port)
                                .start()
                                .credential()
                                .sslContext(TrustAnchors.of(port.pki().trustedRoots())))
                .build()
                .send(
                        HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void workspaces_named_haveTheirPathAndTheirMemory() throws Exception {
        NationalServices first = services("acceptance");
        NationalServices second = services("Team-2");

        assertThat(first.url()).isEqualTo(URI.create(port.url() + "/w/acceptance/vp"));
        assertThat(second.url()).isEqualTo(URI.create(port.url() + "/w/Team-2/vp"));
        assertThat(status(first.url())).isEqualTo(500);
        assertThat(first.journal().exchanges()).hasSize(1);
        assertThat(second.journal().exchanges()).isEmpty();

        first.close();

        assertThat(status(first.url())).isEqualTo(404);
        assertThat(status(second.url())).isEqualTo(500);
        assertThat(services("acceptance").journal().exchanges()).isEmpty();
    }

    @Test
    void workspace_nameTakenOrNone_isRefused() {
        services("acceptance");

        assertThatThrownBy(() -> services("acceptance")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> services("../vp")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> services("1")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void workspaceAtTheRoot_hasPlainPath_andLeavesTheOthersTheirs() throws Exception {
        NationalServices root = services("");
        NationalServices named = services("acceptance");

        assertThat(root.url()).isEqualTo(URI.create(port.url() + "/vp"));
        assertThat(status(named.url())).isEqualTo(500);
        assertThat(root.journal().exchanges()).isEmpty();
        assertThat(named.journal().exchanges()).hasSize(1);
    }

    @Test
    void bind_namedAddress_isTheHostOfUrlAndCertificate() throws Exception {
        InetAddress named = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        try (SharedPort bound = SharedPort.builder().bind(named).open()) {
            assertThat(bound.url()).isEqualTo(URI.create("https://localhost:" + bound.port()));
        }
    }

    @Test
    void bind_addressOfAnother_isAConfigurationMistake() throws Exception {
        InetAddress foreign = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});

        assertThatThrownBy(() -> SharedPort.builder().bind(foreign).open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void port_taken_isAConfigurationMistake() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> SharedPort.builder().port(taken.getLocalPort()).open())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ServerCertificate.class, names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void serverCertificate_wrong_isRefusedByAClient_untilItIsPutBack(ServerCertificate wrong)
            throws Exception {
        NationalServices services = services("acceptance");
        assertThat(status(services.url())).isEqualTo(500);

        services.serverCertificate(wrong);

        assertThat(services.serverCertificate()).isEqualTo(wrong);
        assertThatThrownBy(() -> status(services.url())).isInstanceOf(SSLException.class);

        services.serverCertificate(ServerCertificate.VALID);

        assertThatCode(() -> status(services.url())).doesNotThrowAnyException();
    }
}
