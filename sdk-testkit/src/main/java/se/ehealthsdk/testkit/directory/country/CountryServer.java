package se.ehealthsdk.testkit.directory.country;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testpki.TestPki;

/**
 * Serves a {@link Country} over LDAPS on localhost, page by page (RFC 2696), to as many connections as come. It holds no
 * entries, and works them out quickly enough not to be what is measured when a client is.
 *
 * <pre>{@code
 * try (CountryServer server = CountryServer.of(Country.seeded(7)).start()) {
 *     read(server.url());        // ldaps://localhost:..., base c=SE
 * }
 * }</pre>
 *
 * <p>It answers binds and searches with any filter. Those by HSA-id, for the commissions of a person, for the care unit of a
 * unit and for the care units of a provider, and those by object class, cost nothing to speak of; any other looks at each entry
 * in scope: seconds from the top of a whole country. Everything that would change it is refused.
 */
public final class CountryServer implements AutoCloseable {

    /**
     * What it insists on.
     *
     * @param password with which a simple bind of any name succeeds; empty if nobody needs to bind
     * @param sizeLimit how many entries it gives to a search without pages; 0 for all
     */
    record Rules(String password, int sizeLimit) {}

    /**
     * What was searched for.
     *
     * @param base where, as a distinguished name
     * @param filter as RFC 4515 writes it
     * @param attributes those that were asked for
     */
    public record Asked(String base, String filter, List<String> attributes) {

        /** Copies the list. */
        public Asked {
            attributes = List.copyOf(attributes);
        }

        /** Where, and how many attributes: the filter may name a person. */
        @Override
        public String toString() {
            return "Asked[" + base + ", attributes=" + attributes.size() + "]";
        }
    }

    private final LDAPListener listener;
    private final AtomicReference<@Nullable Asked> last;

    private CountryServer(LDAPListener listener, AtomicReference<@Nullable Asked> last) {
        this.listener = listener;
        this.last = last;
    }

    /** Starts a server with choices of its own. */
    public static Builder of(Country country) {
        return new Builder(country);
    }

    /** Where it is, as {@code ldaps://localhost:1636}. */
    public URI url() {
        return URI.create("ldaps://localhost:" + port());
    }

    /** Its port on localhost. */
    public int port() {
        return listener.getListenPort();
    }

    /** The search that came last; of a search in pages, each page is one. Empty before the first. */
    public Optional<Asked> lastSearch() {
        return Optional.ofNullable(last.get());
    }

    /** Ends it and all connections. */
    @Override
    public void close() {
        listener.shutDown(true);
    }

    /** Builds a {@link CountryServer}. Not for use by more than one thread. */
    public static final class Builder {

        private final Country country;
        private int port;
        private Rules rules = new Rules("", 0);
        private @Nullable SSLContext tls;

        private Builder(Country country) {
            this.country = country;
        }

        /** The port; a free one unless told. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** The server's side of TLS; unless told, a certificate for localhost of {@link TestPki#shared}. */
        public Builder tls(SSLContext context) {
            tls = context;
            return this;
        }

        /** Asks for a simple bind with this password, by any name; unless told, nobody needs to bind. */
        public Builder password(String password) {
            rules = new Rules(password, rules.sizeLimit());
            return this;
        }

        /** Gives at most so many entries to a search without pages; unless told, all. */
        public Builder sizeLimit(int entries) {
            rules = new Rules(rules.password(), entries);
            return this;
        }

        /**
         * Starts it.
         *
         * @throws UncheckedIOException if the port is taken
         */
        public CountryServer start() {
            try {
                SSLContext context = tls == null ? ownCertificate() : tls;
                AtomicReference<@Nullable Asked> last = new AtomicReference<>();
                LDAPListenerConfig config =
                        new LDAPListenerConfig(
                                port,
                                new CountryRequestHandler(
                                        country, new Places(country), rules, last, null));
                config.setListenAddress(InetAddress.getLoopbackAddress());
                config.setServerSocketFactory(context.getServerSocketFactory());
                LDAPListener listener = new LDAPListener(config);
                listener.startListening();
                return new CountryServer(listener, last);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static SSLContext ownCertificate() {
            char[] password = TestPki.PASSWORD.toCharArray();
            try {
                KeyManagerFactory keys =
                        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(TestPki.shared().server("localhost").keyStore(password), password);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new ConfigurationException(
                        "The server's certificate cannot be used.",
                        "Pass a context with tls().",
                        e);
            }
        }
    }
}
