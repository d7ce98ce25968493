package se.ehealthsdk.siths.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.diagnosis.Ending.Kind;

/** One TLS handshake, and a small request after it: with TLS 1.3 the server's refusal comes no earlier. */
final class Attempt {

    private static final String TLS_1_3 = "TLSv1.3";
    private static final String[] PROTOCOLS = {TLS_1_3, "TLSv1.2"};

    /** How long a refusal may take before the request is sent, whose failure would hide it. */
    private static final int REFUSAL_MILLIS = 500;

    /** How long to wait for an answer that is not needed to judge the certificate. */
    private static final int ANSWER_MILLIS = 5_000;

    private static final int ENOUGH_OF_AN_ANSWER = 512;

    private final Target target;
    private final Deadline deadline;
    private final ServerJudge server;
    private final RequestRecorder request;
    private Optional<SSLSession> session = Optional.empty();
    private Optional<Ending> ending = Optional.empty();

    private Attempt(
            Target target, TrustAnchors trust, Optional<SigningKey> own, Deadline deadline) {
        this.target = target;
        this.deadline = deadline;
        this.server = new ServerJudge(target.host(), trust);
        this.request = new RequestRecorder(own, server::trusted);
    }

    /** Tries, and closes the connection. */
    static Attempt over(
            Socket connection,
            Target target,
            TrustAnchors trust,
            Optional<SigningKey> own,
            Deadline deadline) {
        Attempt attempt = new Attempt(target, trust, own, deadline);
        attempt.run(connection);
        return attempt;
    }

    private void run(Socket connection) {
        try (SSLSocket tls =
                (SSLSocket)
                        context()
                                .getSocketFactory()
                                .createSocket(
                                        new ListeningSocket(connection),
                                        target.host(),
                                        target.port(),
                                        true)) {
            tls.setEnabledProtocols(PROTOCOLS);
            tls.setSoTimeout(deadline.millisLeft());
            tls.startHandshake();
            session = Optional.of(tls.getSession());
            ending = Optional.of(server.trusted() ? goOn(tls) : Ending.of(Kind.NOT_GONE_ON));
        } catch (IOException failure) {
            // After the end only closing can have failed.
            ending = ending.or(() -> Optional.of(Ending.of(failure, deadline)));
        } finally {
            Route.close(connection);
        }
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance(TLS_1_3);
            context.init(new KeyManager[] {request}, new TrustManager[] {server}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "This Java runtime cannot set up TLS",
                    "Check the runtime's security providers (java.security) for changes that disable"
                            + " TLS 1.2 and 1.3.",
                    e);
        }
    }

    private Ending goOn(SSLSocket tls) throws IOException {
        if (tls.getSession().getProtocol().equals(TLS_1_3)) {
            tls.setSoTimeout(Math.min(REFUSAL_MILLIS, deadline.millisLeft()));
            try {
                int first = tls.getInputStream().read();
                return Ending.of(first < 0 ? Kind.CLOSED : Kind.ANSWERED_OTHERWISE);
            } catch (SocketTimeoutException noRefusal) {
                // as it should be
            }
        }
        tls.setSoTimeout(Math.min(ANSWER_MILLIS, deadline.millisLeft()));
        tls.getOutputStream()
                .write(
                        ("HEAD / HTTP/1.1\r\nHost: " + target + "\r\nConnection: close\r\n\r\n")
                                .getBytes(ISO_8859_1));
        String answer = answer(tls);
        if (answer.isEmpty()) {
            return Ending.of(Kind.CLOSED);
        }
        return StatusLine.of(answer)
                .map(status -> new Ending(Kind.ANSWERED, status.toString()))
                .orElse(Ending.of(Kind.ANSWERED_OTHERWISE));
    }

    /** The first line, or what came of it. */
    private static String answer(SSLSocket tls) throws IOException {
        StringBuilder answer = new StringBuilder();
        int next = tls.getInputStream().read();
        while (next >= 0 && answer.length() < ENOUGH_OF_AN_ANSWER) {
            answer.append((char) next);
            if (next == '\n') {
                break;
            }
            next = tls.getInputStream().read();
        }
        return answer.toString();
    }

    ServerJudge server() {
        return server;
    }

    RequestRecorder request() {
        return request;
    }

    /** What was agreed; empty when the handshake was not completed. */
    Optional<SSLSession> session() {
        return session;
    }

    Ending ending() {
        return ending.orElseThrow();
    }

    /** Whether the own certificate went to the server. */
    boolean sent() {
        return request.shown();
    }

    /** Whether the server would not go on, though it was shown all there is to show. */
    boolean refused() {
        return ending().refused() && (server.chain().isEmpty() || server.trusted());
    }
}
