package se.ehealthsdk.siths.internal.revocation;

import java.net.URI;
import java.util.Map;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.internal.web.WebAnswer;
import se.ehealthsdk.siths.internal.web.WebClient;
import se.ehealthsdk.siths.internal.web.WebSettings;

/** Calls the services. An answer that cannot be had is one that says nothing. */
final class Fetching implements AutoCloseable {

    private static final int OK = 200;

    private final WebClient web;

    Fetching(RevocationSettings settings, int maxBytes) {
        this.web =
                new WebClient(
                        new WebSettings(
                                null,
                                settings.proxy(),
                                settings.connectTimeout(),
                                settings.timeout(),
                                maxBytes));
    }

    private interface Request {
        WebAnswer send();
    }

    byte[] get(URI url) throws UnusableException {
        return body(() -> web.get(url, Map.of()));
    }

    byte[] post(URI url, String contentType, byte[] body) throws UnusableException {
        return body(() -> web.post(url, contentType, body, Map.of()));
    }

    private static byte[] body(Request request) throws UnusableException {
        WebAnswer answer;
        try {
            answer = request.send();
        } catch (ConnectionException failed) {
            throw new UnusableException("did not come: " + failed.getMessage(), failed.remedy());
        } catch (ProtocolException tooLarge) {
            throw new UnusableException(
                    "is larger than any should be",
                    "Check that the address is that of the service.");
        }
        if (answer.status() != OK) {
            throw new UnusableException(
                    "did not come: HTTP status " + answer.status(),
                    "Check that the address is that of the service; try again later.");
        }
        return answer.body();
    }

    @Override
    public void close() {
        web.close();
    }
}
