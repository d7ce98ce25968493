package se.ehealthsdk.testpki;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the CAs know of their certificates. One that was never spoken of is good. Thread-safe. */
final class Ledger {

    private record Entry(X509Certificate issuer, BigInteger serial) {}

    private final Map<Entry, Revocation> revoked = new LinkedHashMap<>();
    private final Set<Entry> unknown = new HashSet<>();

    synchronized void revoke(TestCa issuer, BigInteger serial, Revocation revocation) {
        revoked.put(new Entry(issuer.certificate(), serial), revocation);
    }

    synchronized void forget(TestCa issuer, BigInteger serial) {
        unknown.add(new Entry(issuer.certificate(), serial));
    }

    synchronized void reinstate(TestCa issuer, BigInteger serial) {
        Entry entry = new Entry(issuer.certificate(), serial);
        revoked.remove(entry);
        unknown.remove(entry);
    }

    synchronized Optional<Revocation> revocation(TestCa issuer, BigInteger serial) {
        return Optional.ofNullable(revoked.get(new Entry(issuer.certificate(), serial)));
    }

    synchronized boolean isUnknown(TestCa issuer, BigInteger serial) {
        return unknown.contains(new Entry(issuer.certificate(), serial));
    }

    synchronized Map<BigInteger, Revocation> revocationsBy(TestCa issuer) {
        Map<BigInteger, Revocation> found = new LinkedHashMap<>();
        revoked.forEach(
                (entry, revocation) -> {
                    if (entry.issuer().equals(issuer.certificate())) {
                        found.put(entry.serial(), revocation);
                    }
                });
        return found;
    }
}
