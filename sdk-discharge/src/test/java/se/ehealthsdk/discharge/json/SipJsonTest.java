package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.sip.FollowUp;
import se.ehealthsdk.discharge.sip.Sip;
import se.ehealthsdk.discharge.sip.SipCheck;
import se.ehealthsdk.discharge.sip.SipConsent;
import se.ehealthsdk.discharge.sip.SipRules;
import se.ehealthsdk.discharge.sip.Sips;

class SipJsonTest {

    private static final Instant AT = Instant.parse("2026-03-10T13:30:00Z");

    private static Sip made() {
        SipCheck check = SipCheck.of(SipRules.GENERAL);
        return Sips.inDischarge()
                .build()
                .confirmed(Sips.PRIMARY_CARE, AT, check)
                .confirmed(Sips.HOME_NURSING, AT, check)
                .confirmed(Sips.SOCIAL_SERVICES, AT, check)
                .followedUp(new FollowUp(Sips.DAY.plusMonths(3), "Målen nådda", Optional.empty()))
                .closed(Sips.DAY.plusMonths(4));
    }

    @Test
    void plan_withEverything_isReadAsTheSame() {
        assertThat(SipJson.read(SipJson.write(made()))).isEqualTo(made());
    }

    @Test
    void plan_withNothing_isReadAsTheSame() {
        Sip empty = Sip.builder(Sips.PATIENT).build();

        assertThat(SipJson.read(SipJson.write(empty))).isEqualTo(empty);
    }

    @Test
    void plan_nobodyElseDoesAnything_isNotReadAsNotSaid() {
        Sip none = Sip.builder(Sips.PATIENT).noMeasuresByOthers().build();

        assertThat(SipJson.read(SipJson.write(none)).byOthers())
                .hasValueSatisfying(others -> assertThat(others).isEmpty());
    }

    @Test
    void plan_refusedConsent_isReadAsTheSame() {
        Sip refused =
                Sip.builder(Sips.PATIENT)
                        .consent(SipConsent.refused(Consent.GivenBy.PATIENT, Sips.DAY, "Vill inte"))
                        .build();

        assertThat(SipJson.read(SipJson.write(refused))).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"revision\": 1|\"revision\": 0|revision",
                "\"revision\": 1|\"revision\": 1.5|revision",
                "\"sipVersion\": 1|\"sipVersion\": \"x\"|sipVersion",
                "\"id\": \"sip-1\"|\"id\": \"sip 1\"|sip.id",
                "\"followUp\": \"2026-06-10\"|\"followUp\": \"2026-02-31\"|followUp",
                "\"funder\": \"regionOpenCare\"|\"funder\": \"nobody\"|interventions[1].funder",
                "\"at\": \"2026-03-10T13:30:00+01:00\"|\"at\": \"yesterday\"|meeting.at",
                "\"patient\": \"191212121212\"|\"patient\": \"191212121213\"|patient"
            })
    void plan_withSomethingWrong_isRefusedWithItsPathAndNotItsValue(
            String right, String wrong, String field) {
        String json = new String(SipJson.write(Sips.complete().build()), StandardCharsets.UTF_8);
        assertThat(json).contains(right);

        assertThatThrownBy(
                        () ->
                                SipJson.read(
                                        json.replace(right, wrong)
                                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageNotContaining("1212")
                .hasMessageNotContaining("yesterday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"sipVersion\":1}",
                "{\"sipVersion\":1,\"id\":7}"
            })
    void text_thatIsNoPlan_isRefused(String json) {
        assertThatThrownBy(() -> SipJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void plan_confirmedByAUnitThatIsNotCalled_isRefused() {
        String json = new String(SipJson.write(made()), StandardCharsets.UTF_8);
        String withoutCall = json.replaceAll("(?s)\"called\": \\[.*?\\],", "");

        assertThatThrownBy(() -> SipJson.read(withoutCall.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("confirmations");
    }
}
