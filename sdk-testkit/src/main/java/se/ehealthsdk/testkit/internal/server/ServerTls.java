package se.ehealthsdk.testkit.internal.server;

import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * TLS of a server whose certificate can be exchanged while it runs: new connections are shown the new one.
 * No session of before is resumed then, since a resumed one shows no certificate.
 */
public final class ServerTls {

    private final IssuedCertificate right;
    private final Function<IssuedCertificate, SSLContext> contexts;
    private final SSLContext exchangeable;
    private IssuedCertificate shown;
    private volatile SSLContext current;

    /**
     * @param right the certificate from the start
     * @param contexts makes TLS with a certificate: whom it trusts
     */
    public ServerTls(IssuedCertificate right, Function<IssuedCertificate, SSLContext> contexts) {
        this.right = right;
        this.shown = right;
        this.contexts = contexts;
        this.current = contexts.apply(right);
        this.exchangeable = new Exchangeable(new Current(), current.getProvider());
    }

    /** A server that takes clients of the test PKI. */
    public static ServerTls of(TestPki pki, Listening place) {
        char[] password = TestPki.PASSWORD.toCharArray();
        return new ServerTls(
                place.certificate(pki),
                shown ->
                        Credential.keyStore(shown.keyStore(password), password)
                                .sslContext(TrustAnchors.of(pki.trustedRoots())));
    }

    /** For a server. */
    public SSLContext context() {
        return exchangeable;
    }

    /** From now on, this one. */
    public synchronized void show(IssuedCertificate certificate) {
        shown = certificate;
        current = contexts.apply(certificate);
    }

    /** From now on, the one from the start. */
    public synchronized void showRight() {
        if (!shown.equals(right)) {
            show(right);
        }
    }

    private static final class Exchangeable extends SSLContext {

        Exchangeable(SSLContextSpi current, Provider provider) {
            super(current, provider, "TLS");
        }
    }

    /** Whatever is asked for, the certificate of the moment answers. */
    private final class Current extends SSLContextSpi {

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("is set up already");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return current.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return current.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return current.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return current.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return current.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return current.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return current.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return current.getSupportedSSLParameters();
        }
    }
}
