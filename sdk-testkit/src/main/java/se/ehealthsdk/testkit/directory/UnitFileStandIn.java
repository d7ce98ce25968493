package se.ehealthsdk.testkit.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.Mounts;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testpki.TestPki;

/**
 * HSA's file service (Filtjänst), with the file of all units that is made each night: the organisations and units of
 * {@code services.hsa()} as they are now, except fictitious ones.
 *
 * <pre>{@code
 * services.unitFile().url();            // https://localhost:port/hsafileservice/hsaunits.zip
 * services.unitFile().next(UnitFileFault.CUT_OFF);
 * }</pre>
 *
 * <p>Over mutual TLS: on the port of the platform, or on one of its own when started alone. It answers GET for those whose certificate's HSA-id has been
 * admitted, with an ETag; who sends that in {@code If-None-Match} gets HTTP 304 while the file is the same. The file is
 * another when the population changes, and each new day in Sweden.
 *
 * <p>Source: {@code FileGetHsaUnitsResponse}, namespace {@code urn:riv:hsa:HsaWsResponder:3}, as systems read it that
 * use it; its schema is not published, so the form of its times is a guess ({@code xs:dateTime}). Safe for use by many
 * threads.
 */
public final class UnitFileStandIn implements AutoCloseable {

    /** Where the file is, on the server. */
    public static final String PATH = "/hsafileservice/hsaunits.zip";

    /** What comes before the last part of {@link #PATH}; other files are not there. */
    public static final String FOLDER = "/hsafileservice";

    private final HsaStandIn hsa;
    private final Clock clock;
    private final String base;
    private final @Nullable StandInServer server;
    private final Set<HsaId> admitted = new HashSet<>();
    private final ServiceFaults<UnitFileFault> faults;
    private int downloads;

    private UnitFileStandIn(HsaStandIn hsa, TestPki pki, Clock clock) {
        this.hsa = hsa;
        this.clock = clock;
        faults = new ServiceFaults<>("unit-file", clock);
        reset();
        char[] password = TestPki.PASSWORD.toCharArray();
        StandInServer own =
                StandInServer.start(
                        Credential.keyStore(pki.server("localhost").keyStore(password), password)
                                .sslContext(TrustAnchors.of(pki.trustedRoots())),
                        Listening.onLoopback(0),
                        this::answer);
        base = "https://localhost:" + own.port();
        server = own;
    }

    private UnitFileStandIn(HsaStandIn hsa, Clock clock, Mounts port, URI base) {
        this.hsa = hsa;
        this.clock = clock;
        this.base = base.toString();
        faults = new ServiceFaults<>("unit-file", clock);
        server = null;
        reset();
        port.mount(FOLDER, this::answer);
    }

    /**
     * Starts on any free port of this machine.
     *
     * @param hsa whose units
     * @param pki issues the server's certificate, and the clients'
     * @param clock which day it is
     * @throws ConfigurationException if it cannot listen
     */
    public static UnitFileStandIn start(HsaStandIn hsa, TestPki pki, Clock clock) {
        return new UnitFileStandIn(hsa, pki, clock);
    }

    /**
     * Begins on a port that others answer on too; for the testkit itself.
     *
     * @param hsa whose units
     * @param clock which day it is
     * @param port takes calls to {@link #PATH}
     * @param base what comes before the path
     */
    @SuppressWarnings("exports")
    public static UnitFileStandIn on(Mounts port, URI base, HsaStandIn hsa, Clock clock) {
        return new UnitFileStandIn(hsa, clock, port, base);
    }

    /** Where the file is. */
    public URI url() {
        return URI.create(base + PATH);
    }

    /** Lets a system fetch the file. */
    public synchronized void admit(HsaId system) {
        admitted.add(system);
    }

    /** No longer lets a system fetch the file: it gets HTTP 403. */
    public synchronized void exclude(HsaId system) {
        admitted.remove(system);
    }

    /** The next who asks meets this; several are met one after the other. */
    public void next(UnitFileFault fault) {
        faults.next(fault);
    }

    /** The faults that wait for those who ask. */
    public ServiceFaults<UnitFileFault> faults() {
        return faults;
    }

    /** How often the file has been sent, in whole or in part, since the start or the last reset. */
    public synchronized int downloads() {
        return downloads;
    }

    /** The file as it is now. */
    public byte[] zip() {
        return zipped(xml(Optional.empty()));
    }

    /** The XML in the file as it is now. */
    public String xml() {
        return xml(Optional.empty());
    }

    /** As at the start: who is let in, and no faults. */
    public final synchronized void reset() {
        faults.clear();
        downloads = 0;
        admitted.clear();
        admitted.add(HsaId.of(TestPki.SYSTEM_HSA_ID));
    }

    /** Stops listening, if the port is its own. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /** Where the file is. */
    @Override
    public String toString() {
        return "UnitFileStandIn[" + url() + "]";
    }

    private synchronized HttpReply answer(HttpCall call) {
        if (!call.path().equals(PATH)) {
            return HttpReply.empty(404);
        }
        if (!call.method().equals("GET")) {
            return HttpReply.empty(405).with("allow", "GET");
        }
        Optional<UnitFileFault> fault = faults.take();
        boolean mayRead =
                call.certificate()
                        .flatMap(Credential::hsaIdOf)
                        .filter(admitted::contains)
                        .isPresent();
        if (!mayRead || fault.filter(UnitFileFault.FORBIDDEN::equals).isPresent()) {
            return HttpReply.empty(403);
        }
        return fault.map(this::faulty).orElseGet(() -> whole(call));
    }

    private HttpReply whole(HttpCall call) {
        byte[] file = zip();
        String tag = "\"" + digest(file) + "\"";
        if (call.header("if-none-match").filter(tag::equals).isPresent()) {
            return HttpReply.empty(304).with("etag", tag);
        }
        return sent(file).with("etag", tag).with("last-modified", modified());
    }

    /** The night's first moment. */
    private String modified() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                today().atStartOfDay(SwedishTime.ZONE).withZoneSameInstant(ZoneId.of("GMT")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }

    private HttpReply faulty(UnitFileFault fault) {
        byte[] file = zip();
        return switch (fault) {
            case UNAVAILABLE -> HttpReply.empty(503);
            case FORBIDDEN -> HttpReply.empty(403);
            case CUT_OFF -> sent(file).withBody(Body.shortOf(half(file), file.length));
            case HALF_A_ZIP -> sent(half(file));
            case HALF_THE_XML -> {
                String xml = xml();
                yield sent(zipped(xml.substring(0, xml.length() / 2)));
            }
            case NOT_A_ZIP ->
                    HttpReply.of(
                            200,
                            Map.of("content-type", "text/html"),
                            "<html><body>Inloggning</body></html>".getBytes(UTF_8));
            case SAME_PLACE_TWICE, INCOMPLETE_UNITS -> sent(zipped(xml(Optional.of(fault))));
        };
    }

    private HttpReply sent(byte[] file) {
        downloads++;
        return HttpReply.of(200, Map.of("content-type", "application/zip"), file);
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private String xml(Optional<UnitFileFault> fault) {
        return UnitFileXml.of(
                TreeBuilder.tree(hsa),
                today(),
                hsa.units().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.hsaId().value(), it -> it.unit().publicName())),
                fault);
    }

    /** The same bytes for the same XML: the time of the zip's entry is always the same. */
    private static byte[] zipped(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("hsaunits.xml");
            entry.setTimeLocal(LocalDate.of(2020, 1, 1).atStartOfDay());
            zip.putNextEntry(entry);
            zip.write(xml.getBytes(UTF_8));
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 16);
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
