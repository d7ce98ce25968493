package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.listener.StartTLSRequestHandler;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.directory.DirectoryFault.Place;
import se.ehealthsdk.testkit.directory.DirectoryFault.WrongCertificate;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * HSA as a directory over LDAP: the same people, units, care providers and commissions as the contracts tell of, as
 * entries below {@code c=SE} with HSA's attributes.
 *
 * <pre>{@code
 * DirectoryStandIn directory = services.directory();
 * directory.url();                                          // ldaps://localhost:port
 * directory.next(DirectoryFault.sizeLimit(2));
 * directory.journal();                                      // what was asked for
 * }</pre>
 *
 * <p>Who logs in: a system with the certificate of {@code services.credential()}, or a person of the directory with a
 * certificate whose serialNumber is the post's HSA-id, by SASL EXTERNAL; or {@link #USER} with {@link #PASSWORD} by
 * simple bind. Nobody is let in without logging in unless {@link #allowAnonymous} says so, and nothing goes without
 * TLS. Everything can be read by who has logged in, personal identity numbers too; nothing can be written.
 *
 * <p>What is changed in {@code services.hsa()} is seen by the next request. When an entry was changed
 * ({@code modifyTimestamp}) follows the services' clock. HSA's specification of the schema is not public in whole:
 * what no source tells is left out (structured addresses, the type of a school, coordinates in SWEREF 99 TM, a pharmacy's
 * identifier). A unit whose name is not the last part of its distinguished name has both as values of {@code ou}, its
 * name first.
 *
 * <p>Listens on loopback unless asked otherwise. Safe for use by many threads.
 */
public final class DirectoryStandIn implements AutoCloseable {

    /** The top of the tree. */
    public static final String BASE = "c=SE";

    /** Who may log in with {@link #PASSWORD}; there is no such entry. */
    public static final String USER = "cn=Testsystem,dc=Services";

    /** The password of {@link #USER}. */
    public static final String PASSWORD = "read-the-tree";

    /** How many exchanges {@link #journal()} keeps. */
    public static final int JOURNAL_CAPACITY = 10_000;

    private static final String CHANGED = "modifyTimestamp";

    private final HsaStandIn hsa;
    private final TestPki pki;
    private final Clock clock;
    private final SSLSocketFactory tls = new DelegatingSocketFactory(this::nextTls);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ServiceFaults<DirectoryFault> faults;
    private final Deque<DirectoryExchange> journal = new ArrayDeque<>();
    private final List<Entry> added = new ArrayList<>();
    private final Set<HsaId> admitted = new HashSet<>();
    private final Map<String, Stamped> stamps = new HashMap<>();
    private final Listening place;
    private final SSLContext right;
    private final int securePort;
    private final int plainPort;
    private LDAPListener secure;
    private LDAPListener plain;
    private boolean anonymousAllowed;
    private boolean down;
    private @Nullable Tree tree;
    private long revision;

    /** An entry, and since when it has been as it is. */
    private record Stamped(Entry entry, Instant since) {}

    private DirectoryStandIn(
            HsaStandIn hsa, TestPki pki, Clock clock, Listening place, int startTlsPort) {
        this.hsa = hsa;
        this.pki = pki;
        this.clock = clock;
        this.place = place;
        right = context(place.certificate(pki));
        faults = new ServiceFaults<>("directory", clock);
        admitted.add(HsaId.of(TestPki.SYSTEM_HSA_ID));
        secure = listen(place.port(), true);
        try {
            plain = listen(startTlsPort, false);
        } catch (ConfigurationException taken) {
            secure.shutDown(true);
            throw taken;
        }
        securePort = secure.getListenPort();
        plainPort = plain.getListenPort();
        tree();
    }

    /**
     * Starts.
     *
     * @param hsa what is told of
     * @param pki issues the server's certificate, and the clients'
     * @param clock when entries are changed
     * @param port for LDAPS; 0 for any free one
     * @throws ConfigurationException if it cannot listen
     */
    public static DirectoryStandIn start(HsaStandIn hsa, TestPki pki, Clock clock, int port) {
        return new DirectoryStandIn(hsa, pki, clock, Listening.onLoopback(port), 0);
    }

    /**
     * Starts at an address of its own choice.
     *
     * @param hsa what is told of
     * @param pki issues the server's certificate, and the clients'
     * @param clock when entries are changed
     * @param address for LDAPS; port 0 for any free one
     * @param startTlsPort for StartTLS, at the same address; 0 for any free one
     * @throws ConfigurationException if it cannot listen
     */
    public static DirectoryStandIn start(
            HsaStandIn hsa, TestPki pki, Clock clock, InetSocketAddress address, int startTlsPort) {
        return new DirectoryStandIn(hsa, pki, clock, Listening.at(address), startTlsPort);
    }

    private SSLContext context(IssuedCertificate certificate) {
        char[] password = TestPki.PASSWORD.toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password)
                .sslContext(TrustAnchors.of(pki.trustedRoots()));
    }

    private LDAPListener listen(int port, boolean ldaps) {
        LDAPListenerRequestHandler conversation = new Conversation(this);
        LDAPListenerConfig config =
                new LDAPListenerConfig(
                        port,
                        ldaps
                                ? conversation
                                : new StartTLSRequestHandler(tls, conversation, true, false));
        config.setListenAddress(place.address());
        if (ldaps) {
            config.setServerSocketFactory(new TlsServerSockets(tls));
            config.setRequestClientCertificate(true);
        }
        LDAPListener listener = new LDAPListener(config);
        listener.setDaemon(true);
        try {
            listener.startListening();
        } catch (IOException taken) {
            throw new Listening(place.address(), port).cannotListen(taken);
        }
        return listener;
    }

    /** Where to connect: {@code ldaps://localhost:port}. */
    public URI url() {
        return URI.create("ldaps://" + place.host() + ":" + securePort);
    }

    /** Where to connect to go on with StartTLS: {@code ldap://localhost:port}. Without TLS everything is refused. */
    public URI startTlsUrl() {
        return URI.create("ldap://" + place.host() + ":" + plainPort);
    }

    /** Lets a system log in with its certificate. */
    public synchronized void admit(HsaId system) {
        admitted.add(system);
    }

    /** No longer lets a system log in. */
    public synchronized void exclude(HsaId system) {
        admitted.remove(system);
    }

    /** Whether to answer those who have not logged in; not unless set. */
    public synchronized void allowAnonymous(boolean allowed) {
        anonymousAllowed = allowed;
    }

    /** The next one that this fault is meant for meets it; several are met one after the other. */
    public void next(DirectoryFault fault) {
        faults.next(fault);
    }

    /** The faults that wait, each for those that it is meant for. */
    public ServiceFaults<DirectoryFault> faults() {
        return faults;
    }

    /**
     * The next ones that this fault is meant for meet it.
     *
     * @param count how many
     * @throws InvalidInputException if the count is below 1
     */
    public void next(int count, DirectoryFault fault) {
        faults.next(count, fault);
    }

    /** How many faults wait to be met. */
    public int pendingFaults() {
        return faults.pending();
    }

    /** Breaks all connections and listens no more, until {@link #comeBack}. */
    public void goDown() {
        synchronized (this) {
            if (down) {
                return;
            }
            down = true;
        }
        stop();
    }

    /**
     * Listens again, on the same ports.
     *
     * @throws ConfigurationException if somebody else has taken them
     */
    public synchronized void comeBack() {
        if (down) {
            secure = listen(securePort, true);
            plain = listen(plainPort, false);
            down = false;
        }
    }

    /**
     * Adds entries that the contracts know nothing of: whatever a test needs.
     *
     * @param ldif as {@code dn: ou=Nya enheten,o=Region Påhitt,c=SE} with attributes below it, those of the name apart,
     *     which follow from it; a blank line between entries
     * @throws InvalidInputException if it is no LDIF, or the schema does not allow it
     */
    public synchronized void addEntries(String ldif) {
        List<Entry> more = read(ldif);
        List<Entry> all = new ArrayList<>(added);
        all.addAll(more);
        Tree now = new Tree(stamped(all));
        added.addAll(more);
        tree = now;
    }

    /**
     * Adds entries that readers stumble on: hidden, archived and fictitious units, values that cannot be read, an
     * entry without HSA-id, an HSA-id that two have, units that belong to one another in a circle, names with
     * commas and quotes and asterisks, a member whose HSA-id begins as another's does. {@code traps.ldif} in this package
     * says what each is.
     */
    public void addTraps() {
        try (InputStream in =
                Objects.requireNonNull(DirectoryStandIn.class.getResourceAsStream("traps.ldif"))) {
            addEntries(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** All entries, without their times of change, as LDIF; what another LDAP server can load. */
    public synchronized String ldif() {
        return tree().entries().stream()
                .map(
                        entry -> {
                            Entry told = entry.duplicate();
                            told.removeAttribute(CHANGED);
                            return told.toLDIFString();
                        })
                .collect(Collectors.joining("\n"));
    }

    /** What has been asked for, oldest first; the last {@value #JOURNAL_CAPACITY} at most. */
    public List<DirectoryExchange> journal() {
        synchronized (journal) {
            return List.copyOf(journal);
        }
    }

    /** Everything as it was at the start: entries added, faults, journal, who is let in. Connections stay open. */
    public void reset() {
        comeBack();
        synchronized (this) {
            added.clear();
            faults.clear();
            stamps.clear();
            admitted.clear();
            admitted.add(HsaId.of(TestPki.SYSTEM_HSA_ID));
            anonymousAllowed = false;
            tree = null;
        }
        synchronized (journal) {
            journal.clear();
        }
    }

    /** Stops listening and breaks all connections. */
    @Override
    public void close() {
        closing.countDown();
        stop();
    }

    /** Not while this is locked: what is under way may wait for the lock. */
    private void stop() {
        LDAPListener first;
        LDAPListener second;
        synchronized (this) {
            first = secure;
            second = plain;
        }
        first.shutDown(true);
        second.shutDown(true);
    }

    /** The entries as they are now. */
    synchronized Tree tree() {
        long now = hsa.revision();
        Tree present = tree;
        if (present == null || now != revision) {
            revision = now;
            present = new Tree(stamped(added));
            tree = present;
        }
        return present;
    }

    private List<Entry> stamped(List<Entry> more) {
        List<Entry> all = new ArrayList<>(TreeBuilder.tree(hsa));
        all.addAll(more);
        Instant now = clock.instant();
        Map<String, Stamped> before = new HashMap<>(stamps);
        stamps.clear();
        List<Entry> told = new ArrayList<>();
        for (Entry entry : all) {
            Stamped known = before.get(entry.getDN());
            Stamped kept =
                    known != null && known.entry().equals(entry) ? known : new Stamped(entry, now);
            stamps.put(entry.getDN(), kept);
            Entry written = entry.duplicate();
            if (!written.hasAttribute(CHANGED)) {
                written.addAttribute(CHANGED, Values.time(kept.since()));
            }
            told.add(written);
        }
        return told;
    }

    private static List<Entry> read(String ldif) {
        List<Entry> entries = new ArrayList<>();
        try (LDIFReader reader =
                new LDIFReader(new ByteArrayInputStream(ldif.getBytes(StandardCharsets.UTF_8)))) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                EntryDraft.addName(entry, entry.getParsedDN().getRDN());
                entries.add(entry);
            }
        } catch (LDAPException notAName) {
            throw new InvalidInputException(
                    "ldif", "has a dn that is none", "dn: ou=Unit,o=Region,c=SE");
        } catch (LDIFException notLdif) {
            throw new InvalidInputException(
                    "ldif", "is no LDIF at line " + notLdif.getLineNumber(), "dn: and attributes");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return entries;
    }

    /** Takes the fault that is met there. */
    Optional<DirectoryFault> take(Place place) {
        return faults.take(Optional.empty(), it -> it.place() == place);
    }

    private SSLContext nextTls() {
        return take(Place.CONNECTION)
                .flatMap(DirectoryFault::certificate)
                .map(wrong -> context(certificate(wrong)))
                .orElse(right);
    }

    private IssuedCertificate certificate(WrongCertificate wrong) {
        return switch (wrong) {
            case ANOTHER_HOST -> pki.serverWithWrongHostName();
            case UNTRUSTED -> pki.untrusted().server("localhost");
            case EXPIRED ->
                    pki.functionBuilder("SE2321000016-TESTSRV")
                            .dnsName("localhost")
                            .validFrom(clock.instant().minus(Duration.ofDays(20)))
                            .validTo(clock.instant().minus(Duration.ofDays(10)))
                            .issue();
        };
    }

    /** @return false if the directory is closed before the time is over */
    boolean await(Duration time) {
        try {
            return time.isZero() || !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized boolean isAnonymousAllowed() {
        return anonymousAllowed;
    }

    Optional<String> hsaIdOf(X509Certificate certificate) {
        return Credential.hsaIdOf(certificate).map(HsaId::value);
    }

    /** The name of whom a certificate belongs to, if that may log in. */
    synchronized Optional<DN> admitted(X509Certificate certificate) {
        return Credential.hsaIdOf(certificate)
                .flatMap(
                        id ->
                                admitted.contains(id)
                                        ? Optional.of(
                                                new DN(
                                                        new RDN("serialNumber", id.value()),
                                                        new RDN("dc", "Services")))
                                        : tree().nameOf(id).map(DirectoryStandIn::name));
    }

    /** The user, if that is one and the password is right. */
    Optional<DN> user(String name, String password) {
        try {
            return new DN(name).equals(name(USER)) && password.equals(PASSWORD)
                    ? Optional.of(name(USER))
                    : Optional.empty();
        } catch (LDAPException notAName) {
            return Optional.empty();
        }
    }

    private static DN name(String text) {
        try {
            return new DN(text);
        } catch (LDAPException defect) {
            throw new IllegalStateException("not a name in the tree", defect);
        }
    }

    void record(DirectoryExchange exchange) {
        synchronized (journal) {
            journal.addLast(exchange);
            if (journal.size() > JOURNAL_CAPACITY) {
                journal.removeFirst();
            }
        }
    }

    /** Where it listens. */
    @Override
    public String toString() {
        return "DirectoryStandIn[" + url() + "]";
    }
}
