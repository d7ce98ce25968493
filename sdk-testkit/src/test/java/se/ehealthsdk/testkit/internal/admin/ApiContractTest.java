package se.ehealthsdk.testkit.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.json.CaseJson;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminServer;
import se.ehealthsdk.testkit.certificate.CertificateData;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.hsa.Persona;

/** Every operation, with data in every resource, and what it refuses, held against the document. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiContractTest {

    private static final String DOCTOR = "TSTNMT2321000156-1001";
    private static final HsaId VENDOR = HsaId.of("TSTNMT2321000156-EHR1");

    private static NationalServices services;
    private static AdminServer server;
    private static ApiCaller api;

    @BeforeAll
    static void start() throws Exception {
        services = NationalServices.start();
        server = AdminServer.of(services).maxWorkspaces(2).start();
        api = new ApiCaller(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
        services.close();
    }

    @BeforeEach
    void reset() throws Exception {
        assertThat(api.call("POST", "/reset", "").status()).isEqualTo(204);
    }

    @Test
    @Order(1)
    void services_time_mode_and_events() throws Exception {
        api.get("/about");
        api.get("/mode");
        api.call("PUT", "/mode", "{\"mode\":\"strict\"}");
        assertThat(api.call("PUT", "/mode", "{\"mode\":\"loose\"}").status()).isEqualTo(400);
        api.get("/clock");
        for (String move :
                List.of(
                        "{\"stop\":true}",
                        "{\"advance\":\"P1DT2H\"}",
                        "{\"to\":\"" + services.clock().instant().plusSeconds(864000) + "\"}",
                        "{\"resume\":true}")) {
            assertThat(api.call("POST", "/clock", move).status()).as(move).isEqualTo(200);
        }
        assertThat(api.call("POST", "/clock", "{\"advance\":\"-PT1H\"}").status()).isEqualTo(422);
        assertThat(api.call("POST", "/reset", "", "Content-Type", "text/plain").status())
                .isEqualTo(415);
    }

    @Test
    @Order(2)
    void exchanges_findings_and_rules() throws Exception {
        try (RivtaClient platform = services.client()) {
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
            services.faults().next(Fault.vp("VP009"));
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
        }
        wrongCall();
        assertThat(api.get("/exchanges?limit=2").json().get("exchanges")).hasSize(2);
        JsonNode broken = api.get("/exchanges?rule=any").json().get("exchanges");
        assertThat(broken).isNotEmpty();
        JsonNode call = api.get("/exchanges/" + broken.get(0).get("number").asLong()).json();
        assertThat(call.get("findings")).isNotEmpty();
        assertThat(api.get("/findings").json().get("counts")).isNotEmpty();
        api.get("/rules");
        assertThat(api.get("/exchanges/999999").status()).isEqualTo(404);
        assertThat(api.get("/exchanges?limit=x").status()).isEqualTo(400);
        assertThat(api.get("/exchanges?contrakt=x").status()).isEqualTo(400);
        assertThat(api.call("DELETE", "/exchanges", "", "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(api.call("DELETE", "/exchanges", "").status()).isEqualTo(204);
        assertThat(api.get("/exchanges").json().get("exchanges")).isEmpty();
    }

    /** No SOAPAction, and no message. */
    private static void wrongCall() throws Exception {
        HttpClient.newBuilder()
                .sslContext(services.credential().sslContext(services.environment().trustAnchors()))
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(services.url() + "/x"))
                                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    @Test
    @Order(3)
    void data_is_read_added_changed_and_removed_with_etags() throws Exception {
        for (String kind :
                List.of("people", "units", "care-providers", "commissions", "patients")) {
            JsonNode all = api.get("/" + kind).json();
            JsonNode first = all.elements().next().get(0);
            String id = first.path(id(kind)).asText();
            ApiCaller.Answer one = api.get("/" + kind + "/" + id);
            String etag = one.header("ETag");
            String body = one.json().toString();
            assertThat(api.call("PUT", "/" + kind + "/" + id, body, "If-Match", etag).status())
                    .as(kind)
                    .isEqualTo(200);
            assertThat(api.call("PUT", "/" + kind + "/" + id, body, "If-Match", "\"old\"").status())
                    .as(kind)
                    .isEqualTo(412);
            assertThat(
                            api.call("DELETE", "/" + kind + "/" + id, "", "If-Match", "\"old\"")
                                    .status())
                    .as(kind)
                    .isEqualTo(412);
            assertThat(api.call("POST", "/" + kind, body).status()).as(kind).isEqualTo(409);
            assertThat(api.call("POST", "/" + kind, "{\"x\":1}").status()).as(kind).isEqualTo(422);
            assertThat(api.get("/" + kind + "/NONE").status()).as(kind).isEqualTo(404);
        }
        for (String kind :
                List.of("patients", "people", "commissions", "units", "care-providers")) {
            JsonNode all = api.get("/" + kind).json().elements().next();
            String id = all.get(all.size() - 1).path(id(kind)).asText();
            String body = api.get("/" + kind + "/" + id).json().toString();
            ApiCaller.Answer gone = api.call("DELETE", "/" + kind + "/" + id, "");
            if (gone.status() == 204) {
                assertThat(api.get("/" + kind + "/" + id).status()).as(kind).isEqualTo(404);
                assertThat(api.call("POST", "/" + kind, body).status()).as(kind).isEqualTo(201);
            } else {
                // others stand on it
                assertThat(gone.status()).as(kind).isIn(409, 422);
            }
        }
    }

    private static String id(String kind) {
        return switch (kind) {
            case "people", "patients" -> "name";
            default -> "hsaId";
        };
    }

    @Test
    @Order(4)
    void certificate_through_its_life_and_outbox() throws Exception {
        String id = CertificateData.draft(services);
        assertThat(api.get("/certificates").json().get("certificates")).hasSize(1);
        act(id, "{\"action\":\"ready-to-sign\",\"by\":\"%s\"}", "draft");
        act(id, "{\"action\":\"sign\",\"by\":\"%s\"}", "signed");
        act(id, "{\"action\":\"send\",\"by\":\"%s\",\"recipient\":\"FKASSA\"}", "sent");
        act(
                id,
                "{\"action\":\"request-completion\",\"text\":\"Mer\",\"lastDateForAnswer\":\"2027-01-31\",\"completions\":[{\"questionId\":\"35\",\"text\":\"Vad?\"}]}",
                "sent");
        JsonNode asked =
                act(id, "{\"action\":\"ask\",\"subject\":\"KONTKT\",\"text\":\"Hej\"}", "sent");
        String message = asked.get("messages").get(0).get("id").asText();
        act(
                id,
                "{\"action\":\"remind\",\"messageId\":\"" + message + "\",\"text\":\"Hej igen\"}",
                "sent");
        act(
                id,
                "{\"action\":\"mark-handled\",\"messageId\":\"" + message + "\",\"by\":\"%s\"}",
                "sent");
        act(id, "{\"action\":\"reopen\",\"messageId\":\"" + message + "\",\"by\":\"%s\"}", "sent");
        JsonNode whole = api.get("/certificates/" + id).json();
        assertThat(whole.get("timeline").findValuesAsText("code"))
                .contains("SKAPAT", "KFSIGN", "SIGNAT", "SKICKA", "NYFRFM");
        assertThat(whole.get("messages").get(0).get("completions")).hasSize(1);
        assertThat(
                        api.call(
                                        "POST",
                                        "/certificates/" + id + "/actions",
                                        "{\"action\":\"sign\",\"by\":\"" + DOCTOR + "\"}")
                                .status())
                .isIn(409, 422);

        assertThat(api.get("/outbox").json().get("pending")).isNotEmpty();
        assertThat(api.call("POST", "/outbox/deliver", "{}").status()).isEqualTo(422);
        assertThat(api.call("PUT", "/outbox/receivers", "{\"statusUpdates\":\"ftp://x\"}").status())
                .isEqualTo(400);
        api.call(
                "PUT",
                "/outbox/receivers",
                "{\"statusUpdates\":\"https://localhost:1/none\",\"units\":[{\"unit\":\"TSTNMT2321000156-VE01\",\"url\":\"https://localhost:1/own\"}],\"messages\":\"https://localhost:1/messages\"}");
        JsonNode attempts =
                api.call("POST", "/outbox/deliver", "{\"order\":\"reversed\"}")
                        .json()
                        .get("attempts");
        assertThat(attempts.findValuesAsText("outcome")).isNotEmpty().containsOnly("retry");
        act(id, "{\"action\":\"revoke\",\"by\":\"%s\"}", "revoked");

        String other = CertificateData.draft(services);
        act(other, "{\"action\":\"delete\",\"by\":\"%s\"}", "draft");
        assertThat(api.get("/certificates/" + other).status()).isEqualTo(404);
    }

    private static JsonNode act(String id, String action, String state) throws Exception {
        ApiCaller.Answer answer =
                api.call("POST", "/certificates/" + id + "/actions", action.formatted(DOCTOR));
        assertThat(answer.status()).as(action + " " + answer.json()).isEqualTo(200);
        assertThat(answer.json().at("/summary/state").asText()).as(action).isEqualTo(state);
        return answer.json();
    }

    @Test
    @Order(5)
    void access_log_tells_who_read_whom() throws Exception {
        try (RivtaClient platform = services.client()) {
            AccessRecord record =
                    AccessRecord.reading(PersonId.parse("191212121212"))
                            .by(
                                    HsaClient.on(platform)
                                            .credentials(Persona.NURSE_BERG.hsaId())
                                            .flatMap(
                                                    all ->
                                                            all.actingIn(
                                                                    HsaId.of(
                                                                            "TSTNMT2321000156-VMU1")))
                                            .orElseThrow())
                            .in(HsaId.of(NationalServices.SYSTEM_HSA_ID))
                            .resource(ResourceType.CERTIFICATE)
                            .clock(Clock.systemUTC())
                            .build();
            platform.call(
                    LogContracts.STORE_LOG_2,
                    NationalServices.LOGICAL_ADDRESS,
                    new StoreLog(List.of(record)));
        }
        JsonNode log = api.get("/access-log?patient=191212121212").json();
        assertThat(log.get("records")).hasSize(1);
        assertThat(log.get("summary").get(0).get("times").asInt()).isEqualTo(1);
        assertThat(log.toString()).contains("191212121212");
        assertThat(api.get("/access-log?mask=true").response().body())
                .contains("19121212****")
                .doesNotContain("191212121212");
        assertThat(api.get("/exchanges/1?mask=true").response().body())
                .doesNotContain("191212121212");
        assertThat(api.get("/access-log?mask=yes").status()).isEqualTo(400);
    }

    @Test
    @Order(6)
    void discharge_case_is_told_spoken_in_and_waits_in_the_outbox() throws Exception {
        RegionalDischargeSystem region = services.discharge();
        assertThat(
                        api.call(
                                        "POST",
                                        "/discharge/systems",
                                        "{\"system\":\"%s\",\"url\":\"https://localhost:1/none\",\"units\":[\"%s\"]}"
                                                .formatted(
                                                        VENDOR,
                                                        RegionalDischargeSystem.WARD.unit()))
                                .status())
                .isEqualTo(200);
        assertThat(
                        api.call(
                                        "POST",
                                        "/discharge/systems",
                                        "{\"system\":\"%s\",\"url\":\"http://localhost:1/none\",\"units\":[]}"
                                                .formatted(VENDOR))
                                .status())
                .isEqualTo(400);
        String id = admit(region);
        assertThat(api.get("/discharge/cases").json().get("cases")).hasSize(1);
        api.get("/discharge/cases/" + id);
        assertThat(api.get("/discharge/cases/" + id + "?policy=none").status()).isBetween(400, 499);
        String say =
                "{\"from\":\"%s\",\"content\":{\"kind\":\"availability\",\"answer\":\"cannotReceive\"}}";
        ApiCaller.Answer said =
                api.call(
                        "POST",
                        "/discharge/cases/" + id + "/events",
                        say.formatted(RegionalDischargeSystem.SOCIAL_SERVICES.unit()));
        assertThat(said.status()).as(said.json().toString()).isEqualTo(201);
        assertThat(said.json().get("events")).hasSize(2);
        assertThat(
                        api.call(
                                        "POST",
                                        "/discharge/cases/" + id + "/events",
                                        say.formatted("TST-NONE"))
                                .status())
                .isEqualTo(400);

        JsonNode waiting = api.get("/outbox").json().get("pending");
        assertThat(waiting.findValuesAsText("kind")).containsExactly("discharge-message");
        JsonNode attempts = api.call("POST", "/outbox/deliver", "{}").json().get("attempts");
        assertThat(attempts.findValuesAsText("outcome")).containsExactly("retry");
    }

    private static String admit(RegionalDischargeSystem region) throws Exception {
        PersonId patient = PersonId.parse("189001069807");
        Instant now = Instant.now().minusSeconds(60);
        CaseEvent event =
                EventWriter.of(CaseId.random(), patient, RegionalDischargeSystem.WARD)
                        .send(
                                new AdmissionNotice(
                                        Admission.needing(
                                                now,
                                                CareForm.SOMATIC,
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        new Patient(
                                                patient,
                                                Optional.of("Karin Nordin"),
                                                Optional.empty(),
                                                Protection.NONE,
                                                Residence.UNKNOWN),
                                        Optional.of(LocalDate.of(2026, 12, 1))),
                                now,
                                RegionalDischargeSystem.SOCIAL_SERVICES);
        String envelope =
                """
                {"envelopeId":"e1","sentAt":"%s","messageId":"%s","caseId":"%s","recipients":["%s"],"sequence":1,"after":0,"event":%s}"""
                        .formatted(
                                Instant.now(),
                                event.id(),
                                event.caseId(),
                                RegionalDischargeSystem.SOCIAL_SERVICES.unit(),
                                new String(CaseJson.write(event), StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                HttpClient.newBuilder()
                        .sslContext(region.credentialFor(VENDOR).sslContext(region.trust()))
                        .build()
                        .send(
                                HttpRequest.newBuilder(region.url())
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(envelope))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return event.caseId().value();
    }

    @Test
    @Order(7)
    void faults_are_added_and_taken_away() throws Exception {
        String fault =
                """
                {"service":"platform","kind":"vp","settings":{"code":"VP009"},"contract":"StoreLog","caller":"SE2321000016-A",
                 "logicalAddress":"SE1","condition":{"times":3,"after":1,"from":"2026-01-01T00:00:00Z","until":"2099-01-01T00:00:00Z","probability":0.5,"seed":7}}""";
        ApiCaller.Answer added = api.call("POST", "/faults", fault);
        assertThat(added.status()).as(added.json().toString()).isEqualTo(201);
        assertThat(api.get("/faults").json().get("faults")).hasSize(1);
        assertThat(api.call("POST", "/faults", "{\"service\":\"x\",\"kind\":\"y\"}").status())
                .isEqualTo(422);
        assertThat(api.get("/faults/kinds").json().get("kinds")).isNotEmpty();
        String id = added.json().get("id").asText();
        assertThat(api.call("DELETE", "/faults/" + id, "").status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/faults/" + id, "").status()).isEqualTo(404);
        assertThat(api.call("DELETE", "/faults", "").status()).isEqualTo(204);
        assertThat(api.call("DELETE", "/faults", "", "Content-Type", "text/plain").status())
                .isEqualTo(415);
    }

    @Test
    @Order(8)
    void scenario_is_added_run_judged_and_reported() throws Exception {
        String yaml =
                """
                name: two-look-ups
                description: {sv: Två, en: Two}
                steps:
                - fault: {kind: vp, settings: {code: VP009}, times: 1}
                - client-certificate: {kind: expired, hsa-id: SE2321000016-A}
                expect:
                - calls: {contract: GetEmployeeIncludingProtectedPerson, at-least: 1}
                """;
        ApiCaller.Answer added =
                api.call("POST", "/scenarios", yaml, "Content-Type", "application/yaml");
        assertThat(added.status()).as(added.json().toString()).isEqualTo(201);
        api.call("POST", "/scenarios", "{\"text\":\"name: by-text\"}");
        api.call("POST", "/scenarios", "{\"name\":\"by-json\"}");
        JsonNode all = api.get("/scenarios").json().get("scenarios");
        assertThat(all.findValuesAsText("name"))
                .contains("two-look-ups", "by-text", "by-json", "outage");
        assertThat(api.get("/scenarios/two-look-ups").json().get("text").asText())
                .contains("VP009");
        assertThat(api.get("/scenarios/none").status()).isEqualTo(404);
        ApiCaller.Answer wrong =
                api.call(
                        "POST",
                        "/scenarios",
                        "name: a\nsteps:\n- clock: {set: 191212121212}\n",
                        "Content-Type",
                        "application/yaml");
        assertThat(wrong.status()).isEqualTo(422);
        JsonNode problem = wrong.json().get("problems").get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(3);
        assertThat(problem.get("field").asText()).startsWith("steps[0]");
        assertThat(wrong.json().toString()).doesNotContain("191212121212");

        ApiCaller.Answer started = api.call("POST", "/scenarios/two-look-ups/runs", "{\"seed\":5}");
        assertThat(started.status()).as(started.json().toString()).isEqualTo(201);
        String run = started.json().get("id").asText();
        assertThat(started.header("Location")).isEqualTo("/api/runs/" + run);
        assertThat(api.call("POST", "/scenarios/outage/runs", "{}").status()).isEqualTo(409);
        assertThat(api.get("/runs/" + run).json().at("/expectations").findValuesAsText("verdict"))
                .containsExactly("waiting");
        assertThat(api.get("/runs/" + run + "/certificates/expired?format=pem").json().get("key"))
                .isNotNull();
        assertThat(api.get("/runs/" + run + "/certificates/good").status()).isEqualTo(404);
        try (RivtaClient platform = services.client()) {
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
        }
        JsonNode ended = api.call("POST", "/runs/" + run + "/stop", "").json();
        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("passed");
        assertThat(ended.get("events").findValuesAsText("kind"))
                .contains("run", "step", "fault-met", "expectation");
        assertThat(api.get("/runs").json().get("runs").get(0).get("id").asText()).isEqualTo(run);
        assertThat(api.get("/runs/" + run + "/report.xml").response().body())
                .contains("<testsuite");
        ApiCaller.Answer page = api.get("/runs/" + run + "/report.html?language=en");
        assertThat(page.response().body()).contains("Passed");
        assertThat(page.header("Content-Security-Policy")).contains("style-src 'unsafe-inline'");
        assertThat(api.get("/runs/none").status()).isEqualTo(404);
        assertThat(api.call("POST", "/runs/none/stop", "").status()).isEqualTo(404);
    }

    @Test
    @Order(9)
    void recording_becomes_a_scenario_that_can_be_run() throws Exception {
        assertThat(api.call("POST", "/recordings", "{\"name\":\"No Name\"}").status())
                .isEqualTo(422);
        ApiCaller.Answer started =
                api.call("POST", "/recordings", "{\"name\":\"my-day\",\"expected\":\"as-counts\"}");
        assertThat(started.status()).isEqualTo(201);
        assertThat(api.call("POST", "/recordings", "{\"name\":\"other\"}").status()).isEqualTo(409);
        try (RivtaClient platform = services.client()) {
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
        }
        String id = started.json().get("id").asText();
        assertThat(api.get("/recordings/" + id).json().get("calls").asInt()).isEqualTo(1);
        JsonNode stopped = api.call("POST", "/recordings/" + id + "/stop", "").json();
        assertThat(stopped.get("scenario").asText()).contains("GetEmployee");
        assertThat(api.get("/recordings").json().get("recordings")).isNotEmpty();
        assertThat(api.get("/scenarios/my-day").status()).isEqualTo(200);
        assertThat(api.call("POST", "/recordings/none/stop", "").status()).isEqualTo(404);
    }

    @Test
    @Order(10)
    void workspaces_are_made_as_chosen_to_a_limit() throws Exception {
        ApiCaller.Answer made =
                api.call(
                        "POST",
                        "/workspaces",
                        "{\"name\":\"one\",\"people\":[\"DR_LINDGREN\"],\"mode\":\"lenient\",\"seed\":7}");
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        assertThat(api.get("/workspaces").json().get("workspaces")).hasSize(2);
        api.get("/workspaces/one");
        assertThat(api.call("POST", "/workspaces", "{\"name\":\"one\"}").status()).isEqualTo(409);
        assertThat(api.call("POST", "/workspaces", "{}").status()).isEqualTo(201);
        ApiCaller.Answer full = api.call("POST", "/workspaces", "{}");
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.json().get("detail").asText()).contains("2 workspaces");
        assertThat(api.call("DELETE", "/workspaces/default", "").status()).isEqualTo(409);
        for (String each : Set.of("one", "w1")) {
            assertThat(api.call("DELETE", "/workspaces/" + each, "").status()).isEqualTo(204);
        }
    }

    @Test
    @Order(11)
    void certificates_of_the_pki() throws Exception {
        api.get("/pki/trusted-roots.pem");
        api.call("POST", "/pki/certificates", "{\"kind\":\"good\"}");
        api.call("POST", "/pki/certificates", "{\"kind\":\"expired\",\"format\":\"pem\"}");
        assertThat(api.call("POST", "/pki/certificates", "{\"kind\":\"person\"}").status())
                .isEqualTo(400);
    }

    @Test
    @Order(12)
    void every_operation_has_been_called_and_every_change_refused() {
        // the event stream never ends, and the document of itself is compared elsewhere
        assertThat(api.undone()).containsOnly("events", "document");
        assertThat(api.unrefused()).isEmpty();
    }
}
