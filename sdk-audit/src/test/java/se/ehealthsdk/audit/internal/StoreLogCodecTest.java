package se.ehealthsdk.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.Wire;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.core.error.InvalidInputException;

class StoreLogCodecTest {

    private static final String RESPONDER =
            "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";
    private static final StoreLogCodec CODEC =
            new StoreLogCodec(new LogTypeCodec(TimeForm.SWEDISH_WITH_OFFSET_WHERE_AMBIGUOUS));
    private static final StoreLogCodec.Answer ANSWER = new StoreLogCodec.Answer();

    @Test
    void contract_asDeclared_hasTheWireNamesOfTheSchema() {
        assertThat(LogContracts.STORE_LOG_2.namespace()).isEqualTo(RESPONDER);
        assertThat(LogContracts.STORE_LOG_2.soapAction()).isEqualTo(RESPONDER + ":StoreLog");
        assertThat(LogContracts.STORE_LOG_2.isIdempotent()).isFalse();
    }

    @Test
    void request_withEverything_isInTheOrderOfTheSchema() throws Exception {
        AccessRecord record =
                Sample.reading()
                        .logId("id-1")
                        .level("level")
                        .arguments("args")
                        .withNames()
                        .userPersonId(Sample.PATIENT)
                        .in(AccessRecord.LoggingSystem.of(Sample.SYSTEM, "Journal"))
                        .build();

        String xml = Wire.write(CODEC, RESPONDER, "StoreLog", new StoreLog(List.of(record)));

        String person =
                "<log:root>1.2.752.129.2.1.3.1</log:root><log:extension>191212121212</log:extension>";
        String organisation =
                "<log:careProvider><log:careProviderId>SE5565594230-PROV</log:careProviderId>"
                        + "<log:careProviderName>Vårdbolaget</log:careProviderName></log:careProvider>"
                        + "<log:careUnit><log:careUnitId>SE5565594230-UNIT</log:careUnitId>"
                        + "<log:careUnitName>Kirurgen</log:careUnitName></log:careUnit>";
        assertThat(xml)
                .isEqualTo(
                        "<StoreLog xmlns=\""
                                + RESPONDER
                                + "\" xmlns:log=\""
                                + LogTypeCodec.NAMESPACE
                                + "\"><log>"
                                + "<log:logId>id-1</log:logId>"
                                + "<log:system><log:systemId>SE5565594230-SYS1</log:systemId><log:systemName>Journal</log:systemName></log:system>"
                                + "<log:activity><log:activityType>Läsa</log:activityType><log:activityLevel>level</log:activityLevel>"
                                + "<log:activityArgs>args</log:activityArgs><log:startDate>2026-03-01T12:34:56.789</log:startDate>"
                                + "<log:purpose>Vård och behandling</log:purpose></log:activity>"
                                + "<log:user><log:userId>SE5565594230-DOC1</log:userId><log:name>Lina Lindgrensdotter</log:name>"
                                + "<log:personId>"
                                + person
                                + "</log:personId><log:assignment>Läkare på kirurgen</log:assignment>"
                                + "<log:title>Läkare</log:title>"
                                + organisation
                                + "</log:user>"
                                + "<log:resources><log:resource><log:resourceType>Intyg</log:resourceType>"
                                + "<log:patient><log:patientId>"
                                + person
                                + "</log:patientId></log:patient>"
                                + organisation
                                + "</log:resource></log:resources></log></StoreLog>");
    }

    @Test
    void request_writtenAndRead_isTheSame() throws Exception {
        Random random = new Random(4712);
        for (int i = 0; i < 200; i++) {
            List<AccessRecord> records = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(5); n++) {
                records.add(Sample.random(random));
            }
            StoreLog request = new StoreLog(records);

            String xml = Wire.write(CODEC, RESPONDER, "StoreLog", request);

            assertThat(Wire.read(CODEC, xml)).isEqualTo(request);
        }
    }

    @Test
    void request_withNoneOrMoreThan500_isNotWritten() {
        AccessRecord record = Sample.reading().build();
        for (int size : List.of(0, 501)) {
            StoreLog request = new StoreLog(Collections.nCopies(size, record));

            assertThatThrownBy(() -> Wire.write(CODEC, RESPONDER, "StoreLog", request))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("500");
        }
    }

    @Test
    void record_ofAnotherMaker_isReadWithItsOddities() throws Exception {
        String xml =
                """
                <a:StoreLog xmlns:a="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2"
                    xmlns:b="urn:riv:informationsecurity:auditing:log:2" xmlns:x="urn:other">
                  <a:log>
                    <b:logId> 1 </b:logId>
                    <b:system><b:systemId> SE1-S </b:systemId><b:systemName/></b:system>
                    <b:activity>
                      <b:activityType> Läsa </b:activityType>
                      <b:startDate>2026-07-01T12:00:00+02:00</b:startDate>
                      <b:purpose>%s</b:purpose>
                      <x:logId>no</x:logId>
                    </b:activity>
                    <b:user>
                      <b:userId>SE1-U</b:userId>
                      <b:careProvider><b:careProviderId>SE1-P</b:careProviderId></b:careProvider>
                      <b:careUnit><b:careUnitId>SE1-E</b:careUnitId></b:careUnit>
                      <b:newer><b:careUnitId>SE1-X</b:careUnitId></b:newer>
                    </b:user>
                    <b:resources>
                      <b:resource>
                        <b:resourceType>Intyg</b:resourceType>
                        <b:patient><b:patientId><b:root>9.9.9</b:root><b:extension>A-1</b:extension></b:patientId></b:patient>
                        <b:careProvider><b:careProviderId>SE1-P</b:careProviderId></b:careProvider>
                      </b:resource>
                      <x:resource/>
                    </b:resources>
                  </a:log>
                  <x:log/>
                </a:StoreLog>
                """
                        .formatted("y".repeat(300));

        AccessRecord record = Wire.read(CODEC, xml).records().get(0);

        assertThat(record.logId()).isEqualTo("1");
        assertThat(record.system().name()).isEmpty();
        assertThat(record.activity().start()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(record.activity().purpose().value()).hasSize(300);
        assertThat(record.user().careUnit().id().value()).isEqualTo("SE1-E");
        assertThat(record.resources()).hasSize(1);
        var patient = record.resources().get(0).patient().orElseThrow().id();
        assertThat(patient.root()).isEqualTo("9.9.9");
        assertThat(patient.extension()).contains("A-1");
        assertThat(record.toString()).doesNotContain("A-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logId",
                "system",
                "systemId",
                "activity",
                "activityType",
                "startDate",
                "purpose",
                "user",
                "userId",
                "careProvider",
                "careProviderId",
                "careUnitId",
                "resourceType",
                "patientId"
            })
    void record_withoutARequiredElement_cannotBeRead(String element) throws Exception {
        AccessRecord record = Sample.reading().build();
        String xml = Wire.write(CODEC, RESPONDER, "StoreLog", new StoreLog(List.of(record)));
        String without = xml.replaceAll("(?s)<log:" + element + ">.*?</log:" + element + ">", "");

        assertThat(without).isNotEqualTo(xml);
        assertThatThrownBy(() -> Wire.read(CODEC, without))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining(element)
                .hasMessageNotContaining("191212121212");
    }

    @Test
    void answer_writtenAndRead_isTheSame() throws Exception {
        for (LogResult result :
                List.of(
                        LogResult.of("OK"),
                        LogResult.of("VALIDATION_ERROR", "LogId är inte unikt"))) {
            String xml = Wire.write(ANSWER, RESPONDER, "StoreLogResponse", result);

            assertThat(xml).contains("<result><log:resultCode>" + result.code());
            assertThat(Wire.read(ANSWER, xml)).isEqualTo(result);
        }
    }

    @Test
    void answer_withResultInTheOtherNamespace_isRead() throws Exception {
        String xml =
                """
                <a:StoreLogResponse xmlns:a="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2"
                    xmlns:b="urn:riv:informationsecurity:auditing:log:2">
                  <b:result><b:resultCode> INFO </b:resultCode><b:resultText/><b:more/></b:result>
                </a:StoreLogResponse>
                """;

        assertThat(Wire.read(ANSWER, xml)).isEqualTo(LogResult.of("INFO"));
    }

    @Test
    void answer_withoutResult_isNoAnswer() {
        assertThatThrownBy(() -> Wire.read(ANSWER, "<StoreLogResponse xmlns='" + RESPONDER + "'/>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("result");
    }
}
