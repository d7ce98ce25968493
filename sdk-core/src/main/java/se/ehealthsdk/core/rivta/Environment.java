package se.ehealthsdk.core.rivta;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * Where calls go and whom they trust there, tied together so that a test certificate authority is never
 * trusted in production. Immutable.
 *
 * <p>The addresses of the national platform NTjP are facts that change: {@link #withBaseUrl} overrides
 * them. Regional platforms have addresses of their own: {@link #of}.
 */
public final class Environment {

    private final String name;
    private final URI baseUrl;
    private final TrustAnchors trust;
    private final Map<String, URI> urls;
    private final Map<String, LogicalAddress> logicalAddresses;
    private final Map<String, URI> conventional = new ConcurrentHashMap<>();

    private Environment(
            String name,
            URI baseUrl,
            TrustAnchors trust,
            Map<String, URI> urls,
            Map<String, LogicalAddress> logicalAddresses) {
        this.name = name;
        this.baseUrl = baseUrl;
        this.trust = trust;
        this.urls = urls;
        this.logicalAddresses = logicalAddresses;
    }

    /** The national platform in production, over the Internet: {@code https://esb.ntjp.se/vp}. */
    public static Environment ntjpProduction(TrustAnchors trust) {
        return of("NTjP production", URI.create("https://esb.ntjp.se/vp"), trust);
    }

    /** The national platform for acceptance tests: {@code https://qa.esb.ntjp.se/vp}. */
    public static Environment ntjpQa(TrustAnchors trust) {
        return of("NTjP QA", URI.create("https://qa.esb.ntjp.se/vp"), trust);
    }

    /** The national platform for system integration tests: {@code https://test.esb.ntjp.se/vp}. */
    public static Environment ntjpTest(TrustAnchors trust) {
        return of("NTjP test", URI.create("https://test.esb.ntjp.se/vp"), trust);
    }

    /**
     * Any other platform, or a producer called directly.
     *
     * @param name for messages
     * @param baseUrl what comes before the path of a contract; https, without query or fragment
     * @param trust whose server certificates are accepted
     * @throws InvalidInputException if the address is not such a one
     */
    public static Environment of(String name, URI baseUrl, TrustAnchors trust) {
        return new Environment(name, checked("baseUrl", baseUrl), trust, Map.of(), Map.of());
    }

    /** The same environment at another address. */
    public Environment withBaseUrl(URI url) {
        return new Environment(name, checked("baseUrl", url), trust, urls, logicalAddresses);
    }

    /** The same environment, with one contract at an address of its own. */
    public Environment withUrl(RivtaContract<?, ?> contract, URI url) {
        Map<String, URI> changed = new HashMap<>(urls);
        changed.put(contract.namespace(), checked("url", url));
        return new Environment(name, baseUrl, trust, Map.copyOf(changed), logicalAddresses);
    }

    /**
     * The same environment, with the logical address that clients use for a domain when the caller names
     * none.
     *
     * @param domain as {@code infrastructure:directory:employee}
     */
    public Environment withLogicalAddress(String domain, LogicalAddress address) {
        Map<String, LogicalAddress> changed = new HashMap<>(logicalAddresses);
        changed.put(domain, address);
        return new Environment(name, baseUrl, trust, urls, Map.copyOf(changed));
    }

    /** The name, for messages. */
    public String name() {
        return name;
    }

    /** Whose server certificates are accepted. */
    public TrustAnchors trust() {
        return trust;
    }

    /** Where calls of a contract go. */
    public URI urlOf(RivtaContract<?, ?> contract) {
        URI own = urls.get(contract.namespace());
        if (own != null) {
            return own;
        }
        return conventional.computeIfAbsent(
                contract.namespace(),
                namespace -> {
                    String base = baseUrl.toString();
                    return URI.create((base.endsWith("/") ? base : base + "/") + contract.path());
                });
    }

    /** The logical address set for a domain; empty when none is. */
    public Optional<LogicalAddress> logicalAddress(String domain) {
        return Optional.ofNullable(logicalAddresses.get(domain));
    }

    private static URI checked(String field, URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new InvalidInputException(
                    field, "is not an https address with a host", "https://host[:port]/path");
        }
        if (url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getUserInfo() != null) {
            // the platform turns each query parameter into an HTTP header towards the producer
            throw new InvalidInputException(
                    field, "has a query, a fragment or a user", "https://host[:port]/path");
        }
        return url;
    }

    /** The name and the base address. */
    @Override
    public String toString() {
        return name + " (" + baseUrl + ")";
    }
}
