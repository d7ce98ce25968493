package se.ehealthsdk.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/** StoreLog in the simplest way: what the real one is compared with when a run fails. */
final class PlainReceiver implements Receiver {

    private final URI address;
    private final HttpClient http;

    PlainReceiver(URI address, Path certificates) throws IOException, GeneralSecurityException {
        this.address = address;
        KeyStore own = KeyStore.getInstance("PKCS12");
        char[] password = "testpki".toCharArray();
        try (InputStream in = Files.newInputStream(certificates.resolve("function.p12"))) {
            own.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, password);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        try (InputStream in = Files.newInputStream(certificates.resolve("trusted-roots.pem"))) {
            roots.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        http = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public Duration longestCall() {
        return Times.LONGEST_CALL;
    }

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        StringBuilder body =
                new StringBuilder(
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                                + " xmlns:a=\"urn:riv:itintegration:registry:1\""
                                + " xmlns:r=\"urn:riv:informationsecurity:auditing:log:StoreLogResponder:2\""
                                + " xmlns:c=\"urn:riv:informationsecurity:auditing:log:2\"><s:Header>"
                                + "<a:LogicalAddress>"
                                + destination
                                + "</a:LogicalAddress></s:Header><s:Body><r:StoreLog>");
        for (Item each : items) {
            body.append(new String(each.payload(), StandardCharsets.UTF_8));
        }
        body.append("</r:StoreLog></s:Body></s:Envelope>");
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(Times.ANSWER)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            return verdict(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return new Verdict.Failed(true, e.getClass().getSimpleName(), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Failed(true, "interrupted", Optional.empty());
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.contains(">OK<")) {
            return new Verdict.Accepted("");
        }
        if (answer.contains(">VALIDATION_ERROR<")) {
            Verdict.Cause cause =
                    answer.contains("unikt")
                            ? Verdict.Cause.DUPLICATE
                            : answer.contains("activityType")
                                    ? Verdict.Cause.OTHER
                                    : Verdict.Cause.UNCLEAR;
            return new Verdict.Refused(cause, "VALIDATION_ERROR");
        }
        if (answer.contains("ACCESSDENIED") || answer.contains("VP007")) {
            return new Verdict.Blocked("refused", "ask for access");
        }
        return new Verdict.Failed(true, "no answer that counts", Optional.empty());
    }
}
