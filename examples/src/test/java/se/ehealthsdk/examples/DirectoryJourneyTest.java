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

class DirectoryJourneyTest {

    @Test
    void directoryAndFile_tellWhatTheContractsTell(@TempDir Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Narrator tell = new Narrator(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (NationalServices services = NationalServices.start();
                RivtaClient platform = services.client()) {
            new DirectoryJourney(tell, platform, services, folder).walk();
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Närakuten Norr")
                .contains("the same in every field")
                .contains("Vårdcentralen Kajen Påhittad, ")
                .contains("3 units, and the report says SIZE_LIMIT")
                .contains("it belongs to Vårdcentralen Ängen")
                .contains("fetched again: not sent, since it is the same");
    }
}
