package se.ehealthsdk.hsa.webcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;

/** What a ticket tells, and what never gets into one. */
class SupportTicketTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.123Z");
    private static final HsaId DOCTOR = HsaId.of("TSTNMT2321000156-1001");
    private static final HsaId UNIT = HsaId.of("SE2321000016-39KJ");
    private static final String CERTIFICATE = "12345678-1234-1234-1234-123456789012";

    @Test
    void ticket_holdsWhatTheSupportAsksFor() {
        String text = ticket().certificateId(CERTIFICATE).error("Kan inte signera").build().text();

        assertThat(text)
                .isEqualTo(
                        """
                        Tidpunkt: 2026-06-01 12:00:00.123 +02:00
                        HSA-id person: TSTNMT2321000156-1001
                        HSA-id enhet: SE2321000016-39KJ
                        Intygs-id: 12345678-1234-1234-1234-123456789012
                        Fel: Kan inte signera
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "191212121212",
                "19121212-1212",
                "19121212+1212",
                "19121212%2D1212",
                "121212&nbsp;1212",
                "1912 1212 1212",
                "121212-1212",
                "121212+1212",
                "1212121212",
                "1912-12-12-1212",
                "1912-12-12 1212",
                "19121272-1219",
                "191212721219",
                "121272-1219",
                "19121212\u20131212",
                "19121212\u00a01212",
                "pnr191212121212",
                "20121212-A123",
                "20121212K123",
                "990020121234"
            })
    void numberOfAPerson_isBlotted(String number) {
        String text = ticket().error("Fel för " + number + " vid signering").build().text();

        assertThat(text).doesNotContain(number).contains("[personnummer borttaget] vid signering");
        assertThat(text).doesNotContain(number.substring(number.length() - 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SE2321000016-1001",
                "TSTNMT2321000156-1001",
                "SE165565594230-1000",
                "12345678-1234-1234-1234-123456789012",
                "20121212-1212-4212-9212-121212121212",
                "HTTP 500",
                "2026-06-01T10:00:00.123",
                "556559-4230",
                "urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3"
            })
    void idsTimesAndCodes_stand(String harmless) {
        assertThat(ticket().error("Fel: " + harmless + " slut").build().error())
                .isEqualTo("Fel: " + harmless + " slut");
    }

    @Test
    void namesGiven_areBlottedWholeAndInParts() {
        String error =
                ticket().error("Tolvan TOLVANSSON kan inte sparas. Herr tolvansson väntar.")
                        .withoutNames("Tolvan", "Tolvansson-Påhitt")
                        .build()
                        .error();

        assertThat(error.toLowerCase(java.util.Locale.ROOT)).doesNotContain("tolvan");
        assertThat(error).contains("kan inte sparas. Herr");
    }

    @Test
    void nameInDecomposedLetters_isBlotted() {
        assertThat(ticket().error("Fel för A\u030Asa").withoutNames("\u00C5sa").build().error())
                .doesNotContain("sa");
        assertThat(ticket().error("Fel för \u00C5sa").withoutNames("A\u030Asa").build().error())
                .doesNotContain("sa");
    }

    @Test
    void nameInsideAnotherWord_leavesTheWord() {
        assertThat(ticket().error("Ekonomi").withoutNames("Ek").build().error())
                .isEqualTo("Ekonomi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fornamn\":\"Tolvan Tolvansson\"}",
                "patientName=Tolvan Tolvansson",
                "last_name: Tolvansson",
                "Patient: Tolvan Tolvansson",
                "namn = Tolvan Tolvansson, enhet X",
                "Förnamn: Tolvan",
                "efternamn=Tolvansson"
            })
    void whatStandsBehindALabel_isBlotted(String labelled) {
        assertThat(ticket().error(labelled).build().error())
                .doesNotContain("Tolvan")
                .contains("[namn borttaget]");
    }

    @Test
    void xmlAndMail_areBlotted() {
        String error =
                ticket().error(
                                "Svar: <ns:fornamn>Tolvan</ns:fornamn><x>diagnos</x> från"
                                        + " tolvan.tolvansson@example.test")
                        .build()
                        .error();

        assertThat(error).isEqualTo("Svar: [XML borttagen] från [e-post borttagen]");
    }

    @Test
    void refusalOfAService_isToldWithItsTextBlotted() {
        var details =
                new CallDetails(
                        "urn:riv:x",
                        "5565594230",
                        Optional.empty(),
                        "c0ffee00-0000-4000-8000-000000000001",
                        "https://localhost/vp",
                        OptionalInt.of(200),
                        Duration.ofMillis(12),
                        1);
        var refused =
                new RejectedException(
                        "VALIDATION_ERROR", "Patienten 19121212-1212 saknas", details);

        SupportTicket ticket = ticket().error(refused).build();

        assertThat(ticket.correlationId()).contains("c0ffee00-0000-4000-8000-000000000001");
        assertThat(ticket.error())
                .contains("VALIDATION_ERROR")
                .contains("Patienten [personnummer borttaget] saknas");
    }

    @Test
    void soapFault_isToldWithItsTextBlotted() {
        var fault = new ServiceFaultException("Server", "191212121212 finns ej", "hemligt", null);

        assertThat(ticket().error(fault).build().error())
                .contains("[personnummer borttaget] finns ej")
                .doesNotContain("hemligt");
    }

    @Test
    void exceptionOfOthers_isToldByItsClassOnly() {
        assertThat(ticket().error(new IllegalStateException("Tolvan Tolvansson")).build().error())
                .isEqualTo("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"191212121212", "121212-1212", "två ord", "", "a\nb"})
    void certificateIdThatIsNone_isRefusedWithoutSayingIt(String id) {
        assertThatThrownBy(() -> ticket().certificateId(id).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("certificateId")
                .satisfies(
                        thrown -> {
                            if (!id.isEmpty()) {
                                assertThat(thrown.getMessage()).doesNotContain(id);
                            }
                        });
    }

    @Test
    void personNumberInThePlaceOfAnHsaId_isRefused() {
        assertThatThrownBy(
                        () ->
                                SupportTicket.at(NOW)
                                        .person(HsaId.of("191212121212"))
                                        .unit(UNIT)
                                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("person");
    }

    @Test
    void personOrUnitMissing_isRefused() {
        assertThatThrownBy(() -> SupportTicket.at(NOW).unit(UNIT).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SupportTicket.at(NOW).person(DOCTOR).build())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void recordMadeByHand_isBlottedToo() {
        var ticket =
                new SupportTicket(
                        NOW, DOCTOR, UNIT, Optional.empty(), Optional.empty(), "121212-1212");

        assertThat(ticket.text())
                .contains("Intygs-id: -")
                .contains("Fel: [personnummer borttaget]");
    }

    @Test
    void hugeError_isCutAndQuick() {
        String error = ticket().error("<a>".repeat(1_000_000)).build().error();

        assertThat(error.length()).isLessThan(20_100);
    }

    private static SupportTicket.Builder ticket() {
        return SupportTicket.at(NOW).person(DOCTOR).unit(UNIT);
    }
}
