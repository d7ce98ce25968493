package se.ehealthsdk.siths.signature.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.validation.CertificateValidator;

/**
 * A response that the stand-in of the testkit once made, and what was kept until it came; everyone in it is
 * invented, and its keys are forgotten.
 */
final class StoredResponse {

    static final byte[] XML = resource("response.xml");
    static final byte[] METADATA = resource("metadata.xml");
    static final byte[] PENDING_BYTES = resource("pending.bin");
    static final PendingSignature PENDING = PendingSignature.fromBytes(PENDING_BYTES);

    /** A minute into the request's time window. */
    private static final Clock THEN =
            Clock.fixed(PENDING.notBefore().plus(Duration.ofMinutes(3)), ZoneOffset.UTC);

    private static final CertificateValidator SIGNERS =
            CertificateValidator.trusting(TrustAnchors.pem(root()))
                    .withoutRevocationAtOwnRisk()
                    .build();

    private static final SigningService.Builder BUILDER =
            Configured.builder()
                    .service(SigningServiceMetadata.parse(METADATA), Configured.SERVICE_URL)
                    .signers(SIGNERS)
                    .clock(THEN);

    private StoredResponse() {}

    /** A client that has completed nothing yet. */
    static SigningService client() {
        return BUILDER.build();
    }

    static byte[] complete(byte[] response) {
        return client().complete(
                        PENDING, Base64.getEncoder().encodeToString(response), PENDING.requestId());
    }

    /** What the client is built with. */
    static SigningServiceSettings settings() {
        return client().settings();
    }

    private static Path root() {
        try {
            return Path.of(StoredResponse.class.getResource("root.pem").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = StoredResponse.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
