package se.ehealthsdk.testkit.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** OpenLDAP's server as a child process, with the testkit's schema and entries. */
final class Slapd implements AutoCloseable {

    /** May read everything, and gets no more than {@link #LIMIT} entries of one search. */
    static final String LIMITED_USER = "cn=Begransad,dc=Services";

    static final int LIMIT = 5;

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private static final Path LOADER = Path.of("/usr/sbin/slapadd");
    private static final Path SCHEMAS = Path.of("/etc/ldap/schema");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String USERS =
            """
            dn: dc=Services
            objectClass: domain
            dc: Services

            dn: %s
            objectClass: person
            cn: Testsystem
            sn: Testsystem
            userPassword: %s

            dn: %s
            objectClass: person
            cn: Begransad
            sn: Begransad
            userPassword: %s
            """
                    .formatted(
                            DirectoryStandIn.USER,
                            DirectoryStandIn.PASSWORD,
                            LIMITED_USER,
                            DirectoryStandIn.PASSWORD);

    private final Process process;
    private final int securePort;
    private final int plainPort;

    private Slapd(Process process, int securePort, int plainPort) {
        this.process = process;
        this.securePort = securePort;
        this.plainPort = plainPort;
    }

    /** Whether there is one; where the environment insists on one, its absence is a failure. */
    static boolean isInstalled() {
        boolean there =
                Files.isExecutable(PROGRAM)
                        && Files.isExecutable(LOADER)
                        && Files.exists(SCHEMAS.resolve("core.schema"));
        if (!there && System.getenv("CI_NEEDS_SLAPD") != null) {
            throw new IllegalStateException("CI_NEEDS_SLAPD is set, but slapd is not installed");
        }
        return there;
    }

    /**
     * @param ldif what is below c=SE
     * @param home an empty directory of its own
     */
    static Slapd start(String ldif, TestPki pki, IssuedCertificate server, Path home)
            throws IOException, InterruptedException {
        Path config = configure(pki, server, home);
        load(config, "c=SE", ldif, home);
        load(config, "dc=Services", USERS, home);
        for (int attempt = 0; ; attempt++) {
            int secure = freePort();
            int plain = freePort();
            Process process =
                    new ProcessBuilder(
                                    PROGRAM.toString(),
                                    "-d",
                                    "stats",
                                    "-f",
                                    config.toString(),
                                    "-h",
                                    "ldaps://127.0.0.1:%d ldap://127.0.0.1:%d"
                                            .formatted(secure, plain))
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("slapd.log").toFile())
                            .start();
            Slapd started = new Slapd(process, secure, plain);
            if (started.answers()) {
                return started;
            }
            started.close();
            if (attempt == 3) {
                throw new IllegalStateException(
                        "slapd does not start: " + Files.readString(home.resolve("slapd.log")));
            }
        }
    }

    private static Path configure(TestPki pki, IssuedCertificate server, Path home)
            throws IOException {
        Path schema = Files.writeString(home.resolve("hsa-like.schema"), HsaLikeSchema.text());
        Path keys = Files.createDirectory(home.resolve("keys"));
        IssuedCertificate.PemFiles pem = server.writePem(keys);
        Path roots = pki.writeTo(home.resolve("pki")).resolve("trusted-roots.pem");
        Files.createDirectory(home.resolve("tree"));
        Files.createDirectory(home.resolve("users"));
        String config =
                """
                include %1$s/core.schema
                include %1$s/cosine.schema
                include %1$s/inetorgperson.schema
                include %2$s
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile %3$s/slapd.pid
                argsfile %3$s/slapd.args
                disallow bind_anon
                require authc
                TLSCACertificateFile %4$s
                TLSCertificateFile %5$s
                TLSCertificateKeyFile %6$s
                TLSVerifyClient try
                security simple_bind=1
                authz-regexp "^.*serialNumber=%7$s.*$" "%8$s"

                database mdb
                suffix "c=SE"
                directory %3$s/tree
                maxsize 67108864
                index hsaIdentity,objectClass eq
                limits dn.exact="%9$s" size.soft=%10$d size.hard=%10$d size.prtotal=%10$d
                access to * by users read by * none

                database mdb
                suffix "dc=Services"
                directory %3$s/users
                maxsize 1048576
                access to attrs=userPassword by anonymous auth by * none
                access to * by users read by * none
                """
                        .formatted(
                                SCHEMAS,
                                schema,
                                home,
                                roots,
                                pem.chain(),
                                pem.key(),
                                TestPki.SYSTEM_HSA_ID,
                                DirectoryStandIn.USER,
                                LIMITED_USER,
                                LIMIT);
        return Files.writeString(home.resolve("slapd.conf"), config);
    }

    private static void load(Path config, String base, String ldif, Path home)
            throws IOException, InterruptedException {
        Path file = Files.writeString(home.resolve("load.ldif"), ldif);
        Path log = home.resolve("slapadd.log");
        Process loading =
                new ProcessBuilder(
                                LOADER.toString(),
                                "-f",
                                config.toString(),
                                "-b",
                                base,
                                "-l",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!loading.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || loading.exitValue() != 0) {
            loading.destroyForcibly();
            throw new IllegalStateException(
                    "slapadd: " + new String(Files.readAllBytes(log), UTF_8));
        }
    }

    /** Waits until it listens; false if it ends instead, as when somebody took its port. */
    private boolean answers() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (List.of(securePort, plainPort).stream().allMatch(Slapd::listens)) {
                return true;
            }
        }
        return false;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int securePort() {
        return securePort;
    }

    int plainPort() {
        return plainPort;
    }

    /** Gone from one moment to the next (kill -9). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
