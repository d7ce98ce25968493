package se.ehealthsdk.discharge.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.rivta.EndpointResponse;
import se.ehealthsdk.core.rivta.RivtaEndpoint;

/** Consumers that ask in other ways than the contract has, byte by byte. */
class AwkwardConsumersTest {

    private static final String PATIENT =
            "<g:patientId><c:id>191212121212</c:id><c:type>1.2.752.129.2.1.3.1</c:type></g:patientId>";

    private final RivtaEndpoint endpoint =
            CarePlanProducer.builder(
                            (patient, system) ->
                                    patient.equals(PatientId.of(Plans.TOLVAN))
                                            ? List.of(Plans.plan("D-1").build())
                                            : List.of())
                    .build()
                    .answerOn(RivtaEndpoint.builder())
                    .build();

    private static String question(String content) {
        return envelope(
                "<r:LogicalAddress xmlns:r=\"urn:riv:itintegration:registry:1\">SE2321000016-SYS1"
                        + "</r:LogicalAddress>",
                content);
    }

    private static String envelope(String header, String content) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
                + header
                + "</s:Header><s:Body><g:GetCarePlans"
                + " xmlns:g=\"urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2\""
                + " xmlns:c=\"urn:riv:clinicalprocess:logistics:logistics:3\">"
                + content
                + "</g:GetCarePlans></s:Body></s:Envelope>";
    }

    private String answer(String message) throws IOException {
        EndpointResponse response =
                endpoint.handle(
                        new EndpointRequest(
                                "POST",
                                Map.of("Content-Type", "text/xml"),
                                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty()));
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void thousandCareUnits_oneOfWhichIsRight_findsThePlan() throws IOException {
        String units =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "<g:careUnitHSAId>SE2321000016-U" + i + "</g:careUnitHSAId>")
                        .collect(Collectors.joining());

        assertThat(answer(question(units + PATIENT))).contains(">OK<").doesNotContain("D-1");
        assertThat(
                        answer(
                                question(
                                        units
                                                + "<g:careUnitHSAId> se2321000016-unit1 </g:careUnitHSAId>"
                                                + PATIENT)))
                .contains("D-1");
    }

    @ParameterizedTest
    @CsvSource({
        "20261231,20260101",
        "20260231,20260301",
        "191212121212,20261231",
        "'',20261231",
        "2026-01-01,2026-12-31"
    })
    void periodThatIsNone_isAnInvalidRequestWithoutItsText(String start, String end)
            throws IOException {
        assertThat(
                        answer(
                                question(
                                        PATIENT
                                                + "<g:datePeriod><c:start>"
                                                + start
                                                + "</c:start><c:end>"
                                                + end
                                                + "</c:end></g:datePeriod>")))
                .contains("INVALID_REQUEST", "datePeriod")
                .doesNotContain("1212", "carePlanHeader");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g:careContactId>K</g:careContactId>",
                "<g:sourceSystemHSAId> </g:sourceSystemHSAId><g:careContactId>K</g:careContactId>",
                "<g:sourceSystemHSAId>SE2321000016-SYS2</g:sourceSystemHSAId>"
            })
    void sourceSystem_missingOrAnother_isAnInvalidRequest(String more) throws IOException {
        assertThat(answer(question(PATIENT + more)))
                .contains("INVALID_REQUEST", "sourceSystemHSAId")
                .doesNotContain("1212", "carePlanHeader");
    }

    @Test
    void reserveNumber_withoutSourceSystem_isAnInvalidRequest_withItIsNothing() throws IOException {
        String reserve =
                "<g:patientId><c:id>991945000015</c:id><c:type>1.2.752.97.3.1.3</c:type></g:patientId>";

        assertThat(answer(question(reserve))).contains("INVALID_REQUEST").doesNotContain("991945");
        assertThat(
                        answer(
                                question(
                                        reserve
                                                + "<g:sourceSystemHSAId>SE2321000016-SYS1</g:sourceSystemHSAId>")))
                .contains(">OK<")
                .doesNotContain("991945");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<g:patientId><c:id>191212121212</c:id></g:patientId>",
                "<g:patientId>191212121212</g:patientId>",
                "<g:patientId><c:id><c:x/>191212121212</c:id><c:type>1</c:type></g:patientId>"
            })
    void patientThatIsNone_isAClientFaultWithoutTheNumber(String patient) throws IOException {
        assertThat(answer(question(patient))).contains("soap:Client").doesNotContain("1212");
    }

    @Test
    void attackOrNoHeader_isAClientFaultThatTellsNothing() throws IOException {
        String entity =
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                        + question(PATIENT).replace("191212121212", "&a;");
        String bomb =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                        + question(PATIENT).replace("191212121212", "&b;&b;");

        assertThat(answer(entity)).contains("soap:Client").doesNotContain("carePlanHeader");
        assertThat(answer(bomb)).contains("soap:Client").doesNotContain("aaaa");
        assertThat(answer(envelope("", PATIENT)))
                .contains("soap:Client", "LogicalAddress")
                .doesNotContain("1212");
        assertThat(answer(question(PATIENT).substring(0, 400)))
                .contains("soap:Client")
                .doesNotContain("1212");
    }

    @Test
    void titleThatXmlCannotHold_isAServerFault() throws IOException {
        RivtaEndpoint broken =
                CarePlanProducer.builder(
                                (patient, system) ->
                                        List.of(Plans.plan("D-1").title("Tolvan \u0002").build()))
                        .build()
                        .answerOn(RivtaEndpoint.builder())
                        .build();
        EndpointResponse response =
                broken.handle(
                        new EndpointRequest(
                                "POST",
                                Map.of(),
                                new ByteArrayInputStream(
                                        question(PATIENT).getBytes(StandardCharsets.UTF_8)),
                                Optional.empty()));

        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("soap:Server")
                .doesNotContain("Tolvan", "1212");
    }
}
