package se.ehealthsdk.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.access.AccessControlStandIn;
import se.ehealthsdk.testkit.accesslog.LogServiceStandIn;
import se.ehealthsdk.testkit.careplan.CarePlanStandIn;
import se.ehealthsdk.testkit.certificate.CertificateStandIn;
import se.ehealthsdk.testkit.check.Findings;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.data.DataFolder;
import se.ehealthsdk.testkit.directory.DirectoryStandIn;
import se.ehealthsdk.testkit.directory.UnitFileStandIn;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.Mounts;
import se.ehealthsdk.testkit.internal.server.ServerTls;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testkit.internal.state.KeptState;
import se.ehealthsdk.testkit.person.PersonServiceStandIn;
import se.ehealthsdk.testkit.scenario.FaultBoard;
import se.ehealthsdk.testkit.scenario.FaultKinds;
import se.ehealthsdk.testkit.scenario.Scenarios;
import se.ehealthsdk.testkit.signing.SigningServiceStandIn;
import se.ehealthsdk.testkit.state.StateFolder;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * The national services on localhost: stand-ins that remember what they are told, behind a platform that
 * answers as the real one does, over mutual TLS with certificates of a test PKI.
 *
 * <pre>{@code
 * try (NationalServices services = NationalServices.start();
 *         RivtaClient platform = services.client()) {
 *     HsaClient hsa = HsaClient.on(platform);
 *     hsa.employee(Persona.DR_LINDGREN.hsaId());                      // found
 *     services.faults().next(Fault.vp("VP009").producerStatus(503));
 *     hsa.employee(Persona.DR_LINDGREN.hsaId());                      // PlatformException, or retried
 *     services.journal().last();                                      // what was sent, word by word
 * }
 * }</pre>
 *
 * <p>Listens on loopback unless asked otherwise. Instances know nothing of one another, so tests may run in parallel, each
 * with its own. Starting the first one in a JVM takes a second or two, the next ones a small part of that;
 * {@link #reset()} is faster still. Safe for use by many threads.
 */
public final class NationalServices implements AutoCloseable {

    /** The logical address of the national services, which leads to the stand-ins of HSA and the log service. */
    public static final LogicalAddress LOGICAL_ADDRESS = HsaClient.NATIONAL_ADDRESS;

    /** The HSA-id of the system in {@link #credential()}; invented. */
    public static final String SYSTEM_HSA_ID = TestPki.SYSTEM_HSA_ID;

    /** The platform's limit of a request in bytes, unless set otherwise: 15 MiB. */
    public static final int MAX_REQUEST_BYTES = 15 << 20;

    /** What calls to the HTTPS port are called in the state folder. */
    private static final String PORT = "port";

    private static final char[] PASSWORD = TestPki.PASSWORD.toCharArray();

    private final TestPki pki;
    private final HsaStandIn hsa;
    private final AccessControlStandIn accessControl;
    private final LogServiceStandIn logService;
    private final CertificateStandIn certificates;
    private final CarePlanStandIn carePlans;
    private final PersonServiceStandIn persons;
    private final Faults faults;
    private final FaultBoard faultBoard = new FaultBoard(this);
    private final Scenarios scenarios = new Scenarios(this);
    private final Journal journal = new Journal();
    private final Inspector inspector;
    private final Platform platform;
    private final Mounts mounts = new Mounts();
    private final @Nullable KeptState kept;
    private final Listening place;
    private final int maxRequestBytes;
    private final int idpPort;
    private final int signingPort;
    private final int directoryPort;
    private final int startTlsPort;
    private final Strictness strictness;
    private final @Nullable ServerTls tls;
    private final @Nullable StandInServer server;
    private final @Nullable SharedPort shared;
    private final String workspace;
    private final String path;
    private final AtomicInteger sharedConnections = new AtomicInteger();
    private final IssuedCertificate system;
    private final TestClock clock;
    private final Ids ids;
    private final Credential credential;
    private @Nullable IdentityProviderStandIn idp;
    private @Nullable SigningServiceStandIn signingService;
    private @Nullable DirectoryStandIn directory;
    private @Nullable UnitFileStandIn unitFile;
    private @Nullable RegionalDischargeSystem discharge;
    private boolean closed;
    private ServerCertificate shown = ServerCertificate.VALID;
    private int connectionsBefore;
    private int refusedBefore;

    private NationalServices(Builder builder, HsaStandIn directory) {
        shared = builder.shared;
        pki = shared == null ? builder.pki : shared.pki();
        place = new Listening(builder.address, builder.port);
        clock = TestClock.on(builder.clock);
        ids = builder.ids;
        faults = new Faults(clock);
        inspector = new Inspector(clock);
        if (builder.contracts != null) {
            inspector.contracts(builder.contracts);
        }
        idpPort = builder.idpPort;
        signingPort = builder.signingPort;
        directoryPort = builder.directoryPort;
        startTlsPort = builder.startTlsPort;
        strictness = builder.strictness;
        hsa = directory.withClock(clock);
        logService = LogServiceStandIn.with(clock, ids);
        RivtaEndpoint.Builder endpoint = RivtaEndpoint.builder();
        hsa.answerOn(endpoint);
        accessControl = new AccessControlStandIn(clock);
        accessControl.answerOn(endpoint);
        logService.answerOn(endpoint);
        system = pki.function(SYSTEM_HSA_ID);
        credential = credential(system);
        certificates = new CertificateStandIn(hsa, clock, ids, credential, trust());
        certificates.answerOn(endpoint);
        carePlans = new CarePlanStandIn(clock, ids);
        carePlans.answerOn(endpoint);
        persons =
                builder.data == null
                        ? new PersonServiceStandIn(hsa, clock)
                        : PersonServiceStandIn.of(builder.data, hsa, clock);
        persons.answerOn(endpoint);
        logService.inspectedBy(inspector);
        accessControl.inspectedBy(inspector);
        certificates.inspectedBy(inspector);
        carePlans.inspectedBy(inspector);
        persons.inspectedBy(inspector);
        platform =
                new Platform(
                        endpoint.build(),
                        faults,
                        journal,
                        inspector,
                        builder.maxRequestBytes,
                        clock,
                        ids);
        platform.strictness(strictness);
        routeMore();
        if (idpPort != 0) {
            startIdp(idpPort);
        }
        maxRequestBytes = builder.maxRequestBytes;
        mountAll();
        kept = builder.state == null ? null : KeptState.open(builder.state, new CallMoment());
        if (kept != null) {
            kept.attach(PORT, mounts);
        }
        if (shared == null) {
            workspace = "";
            path = "";
            tls = ServerTls.of(pki, place);
            server = server(tls);
        } else {
            tls = null;
            server = null;
            workspace = builder.workspace == null ? shared.nextName() : builder.workspace;
            refusedBefore = shared.refusedConnections();
            path = shared.add(workspace, this::answer);
        }
        hsa.onChange(this::routeToUnits);
        clock.onMove((from, to) -> certificates.advance(Duration.between(from, to)));
        clock.onMove((from, to) -> scenarios.clockMoved());
    }

    private IdentityProviderStandIn startIdp(int port) {
        IdentityProviderStandIn started =
                IdentityProviderStandIn.start(hsa, pki, system.certificate(), clock, ids, at(port));
        if (shown != ServerCertificate.VALID) {
            started.serverCertificate(shown.issue(pki));
        }
        started.inspectedBy(inspector);
        idp = started;
        return started;
    }

    private InetSocketAddress at(int port) {
        return new InetSocketAddress(place.address(), port);
    }

    /** What is not the platform's is begun when it is first called. */
    private void mountAll() {
        Function<HttpCall, HttpReply> counted =
                call -> {
                    if (call.connection().isFirstCallTo(this)) {
                        sharedConnections.incrementAndGet();
                    }
                    return platform.answer(call);
                };
        mounts.mount("", counted);
        mounts.mount(
                UnitFileStandIn.FOLDER,
                call -> {
                    unitFile();
                    return mounts.apply(call);
                });
        mounts.mount(
                RegionalDischargeSystem.PATH,
                call -> {
                    discharge();
                    return mounts.apply(call);
                });
    }

    private HttpReply answer(HttpCall call) {
        return kept != null && Changes.isChange(call, faults.pending() > 0)
                ? kept.change(PORT, call, mounts)
                : mounts.apply(call);
    }

    /** Time and ids of one call. */
    private final class CallMoment implements KeptState.Moment {

        @Override
        public Instant now() {
            return clock.beneath();
        }

        @Override
        public long seedOf(long call) {
            return ids.seedOf(call);
        }

        @Override
        public <T> T at(Instant time, long seed, Supplier<T> work) {
            return clock.during(time, () -> ids.during(seed, work));
        }
    }

    private StandInServer server(ServerTls own) {
        try {
            return StandInServer.start(own.context(), place, maxRequestBytes, this::answer);
        } catch (ConfigurationException taken) {
            if (idp != null) {
                idp.close();
            }
            if (kept != null) {
                kept.close();
            }
            throw taken;
        }
    }

    /**
     * Starts with all the people and units that come with the testkit, on any free port.
     *
     * @throws ConfigurationException if it cannot listen
     */
    public static NationalServices start() {
        return builder().start();
    }

    /**
     * Starts with these people only, and all the units that come with the testkit.
     *
     * @throws ConfigurationException if it cannot listen
     */
    public static NationalServices startWith(Persona... people) {
        return builder().people(people).start();
    }

    /** Starts choosing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The directory behind HSA. */
    public HsaStandIn hsa() {
        return hsa;
    }

    /** The log service. */
    public LogServiceStandIn logService() {
        return logService;
    }

    /**
     * The identity provider, where the people of {@link #hsa()} log in; beside the platform, on a port of
     * its own. Started when it is first asked for, or with the rest if a port was chosen for it.
     *
     * @throws ConfigurationException if it cannot listen
     * @throws IllegalStateException if the services are closed
     */
    public synchronized IdentityProviderStandIn idp() {
        requireOpen();
        return idp == null ? startIdp(idpPort) : idp;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the national services are closed");
        }
    }

    /** The services for blocks, consents and patient relations; every care provider's lead here. */
    public AccessControlStandIn accessControl() {
        return accessControl;
    }

    /**
     * Intygstjänster and Webcert, with a memory of their own, and the recipients of certificates (intyg).
     */
    public CertificateStandIn certificates() {
        return certificates;
    }

    /** Care plan producers, the aggregating service before them, and the engagement index. */
    public CarePlanStandIn carePlans() {
        return carePlans;
    }

    /** The person data service. */
    public PersonServiceStandIn persons() {
        return persons;
    }

    /** Consents and patient relations are addressed by care provider, messages about certificates by unit. */
    private void routeMore() {
        routeToUnits();
        platform.route(CertificateStandIn.INTYGSTJANSTER);
        platform.route(CertificateStandIn.WEBCERT);
        carePlans.routeThrough(platform::route);
    }

    private void routeToUnits() {
        hsa.careProviders()
                .forEach(provider -> platform.route(LogicalAddress.of(provider.hsaId())));
        hsa.units().forEach(unit -> platform.route(LogicalAddress.of(unit.hsaId())));
    }

    /** The platform in front: routes, and who may call what. */
    public Platform platform() {
        return platform;
    }

    /**
     * A remote signing service, where the people of {@link #hsa()} sign. Started when it is first asked for.
     *
     * @throws ConfigurationException if it cannot listen
     * @throws IllegalStateException if the services are closed
     */
    public synchronized SigningServiceStandIn signingService() {
        requireOpen();
        if (signingService == null) {
            signingService = SigningServiceStandIn.start(pki, hsa, clock, ids, at(signingPort));
        }
        return signingService;
    }

    /**
     * HSA as a directory over LDAP, of the same people and units as {@link #hsa()}; beside the platform, on a port of
     * its own. Started when it is first asked for.
     *
     * @throws ConfigurationException if it cannot listen
     * @throws IllegalStateException if the services are closed
     */
    public synchronized DirectoryStandIn directory() {
        requireOpen();
        if (directory == null) {
            directory = DirectoryStandIn.start(hsa, pki, clock, at(directoryPort), startTlsPort);
            directory.inspectedBy(inspector);
        }
        return directory;
    }

    /**
     * HSA's file of all units, of the same units as {@link #hsa()}; on the same port as the platform.
     *
     * @throws IllegalStateException if the services are closed
     */
    public synchronized UnitFileStandIn unitFile() {
        requireOpen();
        if (unitFile == null) {
            unitFile = UnitFileStandIn.on(mounts, base(), hsa, clock);
            unitFile.inspectedBy(inspector);
        }
        return unitFile;
    }

    /**
     * A region's discharge system, to connect a vendor's system with; on the same port as the platform.
     *
     * @throws IllegalStateException if the services are closed
     */
    public synchronized RegionalDischargeSystem discharge() {
        requireOpen();
        if (discharge == null) {
            discharge = RegionalDischargeSystem.on(mounts, base(), pki, clock, ids);
            discharge.inspectedBy(inspector);
        }
        return discharge;
    }

    /** The time of all services. */
    public TestClock clock() {
        return clock;
    }

    /** Where all services take their ids from. */
    public Ids ids() {
        return ids;
    }

    /** Where what the services are told is kept; empty unless a folder was chosen. */
    public Optional<StateFolder> state() {
        return Optional.ofNullable(kept);
    }

    /**
     * Does again what the state folder holds, once all that takes part has been attached; nothing without a state folder.
     *
     * @throws ConfigurationException if the log in the folder is damaged
     */
    public void restore() {
        if (kept != null) {
            kept.restore();
        }
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** The scenarios that can be run here, and their runs. */
    public Scenarios scenarios() {
        return scenarios;
    }

    /** The faults of all services, by name. */
    public FaultBoard faultBoard() {
        return faultBoard;
    }

    /** The faults of those services on ports of their own that have been started, by the names of {@code FaultKinds}. */
    public synchronized Map<String, ServiceFaults<?>> startedFaults() {
        Map<String, ServiceFaults<?>> started = new LinkedHashMap<>();
        if (idp != null) {
            started.put(FaultKinds.IDP, idp.faults());
        }
        if (signingService != null) {
            started.put(FaultKinds.SIGNING, signingService.faults());
        }
        if (directory != null) {
            started.put(FaultKinds.DIRECTORY, directory.faults());
        }
        if (unitFile != null) {
            started.put(FaultKinds.UNIT_FILE, unitFile.faults());
        }
        if (discharge != null) {
            started.put(FaultKinds.DISCHARGE, discharge.faults());
        }
        return started;
    }

    /** What has been called and answered. */
    public Journal journal() {
        return journal;
    }

    /** Which rules have been broken, on all surfaces. */
    public Findings findings() {
        return inspector.findings();
    }

    /** The PKI of both ends; makes more certificates, good and bad. */
    public TestPki pki() {
        return pki;
    }

    /** The base address, {@code https://localhost:port/vp}. */
    public URI url() {
        return URI.create(base() + "/vp");
    }

    /** What comes before the path of each service on the HTTPS port. */
    private URI base() {
        return shared == null
                ? URI.create(
                        "https://" + place.host() + ":" + Objects.requireNonNull(server).port())
                : URI.create(shared.url() + path);
    }

    /** Its name on a shared port, as {@code 1}; empty for services on a port of their own, or at the root of one. */
    public String workspace() {
        return workspace;
    }

    /**
     * Shows new connections another certificate, on the platform's port and the IdP's, until {@link #reset()} or {@link ServerCertificate#VALID}.
     * Connections that are open go on. A shared port shows it to all who call it, whomever they call.
     */
    public synchronized void serverCertificate(ServerCertificate certificate) {
        if (shared != null) {
            shared.serverCertificate(certificate);
        }
        if (tls != null) {
            show(tls, certificate);
        }
        if (idp != null) {
            show(idp, certificate);
        }
        shown = certificate;
    }

    private void show(IdentityProviderStandIn own, ServerCertificate certificate) {
        if (certificate == ServerCertificate.VALID) {
            own.rightServerCertificate();
        } else {
            own.serverCertificate(certificate.issue(pki));
        }
    }

    private void show(ServerTls own, ServerCertificate certificate) {
        if (certificate == ServerCertificate.VALID) {
            own.showRight();
        } else {
            own.show(certificate.issue(pki));
        }
    }

    /** Which certificate new connections are shown. */
    public synchronized ServerCertificate serverCertificate() {
        return shown;
    }

    /** The environment for a client: the base address, and trust in the test PKI alone. */
    public Environment environment() {
        return Environment.of("testkit", url(), trust());
    }

    /** A good function certificate, that of {@link #SYSTEM_HSA_ID}. */
    public Credential credential() {
        return credential;
    }

    /**
     * Any certificate as a credential.
     *
     * @param certificate as {@code services.pki().function("SE2321000016-OTHER")}
     */
    public Credential credential(IssuedCertificate certificate) {
        return Credential.keyStore(certificate.keyStore(PASSWORD), PASSWORD);
    }

    /** A new client of these services, with everything as it is by default; closed by who asked for it. */
    public RivtaClient client() {
        return RivtaClient.builder().environment(environment()).credential(credential).build();
    }

    /**
     * How many connections have come through the TLS handshake since the start or the last reset; on a shared port, how
     * many of them have called the platform here.
     */
    public synchronized int connections() {
        return connectionsEver() - connectionsBefore;
    }

    private int connectionsEver() {
        return server == null ? sharedConnections.get() : server.connections();
    }

    /**
     * How many TLS handshakes have been refused since the start. On a shared port nobody knows whom they were for: all of
     * them since these services started.
     */
    public int refusedConnections() {
        int ever =
                server == null
                        ? Objects.requireNonNull(shared).refusedConnections()
                        : server.refusedConnections();
        return ever - refusedBefore;
    }

    /**
     * Everything as it was at the start, open connections apart: directory, persons, log service, certificates, care plans,
     * routes, IdP, HSA's directory and unit file, faults, journal.
     */
    public void reset() {
        scenarios.abandon();
        resetAll();
    }

    private synchronized void resetAll() {
        hsa.reset();
        accessControl.reset();
        logService.reset();
        certificates.reset();
        carePlans.reset();
        persons.reset();
        platform.reset();
        platform.strictness(strictness);
        routeMore();
        if (idp != null) {
            idp.reset();
        }
        faultBoard.clear();
        journal.clear();
        if (signingService != null) {
            signingService.reset();
        }
        if (directory != null) {
            directory.reset();
        }
        if (unitFile != null) {
            unitFile.reset();
        }
        if (discharge != null) {
            discharge.reset();
        }
        clock.reset();
        ids.reset();
        if (shown != ServerCertificate.VALID) {
            serverCertificate(ServerCertificate.VALID);
        }
        connectionsBefore = connectionsEver();
        if (kept != null) {
            kept.clear();
        }
    }

    /** Stops listening and breaks what is under way. */
    @Override
    public void close() {
        scenarios.close();
        closeAll();
    }

    private synchronized void closeAll() {
        closed = true;
        if (server != null) {
            server.close();
        }
        if (kept != null) {
            kept.close();
        }
        if (shared != null) {
            shared.remove(workspace);
        }
        if (discharge != null) {
            discharge.close();
        }
        if (idp != null) {
            idp.close();
        }
        if (signingService != null) {
            signingService.close();
        }
        if (directory != null) {
            directory.close();
        }
        if (unitFile != null) {
            unitFile.close();
        }
    }

    private TrustAnchors trust() {
        return TrustAnchors.of(pki.trustedRoots());
    }

    /** The base address. */
    @Override
    public String toString() {
        return "NationalServices[" + url() + "]";
    }

    /** Collects what services start with. Not for use by more than one thread. */
    public static final class Builder {

        private TestPki pki = TestPki.shared();
        private @Nullable HsaStandIn hsa;
        private @Nullable DataFolder data;
        private @Nullable Path state;
        private @Nullable Path contracts;
        private @Nullable SharedPort shared;
        private @Nullable String workspace;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;
        private int idpPort;
        private int signingPort;
        private int directoryPort;
        private int startTlsPort;
        private Strictness strictness = Strictness.STRICT;
        private int maxRequestBytes = MAX_REQUEST_BYTES;
        private Clock clock = Clock.systemUTC();
        private Ids ids = Ids.random();

        private Builder() {}

        /** These people only; all that come with the testkit unless set. */
        public Builder people(Persona... people) {
            return hsa(HsaStandIn.of(people));
        }

        /** Another directory; each instance gets its own copy of it. */
        public Builder hsa(HsaStandIn directory) {
            this.hsa = directory;
            return this;
        }

        /** People, units and so on from files; takes the place of {@link #people} and {@link #hsa}. */
        public Builder data(DataFolder folder) {
            this.data = folder;
            return hsa(HsaStandIn.of(folder));
        }

        /**
         * Keeps what the services are told in a folder, made if it is not there, so that it is there after a restart. Calls
         * that change something are answered once {@link NationalServices#restore()} has been called.
         */
        public Builder state(Path folder) {
            this.state = folder;
            return this;
        }

        /** Another PKI than {@link TestPki#shared()}; on a port of its own, whatever was said before. */
        public Builder pki(TestPki other) {
            this.pki = other;
            this.shared = null;
            return this;
        }

        /** A port shared with others, in the place of one of its own; its PKI is then the one that counts. */
        public Builder on(SharedPort port) {
            this.shared = port;
            return this;
        }

        /**
         * Its name on a shared port: {@code https://localhost:<port>/w/NAME/vp}. Unless set, the next free number.
         *
         * @param name a letter, then letters, digits, {@code -} and {@code _}, 63 in all; or nothing, for the root of the
         *     port ({@code /vp})
         * @throws InvalidInputException if it is no name
         */
        public Builder workspace(String name) {
            this.workspace = SharedPort.checkedName(name);
            return this;
        }

        /**
         * The address to listen at, for platform, IdP, signing service and directory alike: loopback unless set, so that
         * no other machine reaches them. An address that was made with a name ({@code InetAddress.getByAddress(name, bytes)})
         * has URLs and certificates with that name. The wildcard address ({@code 0.0.0.0}) is for all of this machine's. On a shared
         * port the platform listens where that does.
         */
        public Builder bind(InetAddress own) {
            this.address = own;
            return this;
        }

        /** The port to listen on, shared with nobody, whatever was said before; any free one unless set. */
        public Builder port(int number) {
            this.port = checked("port", number);
            this.shared = null;
            return this;
        }

        /** The port for the IdP to listen on; any free one unless set. */
        public Builder idpPort(int number) {
            this.idpPort = checked("idpPort", number);
            return this;
        }

        /** The port for the signing service, once it is asked for; any free one unless set. */
        public Builder signingPort(int number) {
            this.signingPort = checked("signingPort", number);
            return this;
        }

        /** The port for HSA over LDAPS, once it is asked for; any free one unless set. */
        public Builder directoryPort(int number) {
            this.directoryPort = checked("directoryPort", number);
            return this;
        }

        /** The port for HSA over LDAP with StartTLS, once it is asked for; any free one unless set. */
        public Builder startTlsPort(int number) {
            this.startTlsPort = checked("startTlsPort", number);
            return this;
        }

        /** What is done with messages that break a rule, at the start and after a reset; {@link Strictness#STRICT} unless set. */
        public Builder strictness(Strictness chosen) {
            this.strictness = chosen;
            return this;
        }

        private static int checked(String field, int number) {
            if (number < 0 || number > 65_535) {
                throw new InvalidInputException(field, "is no port", "0 to 65535");
            }
            return number;
        }

        /** Bytes of a request at most: {@link #MAX_REQUEST_BYTES} unless set, which is the most on a shared port. More gets HTTP 413. */
        public Builder maxRequestBytes(int bytes) {
            if (bytes < 1) {
                throw new InvalidInputException("maxRequestBytes", "is below 1", "1 or more");
            }
            this.maxRequestBytes = bytes;
            return this;
        }

        /**
         * The folder of the official service contracts (WSDL and XSD): every message is held against them, and so is every answer. Without it
         * messages are held against the testkit's own knowledge of the contracts alone.
         */
        public Builder contracts(Path folder) {
            this.contracts = folder;
            return this;
        }

        /** The clock by which memberships hold or not; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * Has the services make the same ids for the same calls in the same order, and, with a clock that is fixed, the
         * same bytes; other ids for each instance unless set. Keys, nonces, codes and tokens are random all the same.
         */
        public Builder seed(long seed) {
            this.ids = Ids.seeded(seed);
            return this;
        }

        /**
         * Starts.
         *
         * @throws ConfigurationException if it cannot listen, or the contracts cannot be read
         */
        public NationalServices start() {
            return new NationalServices(this, hsa == null ? HsaStandIn.shipped() : hsa);
        }
    }
}
