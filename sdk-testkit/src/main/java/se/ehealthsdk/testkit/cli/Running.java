package se.ehealthsdk.testkit.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.admin.AdminServer;
import se.ehealthsdk.testkit.data.DataFolder;

/** Everything that listens, from the start to the end of a run. */
final class Running implements AutoCloseable {

    private final SharedPort port;
    private final NationalServices services;
    private final AdminServer console;

    /**
     * Starts all of it, or nothing.
     *
     * @throws ConfigurationException if it cannot listen, or what it is to read is wrong
     */
    Running(ServeCommand options, CertificateFolder certificates) {
        InetAddress address = address("--bind", options.bind, options.host);
        port =
                listening(
                        options.port == 0 ? "--bind" : "--port",
                        () ->
                                SharedPort.builder()
                                        .pki(certificates.pki())
                                        .bind(address)
                                        .port(options.port)
                                        .open());
        NationalServices started = null;
        AdminServer admin = null;
        try {
            started = services(options, address);
            listening("--idp-port", started::idp);
            listening("--signing-port", started::signingService);
            listening("--directory-port or --starttls-port", started::directory);
            if (options.scenarios != null) {
                started.scenarios().addAll(Folders.existing("--scenarios", options.scenarios));
            }
            // before the restoring: what was done through its API is done again by it
            admin = console(options, certificates, started);
            if (options.state != null) {
                started.restore();
            }
            if (options.stopClock) {
                started.clock().stop();
            }
            services = started;
            console = admin;
        } catch (RuntimeException e) {
            closeAll(admin, started);
            throw e;
        }
    }

    private AdminServer console(
            ServeCommand options, CertificateFolder certificates, NationalServices started) {
        AdminServer.Builder builder =
                AdminServer.of(started)
                        .port(options.consolePort)
                        .workspaces(port)
                        .version(Version.text())
                        .pki(certificates.folder(), options.pkiPassword, certificates.names())
                        .url("idp", started.idp().issuer())
                        .url("signing", started.signingService().url())
                        .url("directory", started.directory().url())
                        .url("directory-starttls", started.directory().startTlsUrl())
                        .url("unit-file", started.unitFile().url())
                        .url("discharge", started.discharge().url());
        if (!options.host.equals("localhost")) {
            builder.hostName(options.host);
        }
        if (options.seed != null) {
            builder.seed(options.seed);
        }
        if (options.contracts != null) {
            builder.contracts(options.contracts);
        }
        if (options.data != null) {
            builder.data(options.data);
        }
        String password = options.consolePassword;
        if (options.consoleBind != null) {
            if (password == null) {
                throw new ConfigurationException(
                        "--console-bind lets other machines reach the console, and there is no password",
                        "Give one with --console-password, or better NATIONAL_SERVICES_CONSOLE_PASSWORD.");
            }
            if (password.length() < AdminServer.MIN_PASSWORD_LENGTH) {
                throw new ConfigurationException(
                        "--console-password is too short",
                        "Give one of " + AdminServer.MIN_PASSWORD_LENGTH + " characters or more.");
            }
            builder.reachableFromOtherHosts(
                    address("--console-bind", options.consoleBind, options.host), password);
        } else if (password != null) {
            throw new ConfigurationException(
                    "--console-password is for a console that other machines can reach, and this one they cannot",
                    "Give --console-bind as well, or leave the password out.");
        }
        return listening("--console-port", builder::start);
    }

    private NationalServices services(ServeCommand options, InetAddress address) {
        NationalServices.Builder builder =
                NationalServices.builder()
                        .on(port)
                        .workspace("")
                        .bind(address)
                        .signingPort(options.signingPort)
                        .directoryPort(options.directoryPort)
                        .startTlsPort(options.startTlsPort)
                        .strictness(options.mode)
                        .clock(options.clock());
        if (options.seed != null) {
            builder.seed(options.seed);
        }
        if (options.data != null) {
            builder.data(DataFolder.read(Folders.existing("--data", options.data)));
        }
        if (options.contracts != null) {
            builder.contracts(Folders.existing("--contracts", options.contracts));
        }
        if (options.state != null) {
            builder.state(Folders.make("--state", options.state));
        }
        return listening("--idp-port", () -> builder.idpPort(options.idpPort).start());
    }

    private static InetAddress address(String option, String address, String host) {
        try {
            InetAddress found = InetAddress.getByName(address);
            return host.equals("localhost")
                    ? InetAddress.getByAddress(found.getAddress())
                    : InetAddress.getByAddress(host, found.getAddress());
        } catch (UnknownHostException e) {
            throw new ConfigurationException(
                    option + ": there is no address " + address,
                    "Give an address of this machine, as 127.0.0.1, or 0.0.0.0 for all of them.",
                    e);
        }
    }

    /** Says which option would help. */
    private static <T> T listening(String option, Supplier<T> start) {
        try {
            return start.get();
        } catch (ConfigurationException taken) {
            throw new ConfigurationException(
                    option + ": " + taken.getMessage(), taken.remedy(), taken);
        }
    }

    /** The services of the platform's root. */
    NationalServices services() {
        return services;
    }

    /** Where the console is. */
    URI consoleUrl() {
        return console.url();
    }

    private void closeAll(@Nullable AdminServer admin, @Nullable NationalServices started) {
        if (admin != null) {
            admin.close();
        }
        if (started != null) {
            started.close();
        }
        port.close();
    }

    @Override
    public void close() {
        closeAll(console, services);
    }
}
