package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.siths.certificate.AssuranceLevel.LOA2;
import static se.ehealthsdk.siths.certificate.AssuranceLevel.LOA3;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** What a vendor writes to log a clinician in. */
class LogInTest extends WithTestIdp {

    private static final String COMMISSIONS =
            """
            [{"employeeHsaId": "SE2321000016-1003",
              "commissionHsaId": "SE2321000016-C1",
              "commissionName": "Vårdcentralen",
              "commissionPurpose": "Vård och behandling",
              "healthCareUnitHsaId": "SE2321000016-VE1",
              "healthCareUnitName": "Påhittade vårdcentralen",
              "healthCareProviderHsaId": "SE2321000016-VG1",
              "healthCareProviderName": "Region Påhitt",
              "healthcareProviderId": "232100-0016",
              "commissionRights": [{"activity": "Läsa", "informationClass": "alla", "scope": "SJF"}]},
             {"employeeHsaId": "SE2321000016-1004",
              "commissionHsaId": "SE2321000016-C2",
              "commissionName": "Statistik",
              "commissionPurpose": "Administration",
              "healthCareProviderHsaId": "SE2321000016-VG1"}]
            """;

    @Test
    void aClinician_logsIn_choosesACommission_andLogsOut() {
        idp.claims =
                all -> {
                    all.put("given_name", "Testa");
                    all.put("family_name", "Påhittsson");
                    all.put("allCommissions", COMMISSIONS);
                };
        LoginRequest request =
                LoginRequest.builder()
                        .levels(LOA3, LOA2)
                        .essential(Claim.EMPLOYEE_HSA_ID)
                        .voluntary(Claim.GIVEN_NAME, Claim.FAMILY_NAME, Claim.ALL_COMMISSIONS)
                        .build();

        LoginStart start = client.begin(request, "browser session");
        SithsUser user = client.complete(idp.logIn(start), "browser session");

        assertThat(user.employeeHsaId()).contains(HsaId.of("SE2321000016-1003"));
        assertThat(user.name()).contains("Testa Påhittsson");
        assertThat(user.level()).contains(LOA3);
        assertThat(user.authenticationMethods()).hasSize(1);
        assertThat(user.authenticatedAt()).contains(clock.instant());
        assertThat(user.commissions())
                .extracting(each -> each.hsaId().value())
                .containsExactly("SE2321000016-C1", "SE2321000016-C2");

        ActingUser acting =
                user.chooseCommission(
                        HsaId.of("SE2321000016-C1"), UserCommission.CARE_AND_TREATMENT);

        assertThat(acting.employee()).isEqualTo(HsaId.of("SE2321000016-1003"));
        assertThat(acting.name()).contains("Testa Påhittsson");
        assertThat(acting.commission())
                .hasValueSatisfying(
                        commission ->
                                assertThat(commission.purpose()).isEqualTo("Vård och behandling"));
        assertThat(acting.careUnit())
                .hasValueSatisfying(
                        unit -> assertThat(unit.hsaId()).isEqualTo(HsaId.of("SE2321000016-VE1")));
        assertThat(acting.careProvider().organisationNumber())
                .hasValueSatisfying(number -> assertThat(number.value()).isEqualTo("2321000016"));

        URI logout = client.logoutUrl(user, URI.create("https://app.example.test/bye"), "state å");

        assertThat(logout.toString()).startsWith(idp.base() + "/oidc/logout?");
        assertThat(TestIdp.parameters(logout))
                .containsEntry("id_token_hint", List.of(user.tokens().idToken()))
                .containsEntry("post_logout_redirect_uri", List.of("https://app.example.test/bye"))
                .containsEntry("state", List.of("state å"));
    }

    @Test
    void parameters_readByAFramework_doAsWellAsTheQuery() {
        String query = idp.logIn(begin());
        Map<String, List<String>> parameters =
                TestIdp.parameters(URI.create("https://app.example.test/callback?" + query));

        assertThat(client.complete(parameters, SESSION).subject()).isEqualTo("subject-1");
    }

    @Test
    void aCommission_forAnotherPurpose_isRefusedWithARemedy() {
        idp.claims = all -> all.put("allCommissions", COMMISSIONS);
        SithsUser user = logIn();

        assertThatThrownBy(
                        () ->
                                user.chooseCommission(
                                        HsaId.of("SE2321000016-C2"),
                                        UserCommission.CARE_AND_TREATMENT))
                .isInstanceOfSatisfying(
                        LoginException.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.WRONG_COMMISSION);
                            assertThat(refused.remedy()).contains("HSA administrator");
                        });
        assertThat(user.chooseCommission(HsaId.of("SE2321000016-C2")).employee())
                .isEqualTo(HsaId.of("SE2321000016-1004"));
    }

    @Test
    void aCommission_ofSomeoneElse_isRefused() {
        idp.claims = all -> all.put("allCommissions", COMMISSIONS);
        SithsUser user = logIn();

        assertRefused(
                Reason.WRONG_COMMISSION, () -> user.chooseCommission(HsaId.of("SE2321000016-C3")));
    }

    @Test
    void aCommission_withoutCareProvider_isRefused() {
        idp.claims =
                all ->
                        all.put(
                                "allCommissions",
                                "[{\"commissionHsaId\":\"SE2321000016-C1\",\"commissionPurpose\":\"X\"}]");
        SithsUser user = logIn();

        assertRefused(
                Reason.WRONG_COMMISSION, () -> user.chooseCommission(HsaId.of("SE2321000016-C1")));
    }

    @Test
    void aUser_withoutHsaId_cannotAct() {
        idp.claims =
                all -> {
                    all.remove("employeeHsaId");
                    all.put("commissionHsaId", "SE2321000016-C1");
                    all.put("commissionPurpose", "Vård och behandling");
                    all.put("healthCareProviderHsaId", "SE2321000016-VG1");
                };
        SithsUser user = logIn();

        assertRefused(
                Reason.CLAIM_MISSING, () -> user.chooseCommission(HsaId.of("SE2321000016-C1")));
    }

    @Test
    void manyUsers_logInAtOnce_eachAsThemselves() throws Exception {
        idp.claims = all -> all.put("sub", "user of " + all.get("nonce"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> logIns = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String session = "session " + i;
                logIns.add(
                        () -> {
                            LoginStart start = client.begin(ANYONE, session);
                            String nonce = TestIdp.parameter(start.redirectUrl(), "nonce");
                            String subject = client.complete(idp.logIn(start), session).subject();
                            return subject.equals("user of " + nonce) ? nonce : "another";
                        });
            }
            List<String> nonces = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(logIns)) {
                nonces.add(each.get());
            }
            assertThat(nonces).doesNotHaveDuplicates().hasSize(24).doesNotContain("another");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothing_personalOrSecret_isInAnyToString() {
        idp.claims =
                all -> {
                    all.put("given_name", "Testa");
                    all.put("family_name", "Påhittsson");
                    all.put("personalIdentityNumber", "191212121212");
                    all.put("credentialSurname", "Påhittsson");
                    all.put("allCommissions", COMMISSIONS);
                    all.put("commissionHsaId", "SE2321000016-C9");
                };
        idp.tokens = all -> all.put("refresh_token", "refresh-me");
        LoginStart start = begin();
        SithsUser user = client.complete(idp.logIn(start), SESSION);

        assertThat(
                        List.of(
                                start.toString(),
                                user.toString(),
                                user.tokens().toString(),
                                user.certificate().toString(),
                                user.commissions().toString(),
                                client.toString(),
                                ClientAuthentication.secret(TestIdp.SECRET).toString(),
                                ANYONE.toString()))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .doesNotContain(
                                                "Testa",
                                                "Påhittsson",
                                                "19121212",
                                                "1212",
                                                "refresh-me",
                                                "access-",
                                                "eyJ",
                                                "hemligt",
                                                start.state()));
        assertThat(user.toString()).contains("SE2321000016-1003").contains("LoA 3");
    }
}
