package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.NationalServices;

class DischargeJourneyTest {

    @Test
    void week_walkedToItsEnd_isTheSameAtBothSystems_andExplained(@TempDir Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Narrator tell = new Narrator(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (NationalServices services = NationalServices.start();
                RivtaClient platform = services.client()) {
            new DischargeJourney(tell, platform, services, folder).walk();
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("municipality 0180")
                .contains("Friday 13 March 12:01")
                .contains("PAPER: ")
                // sent after noon on Friday: from Tuesday, and Thursday, when she leaves, does not
                // count
                .contains("LIABLE, 2 days, 16400 SEK")
                .contains("6 days ready to leave, of which 2 liable")
                .contains("left to enter: 0")
                .contains("both systems hold the same case: true")
                .doesNotContain("189001069807", "Nordin");
        assertThat(folder)
                .isDirectoryContaining("glob:**andrad-beraknad-utskrivning.pdf")
                .isDirectoryContaining("glob:**statistics.html");
    }
}
