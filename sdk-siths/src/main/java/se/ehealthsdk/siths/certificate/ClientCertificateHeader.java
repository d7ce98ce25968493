package se.ehealthsdk.siths.certificate;

import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.siths.certificate.ClientCertificateRefusedException.Reason;

/**
 * Takes the client's certificate out of the header in which a reverse proxy hands it on, when the proxy and not this
 * application does mutual TLS. Immutable and thread-safe.
 *
 * <p><strong>The proxy's duty.</strong> It must remove the header from every request that comes in from outside before
 * it sets its own: otherwise anybody can write any certificate, since certificates are public, and be believed. This
 * class can only check that the request comes from the proxy's address (RFC 9440 section 4). It must also demand and
 * check the client's certificate, or this application must: what is handed out here is read, not validated.
 *
 * <p>The form of the value is recognised: PEM, in lines or joined into one; PEM encoded for URLs (nginx, {@code
 * $ssl_client_escaped_cert}); bare Base64 of the DER (HAProxy); a chain of either with commas between, the client's
 * certificate first (Traefik); {@code :Base64:} (RFC 9440).
 *
 * <p>A service behind Inera's service platform knows two of the failures by the platform's own codes: a certificate that
 * is missing or cannot be read is VP002, a header from an address that is not allowed is VP011.
 *
 * <pre>{@code
 * ClientCertificateHeader header = ClientCertificateHeader.builder()
 *     .header("X-SSL-Client-Cert")
 *     .trustedProxies("10.1.2.3, 2001:db8::/64")
 *     .build();
 * header.read(InetAddress.getByName(request.getRemoteAddr()),        // servlet
 *     name -> Collections.list(request.getHeaders(name)));
 * header.read(exchange.getRemoteAddress().getAddress(),              // JDK HttpServer
 *     exchange.getRequestHeaders()::get);
 * }</pre>
 *
 * <p>Source: RFC 9440; the headers of nginx, Apache, HAProxy and Traefik.
 */
public final class ClientCertificateHeader {

    /** The header of RFC 9440; with it {@code Client-Cert-Chain} is read, too. */
    public static final String CLIENT_CERT = "Client-Cert";

    private static final String CLIENT_CERT_CHAIN = "Client-Cert-Chain";
    private static final int MAX_CHARACTERS = 65_536;
    private static final int MAX_CERTIFICATES = 10;

    private final List<String> names;
    private final List<PeerRange> proxies;

    private ClientCertificateHeader(List<String> names, List<PeerRange> proxies) {
        this.names = names;
        this.proxies = proxies;
    }

    /** Starts configuring. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The client's certificate and the chain that the proxy handed on with it. Validate it before anything in it is
     * believed.
     *
     * @param peer the address that the connection comes from: the proxy's, not one that a header tells
     * @param headers the values of a header by its name, of which case does not matter; null or empty when there is
     *     none
     * @return the client's certificate first, then its issuers, as far as the proxy gave them, in order; empty when
     *     the client showed none
     * @throws ClientCertificateRefusedException when there is a header that cannot be believed or read: refuse the
     *     request
     */
    public Optional<List<X509Certificate>> read(
            InetAddress peer, Function<String, ? extends @Nullable Collection<String>> headers) {
        List<String> values = new ArrayList<>();
        names.forEach(name -> values.addAll(claims(name, headers)));
        List<String> chain =
                names.stream().anyMatch(CLIENT_CERT::equalsIgnoreCase)
                        ? claims(CLIENT_CERT_CHAIN, headers)
                        : List.of();
        if (values.isEmpty() && chain.isEmpty()) {
            return Optional.empty();
        }
        if (proxies.stream().noneMatch(range -> range.contains(peer))) {
            throw new ClientCertificateRefusedException(
                    Reason.PEER_NOT_TRUSTED,
                    "A client certificate came in a header from an address that is not a trusted"
                            + " proxy's",
                    "If it is the proxy's new address, add it to the trusted proxies. Otherwise"
                            + " somebody reaches this application past the proxy: close that way.");
        }
        for (String name : names) {
            requireOneVoice(name, headers);
        }
        if (values.isEmpty()) {
            throw new ClientCertificateRefusedException(
                    Reason.CHAIN_WITHOUT_CERTIFICATE,
                    "A chain came in a header without the client's certificate",
                    "Let the proxy set Client-Cert whenever it sets Client-Cert-Chain, and remove"
                            + " both from requests from outside.");
        }
        List<X509Certificate> certificates = agreed(values, chain);
        requireChain(certificates);
        return Optional.of(certificates);
    }

    /** The values of a header that say something. */
    private static List<String> claims(
            String name, Function<String, ? extends @Nullable Collection<String>> headers) {
        Collection<String> values = headers.apply(name);
        return values == null
                ? List.of()
                : values.stream().filter(value -> !HeaderText.saysNone(value)).toList();
    }

    /** A proxy that adds "none" to what came from outside has not vouched for what came. */
    private static void requireOneVoice(
            String name, Function<String, ? extends @Nullable Collection<String>> headers) {
        Collection<String> values = headers.apply(name);
        int claims = claims(name, headers).size();
        if (values != null && claims > 0 && claims < values.size()) {
            throw several();
        }
    }

    private static ClientCertificateRefusedException several() {
        return new ClientCertificateRefusedException(
                Reason.SEVERAL_CERTIFICATES,
                "Several headers hold different client certificates",
                "Let the proxy remove the header from requests from outside before it sets its"
                        + " own, and let one proxy only set it.");
    }

    private static List<X509Certificate> agreed(List<String> values, List<String> chain) {
        List<List<X509Certificate>> claimed = new ArrayList<>();
        try {
            requireSize(values, chain);
            for (String value : values) {
                claimed.add(HeaderText.certificates(value));
            }
            if (!chain.isEmpty()) {
                List<X509Certificate> whole = new ArrayList<>(claimed.get(0).subList(0, 1));
                for (String value : chain) {
                    whole.addAll(HeaderText.byteSequences(value));
                }
                claimed.add(whole);
            }
        } catch (CertificateException damaged) {
            throw new ClientCertificateRefusedException(
                    Reason.DAMAGED,
                    "The client certificate in the header is damaged, or in a form that is not known",
                    "Compare what the proxy sends with the forms that ClientCertificateHeader reads;"
                            + " a proxy between them may have shortened a long header.");
        }
        List<X509Certificate> longest =
                claimed.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        if (longest.size() > MAX_CERTIFICATES) {
            throw tooLarge();
        }
        if (!claimed.stream().allMatch(each -> each.equals(longest.subList(0, each.size())))) {
            throw several();
        }
        return List.copyOf(longest);
    }

    private static void requireSize(List<String> values, List<String> chain) {
        long size = 0;
        for (List<String> each : List.of(values, chain)) {
            size += each.stream().mapToLong(String::length).sum();
        }
        if (size > MAX_CHARACTERS) {
            throw tooLarge();
        }
    }

    private static ClientCertificateRefusedException tooLarge() {
        return new ClientCertificateRefusedException(
                Reason.TOO_LARGE,
                "The header with the client certificate is larger than any chain",
                "Look at what the proxy sends; at most ten certificates and 64 KiB are read.");
    }

    /**
     * A proxy that appends to a header it should have replaced makes a chain of two strangers; the first would be
     * believed.
     */
    private static void requireChain(List<X509Certificate> certificates) {
        for (int i = 1; i < certificates.size(); i++) {
            if (!certificates
                    .get(i)
                    .getSubjectX500Principal()
                    .equals(certificates.get(i - 1).getIssuerX500Principal())) {
                throw new ClientCertificateRefusedException(
                        Reason.NOT_A_CHAIN,
                        "The certificates in the header are no chain that begins with the client's",
                        "Let the proxy send the client's certificate first and then each one's"
                                + " issuer, and let it remove the header from requests from outside.");
            }
        }
    }

    /** The names of the headers and the number of proxies. */
    @Override
    public String toString() {
        return "ClientCertificateHeader" + names + " from " + proxies.size() + " ranges";
    }

    /** Configures. Not thread-safe. */
    public static final class Builder {

        private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

        private final Set<String> names = new LinkedHashSet<>();
        private final List<PeerRange> proxies = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a header that the proxy sets, for example {@link #CLIENT_CERT}, {@code X-SSL-Client-Cert} or {@code
         * X-Forwarded-Tls-Client-Cert}.
         *
         * @throws ConfigurationException when it cannot be the name of a header
         */
        public Builder header(String name) {
            if (!TOKEN.matcher(name).matches()) {
                throw new ConfigurationException(
                        "The name of the header with the client certificate is not one",
                        "Give the name as the proxy sets it, for example " + CLIENT_CERT + ".");
            }
            names.add(name);
            return this;
        }

        /**
         * Adds addresses from which the header is believed.
         *
         * @param addresses IP addresses, v4 or v6, and ranges ({@code 10.1.2.0/24}), with commas or white space
         *     between; no host names
         * @throws ConfigurationException when one of them is something else, or a range of all addresses
         */
        public Builder trustedProxies(String addresses) {
            Arrays.stream(addresses.split("[,;\\s]+"))
                    .filter(each -> !each.isEmpty())
                    .map(PeerRange::parse)
                    .forEach(proxies::add);
            return this;
        }

        /**
         * The reader.
         *
         * @throws ConfigurationException when there is no header or no trusted proxy
         */
        public ClientCertificateHeader build() {
            if (names.isEmpty()) {
                throw new ConfigurationException(
                        "No header is named in which the client certificate comes",
                        "Give the name of the header that the proxy sets, for example "
                                + CLIENT_CERT
                                + ".");
            }
            if (proxies.isEmpty()) {
                throw new ConfigurationException(
                        "No proxy is trusted to say which client calls",
                        "Give the IP addresses of the reverse proxies in front of this"
                                + " application.");
            }
            return new ClientCertificateHeader(List.copyOf(names), List.copyOf(proxies));
        }
    }
}
