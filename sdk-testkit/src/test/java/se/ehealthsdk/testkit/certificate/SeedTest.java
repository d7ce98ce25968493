package se.ehealthsdk.testkit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.testkit.certificate.Calls.DOCTOR;
import static se.ehealthsdk.testkit.certificate.Calls.PATIENT;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;

/** Whole journeys, done twice. */
class SeedTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private static NationalServices services(long seed) {
        NationalServices services = NationalServices.builder().clock(NOON).seed(seed).start();
        services.certificates().rules(CertificateRules.NONE);
        return services;
    }

    /** Everything that such services write: replies with their headers, and what they hold afterwards. */
    private static List<String> journey(NationalServices services) throws Exception {
        List<String> written = new ArrayList<>();
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(
                                services.credential()
                                        .sslContext(TrustAnchors.of(services.pki().trustedRoots())))
                        .build();
        for (String request : requests()) {
            HttpResponse<String> reply =
                    client.send(
                            HttpRequest.newBuilder(services.url())
                                    .header("Content-Type", "text/xml; charset=utf-8")
                                    .timeout(Duration.ofSeconds(30))
                                    .POST(HttpRequest.BodyPublishers.ofString(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
            headers.remove("date");
            written.add(reply.statusCode() + " " + headers + "\n" + reply.body());
        }
        CertificateStandIn certificates = services.certificates();
        String draft =
                certificates.stored().stream()
                        .filter(StoredCertificate::draft)
                        .findFirst()
                        .orElseThrow()
                        .id();
        HsaId doctor = HsaId.of(DOCTOR);
        certificates.webcert().sign(draft, doctor);
        certificates.webcert().send(draft, "FKASSA", doctor);
        certificates.recipient("FKASSA").requestCompletion(draft, Completion.of("35", "Mer."));
        certificates.messages(draft).forEach(each -> written.add(each.id()));
        certificates.stored().forEach(each -> written.add(each.id() + each.xml()));
        return written;
    }

    /** What a client sent once: the bytes are then the same for everyone. */
    private static List<String> requests() {
        try (NationalServices services = services(1);
                Calls calls = new Calls(services)) {
            calls.createDraft("LISJP", PATIENT, DOCTOR, "<ref>journal-7</ref>");
            calls.register("C-1");
            calls.send("C-1");
            calls.list(PATIENT);
            calls.message("M-1", "C-1", "KONTKT", "");
            return services.journal().exchanges().stream().map(Exchange::request).toList();
        }
    }

    @Test
    void journey_sameSeedAndFixedClock_givesTheSameBytes() throws Exception {
        try (NationalServices first = services(42);
                NationalServices second = services(42)) {
            assertThat(journey(first)).hasSizeGreaterThan(6).isEqualTo(journey(second));
        }
    }

    @Test
    void journey_afterReset_givesTheSameBytesAgain() throws Exception {
        try (NationalServices services = services(42)) {
            List<String> before = journey(services);
            services.reset();
            services.certificates().rules(CertificateRules.NONE);

            assertThat(journey(services)).isEqualTo(before);
        }
    }

    @Test
    void journey_otherSeed_givesOtherIds() throws Exception {
        try (NationalServices first = services(42);
                NationalServices second = services(43)) {
            assertThat(journey(first)).isNotEqualTo(journey(second));
        }
    }
}
