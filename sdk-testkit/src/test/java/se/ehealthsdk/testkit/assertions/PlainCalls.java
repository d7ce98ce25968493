package se.ehealthsdk.testkit.assertions;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.HttpsURLConnection;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.NationalServices;

/** Calls that no client of ours would make. */
public final class PlainCalls {

    private PlainCalls() {}

    /** A compressed request, which breaks the rule {@code http.content-encoding}. */
    public static int compressed(NationalServices services) {
        try {
            HttpsURLConnection connection =
                    (HttpsURLConnection) services.url().toURL().openConnection();
            connection.setSSLSocketFactory(
                    services.credential()
                            .sslContext(TrustAnchors.of(services.pki().trustedRoots()))
                            .getSocketFactory());
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Encoding", "gzip");
            connection.setRequestProperty("Content-Type", "text/xml; charset=UTF-8");
            try (OutputStream out = new GZIPOutputStream(connection.getOutputStream())) {
                out.write("<nothing/>".getBytes(StandardCharsets.UTF_8));
            }
            return connection.getResponseCode();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
