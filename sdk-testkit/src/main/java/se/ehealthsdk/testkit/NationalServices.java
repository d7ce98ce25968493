package se.ehealthsdk.testkit;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
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
import se.ehealthsdk.testkit.directory.DirectoryStandIn;
import se.ehealthsdk.testkit.directory.UnitFileStandIn;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testkit.person.PersonServiceStandIn;
import se.ehealthsdk.testkit.signing.SigningServiceStandIn;
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
 * <p>Listens on loopback only. Instances know nothing of one another, so tests may run in parallel, each
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

    private static final char[] PASSWORD = TestPki.PASSWORD.toCharArray();

    private final TestPki pki;
    private final HsaStandIn hsa;
    private final AccessControlStandIn accessControl;
    private final LogServiceStandIn logService;
    private final CertificateStandIn certificates;
    private final CarePlanStandIn carePlans;
    private final PersonServiceStandIn persons;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Inspector inspector;
    private final Platform platform;
    private final @Nullable StandInServer server;
    private final @Nullable SharedPort shared;
    private final String path;
    private final IssuedCertificate system;
    private final TestClock clock;
    private final Credential credential;
    private @Nullable IdentityProviderStandIn idp;
    private @Nullable SigningServiceStandIn signingService;
    private @Nullable DirectoryStandIn directory;
    private @Nullable UnitFileStandIn unitFile;
    private @Nullable RegionalDischargeSystem discharge;
    private boolean closed;
    private int connectionsBefore;

    private NationalServices(Builder builder, HsaStandIn directory) {
        shared = builder.shared;
        pki = shared == null ? builder.pki : shared.pki();
        clock = TestClock.on(builder.clock);
        inspector = new Inspector(clock);
        hsa = directory.withClock(clock);
        logService = LogServiceStandIn.withClock(clock);
        RivtaEndpoint.Builder endpoint = RivtaEndpoint.builder();
        hsa.answerOn(endpoint);
        accessControl = new AccessControlStandIn(clock);
        accessControl.answerOn(endpoint);
        logService.answerOn(endpoint);
        system = pki.function(SYSTEM_HSA_ID);
        credential = credential(system);
        certificates = new CertificateStandIn(hsa, clock, credential, trust());
        certificates.answerOn(endpoint);
        carePlans = new CarePlanStandIn(clock);
        carePlans.answerOn(endpoint);
        persons = new PersonServiceStandIn(hsa);
        persons.answerOn(endpoint);
        platform =
                new Platform(
                        endpoint.build(),
                        faults,
                        journal,
                        inspector,
                        builder.maxRequestBytes,
                        clock);
        routeMore();
        if (builder.idpPort != 0) {
            startIdp(builder.idpPort);
        }
        server = shared == null ? platformServer(builder.port) : null;
        path = shared == null ? "" : shared.add(platform::answer);
        clock.onMove((from, to) -> certificates.advance(Duration.between(from, to)));
    }

    private IdentityProviderStandIn startIdp(int port) {
        IdentityProviderStandIn started =
                IdentityProviderStandIn.start(hsa, pki, system.certificate(), clock, port);
        idp = started;
        return started;
    }

    private StandInServer platformServer(int port) {
        try {
            return StandInServer.start(
                    credential(pki.server("localhost")).sslContext(trust()),
                    port,
                    platform::answer);
        } catch (ConfigurationException taken) {
            if (idp != null) {
                idp.close();
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
        return idp == null ? startIdp(0) : idp;
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
        hsa.careProviders()
                .forEach(provider -> platform.route(LogicalAddress.of(provider.hsaId())));
        hsa.units().forEach(unit -> platform.route(LogicalAddress.of(unit.hsaId())));
        platform.route(CertificateStandIn.INTYGSTJANSTER);
        platform.route(CertificateStandIn.WEBCERT);
        carePlans.routeThrough(platform::route);
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
            signingService = SigningServiceStandIn.start(pki, hsa, clock);
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
            directory = DirectoryStandIn.start(hsa, pki, clock, 0);
        }
        return directory;
    }

    /**
     * HSA's file of all units, of the same units as {@link #hsa()}; on a port of its own. Started when it is first asked
     * for.
     *
     * @throws ConfigurationException if it cannot listen
     * @throws IllegalStateException if the services are closed
     */
    public synchronized UnitFileStandIn unitFile() {
        requireOpen();
        if (unitFile == null) {
            unitFile = UnitFileStandIn.start(hsa, pki, clock);
        }
        return unitFile;
    }

    /**
     * A region's discharge system, to connect a vendor's system with. Started when it is first asked for.
     *
     * @throws ConfigurationException if it cannot listen
     * @throws IllegalStateException if the services are closed
     */
    public synchronized RegionalDischargeSystem discharge() {
        requireOpen();
        if (discharge == null) {
            discharge = RegionalDischargeSystem.start(pki, clock);
        }
        return discharge;
    }

    /** The time of all services. */
    public TestClock clock() {
        return clock;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
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
        return URI.create("https://localhost:" + port() + path + "/vp");
    }

    private int port() {
        return shared == null ? Objects.requireNonNull(server).port() : shared.number();
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

    /** How many connections have come through the TLS handshake since the start or the last reset. */
    public synchronized int connections() {
        return server == null ? 0 : server.connections() - connectionsBefore;
    }

    /** How many TLS handshakes have been refused since the start. */
    public int refusedConnections() {
        return server == null ? 0 : server.refusedConnections();
    }

    /**
     * Everything as it was at the start, open connections apart: directory, persons, log service, certificates, care plans,
     * routes, IdP, HSA's directory and unit file, faults, journal.
     */
    public synchronized void reset() {
        hsa.reset();
        accessControl.reset();
        logService.reset();
        certificates.reset();
        carePlans.reset();
        persons.reset();
        platform.reset();
        routeMore();
        if (idp != null) {
            idp.reset();
        }
        faults.clear();
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
        connectionsBefore = server == null ? 0 : server.connections();
    }

    /** Stops listening and breaks what is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
        if (shared != null) {
            shared.remove(path);
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
        private @Nullable SharedPort shared;
        private int port;
        private int idpPort;
        private int maxRequestBytes = MAX_REQUEST_BYTES;
        private Clock clock = Clock.systemUTC();

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

        private static int checked(String field, int number) {
            if (number < 0 || number > 65_535) {
                throw new InvalidInputException(field, "is no port", "0 to 65535");
            }
            return number;
        }

        /** Bytes of a request at most: {@link #MAX_REQUEST_BYTES} unless set. More gets HTTP 413. */
        public Builder maxRequestBytes(int bytes) {
            if (bytes < 1) {
                throw new InvalidInputException("maxRequestBytes", "is below 1", "1 or more");
            }
            this.maxRequestBytes = bytes;
            return this;
        }

        /** The clock by which memberships hold or not; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * Starts.
         *
         * @throws ConfigurationException if it cannot listen
         */
        public NationalServices start() {
            return new NationalServices(this, hsa == null ? HsaStandIn.shipped() : hsa);
        }
    }
}
