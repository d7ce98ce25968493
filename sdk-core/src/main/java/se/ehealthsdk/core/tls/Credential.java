package se.ehealthsdk.core.tls;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.internal.tls.CertificateSubject;
import se.ehealthsdk.core.internal.tls.TlsContexts;

/**
 * The system's own private key and certificate, a SITHS function certificate as a rule: who the system
 * is at the other end of mutual TLS. Thread-safe.
 *
 * <p>The key is read at first use, which is when a client is built, and every method that needs it may
 * then throw {@link ConfigurationException} with what to do. Passwords are copied, so the caller can
 * clear its own, and kept for reading a renewed file; they are never shown.
 *
 * <p><strong>Renewal while running.</strong> For a credential in files, each use looks whether a file
 * has changed, at most every ten seconds ({@link #withReloadEvery}, {@link #withoutReload}). A new
 * certificate that can work is taken into use at once for new connections; connections that are open
 * go on. A file that cannot be used, or names another HSA-id, is reported ({@link
 * #withReloadListener}, {@link #lastReloadProblem}, log level WARN) and tried again later; the
 * old certificate stays in use and no call fails. With PEM the certificate and key may be replaced one
 * after the other.
 */
public final class Credential {

    private static final Logger LOG = LoggerFactory.getLogger(Credential.class);

    /** What can be chosen besides the source. */
    private record Options(
            Optional<String> alias,
            Optional<Duration> reloadEvery,
            Duration expiryWarning,
            CredentialReloadListener listener,
            Clock clock) {
        static final Options DEFAULT =
                new Options(
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(10)),
                        Duration.ofDays(30),
                        new CredentialReloadListener() {},
                        Clock.systemUTC());
    }

    private final CredentialSource source;
    private final Options options;
    private final CurrentKey key;
    private final X509ExtendedKeyManager keyManager;
    private final Set<SSLContext> contexts =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Credential(CredentialSource source, Options options) {
        this.source = source;
        this.options = options;
        this.key =
                new CurrentKey(
                        () -> source.load(options.alias),
                        source.files(),
                        options.reloadEvery,
                        options.clock,
                        this::accept,
                        this::swapped,
                        this::failed);
        this.keyManager = new CredentialKeyManager(key);
    }

    /**
     * A PKCS#12 file ({@code .p12}, {@code .pfx}), as SITHS function certificates are delivered.
     *
     * @param file the file, with one private key (or see {@link #withAlias}) and its chain
     * @param password its password
     */
    public static Credential pkcs12(Path file, char[] password) {
        return new Credential(
                KeyStoreSource.file("PKCS12", "PKCS#12", file, password, password),
                Options.DEFAULT);
    }

    /**
     * A Java key store (JKS) whose key has the same password as the store.
     *
     * @param file the file
     * @param password the password of the store and of the key
     */
    public static Credential jks(Path file, char[] password) {
        return jks(file, password, password);
    }

    /**
     * A Java key store (JKS).
     *
     * @param file the file
     * @param password the password of the store
     * @param keyPassword the password of the key
     */
    public static Credential jks(Path file, char[] password, char[] keyPassword) {
        return new Credential(
                KeyStoreSource.file("JKS", "JKS", file, password, keyPassword), Options.DEFAULT);
    }

    /**
     * PEM files with an unencrypted private key.
     *
     * @param certificateChain the certificate and its CA's
     * @param privateKey PKCS#8, PKCS#1 (RSA) or SEC 1 (EC); may be the same file
     */
    public static Credential pem(Path certificateChain, Path privateKey) {
        return new Credential(new PemSource(certificateChain, privateKey, null), Options.DEFAULT);
    }

    /**
     * PEM files with an encrypted private key.
     *
     * @param certificateChain the certificate and its CA's
     * @param privateKey PKCS#8, encrypted ({@code ENCRYPTED PRIVATE KEY}); may be the same file
     * @param password the key's password
     */
    public static Credential pem(Path certificateChain, Path privateKey, char[] password) {
        return new Credential(
                new PemSource(certificateChain, privateKey, password), Options.DEFAULT);
    }

    /**
     * A key store that the application has opened itself. {@link #reload} reads it anew; nothing else
     * does.
     *
     * @param keyStore the key store
     * @param keyPassword the password of the key
     */
    public static Credential keyStore(KeyStore keyStore, char[] keyPassword) {
        return new Credential(KeyStoreSource.inMemory(keyStore, keyPassword), Options.DEFAULT);
    }

    /**
     * A key in a hardware module, through PKCS#11 and the Java runtime's own provider. The provider is
     * registered in the runtime, last in the list, when the key is first used: TLS cannot use such a
     * key otherwise. Two tokens need two names in their configurations: what comes second with the same
     * name is taken to be the first.
     *
     * @param configuration the provider's configuration file: name, library and slot
     * @param pin the token's PIN
     * @throws ConfigurationException when the configuration cannot be used
     */
    public static Credential pkcs11(Path configuration, char[] pin) {
        return pkcs11(Pkcs11.configured(configuration), pin);
    }

    /**
     * A key in a hardware module, through a provider that the application has configured. The provider
     * is registered in the runtime, last in the list, when the key is first used.
     *
     * @param provider a provider with a key store of type {@code PKCS11}
     * @param pin the token's PIN
     */
    public static Credential pkcs11(Provider provider, char[] pin) {
        return new Credential(Pkcs11.source(provider, pin), Options.DEFAULT);
    }

    /** The same source, with the key under this alias: for key stores with several. */
    public Credential withAlias(String alias) {
        return with(
                new Options(
                        Optional.of(alias),
                        options.reloadEvery,
                        options.expiryWarning,
                        options.listener,
                        options.clock));
    }

    /**
     * The same source, whose files are looked at this often at most; ten seconds when not said.
     *
     * @throws InvalidInputException when negative
     */
    public Credential withReloadEvery(Duration interval) {
        if (interval.isNegative()) {
            throw new InvalidInputException("interval", "negative", "zero or more");
        }
        return withReload(Optional.of(interval));
    }

    /** The same source, read once: only {@link #reload} reads it again. */
    public Credential withoutReload() {
        return withReload(Optional.empty());
    }

    private Credential withReload(Optional<Duration> interval) {
        return with(
                new Options(
                        options.alias,
                        interval,
                        options.expiryWarning,
                        options.listener,
                        options.clock));
    }

    /** The same source, which warns this long before the certificate expires; 30 days when not said. */
    public Credential withExpiryWarning(Duration before) {
        return with(
                new Options(
                        options.alias,
                        options.reloadEvery,
                        before,
                        options.listener,
                        options.clock));
    }

    /** The same source, with someone who hears of reloads. */
    public Credential withReloadListener(CredentialReloadListener listener) {
        return with(
                new Options(
                        options.alias,
                        options.reloadEvery,
                        options.expiryWarning,
                        listener,
                        options.clock));
    }

    /** The same source, with a clock of the caller's choice for reloads; for tests. */
    public Credential withClock(Clock clock) {
        return with(
                new Options(
                        options.alias,
                        options.reloadEvery,
                        options.expiryWarning,
                        options.listener,
                        clock));
    }

    private Credential with(Options changed) {
        return new Credential(source, changed);
    }

    /**
     * The system's HSA-id: serialNumber in the certificate's subject.
     *
     * @return empty when the certificate has none; {@link #problems} then says so
     * @throws ConfigurationException when the key cannot be read
     */
    public Optional<HsaId> hsaId() {
        return key.get().hsaId().flatMap(HsaId::tryParse);
    }

    /**
     * The HSA-id in any certificate: serialNumber in its subject, in whatever encoding.
     *
     * @return empty when there is none, or when serialNumber is a personal identity number
     */
    public static Optional<HsaId> hsaIdOf(X509Certificate certificate) {
        return CertificateSubject.hsaId(certificate).flatMap(HsaId::tryParse);
    }

    /**
     * The system's certificate.
     *
     * @throws ConfigurationException when the key cannot be read
     */
    public X509Certificate certificate() {
        return key.get().certificate();
    }

    /**
     * The system's certificate, then its CA's, and so on as far as the source has them; never empty.
     *
     * @throws ConfigurationException when the key cannot be read
     */
    public List<X509Certificate> chain() {
        return key.get().chain();
    }

    /**
     * The private key with its certificate, for signing with the system's own key. Ask for it each time it
     * is used, so that a renewed one is seen.
     *
     * @throws ConfigurationException when the key cannot be read
     */
    public SigningKey signingKey() {
        KeyMaterial material = key.get();
        return new SigningKey(material.key(), material.chain());
    }

    /**
     * A private key and the certificates that go with it.
     *
     * @param key the key; of a hardware module only a handle, that no other module can use
     * @param chain the certificate, then its CA's, as far as the source has them; never empty
     */
    public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

        /** Keeps a copy of the chain. */
        public SigningKey {
            chain = List.copyOf(chain);
        }

        /** The certificate of the key. */
        public X509Certificate certificate() {
            return chain.get(0);
        }

        /** The kind of key; never the key, nor a name. */
        @Override
        public String toString() {
            return "SigningKey[" + key.getAlgorithm() + "]";
        }
    }

    /**
     * The last instant at which the certificate is valid.
     *
     * @throws ConfigurationException when the key cannot be read
     */
    public Instant expiresAt() {
        return certificate().getNotAfter().toInstant();
    }

    /**
     * Everything that is wrong with the credential for calling others, warnings included.
     *
     * @param clock the time at which it is to work
     * @return empty when all is well
     * @throws ConfigurationException when the key cannot be read
     */
    public List<CredentialProblem> problems(Clock clock) {
        return problems(key.get(), CredentialCheck.Role.CLIENT, clock);
    }

    /**
     * Everything that is wrong with the credential for being called by others (a producer, or a test
     * server): as {@link #problems}, but it needs no HSA-id, and the role of server instead of client.
     *
     * @param clock the time at which it is to work
     * @return empty when all is well
     * @throws ConfigurationException when the key cannot be read
     */
    public List<CredentialProblem> problemsAsServer(Clock clock) {
        return problems(key.get(), CredentialCheck.Role.SERVER, clock);
    }

    /**
     * Makes sure that the credential can be used for calling others. Warnings are logged.
     *
     * @param clock the time at which it is to work
     * @param accepted kinds of problems that are known and accepted
     * @throws ConfigurationException when a problem is {@linkplain CredentialProblem#blocking()
     *     blocking}: its remedy says what to order
     */
    public void check(Clock clock, CredentialProblem.Kind... accepted) {
        check(
                problems(clock).stream()
                        .filter(problem -> !List.of(accepted).contains(problem.kind()))
                        .toList());
    }

    /**
     * Makes sure that the credential can be used for being called by others. Warnings are logged.
     *
     * @param clock the time at which it is to work
     * @throws ConfigurationException when a problem is {@linkplain CredentialProblem#blocking()
     *     blocking}: its remedy says what to order
     */
    public void checkAsServer(Clock clock) {
        check(problemsAsServer(clock));
    }

    private static void check(List<CredentialProblem> problems) {
        List<CredentialProblem> blocking =
                problems.stream().filter(CredentialProblem::blocking).toList();
        if (!blocking.isEmpty()) {
            throw asException(blocking);
        }
        problems.forEach(warning -> LOG.warn("{}. {}", warning.message(), warning.remedy()));
    }

    private static ConfigurationException asException(List<CredentialProblem> problems) {
        return new ConfigurationException(
                problems.stream().map(CredentialProblem::message).collect(Collectors.joining(". ")),
                problems.stream()
                        .map(CredentialProblem::remedy)
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /**
     * Reads the key anew, and takes it into use when it can work.
     *
     * @throws ConfigurationException when it cannot; the old key stays in use
     */
    public void reload() {
        key.reload();
    }

    /**
     * What was wrong the last time the source was read anew.
     *
     * @return empty when nothing was, or when it has not been read anew
     */
    public Optional<ConfigurationException> lastReloadProblem() {
        return key.lastProblem();
    }

    /**
     * A TLS context that shows this credential, as client or as server: the same one that the SDK's own
     * clients use, for other clients of the same system. It follows reloads; as a server, a caller that
     * resumes a session can see the old certificate for five minutes more. Make one and keep it.
     *
     * <p>It is meant for TLS 1.3 and 1.2; the Java runtime's own setting {@code
     * jdk.tls.disabledAlgorithms} keeps older versions out. Host names are checked by whoever uses the
     * context, as always in Java: HTTP clients do, plain sockets do not.
     *
     * @param trusted whom to trust
     * @throws ConfigurationException when the key cannot be read
     */
    public SSLContext sslContext(TrustAnchors trusted) {
        // Read now: a handshake is no place to learn that the password is wrong.
        key.get();
        SSLContext context = TlsContexts.create(keyManager, trusted.trustManager());
        contexts.add(context);
        return context;
    }

    private List<CredentialProblem> problems(
            KeyMaterial material, CredentialCheck.Role role, Clock clock) {
        return CredentialCheck.problems(
                material, source.description(), role, clock.instant(), options.expiryWarning);
    }

    /** A new key is refused when it has a blocking problem that the one in use has not. */
    private void accept(KeyMaterial inUse, KeyMaterial loaded) {
        if (!loaded.hsaId().equals(inUse.hsaId())) {
            throw new ConfigurationException(
                    "The certificate in the "
                            + source.description()
                            + " now has another HSA-id than when the system started",
                    "Put the right certificate in place, or restart the system if it is meant to"
                            + " be another.");
        }
        Set<CredentialProblem.Kind> known =
                blocking(inUse).stream()
                        .map(CredentialProblem::kind)
                        .collect(
                                Collectors.toCollection(
                                        () -> EnumSet.noneOf(CredentialProblem.Kind.class)));
        List<CredentialProblem> worse =
                blocking(loaded).stream().filter(each -> !known.contains(each.kind())).toList();
        if (!worse.isEmpty()) {
            throw asException(worse);
        }
    }

    private List<CredentialProblem> blocking(KeyMaterial material) {
        return problems(material, CredentialCheck.Role.CLIENT, options.clock).stream()
                .filter(CredentialProblem::blocking)
                .toList();
    }

    private void swapped() {
        // A resumed session shows no certificate: the other end would go on seeing the old one. Of
        // a
        // server's sessions the callers keep the state, so those end by their time limit.
        for (SSLContext context : contexts.toArray(SSLContext[]::new)) {
            forgetSessions(context.getClientSessionContext());
        }
        LOG.info(
                "The {} has changed and is in use, valid to {}", source.description(), expiresAt());
        tell(() -> options.listener.reloaded(this));
    }

    private static void forgetSessions(SSLSessionContext sessions) {
        for (byte[] id : Collections.list(sessions.getIds())) {
            SSLSession session = sessions.getSession(id);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    private void failed(ConfigurationException problem) {
        LOG.warn(
                "The {} has changed but cannot be used; the old certificate stays in use. {}. {}",
                source.description(),
                problem.getMessage(),
                problem.remedy());
        tell(() -> options.listener.reloadFailed(this, problem));
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("The credential's reload listener failed", e);
        }
    }

    /** Where the credential comes from; never a password, a key or a name. */
    @Override
    public String toString() {
        return "Credential[" + source.description() + "]";
    }
}
