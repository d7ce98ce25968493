package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckContactCardTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void unitOfTheStandIns_showsItsCardAndWhatKeepsItOff1177() {
        assertThat(check("TSTNMT2321000156-EN21")).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Öppettider",
                        "Alla dagar, dygnet runt",
                        "NOT_READY: contact card of TSTNMT2321000156-EN21",
                        "CARD_COORDINATES_MISSING",
                        "1177 fetches from HSA");
    }

    @Test
    void html_isAPreview() {
        check("--html", "TSTNMT2321000156-EN21");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<section class=\"contact-card\" lang=\"sv\">");
    }

    @Test
    void unknownUnit_isToldAsThat() {
        assertThat(check("TSTNMT2321000156-NOBODY")).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("CARD_UNIT_NOT_TOLD");
    }

    @Test
    void wrongCalls_areTwo() {
        assertThat(check()).isEqualTo(2);
        assertThat(check("--what")).isEqualTo(2);
        assertThat(check(" ")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("CheckContactCard [--html]");
    }

    private int check(String... arguments) {
        return CheckContactCard.run(
                arguments,
                NOW,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
