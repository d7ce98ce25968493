package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.testkit.NationalServices;

class SickNoteJourneyTest {

    @Test
    void journey_walkedToItsEnd_hasTheSickNoteSentAndCompletedOnce() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Narrator tell = new Narrator(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (NationalServices services = NationalServices.start();
                RivtaClient platform = services.client()) {
            ActingUser user = new LogInJourney(tell, services).walk();

            new SickNoteJourney(tell, platform, services, user).walk();

            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("READY, as LAKARE")
                    .contains("with that answered: 0 findings")
                    .contains("SENT; registered: 1, received by Försäkringskassan: 1")
                    .contains("KOMPLT, OPEN: question 17")
                    .contains("as the answer to its request: true")
                    .contains("questions that wait for care: 0")
                    .doesNotContain("189001019802", "GIVEN_UP");
            assertThat(services.certificates().stored()).hasSize(2);
            assertThat(services.certificates().recipient("FKASSA").received()).hasSize(2);
            assertThat(services.certificates().statusUpdates().pending()).isEmpty();
        }
    }
}
