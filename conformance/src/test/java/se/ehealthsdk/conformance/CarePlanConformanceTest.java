package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.discharge.careplan.AccountableProfessional;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.CarePlanClient;
import se.ehealthsdk.discharge.careplan.CarePlanContracts;
import se.ehealthsdk.discharge.careplan.CarePlanProducer;
import se.ehealthsdk.discharge.careplan.CarePlanQuestion;
import se.ehealthsdk.discharge.careplan.CarePlanType;
import se.ehealthsdk.discharge.careplan.CodedValue;
import se.ehealthsdk.discharge.careplan.DocumentBytes;
import se.ehealthsdk.discharge.careplan.LegalAuthenticator;
import se.ehealthsdk.discharge.careplan.MediaType;
import se.ehealthsdk.discharge.careplan.OrgUnit;
import se.ehealthsdk.discharge.careplan.PatientId;
import se.ehealthsdk.discharge.careplan.PlanContent;
import se.ehealthsdk.discharge.engagementindex.CarePlanEngagements;
import se.ehealthsdk.discharge.engagementindex.EngagementIndexClient;
import se.ehealthsdk.discharge.engagementindex.EngagementIndexContracts;

/** An independent consumer, producer and engagement index that validate all they see by the official schemas. */
@NeedsOfficialContracts
class CarePlanConformanceTest {

    private static final HsaId SYSTEM = HsaId.of("SE2321000016-SYS1");
    private static final HsaId UNIT = HsaId.of("SE2321000016-UNIT");
    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final LocalDateTime RECORDED = LocalDateTime.of(2026, 11, 2, 8, 30);

    private static final CarePlan FULL =
            CarePlan.builder("D-1", SYSTEM, PatientId.of(PATIENT))
                    .title("Samordnad plan <å> & ö")
                    .documentTime(RECORDED)
                    .accountable(
                            AccountableProfessional.of(
                                            RECORDED,
                                            HsaId.of("SE2321000016-DOC"),
                                            UNIT,
                                            HsaId.of("SE2321000016-PROV"))
                                    .withName("Lena Lindgren")
                                    .withRole(
                                            CodedValue.of(
                                                    "202010",
                                                    "1.2.752.129.2.2.1.4",
                                                    "Specialistläkare"))
                                    .at(OrgUnit.of(UNIT, "Geriatriken")))
                    .signed(LegalAuthenticator.of(RECORDED, HsaId.of("SE2321000016-DOC")))
                    .approvedForPatient()
                    .careContact("K-1")
                    .content(
                            PlanContent.of(
                                    MediaType.TEXT,
                                    DocumentBytes.of("Mål".getBytes(StandardCharsets.UTF_8))))
                    .content(PlanContent.reference(MediaType.PDF, "https://example.org/plan/1"))
                    .participating(UNIT)
                    .type(CarePlanType.SIP)
                    .build();

    private static CxfServer cxfServer;
    private static CxfClient cxfClient;
    private static RivtaServer producer;
    private static OfficialInteraction getCarePlans;

    @BeforeAll
    static void start() {
        getCarePlans = OfficialContracts.newest("GetCarePlans", "2.0");
        cxfServer = CxfServer.start(Parties.cxfServer());
        cxfClient = new CxfClient(Parties.cxfClient());
        producer =
                RivtaServer.start(
                        CarePlanProducer.builder(
                                        (patient, system) -> {
                                            if (patient.id().startsWith("2012")) {
                                                throw new IllegalStateException("store is down");
                                            }
                                            return patient.equals(FULL.patient())
                                                    ? List.of(FULL)
                                                    : List.of();
                                        })
                                .build()
                                .answerOn(RivtaEndpoint.builder())
                                .build(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Parties.server(),
                        Parties.ROOTS);
    }

    @AfterAll
    static void stop() {
        producer.close();
        cxfClient.close();
        cxfServer.close();
    }

    private static String ask(String patient, String more) {
        return cxfClient.call(
                getCarePlans,
                producer.url(),
                SYSTEM.value(),
                "<g:GetCarePlans xmlns:g=\"urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2\""
                        + " xmlns:c=\"urn:riv:clinicalprocess:logistics:logistics:3\"><g:patientId><c:id>"
                        + patient
                        + "</c:id><c:type>1.2.752.129.2.1.3.1</c:type></g:patientId>"
                        + more
                        + "</g:GetCarePlans>");
    }

    @Test
    void producer_askedByCxf_answersAsTheSchemaWants() {
        assertThat(ask("191212121212", ""))
                .contains("D-1", "TcOlbA==", "SIP", ">OK<")
                .doesNotContain("nullified");
        assertThat(ask("191212121213", "")).contains(">OK<").doesNotContain("carePlanHeader");
        assertThat(ask("191212121212", "<g:careContactId>K-1</g:careContactId>"))
                .contains(">ERROR<", ">INVALID_REQUEST<")
                .doesNotContain("carePlanHeader");
    }

    @Test
    void producer_whoseStoreIsDown_answersCxfWithAFault() {
        assertThatThrownBy(() -> ask("201212121212", ""))
                .isInstanceOf(SoapFault.class)
                .hasMessageContaining("log id")
                .hasMessageNotContaining("2012");
    }

    @Test
    void client_askingCxf_isUnderstoodAndUnderstands() {
        List<String> requests = new ArrayList<>();
        String plan = ask("191212121212", "");
        URI address =
                cxfServer.serve(
                        getCarePlans,
                        request -> {
                            requests.add(request);
                            return plan;
                        });
        try (RivtaClient platform = Parties.client(CarePlanContracts.GET_CARE_PLANS_2, address)) {
            assertThat(
                            CarePlanClient.on(platform)
                                    .ask(
                                            CarePlanQuestion.about(PATIENT)
                                                    .from(SYSTEM)
                                                    .careUnit(UNIT)
                                                    .careContact("K-1")
                                                    .between(
                                                            LocalDate.of(2026, 1, 1),
                                                            LocalDate.of(2026, 12, 31))
                                                    .build())
                                    .plans())
                    .containsExactly(FULL);
        }
        assertThat(requests.get(0)).contains("20260101", "20261231", SYSTEM.value(), "K-1");
    }

    @Test
    void client_refusedByCxf_isRejected() {
        String refusal = ask("191212121212", "<g:careContactId>K-1</g:careContactId>");
        URI address = cxfServer.serve(getCarePlans, request -> refusal);
        try (RivtaClient platform = Parties.client(CarePlanContracts.GET_CARE_PLANS_2, address)) {
            CarePlanQuestion question = CarePlanQuestion.about(PATIENT).from(SYSTEM).build();

            assertThatThrownBy(() -> CarePlanClient.on(platform).ask(question))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("INVALID_REQUEST");
        }
    }

    @Test
    void engagementIndex_ofCxf_takesThePostsOfPlans() {
        List<String> requests = new ArrayList<>();
        URI address =
                cxfServer.serve(
                        OfficialContracts.newest("Update", "1.0"),
                        request -> {
                            requests.add(request);
                            return "<UpdateResponse xmlns=\"urn:riv:itintegration:engagementindex:UpdateResponder:1\">"
                                    + "<ResultCode>INFO</ResultCode><comment>tack</comment></UpdateResponse>";
                        });
        try (RivtaClient platform = Parties.client(EngagementIndexContracts.UPDATE_1, address)) {
            assertThat(
                            EngagementIndexClient.at(platform, LogicalAddress.of("5565594230"))
                                    .update(
                                            CarePlanEngagements.of(HsaId.of("SE2321000016-PROV"))
                                                    .changes(List.of(), List.of(FULL), RECORDED))
                                    .orThrow()
                                    .comment())
                    .contains("tack");
        }
        assertThat(requests.get(0))
                .contains(
                        "191212121212",
                        "riv:clinicalprocess:logistics:logistics",
                        "cll-cp",
                        "20261102083000",
                        ">NA<");
    }
}
