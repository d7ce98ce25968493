package se.ehealthsdk.siths.internal.revocation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/** Looks in the issuers' revocation lists: those on disk, then those at the certificate's addresses. Thread-safe. */
final class RevocationListSource implements AutoCloseable {

    /** A quarter of a million revoked certificates have room in a third of it. */
    static final int MAX_BYTES = 32 * 1024 * 1024;

    private final RevocationSettings settings;
    private final Freshness freshness;
    private final Fetching fetching;
    private final ExpiringCache<Place, Loaded> lists;

    /**
     * Where a list is.
     *
     * @param issuerKey whose signature it was verified with; null for a file, which is read whosever it is
     */
    private record Place(String address, @Nullable PublicKey issuerKey) {}

    /** A list, or why there is none. */
    private record Loaded(@Nullable RevocationList list, @Nullable UnusableException failure) {}

    private interface Source {
        RevocationList list() throws UnusableException;
    }

    RevocationListSource(RevocationSettings settings, Freshness freshness) {
        this.settings = settings;
        this.freshness = freshness;
        this.fetching = new Fetching(settings, MAX_BYTES);
        this.lists = new ExpiringCache<>(settings.maxLists(), settings.clock());
        settings.listFiles().forEach(RevocationListSource::requireReadable);
    }

    private static void requireReadable(Path file) {
        try {
            RevocationList.read(read(file));
        } catch (UnusableException unusable) {
            throw new ConfigurationException(
                    "The revocation list " + file + " " + unusable.why(),
                    "Give the certificate authority's complete revocation list, DER or PEM.",
                    unusable);
        }
    }

    /** Whether a certificate says where its issuer's list is. */
    boolean namedIn(X509Certificate certificate) {
        return !RevocationAddresses.callable(RevocationAddresses.listNames(certificate)).isEmpty();
    }

    /**
     * What the first list that can be used says.
     *
     * @throws UnusableException when none can be
     */
    Timed<RevocationStatus> status(X509Certificate certificate, X509Certificate issuer)
            throws UnusableException {
        List<UnusableException> problems = new ArrayList<>();
        for (Path file : settings.listFiles()) {
            try {
                RevocationList list =
                        list(
                                new Place("file " + file, null),
                                () -> RevocationList.read(read(file)));
                if (list.isFrom(issuer)) {
                    return list.status(certificate, issuer, freshness);
                }
            } catch (UnusableException unusable) {
                problems.add(named("The revocation list " + file.getFileName(), unusable));
            }
        }
        List<URI> addresses =
                RevocationAddresses.callable(RevocationAddresses.listNames(certificate)).stream()
                        .map(settings.addresses())
                        .toList();
        for (URI url : addresses) {
            try {
                return list(
                                new Place("url " + url, issuer.getPublicKey()),
                                () -> fetched(url, issuer))
                        .status(certificate, issuer, freshness);
            } catch (UnusableException unusable) {
                problems.add(named("The revocation list from " + url.getHost(), unusable));
            }
        }
        if (problems.isEmpty()) {
            throw new UnusableException(
                    "No revocation list of the issuer is named or at hand",
                    "Give the issuer's revocation list as a file.");
        }
        throw joined(problems);
    }

    /** Verified before it is kept: one false list on the way must not stand in for the true ones to come. */
    private RevocationList fetched(URI url, X509Certificate issuer) throws UnusableException {
        RevocationList list = RevocationList.read(fetching.get(url));
        list.requireUsable(issuer, freshness);
        return list;
    }

    private static UnusableException named(String what, UnusableException problem) {
        return new UnusableException(what + " " + problem.why(), problem.remedy());
    }

    /** Several problems as one; the remedy is the first one's. */
    static UnusableException joined(List<UnusableException> problems) {
        return new UnusableException(
                String.join("; ", problems.stream().map(UnusableException::why).toList()),
                problems.get(0).remedy());
    }

    private RevocationList list(Place place, Source source) throws UnusableException {
        Loaded loaded;
        try {
            loaded = lists.get(place, () -> load(source));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableException("was not waited for (interrupted)", "Try again.");
        }
        if (loaded.list() == null) {
            throw loaded.failure() == null
                    ? new UnusableException("is missing", Signatures.REPORT)
                    : loaded.failure();
        }
        return loaded.list();
    }

    private Timed<Loaded> load(Source source) {
        Instant now = settings.clock().instant();
        try {
            RevocationList list = source.list();
            Instant until = now.plus(settings.keep());
            Instant next = list.nextUpdate();
            if (next != null && next.isBefore(until)) {
                Instant soon = now.plus(settings.keepFailures());
                until = next.isBefore(soon) ? soon : next;
            }
            return new Timed<>(new Loaded(list, null), until);
        } catch (UnusableException failure) {
            return new Timed<>(new Loaded(null, failure), now.plus(settings.keepFailures()));
        }
    }

    private static byte[] read(Path file) throws UnusableException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new UnusableException(
                        "is larger than any should be", "Check that it is the right file.");
            }
            return content;
        } catch (IOException e) {
            throw new UnusableException(
                    "cannot be read from disk", "Check that the file is there and may be read.");
        }
    }

    @Override
    public void close() {
        fetching.close();
    }
}
