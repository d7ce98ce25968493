package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import se.ehealthsdk.siths.internal.x509.CertificateExtension;

/**
 * Finds paths by names, from a certificate to the anchors, through configured issuers and those that came with
 * it. Bounded: junk among what came costs a bounded time. Immutable.
 */
final class PathFinder {

    /** SITHS has one certificate authority between root and leaf; this leaves room for others. */
    private static final int LONGEST_PATH = 8;

    private static final int MOST_GIVEN = 32;
    private static final int MOST_PATHS = 8;
    private static final int MOST_STEPS = 500;

    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

    private final Map<X500Principal, List<X509Certificate>> anchors;
    private final Map<X500Principal, List<X509Certificate>> intermediates;

    PathFinder(Collection<X509Certificate> anchors, Collection<X509Certificate> intermediates) {
        this.anchors = bySubject(anchors);
        this.intermediates = bySubject(intermediates);
    }

    private static Map<X500Principal, List<X509Certificate>> bySubject(
            Collection<X509Certificate> certificates) {
        Map<X500Principal, List<X509Certificate>> found = new HashMap<>();
        for (X509Certificate each : certificates) {
            found.computeIfAbsent(each.getSubjectX500Principal(), name -> new ArrayList<>(1))
                    .add(each);
        }
        return found;
    }

    boolean isAnchor(X509Certificate certificate) {
        return anchors.getOrDefault(certificate.getSubjectX500Principal(), List.of())
                .contains(certificate);
    }

    /** Paths whose names fit, the likeliest first; signatures are not looked at. */
    List<CertificationPath> paths(List<X509Certificate> chain) {
        Search search = new Search(chain.subList(1, Math.min(chain.size(), MOST_GIVEN)));
        search.extend(List.of(chain.get(0)));
        return search.found;
    }

    private final class Search {
        private final List<X509Certificate> given;
        private final List<CertificationPath> found = new ArrayList<>(1);
        private int steps;

        Search(List<X509Certificate> given) {
            this.given = given;
        }

        void extend(List<X509Certificate> path) {
            X509Certificate last = path.get(path.size() - 1);
            X500Principal issuer = last.getIssuerX500Principal();
            for (X509Certificate anchor : likeliestFirst(last, named(anchors, issuer))) {
                if (found.size() < MOST_PATHS) {
                    found.add(CertificationPath.to(anchor, path));
                }
            }
            if (path.size() == LONGEST_PATH) {
                return;
            }
            List<X509Certificate> candidates = new ArrayList<>(named(intermediates, issuer));
            for (X509Certificate each : given) {
                if (each.getSubjectX500Principal().equals(issuer) && !candidates.contains(each)) {
                    candidates.add(each);
                }
            }
            for (X509Certificate next : likeliestFirst(last, candidates)) {
                if (found.size() < MOST_PATHS && ++steps <= MOST_STEPS && !path.contains(next)) {
                    List<X509Certificate> longer = new ArrayList<>(path);
                    longer.add(next);
                    extend(longer);
                }
            }
        }

        private List<X509Certificate> named(
                Map<X500Principal, List<X509Certificate>> from, X500Principal name) {
            return from.getOrDefault(name, List.of());
        }
    }

    /** Several with the same name have different keys: the key identifiers tell them apart. */
    private static List<X509Certificate> likeliestFirst(
            X509Certificate issued, List<X509Certificate> candidates) {
        if (candidates.size() < 2) {
            return candidates;
        }
        byte[] wanted = authorityKey(issued);
        return candidates.stream()
                .sorted(Comparator.comparing(each -> !Arrays.equals(wanted, subjectKey(each))))
                .toList();
    }

    private static byte[] authorityKey(X509Certificate certificate) {
        try {
            return CertificateExtension.value(certificate, AUTHORITY_KEY_IDENTIFIER)
                    .map(AuthorityKeyIdentifier::getInstance)
                    .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                    .orElse(new byte[0]);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static byte[] subjectKey(X509Certificate certificate) {
        try {
            return CertificateExtension.value(certificate, SUBJECT_KEY_IDENTIFIER)
                    .map(value -> ASN1OctetString.getInstance(value).getOctets())
                    .orElse(new byte[0]);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
