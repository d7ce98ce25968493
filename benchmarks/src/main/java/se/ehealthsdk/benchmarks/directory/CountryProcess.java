package se.ehealthsdk.benchmarks.directory;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import se.ehealthsdk.testkit.directory.country.Country;
import se.ehealthsdk.testkit.directory.country.CountryServer;

/**
 * The server, in a process of its own: {@code file <path>} writes the file of all units and answers with its bytes; {@code last} tells
 * what was asked for last, filter and attributes, so that another client can ask for the same.
 */
public final class CountryProcess {

    static final String PASSWORD = "bench";
    private static final int SEED = 20261122;

    private CountryProcess() {}

    /** Arguments: folder of certificates, units, people. */
    public static void main(String[] args) throws Exception {
        Country country =
                Country.seeded(SEED)
                        .withUnits(Integer.parseInt(args[1]))
                        .withPeople(Integer.parseInt(args[2]));
        try (CountryServer server =
                CountryServer.of(country)
                        .password(PASSWORD)
                        .tls(new Certificates(Path.of(args[0])).server())
                        .start()) {
            Orders.follow(
                    Integer.toString(server.port()),
                    order ->
                            switch (order[0]) {
                                case "file" -> file(country, Path.of(order[1]));
                                default -> last(server);
                            });
        }
    }

    private static String file(Country country, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            country.writeUnitFile(out);
        }
        return Long.toString(Files.size(path));
    }

    private static String last(CountryServer server) {
        CountryServer.Asked asked = server.lastSearch().orElseThrow();
        return asked.filter().replace(' ', '_') + " " + String.join(" ", asked.attributes());
    }
}
