package se.ehealthsdk.testkit.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.data.DataFolder;

/** Everything that listens, from the start to the end of a run. */
final class Running implements AutoCloseable {

    private final SharedPort port;
    private final NationalServices services;

    /**
     * Starts all of it, or nothing.
     *
     * @throws ConfigurationException if it cannot listen, or what it is to read is wrong
     */
    Running(ServeCommand options, CertificateFolder certificates) {
        if (options.contracts != null) {
            Folders.existing("--contracts", options.contracts);
        }
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
        try {
            started = services(options, address);
            listening("--idp-port", started::idp);
            listening("--signing-port", started::signingService);
            listening("--directory-port or --starttls-port", started::directory);
            if (options.state != null) {
                started.restore();
            }
            if (options.stopClock) {
                started.clock().stop();
            }
            services = started;
        } catch (RuntimeException e) {
            closeAll(started);
            throw e;
        }
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

    private void closeAll(@Nullable NationalServices started) {
        if (started != null) {
            started.close();
        }
        port.close();
    }

    @Override
    public void close() {
        closeAll(services);
    }
}
