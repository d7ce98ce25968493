package se.ehealthsdk.siths.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.siths.certificate.ClientCertificateRefusedException.Reason;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

class ClientCertificateHeaderTest {

    private static final String NAME = "X-Client-Cert";
    private static final IssuedCertificate CLIENT =
            TestPki.shared().function("SE2321000016-TESTSYS");
    private static final IssuedCertificate OTHER =
            TestPki.shared().function("SE2321000016-TESTOTHER");
    private static final X509Certificate LEAF = CLIENT.certificate();
    private static final X509Certificate CA = CLIENT.chain().get(1);
    private static final X509Certificate ROOT = TestPki.shared().root().certificate();

    private final ClientCertificateHeader header =
            ClientCertificateHeader.builder()
                    .header(NAME)
                    .header(ClientCertificateHeader.CLIENT_CERT)
                    .trustedProxies("10.1.2.3")
                    .build();

    private Optional<List<X509Certificate>> read(Map<String, List<String>> headers) {
        TreeMap<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return header.read(address("10.1.2.3"), anyCase::get);
    }

    private Optional<List<X509Certificate>> read(String value) {
        return read(Map.of(NAME, List.of(value)));
    }

    static Stream<String> formsOfTheLeaf() {
        String pem = pem(LEAF);
        String base64 = base64(LEAF);
        return Stream.of(
                pem,
                pem.replace("\n", "\r\n"),
                "  " + pem + " ",
                pem.replace('\n', ' '),
                pem.replace("\n", "\n\t"),
                pem.replace('\n', '\t'),
                pem.replace("\n", ""),
                URLEncoder.encode(pem, UTF_8).replace("+", "%20"),
                URLEncoder.encode(pem, UTF_8),
                // as some encode: + / = are left alone
                pem.replace("\n", "%0A").replace(" ", "%20"),
                base64,
                base64.replaceAll("=+$", ""),
                URLEncoder.encode(base64, UTF_8),
                Base64.getMimeEncoder().encodeToString(der(LEAF)).replace("\r\n", " "),
                ":" + base64 + ":",
                " :" + base64 + ": ");
    }

    @ParameterizedTest
    @MethodSource("formsOfTheLeaf")
    void read_oneCertificate_inEveryForm_isRead(String value) {
        assertThat(read(value)).contains(List.of(LEAF));
        assertThat(read(Map.of("client-cert", List.of(value)))).contains(List.of(LEAF));
    }

    static Stream<String> formsOfTheChain() {
        String bare = base64(LEAF) + "," + base64(CA);
        return Stream.of(
                bare,
                bare.replace(",", ", "),
                URLEncoder.encode(bare, UTF_8),
                URLEncoder.encode(base64(LEAF), UTF_8) + "," + URLEncoder.encode(base64(CA), UTF_8),
                pem(LEAF) + pem(CA),
                pem(LEAF) + "," + pem(CA),
                (pem(LEAF) + pem(CA)).replace('\n', ' '),
                URLEncoder.encode(pem(LEAF) + pem(CA), UTF_8),
                ":" + base64(LEAF) + ":, :" + base64(CA) + ":");
    }

    @ParameterizedTest
    @MethodSource("formsOfTheChain")
    void read_chain_inEveryForm_isReadInOrder(String value) {
        assertThat(read(value)).contains(List.of(LEAF, CA));
    }

    @Test
    void read_standardHeaders_joinsCertificateAndChain() {
        assertThat(
                        read(
                                Map.of(
                                        "Client-Cert",
                                        List.of(":" + base64(LEAF) + ":"),
                                        "Client-Cert-Chain",
                                        List.of(":" + base64(CA) + ":", ":" + base64(ROOT) + ":"))))
                .contains(List.of(LEAF, CA, ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "(null)"})
    void read_valueThatSaysNone_isEmpty(String value) {
        assertThat(read(value)).isEmpty();
    }

    @Test
    void read_noHeader_isEmpty_fromWhomever() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(header.read(address("192.0.2.1"), name -> null)).isEmpty();
        assertThat(header.read(address("192.0.2.1"), name -> List.of())).isEmpty();
    }

    @Test
    void read_fromSomebodyElse_isRefused() {
        assertRefused(
                Reason.PEER_NOT_TRUSTED,
                () -> header.read(address("10.1.2.4"), name -> List.of(pem(LEAF))));
        assertRefused(
                Reason.PEER_NOT_TRUSTED,
                () ->
                        header.read(
                                address("10.1.2.4"),
                                name -> name.equals("Client-Cert-Chain") ? List.of("x") : null));
    }

    @Test
    void read_severalThatAgree_givesTheLongest() {
        assertThat(
                        read(
                                Map.of(
                                        NAME,
                                        List.of(pem(LEAF), base64(LEAF) + "," + base64(CA)),
                                        "Client-Cert",
                                        List.of(":" + base64(LEAF) + ":"))))
                .contains(List.of(LEAF, CA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(null)"})
    void read_noneBesideACertificate_isRefused(String none) {
        assertRefused(
                Reason.SEVERAL_CERTIFICATES, () -> read(Map.of(NAME, List.of(pem(LEAF), none))));
    }

    @Test
    void read_severalThatDisagree_isRefused() {
        assertRefused(
                Reason.SEVERAL_CERTIFICATES,
                () -> read(Map.of(NAME, List.of(pem(OTHER.certificate()), pem(LEAF)))));
        assertRefused(
                Reason.SEVERAL_CERTIFICATES,
                () ->
                        read(
                                Map.of(
                                        NAME,
                                        List.of(pem(OTHER.certificate())),
                                        "Client-Cert",
                                        List.of(":" + base64(LEAF) + ":"))));
        assertRefused(
                Reason.SEVERAL_CERTIFICATES,
                () ->
                        read(
                                Map.of(
                                        NAME,
                                        List.of(base64(LEAF) + "," + base64(CA)),
                                        "Client-Cert",
                                        List.of(":" + base64(LEAF) + ":"),
                                        "Client-Cert-Chain",
                                        List.of(":" + base64(ROOT) + ":"))));
    }

    @Test
    void read_twoClientsJoinedByAnAppendingProxy_isRefused() {
        assertRefused(
                Reason.NOT_A_CHAIN, () -> read(base64(OTHER.certificate()) + ", " + base64(LEAF)));
    }

    @Test
    void read_chainThatBeginsWithTheRoot_isRefused() {
        assertRefused(
                Reason.NOT_A_CHAIN,
                () -> read(base64(ROOT) + "," + base64(CA) + "," + base64(LEAF)));
        assertRefused(Reason.NOT_A_CHAIN, () -> read(base64(LEAF) + "," + base64(ROOT)));
    }

    @Test
    void read_chainHeaderAlone_isRefused() {
        assertRefused(
                Reason.CHAIN_WITHOUT_CERTIFICATE,
                () -> read(Map.of("Client-Cert-Chain", List.of(":" + base64(CA) + ":"))));
    }

    static Stream<String> damaged() {
        String base64 = base64(LEAF);
        String pem = pem(LEAF);
        return Stream.of(
                "x",
                "MII",
                ",",
                base64 + ",",
                "," + base64,
                base64.substring(0, base64.length() / 2),
                base64 + base64,
                base64.replace('A', '*'),
                pem.substring(0, pem.length() - 30),
                pem + "HEMLIG",
                "HEMLIG" + pem,
                pem.replace("BEGIN CERTIFICATE", "BEGIN TRUSTED CERTIFICATE"),
                pem.replace("CERTIFICATE", "PRIVATE KEY"),
                URLEncoder.encode(URLEncoder.encode(pem, UTF_8), UTF_8),
                pem.replace("\n", "%0"),
                pem.replace("\n", "%zz"),
                pem + "%",
                ":",
                "::",
                ":" + base64,
                ":" + base64 + ":;a=1",
                ":" + base64 + ": :" + base64 + ":",
                ":" + base64 + ":,",
                "\u0000" + base64,
                "å" + base64,
                Base64.getEncoder().encodeToString(new byte[] {0x30, 0x03, 0x02, 0x01, 0x05}),
                "Hash=x;Cert=\"" + URLEncoder.encode(pem, UTF_8) + "\"");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void read_damaged_isRefusedWithoutItsContent(String value) {
        assertRefused(Reason.DAMAGED, () -> read(value));
    }

    @Test
    void read_damagedBesideAGoodOne_isRefused() {
        assertRefused(Reason.DAMAGED, () -> read(Map.of(NAME, List.of(pem(LEAF), "MIIHEMLIG"))));
        assertRefused(
                Reason.DAMAGED,
                () ->
                        read(
                                Map.of(
                                        "Client-Cert",
                                        List.of(":" + base64(LEAF) + ":"),
                                        "Client-Cert-Chain",
                                        List.of(base64(CA)))));
    }

    @Test
    void read_moreThanAnyChain_isRefused() {
        assertRefused(Reason.TOO_LARGE, () -> read("A".repeat(65_537)));
        assertRefused(
                Reason.TOO_LARGE,
                () ->
                        read(
                                Stream.generate(() -> base64(ROOT))
                                        .limit(11)
                                        .collect(Collectors.joining(","))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3 | 10.1.2.3 | true",
                "10.1.2.3 | 10.1.2.4 | false",
                "' 10.0.0.1 ,\t10.1.2.0/24\n ' | 10.1.2.255 | true",
                "10.1.2.0/24 | 10.1.3.0 | false",
                "10.1.2.77/24 | 10.1.2.1 | true",
                "10.1.2.0/25 | 10.1.2.127 | true",
                "10.1.2.0/25 | 10.1.2.128 | false",
                "10.1.2.4/31 | 10.1.2.5 | true",
                "10.1.2.4/31 | 10.1.2.6 | false",
                "128.0.0.0/1 | 200.0.0.1 | true",
                "128.0.0.0/1 | 100.0.0.1 | false",
                "::ffff:10.1.2.3 | 10.1.2.3 | true",
                "10.1.2.3 | ::ffff:10.1.2.3 | true",
                "::ffff:10.1.2.0/120 | 10.1.2.9 | true",
                "::ffff:10.1.2.0/120 | 10.1.3.9 | false",
                "::1 | ::1 | true",
                "::1 | 127.0.0.1 | false",
                "2001:db8::/32 | 2001:db8:ffff::1 | true",
                "2001:db8::/32 | 2001:db9::1 | false",
                "2001:db8::/33 | 2001:db8:8000::1 | false",
                "2001:DB8:0:0:0:0:0:5 | 2001:db8::5 | true",
                "0.0.0.1/31 | ::1 | false",
                "10.1.2.3;::1 | ::1 | true"
            })
    void trustedProxies_asAddressOrRange_letIn(String list, String peer, boolean trusted) {
        ClientCertificateHeader reader =
                ClientCertificateHeader.builder().header(NAME).trustedProxies(list).build();

        if (trusted) {
            assertThat(reader.read(address(peer), name -> List.of(pem(LEAF)))).isPresent();
        } else {
            assertRefused(
                    Reason.PEER_NOT_TRUSTED,
                    () -> reader.read(address(peer), name -> List.of(pem(LEAF))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.test",
                "localhost",
                "10.1.2",
                "10.1.2.3.4",
                "10.1.2.256",
                "010.1.2.3",
                "10.1.2.3/33",
                "10.1.2.3/",
                "10.1.2.3/-1",
                "10.1.2.3/24/24",
                "10.1.2.3/255.255.255.0",
                "0.0.0.0/0",
                "::/0",
                "::ffff:0.0.0.0/96",
                "::/129",
                "2001:db8:::1",
                "[::1]",
                "fe80::1%eth0",
                "*",
                "1",
                ":"
            })
    void trustedProxies_whatIsNoAddress_isRefused(String list) {
        ClientCertificateHeader.Builder builder = ClientCertificateHeader.builder();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder.trustedProxies(list))
                .satisfies(refused -> assertThat(refused.remedy()).contains("10.1.2.0/24"));
    }

    @Test
    void build_withoutProxyOrHeader_isRefused() {
        assertThatThrownBy(ClientCertificateHeader.builder().header(NAME)::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy");
        assertThatThrownBy(
                        ClientCertificateHeader.builder().header(NAME).trustedProxies(" , ")::build)
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(ClientCertificateHeader.builder().trustedProxies("10.1.2.3")::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> ClientCertificateHeader.builder().header("X Client: Cert"))
                .isInstanceOf(ConfigurationException.class);
    }

    private static void assertRefused(Reason reason, Runnable reading) {
        assertThatExceptionOfType(ClientCertificateRefusedException.class)
                .isThrownBy(reading::run)
                .satisfies(
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(reason);
                            assertThat(refused.remedy()).isNotBlank();
                            assertThat(refused.toString()).doesNotContain("HEMLIG", "MII");
                        })
                .withNoCause();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(X509Certificate certificate) {
        return Pem.of(der(certificate));
    }

    private static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
