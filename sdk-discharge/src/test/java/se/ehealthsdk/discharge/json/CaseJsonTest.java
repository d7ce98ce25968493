package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.UnknownContent;

/** What the reader takes from people and later versions, and what it refuses. */
class CaseJsonTest {

    private static final String EVENT =
            """
            {"formatVersion": 1, "id": "m1", "caseId": "c1", "patient": "191212121212",
             "sender": {"party": "inpatient", "unit": "SE2321000016-A1"},
             "recipients": [{"party": "openCare", "unit": "SE2321000016-B2"}],
             "times": {"happened": "2026-02-06T12:01:00+01:00", "sent": "2026-02-06T12:02:00+01:00"},
             "content": {"kind": "readyNotice", "judgedAt": "2026-02-06T12:01:00+01:00", "basis": "physician"}}
            """;

    private static final String CASE =
            """
            {"formatVersion": 1, "caseId": "c1", "patient": "19121212-1212",
             "participants": [
               {"ref": "avd 34", "party": "inpatient", "unit": "SE2321000016-A1", "name": "Avdelning 34"},
               {"ref": "kommun", "party": "municipalSocialServices", "unit": "SE2321000016-C3"}],
             "events": [
               {"id": "1", "sender": "avd 34", "times": "2026-02-05T18:30",
                "content": {"kind": "admission", "admittedAt": "2026-02-05T18:00", "careForm": "somatic"}},
               {"id": "2", "sender": "avd 34", "recipients": ["kommun"], "times": "2026-02-06T12:01:30",
                "content": {"kind": "readyNotice", "judgedAt": "2026-02-06T12:00", "basis": "physician"}}]}
            """;

    @Test
    void event_withFieldsOfALaterVersion_isReadWithoutThem() {
        CaseEvent plain = read(EVENT);
        CaseEvent later =
                read(
                        EVENT.replace(
                                        "\"formatVersion\": 1",
                                        "\"formatVersion\": 7, \"new\": {\"a\": [1]}")
                                .replace("\"basis\"", "\"urgency\": null, \"basis\""));
        assertThat(later).isEqualTo(plain);
    }

    @Test
    void event_ofUnknownKind_isKeptWithAllThatItSays() {
        CaseEvent event =
                read(
                        EVENT.replace(
                                "\"kind\": \"readyNotice\", ",
                                "\"weight\": 1.50, \"kind\": \"homeVisit\", \"by\": [ {\"å\": null} ], "));
        assertThat(event.content())
                .isEqualTo(
                        new UnknownContent(
                                "homeVisit",
                                "{\"weight\":1.50,\"by\":[{\"å\":null}],"
                                        + "\"judgedAt\":\"2026-02-06T12:01:00+01:00\",\"basis\":\"physician\"}"));
        assertThat(CaseJson.readEvent(CaseJson.write(event))).isEqualTo(event);
        assertThat(new String(CaseJson.write(event), StandardCharsets.UTF_8))
                .contains("\"content\":{\"kind\":\"homeVisit\",\"weight\":1.50,");
    }

    @Test
    void case_writtenByHand_isReadWithItsShortForms() {
        List<CaseEvent> log = CaseJson.readCase(bytes(CASE));
        assertThat(log).hasSize(2);
        CaseEvent ready = log.get(1);
        assertThat(ready.caseId().value()).isEqualTo("c1");
        assertThat(ready.patient().value()).isEqualTo("191212121212");
        assertThat(ready.sender().name()).isEqualTo("Avdelning 34");
        assertThat(ready.recipients().get(0).party())
                .isEqualTo(CareParty.MUNICIPAL_SOCIAL_SERVICES);
        assertThat(ready.times().sent()).contains(Instant.parse("2026-02-06T11:01:30Z"));
        assertThat(ready.times().recorded()).isEqualTo(Instant.parse("2026-02-06T11:01:30Z"));
        assertThat(((ReadyNotice) ready.content()).judgedAt())
                .isEqualTo(Instant.parse("2026-02-06T11:00:00Z"));
        assertThat(DischargeCase.of(log).id().value()).isEqualTo("c1");
    }

    @Test
    void case_written_isForPeople() {
        List<CaseEvent> log = CaseJson.readCase(bytes(CASE));
        String json = new String(CaseJson.write(DischargeCase.of(log)), StandardCharsets.UTF_8);
        assertThat(json)
                .startsWith(
                        """
                        {
                          "formatVersion": 1,
                          "caseId": "c1",
                          "patient": "191212121212",
                          "events": [
                            {
                              "id": "1",
                              "sender": {
                                "party": "inpatient",
                                "unit": "SE2321000016-A1",
                                "name": "Avdelning 34"
                              },
                              "times": {
                                "happened": "2026-02-05T18:30:00+01:00",
                        """)
                .endsWith("\n}\n");
    }

    @Test
    void timesWithoutRecordedAndSent_areRecordedAsHappened_andNotSent() {
        CaseEvent event = read(EVENT.replace(", \"sent\": \"2026-02-06T12:02:00+01:00\"", ""));
        assertThat(event.times().recorded()).isEqualTo(event.times().happened());
        assertThat(event.times().sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-06T12:01,2026-02-06T11:01:00Z",
        "2026-07-06T12:01:30.25,2026-07-06T10:01:30.250Z",
        "2026-02-06T12:01:00Z,2026-02-06T12:01:00Z",
        "2026-02-06T12:01-05:30,2026-02-06T17:31:00Z",
        // summer time ends: 02:30 comes twice, and the first of the two is meant
        "2026-10-25T02:30,2026-10-25T00:30:00Z",
        "2026-10-25T02:30+01:00,2026-10-25T01:30:00Z",
    })
    void moment_inEachForm_isRead(String written, Instant moment) {
        CaseEvent event =
                read(
                        EVENT.replace(
                                "\"judgedAt\": \"2026-02-06T12:01:00+01:00\"",
                                "\"judgedAt\": \"" + written + "\""));
        assertThat(((ReadyNotice) event.content()).judgedAt()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T12:00",
                "2026-02-06",
                "2026-02-06T24:00",
                "2026-02-06T12:00:60",
                "2026-02-06 12:00",
                "2026-02-06T12:00+99:00",
                "2026-02-06T12:00+01",
                "1899-12-31T12:00",
                "9990-06-01T12:00",
                "+12026-02-06T12:00Z",
                "２０２６-02-06T12:00",
                "19121212-1212",
                "",
                // summer time begins: no Swedish clock shows it
                "2026-03-29T02:30"
            })
    void moment_thatIsNone_isRefusedByPath_withoutTheValue(String written) {
        InvalidInputException refused =
                refused(
                        EVENT.replace(
                                "\"judgedAt\": \"2026-02-06T12:01:00+01:00\"",
                                "\"judgedAt\": \"" + written + "\""));
        assertThat(refused.field()).isEqualTo("content.judgedAt");
        assertThat(refused.expected()).contains("2026-02-06T12:01:00+01:00");
        if (!written.isEmpty()) {
            assertThat(refused.problem()).doesNotContain(written);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"formatVersion\": 1, | | formatVersion",
                "\"formatVersion\": 1 | \"formatVersion\": 0 | formatVersion",
                "\"formatVersion\": 1 | \"formatVersion\": \"1\" | formatVersion",
                "\"formatVersion\": 1 | \"formatVersion\": 1.5 | formatVersion",
                "\"id\": \"m1\", | | id",
                "\"m1\" | \"m 1\" | id",
                "\"m1\" | 17 | id",
                "\"m1\" | null | id",
                "\"caseId\": \"c1\", | | caseId",
                "\"191212121212\" | \"191212121213\" | patient",
                "\"191212121212\" | \"1212121212\" | patient",
                "\"191212121212\" | {\"oid\": \"1.2.3\"} | patient.number",
                "\"191212121212\" | {\"oid\": \"ett\", \"number\": \"1\"} | patient.number",
                "\"party\": \"inpatient\" | \"party\": \"INPATIENT\" | sender.party",
                "{\"party\": \"inpatient\", \"unit\": \"SE2321000016-A1\"} | \"avd 34\" | sender",
                "SE2321000016-B2 | Ö-123456789-123456789-123456789-123456789 | recipients[0].unit",
                "\"unit\": \"SE2321000016-B2\" | \"unit\": \"SE2321000016-B2\", \"municipality\": \"180\" | recipients[0].municipality",
                "\"happened\": | \"hapened\": | times.happened",
                "\"kind\": \"readyNotice\", | | content.kind",
                "\"readyNotice\" | \" \" | content.kind",
                "\"basis\": \"physician\" | \"basis\": \"nurse\" | content.basis",
                "\"basis\": \"physician\" | \"basis\": \"physician\", \"physician\": [] | content.physician",
            })
    void field_thatIsWrong_isNamedByItsPath(String right, String wrong, String path) {
        assertThat(EVENT).contains(right);
        InvalidInputException refused = refused(EVENT.replace(right, wrong == null ? "" : wrong));
        assertThat(refused.field()).isEqualTo(path);
        assertThat(refused.expected()).isNotBlank();
    }

    @Test
    void record_thatRefusesItsParts_isNamedByPath() {
        String admission =
                EVENT.replaceAll(
                        "\"content\": .*",
                        "\"content\": {\"kind\": \"admission\", \"admittedAt\": \"2026-02-05T18:00\", "
                                + "\"careForm\": \"somatic\", \"expectedNeeds\": [\"inpatient\"]}}");
        assertThat(refused(admission).field()).isEqualTo("content.expectedNeeds");
    }

    @Test
    void case_thatIsWrongDeepDown_isNamedByIndexAndPath() {
        InvalidInputException refused =
                refusedCase(
                        CASE.replace(
                                "\"judgedAt\": \"2026-02-06T12:00\"", "\"judgedAt\": \"i går\""));
        assertThat(refused.field()).isEqualTo("events[1].content.judgedAt");
        assertThat(refusedCase(CASE.replace("[\"kommun\"]", "[\"komun\"]")).field())
                .isEqualTo("events[1].recipients[0]");
        assertThat(refusedCase(CASE.replace("\"ref\": \"kommun\"", "\"ref\": \"avd 34\"")).field())
                .isEqualTo("participants[1].ref");
        assertThat(refusedCase(CASE.replaceAll("(?s)\"events\": .*", "\"events\": []}")).field())
                .isEqualTo("events");
        assertThat(refusedCase("[]").field()).isEqualTo("json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "null",
                "[]",
                "{} {}",
                "{\"formatVersion\": NaN}",
                "{\"formatVersion\": 01}",
                "{'formatVersion': 1}",
                "{\"formatVersion\": 1,}",
                "{\"formatVersion\": 1 /* one */}",
                "{\"formatVersion\": 1, \"id\": \"\\uD800\"}",
                "{\"formatVersion\": 1, \"\\uD800\": 1}",
                "\u0000",
                "{\"formatVersion\": 1, \"id\": \"a\nb\"}"
            })
    void text_thatIsNoStrictJson_isRefused(String json) {
        refused(json);
        refusedCase(json);
    }

    @Test
    void name_thatComesTwice_isRefused_alsoInWhatIsPassedOver() {
        assertThat(
                        refused(EVENT.replace("\"basis\"", "\"kind\": \"closed\", \"basis\""))
                                .getMessage())
                .contains("has a name twice", "line 5");
        assertThat(
                        refused(
                                        EVENT.replace(
                                                "\"basis\"",
                                                "\"x\": {\"Anna Övik\": 1, \"Anna Övik\": 2}, \"basis\""))
                                .getMessage())
                .contains("has a name twice")
                .doesNotContain("Anna");
    }

    @Test
    void bytes_ofOtherEncodings_areRefused_butAByteOrderMarkIsNot() {
        assertThat(
                        refusedBytes(EVENT.replace("m1", "å").getBytes(StandardCharsets.ISO_8859_1))
                                .problem())
                .isEqualTo("is not UTF-8");
        refusedBytes(EVENT.getBytes(StandardCharsets.UTF_16));
        assertThat(CaseJson.readEvent(bytes("\uFEFF" + EVENT))).isEqualTo(read(EVENT));
    }

    @Test
    void document_beyondALimit_isRefused() throws IOException {
        String deep = "[".repeat(40) + "]".repeat(40);
        assertThat(refused(EVENT.replace("\"basis\"", "\"x\": " + deep + ", \"basis\"")).problem())
                .contains("exceeds a limit");
        String longText = "a".repeat(100_001);
        assertThat(
                        refused(
                                        EVENT.replace(
                                                "\"basis\"",
                                                "\"x\": \"" + longText + "\", \"basis\""))
                                .problem())
                .contains("exceeds a limit");
        assertThat(
                        refused(
                                        EVENT.replace(
                                                "\"basis\"",
                                                "\"x\": " + "1".repeat(1000) + ", \"basis\""))
                                .problem())
                .contains("exceeds a limit");
        assertThat(
                        refused(
                                        EVENT.replace(
                                                "\"basis\"",
                                                "\"" + "x".repeat(1000) + "\": 1, \"basis\""))
                                .problem())
                .contains("exceeds a limit");
        JsonLimits one = new JsonLimits(100_000, 32, 1000, 1);
        InvalidInputException many =
                catchThrowableOfType(
                        InvalidInputException.class, () -> CaseJson.readCase(bytes(CASE), one));
        assertThat(many.getMessage()).contains("events: has too many; expected at most 1 events");
        JsonLimits small = new JsonLimits(100, 32, 1000, 1);
        assertThat(
                        catchThrowableOfType(
                                        InvalidInputException.class,
                                        () -> CaseJson.readEvent(bytes(EVENT), small))
                                .problem())
                .isEqualTo("is too large");
        assertThat(
                        catchThrowableOfType(
                                        InvalidInputException.class,
                                        () -> CaseJson.readCase(endlessBlanks()))
                                .problem())
                .isEqualTo("is too large");
    }

    private static SequenceInputStream endlessBlanks() {
        return new SequenceInputStream(
                new ByteArrayInputStream(new byte[0]),
                new java.io.InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        return length;
                    }
                });
    }

    @Test
    void writer_refusesWhatItCouldNotReadAgain() {
        CaseEvent event = read(EVENT);
        assertThat(refusedToWrite(new UnknownContent("x", "no json")).field()).isEqualTo("json");
        assertThat(refusedToWrite(new UnknownContent("x", "[]")).field()).isEqualTo("content");
        assertThat(refusedToWrite(new UnknownContent("closed", "{}")).field()).isEqualTo("kind");
        assertThat(refusedToWrite(new UnknownContent("x", "{\"kind\":1}")).field())
                .isEqualTo("kind");
        assertThat(refusedToWrite(new UnknownContent("x\uD800", "{}")).problem())
                .contains("half a character");
        assertThat(
                        refusedToWrite(
                                        new UnknownContent(
                                                "x",
                                                "{\"d\":" + "[".repeat(29) + "]".repeat(29) + "}"))
                                .problem())
                .contains("nested too deep");
        Correction nested =
                correction(
                        new Correction(
                                MessageId.of("m0"),
                                new EstimateChanged(LocalDate.of(2026, 2, 9)),
                                "r"));
        for (int i = 0; i < 10_000; i++) {
            nested = correction(nested);
        }
        assertThat(refusedToWrite(nested).problem()).contains("nested too deep");
        assertThat(
                        catchThrowableOfType(
                                        InvalidInputException.class,
                                        () -> CaseJson.write(List.of()))
                                .field())
                .isEqualTo("events");
        assertThat(event.content()).isInstanceOf(ReadyNotice.class);
    }

    private static Correction correction(Correction of) {
        return new Correction(MessageId.of("m0"), of, "r");
    }

    private static InvalidInputException refusedToWrite(
            se.ehealthsdk.discharge.event.Content content) {
        CaseEvent event = new AnyEvents(1).event(content);
        return catchThrowableOfType(InvalidInputException.class, () -> CaseJson.write(event));
    }

    /** Each text value of an event with everything personal is made wrong in turn; the refusals repeat none of them. */
    @Test
    void refusals_repeatNothingPersonal() {
        String json = new String(CaseJson.write(new AnyEvents(11).log(30)), StandardCharsets.UTF_8);
        String secret = "Hemlige Hans 191212121212";
        int refusals = 0;
        for (int at = json.indexOf("\": \""); at >= 0; at = json.indexOf("\": \"", at + 1)) {
            int end = json.indexOf('\n', at);
            String wrong = json.substring(0, at) + "\": \"" + secret + "\"," + json.substring(end);
            for (String one :
                    List.of(wrong, wrong.replace("\"" + secret + "\",", "\"" + secret + "\""))) {
                InvalidInputException refused =
                        catchThrowableOfType(
                                InvalidInputException.class, () -> CaseJson.readCase(bytes(one)));
                if (refused != null) {
                    refusals++;
                    assertThat(refused.getMessage() + refused.remedy() + refused.getCause())
                            .doesNotContain("Hans")
                            .doesNotContain("19121212");
                }
            }
        }
        assertThat(refusals).isGreaterThan(100);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static CaseEvent read(String json) {
        return CaseJson.readEvent(bytes(json));
    }

    private static InvalidInputException refused(String json) {
        return refusedBytes(bytes(json));
    }

    private static InvalidInputException refusedBytes(byte[] json) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> CaseJson.readEvent(json));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static InvalidInputException refusedCase(String json) {
        InvalidInputException refused =
                catchThrowableOfType(
                        InvalidInputException.class, () -> CaseJson.readCase(bytes(json)));
        assertThat(refused).isNotNull();
        return refused;
    }
}
