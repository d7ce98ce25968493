package se.ehealthsdk.core.internal.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/** Makes TLS contexts, for TLS 1.3 and 1.2. */
public final class TlsContexts {

    /**
     * A session may be resumed without showing a certificate again. This is how long, in seconds, so
     * that a renewed certificate is seen by the other end before long.
     */
    private static final int SESSION_SECONDS = 300;

    private TlsContexts() {}

    /**
     * The protocols to allow on every socket, best first. NTjP takes TLS 1.2 and 1.3; nothing older is
     * safe.
     */
    public static String[] protocols() {
        return new String[] {"TLSv1.3", "TLSv1.2"};
    }

    /**
     * A new context.
     *
     * @param key the own key; null for none
     * @param trust who is trusted
     * @throws ConfigurationException when this JDK cannot make it
     */
    public static SSLContext create(
            @Nullable X509ExtendedKeyManager key, X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    key == null ? new KeyManager[0] : new KeyManager[] {key},
                    new TrustManager[] {trust},
                    null);
            context.getClientSessionContext().setSessionTimeout(SESSION_SECONDS);
            context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "This Java runtime cannot set up TLS",
                    "Check the runtime's security providers (java.security) for changes that disable"
                            + " TLS 1.2 and 1.3.",
                    e);
        }
    }
}
