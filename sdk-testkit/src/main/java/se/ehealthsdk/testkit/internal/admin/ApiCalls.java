package se.ehealthsdk.testkit.internal.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/** Calls to an Admin API. */
public final class ApiCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String base;
    private final @Nullable String authorization;

    private ApiCalls(HttpClient http, String base, @Nullable String authorization) {
        this.http = http;
        this.base = base;
        this.authorization = authorization;
    }

    /**
     * @param trust null for plain HTTP
     * @param password null when none is asked for
     */
    public static ApiCalls of(
            URI console, @Nullable TrustAnchors trust, @Nullable String password) {
        String scheme = trust == null ? "http" : "https";
        if (!scheme.equals(console.getScheme()) || console.getHost() == null) {
            throw new ConfigurationException(
                    "The address of the console is not right.",
                    "Give it as " + scheme + "://localhost:8480.");
        }
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10));
        if (trust != null) {
            builder.sslContext(trust.sslContext());
        }
        String authorization =
                password == null
                        ? null
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("tester:" + password)
                                                        .getBytes(StandardCharsets.UTF_8));
        String address = console.toString();
        return new ApiCalls(
                builder.build(),
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                        + "/api",
                authorization);
    }

    /** A part of a path. */
    public static String part(String text) {
        return Paths.encode(text);
    }

    /** Calls below a path. */
    public ApiCalls below(String path) {
        return new ApiCalls(http, base + path, authorization);
    }

    public Tree get(String path) {
        return call("GET", path, null);
    }

    public Tree send(String method, String path, @Nullable Map<String, ?> body) {
        return sendText(
                method,
                path,
                body == null
                        ? ""
                        : new String(Json.write(Json.tree(body)), StandardCharsets.UTF_8));
    }

    public Tree sendText(String method, String path, String json) {
        return call(method, path, json);
    }

    private Tree call(String method, String path, @Nullable String body) {
        return read(answer(method, path, body));
    }

    /** What a path gives, as it is. */
    public String text(String path) {
        HttpResponse<byte[]> response = answer("GET", path, null);
        if (response.statusCode() != 200) {
            read(response);
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answer(String method, String path, @Nullable String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new ConnectionException(
                    ConnectionException.Stage.CONNECT,
                    Outcome.UNKNOWN,
                    "The Admin API cannot be reached.",
                    "See that the stand-in services run, and at this address.",
                    null,
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(
                    ConnectionException.Stage.INTERRUPTED,
                    Outcome.UNKNOWN,
                    "The call to the Admin API was interrupted.",
                    "Nothing, if the thread was meant to stop.",
                    null,
                    stopped);
        }
        return response;
    }

    private static Tree read(HttpResponse<byte[]> response) {
        JsonNode tree;
        try {
            tree = response.body().length == 0 ? Json.tree(Map.of()) : Json.read(response.body());
        } catch (Refusal noJson) {
            throw new ProtocolException(
                    "The Admin API answered HTTP " + response.statusCode() + " without JSON.",
                    null,
                    null);
        }
        if (response.statusCode() / 100 == 2) {
            return new Tree(tree);
        }
        if (response.statusCode() == 401 || response.statusCode() == 429) {
            throw new ConfigurationException(
                    "The Admin API does not let this client in.", "Give the console's password.");
        }
        String detail = tree.path("detail").asText("HTTP " + response.statusCode());
        if (response.statusCode() / 100 == 4) {
            throw new InvalidInputException(
                    tree.path("field").asText("call"),
                    tree.path("problem").asText(detail),
                    Optional.ofNullable(tree.get("expected"))
                            .map(JsonNode::asText)
                            .orElse("what docs/openapi/national-services.yaml describes"));
        }
        throw new ProtocolException(
                "The Admin API answered HTTP " + response.statusCode() + ": " + detail, null, null);
    }

    /** Trust in the certificates of a PEM text. */
    public TrustAnchors trust(String pem) {
        try {
            return TrustAnchors.of(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(
                                            pem.getBytes(StandardCharsets.US_ASCII)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException damaged) {
            throw new ProtocolException(
                    "The root certificates of the Admin API cannot be read.", null, damaged);
        }
    }

    /** A credential out of a PKCS#12 file. */
    public Credential credential(byte[] pkcs12, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password);
            return Credential.keyStore(store, password);
        } catch (GeneralSecurityException | IOException damaged) {
            throw new ProtocolException(
                    "The certificate that the Admin API issued cannot be read.", null, damaged);
        }
    }

    /** The base address. */
    @Override
    public String toString() {
        return base;
    }
}
