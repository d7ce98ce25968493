package se.ehealthsdk.siths.diagnosis;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * Remembers the server's certificates and whether they can be trusted, and lets the handshake go on either way, so that
 * more can be learnt. Nothing of the system's own is shown to a server that {@link #trusted} does not vouch for.
 */
final class ServerJudge extends X509ExtendedTrustManager {

    private final String host;
    private final List<X509Certificate> anchors;
    private final X509TrustManager judge;
    private List<X509Certificate> chain = List.of();
    private Optional<CertificateException> distrust = Optional.empty();
    private boolean nameMatches;

    ServerJudge(String host, TrustAnchors trust) {
        this.host = host;
        this.anchors = trust.certificates();
        try {
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(
                            anchors.stream()
                                    .map(each -> new TrustAnchor(each, null))
                                    .collect(Collectors.toSet()),
                            new X509CertSelector());
            parameters.setRevocationEnabled(false);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            this.judge = (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The trust anchors cannot be used by this Java runtime",
                    "Check that they are X.509 certificates of certificate authorities.",
                    e);
        }
    }

    private void look(X509Certificate[] shown, String keyExchange) {
        chain = List.of(shown);
        try {
            judge.checkServerTrusted(shown, keyExchange);
            distrust = Optional.empty();
        } catch (CertificateException untrusted) {
            distrust = Optional.of(untrusted);
        }
        try {
            new DefaultHostnameVerifier().verify(host, shown[0]);
            nameMatches = true;
        } catch (SSLException anotherHost) {
            nameMatches = false;
        }
    }

    /** The server's certificates; empty before it has shown them. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Whether the server is who it should be: a path to a trust anchor, and the right name. */
    boolean trusted() {
        return leadsToAnchor() && nameMatches;
    }

    boolean leadsToAnchor() {
        return !chain.isEmpty() && distrust.isEmpty();
    }

    boolean nameMatches() {
        return nameMatches;
    }

    /** Why there is no path, in words; empty when there is one. */
    Optional<String> whyNoPath() {
        return distrust.map(
                reason ->
                        switch (basicReason(reason)) {
                            case EXPIRED -> "a certificate in the server's chain has expired";
                            case NOT_YET_VALID ->
                                    "a certificate in the server's chain is not valid yet";
                            case ALGORITHM_CONSTRAINED ->
                                    "the server's chain uses an algorithm or key size that this Java runtime"
                                            + " holds for unsafe";
                            case INVALID_SIGNATURE -> "a signature in the server's chain is wrong";
                            default -> whyUnspecified();
                        });
    }

    /** The JDK tells the reason somewhere among the causes, or not at all when it found no path to try. */
    private static BasicReason basicReason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException invalid
                    && invalid.getReason() instanceof BasicReason reason) {
                return reason;
            }
        }
        return BasicReason.UNSPECIFIED;
    }

    private String whyUnspecified() {
        X509Certificate top = chain.get(chain.size() - 1);
        boolean complete = top.getSubjectX500Principal().equals(top.getIssuerX500Principal());
        boolean known =
                anchors.stream()
                        .anyMatch(
                                anchor ->
                                        anchor.getSubjectX500Principal()
                                                .equals(top.getIssuerX500Principal()));
        if (known) {
            return "the trust anchor with the issuer's name does not lead to the server's certificate: it has"
                    + " another key, or the certificate is not for a server";
        }
        return complete
                ? "its root " + Names.subject(top) + " is not among the trust anchors"
                : "the chain ends at the issuer "
                        + Names.issuer(top)
                        + ", which the server does not send and which is not among the trust anchors";
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String keyExchange, Socket socket) {
        look(shown, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String keyExchange, SSLEngine engine) {
        look(shown, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String keyExchange) {
        look(shown, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String keyExchange, Socket socket) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String keyExchange, SSLEngine engine) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String keyExchange) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
