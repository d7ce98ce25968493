package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.testkit.NationalServices;

class AccessLogJourneyTest {

    @Test
    void journey_walkedToItsEnd_losesAndDoublesNothing() throws Exception {
        // on a disk, which a folder for temporary files need not be: an outbox minds
        Path directory = Files.createTempDirectory(Path.of("target"), "access-log-journey-");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Narrator tell = new Narrator(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (NationalServices services = NationalServices.start()) {
            ActingUser user = new LogInJourney(tell, services).walk();

            new AccessLogJourney(tell, services, user, directory).walk();

            String story = said.toString(StandardCharsets.UTF_8);
            assertThat(story)
                    .contains("1 record was on disk before the answer came here")
                    .contains("now, with at most 500 in a call: delivered 1, waiting 0, parked 0")
                    .contains("delivered 4, waiting 0, parked 0")
                    .contains("at the log service: 4 records, doubled: 0, missing: 0")
                    .contains("no: delivered 13, waiting 0, parked 1")
                    .contains("frågetecken")
                    .contains("delivered 14, waiting 0, parked 0")
                    .contains("the certificate is withheld")
                    .contains("14 accesses: ")
                    .doesNotContain("191212121212", "19121212-1212");
            assertThat(services.logService().doubled()).isEmpty();
            assertThat(services.logService().logIds()).hasSize(14);
        }
        assertThat(Files.readAllBytes(directory.resolve("loggutdrag.pdf")))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readAllLines(directory.resolve("loggutdrag.csv")))
                .filteredOn(line -> line.contains(";Läsa;"))
                .hasSize(14);
    }
}
