package se.ehealthsdk.audit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.Wire;
import se.ehealthsdk.audit.contract.FollowUpContracts;
import se.ehealthsdk.audit.contract.GetAccessLogsForPatient;
import se.ehealthsdk.audit.contract.GetInfoLogs;
import se.ehealthsdk.audit.contract.GetLogs;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.audit.contract.ReportAnswer;
import se.ehealthsdk.audit.contract.ReportResult;
import se.ehealthsdk.core.identifier.HsaId;

class ReportCodecsTest {

    private static final String RESPONDER =
            "urn:riv:informationsecurity:auditing:log:GetLogsResponder:2";
    private static final String COMPONENTS = "urn:riv:informationsecurity:auditing:log:2";
    private static final HsaId PROVIDER = HsaId.of("SE5565594230-PROV");
    private static final LocalDateTime FROM = LocalDateTime.parse("2026-03-01T00:00:00");
    private static final LocalDateTime TO = LocalDateTime.parse("2026-03-29T02:30:00");

    @Test
    void contracts_asDeclared_haveTheWireNamesAndAreNotRepeatable() {
        assertThat(FollowUpContracts.GET_LOGS.namespace()).isEqualTo(RESPONDER);
        assertThat(FollowUpContracts.all())
                .extracting(contract -> contract.soapAction())
                .contains(
                        "urn:riv:informationsecurity:auditing:log:GetAccessLogsForPatientResponder:2:GetAccessLogsForPatient",
                        "urn:riv:informationsecurity:auditing:log:GetInfoLogsResponder:2:GetInfoLogs");
        assertThat(FollowUpContracts.all()).noneMatch(contract -> contract.isIdempotent());
    }

    @Test
    void getLogs_withEverything_isInTheOrderOfTheSchemaWithoutZone() throws Exception {
        GetLogs request =
                new GetLogs(
                        PROVIDER,
                        Optional.of(Sample.PATIENT),
                        Optional.of(HsaId.of("SE5565594230-DOC1")),
                        FROM,
                        TO,
                        Optional.of(HsaId.of("SE5565594230-UNIT")),
                        Optional.of("report-1"));

        String xml = Wire.write(new GetLogsCodec(), RESPONDER, "GetLogs", request);

        assertThat(xml)
                .isEqualTo(
                        "<GetLogs xmlns=\""
                                + RESPONDER
                                + "\" xmlns:log=\""
                                + COMPONENTS
                                + "\"><careProviderId>SE5565594230-PROV</careProviderId>"
                                + "<patientId><log:root>1.2.752.129.2.1.3.1</log:root>"
                                + "<log:extension>191212121212</log:extension></patientId>"
                                + "<userId>SE5565594230-DOC1</userId>"
                                + "<fromDate>2026-03-01T00:00:00.000</fromDate>"
                                + "<toDate>2026-03-29T02:30:00.000</toDate>"
                                + "<careUnitId>SE5565594230-UNIT</careUnitId>"
                                + "<queuedReportId>report-1</queuedReportId></GetLogs>");
        assertThat(Wire.read(new GetLogsCodec(), xml)).isEqualTo(request);
    }

    @Test
    void requests_withTheLeast_comeBackAsTheyWere() throws Exception {
        GetLogs logs =
                new GetLogs(
                        PROVIDER,
                        Optional.empty(),
                        Optional.empty(),
                        FROM,
                        TO,
                        Optional.empty(),
                        Optional.empty());
        GetAccessLogsForPatient accessLogs =
                new GetAccessLogsForPatient(Sample.PATIENT, FROM, TO, Optional.empty());
        GetInfoLogs infoLogs =
                new GetInfoLogs(PROVIDER, Optional.empty(), FROM, TO, Optional.of("id"));

        assertThat(
                        Wire.read(
                                new GetLogsCodec(),
                                Wire.write(new GetLogsCodec(), RESPONDER, "GetLogs", logs)))
                .isEqualTo(logs);
        assertThat(
                        Wire.read(
                                new GetAccessLogsForPatientCodec(),
                                Wire.write(
                                        new GetAccessLogsForPatientCodec(),
                                        FollowUpContracts.GET_ACCESS_LOGS_FOR_PATIENT.namespace(),
                                        "GetAccessLogsForPatient",
                                        accessLogs)))
                .isEqualTo(accessLogs);
        assertThat(
                        Wire.read(
                                new GetInfoLogsCodec(),
                                Wire.write(
                                        new GetInfoLogsCodec(),
                                        FollowUpContracts.GET_INFO_LOGS.namespace(),
                                        "GetInfoLogs",
                                        infoLogs)))
                .isEqualTo(infoLogs);
    }

    @Test
    void request_timesWithOffset_areReadAsSwedishTime() throws Exception {
        String xml =
                "<GetInfoLogs xmlns=\"urn:riv:informationsecurity:auditing:log:GetInfoLogsResponder:2\">"
                        + "<careProviderId>SE5565594230-PROV</careProviderId>"
                        + "<fromDate>2026-01-01T00:00:00Z</fromDate>"
                        + "<toDate>2026-07-01T00:00:00Z</toDate></GetInfoLogs>";

        GetInfoLogs request = Wire.read(new GetInfoLogsCodec(), xml);

        assertThat(request.from()).isEqualTo("2026-01-01T01:00:00");
        assertThat(request.to()).isEqualTo("2026-07-01T02:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<fromDate>2026-01-01T00:00:00</fromDate><toDate>2026-01-02T00:00:00</toDate>",
                "<careProviderId>SE1-A</careProviderId><toDate>2026-01-02T00:00:00</toDate>",
                "<careProviderId>SE1-A</careProviderId><fromDate>i går</fromDate><toDate>2026-01-02T00:00:00</toDate>",
                "<careProviderId>SE1-A</careProviderId><patientId/><fromDate>2026-01-01T00:00:00</fromDate><toDate>2026-01-02T00:00:00</toDate>"
            })
    void request_lackingWhatTheContractRequires_isRefused(String content) {
        String xml = "<GetLogs xmlns=\"" + RESPONDER + "\">" + content + "</GetLogs>";

        assertThatThrownBy(() -> Wire.read(new GetLogsCodec(), xml))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void logsAnswer_ready_comesBackAsItWas() throws Exception {
        AccessRecord record = Sample.reading().logId("id-1").build();
        ReportAnswer<AccessRecord> answer =
                new ReportAnswer<>(ReportResult.ready(FROM, TO), List.of(record));

        String xml = Wire.write(AnswerCodec.logs(), RESPONDER, "GetLogsResponse", answer);

        assertThat(xml)
                .contains("<logsResult><log:reportResult><log:result><log:resultCode>OK<")
                .contains("<log:logs><log:log><log:logId>id-1</log:logId>");
        assertThat(Wire.read(AnswerCodec.logs(), xml)).isEqualTo(answer);
    }

    @Test
    void accessLogsAnswer_ready_hasTheSchemasOwnSpelling() throws Exception {
        PatientAccess row =
                new PatientAccess(
                        CareProvider.of(PROVIDER),
                        new CareUnit(HsaId.of("SE5565594230-UNIT"), Optional.of("Kirurgen")),
                        Instant.parse("2026-07-01T10:00:00.123Z"),
                        HsaId.of("SE5565594230-DOC1"),
                        Optional.of("Lina Lindgrensdotter"),
                        Optional.of("Läkare"),
                        Purpose.CARE_AND_TREATMENT,
                        ResourceType.CERTIFICATE);
        ReportAnswer<PatientAccess> answer =
                new ReportAnswer<>(ReportResult.ready(FROM, TO), List.of(row));

        String xml =
                Wire.write(
                        AnswerCodec.accessLogs(),
                        RESPONDER,
                        "GetAccessLogsForPatientResponse",
                        answer);

        assertThat(xml)
                .contains("<log:accesssLogs><log:accessLog>")
                .contains("<log:accessDate>2026-07-01T12:00:00.123</log:accessDate>");
        assertThat(Wire.read(AnswerCodec.accessLogs(), xml)).isEqualTo(answer);
    }

    @Test
    void infoLogsAnswer_ready_comesBackAsItWas() throws Exception {
        ReportAnswer<CareProvider> answer =
                new ReportAnswer<>(
                        ReportResult.ready(FROM, TO),
                        List.of(new CareProvider(PROVIDER, Optional.of("Vårdbolaget"))));

        String xml = Wire.write(AnswerCodec.infoLogs(), RESPONDER, "GetInfoLogsResponse", answer);

        assertThat(Wire.read(AnswerCodec.infoLogs(), xml)).isEqualTo(answer);
    }

    @Test
    void answer_queued_carriesIdAndSeconds() throws Exception {
        ReportAnswer<AccessRecord> answer =
                ReportAnswer.of(
                        ReportResult.queued(
                                LogResult.REPORT_ON_QUEUE, "report-1", Duration.ofSeconds(90)));

        String xml = Wire.write(AnswerCodec.logs(), RESPONDER, "GetLogsResponse", answer);

        assertThat(xml)
                .contains(
                        "<log:queuedReportId>report-1</log:queuedReportId><log:queueTime>90</log:queueTime>");
        assertThat(Wire.read(AnswerCodec.logs(), xml)).isEqualTo(answer);
    }

    @Test
    void answer_withExtensionsAndAnEstimateThatIsNone_isRead() throws Exception {
        String xml =
                "<GetLogsResponse xmlns=\""
                        + RESPONDER
                        + "\" xmlns:c=\""
                        + COMPONENTS
                        + "\"><logsResult><c:reportResult><c:result><c:resultCode>REPORT_IN_PROCESS"
                        + "</c:resultCode><x xmlns=\"urn:x\"/></c:result>"
                        + "<c:queuedReportId> r </c:queuedReportId><c:queueTime>soon</c:queueTime>"
                        + "</c:reportResult><logs xmlns=\"urn:x\"><log/></logs></logsResult>"
                        + "<y xmlns=\"urn:y\"/></GetLogsResponse>";

        ReportResult report = Wire.read(AnswerCodec.logs(), xml).report();

        assertThat(report.result().code()).isEqualTo("REPORT_IN_PROCESS");
        assertThat(report.queuedReportId()).contains("r");
        assertThat(report.queueTime()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<logsResult/>",
                "<logsResult><c:reportResult/></logsResult>",
                "<logsResult><c:reportResult><c:result/></c:reportResult></logsResult>"
            })
    void answer_withoutAResult_isRefusedRatherThanEmpty(String content) {
        String xml =
                "<GetLogsResponse xmlns=\""
                        + RESPONDER
                        + "\" xmlns:c=\""
                        + COMPONENTS
                        + "\">"
                        + content
                        + "</GetLogsResponse>";

        assertThatThrownBy(() -> Wire.read(AnswerCodec.logs(), xml))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void toString_ofMessages_holdsNoPersonalData() {
        PatientAccess row =
                new PatientAccess(
                        CareProvider.of(PROVIDER),
                        CareUnit.of(HsaId.of("SE5565594230-UNIT")),
                        Sample.TIME,
                        HsaId.of("SE5565594230-DOC1"),
                        Optional.of("Lina Lindgrensdotter"),
                        Optional.empty(),
                        Purpose.CARE_AND_TREATMENT,
                        ResourceType.CERTIFICATE);
        String all =
                row
                        + " "
                        + new ReportAnswer<>(
                                ReportResult.refused("ERROR", "Lina och 191212121212"),
                                List.of(row))
                        + new GetAccessLogsForPatient(Sample.PATIENT, FROM, TO, Optional.empty());

        assertThat(all).doesNotContain("Lina").doesNotContain("1212121212");
    }
}
