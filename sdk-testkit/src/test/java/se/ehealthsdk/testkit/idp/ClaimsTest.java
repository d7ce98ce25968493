package se.ehealthsdk.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** What is told of a user, where, and when a log-in fails for it. */
class ClaimsTest {

    private static final HsaId VMU1 = HsaId.of("TSTNMT2321000156-VMU1");
    private static final HsaId VMU3 = HsaId.of("TSTNMT2321000156-VMU3");

    private static NationalServices services;

    private IdentityProvider idp;
    private RelyingParty client;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        idp = services.idp();
        client = new RelyingParty(services);
    }

    @Test
    void commission_byScope_isToldInTheIdToken() throws Exception {
        Map<String, Object> claims =
                client.logIn(
                                client.request("commission").build().toURI(),
                                Persona.DR_LINDGREN,
                                LogIn.byCard().inCommission(VMU1))
                        .toJWTClaimsSet()
                        .getClaims();

        assertThat(claims)
                .containsEntry("employeeHsaId", "TSTNMT2321000156-1001")
                .containsEntry("commissionHsaId", "TSTNMT2321000156-VMU1")
                .containsEntry("commissionName", "Vård på Ängen")
                .containsEntry("commissionPurpose", "Vård och behandling")
                .containsEntry(
                        "commissionRight",
                        List.of("Läsa;alla;SJF", "Skriva;alla;VE", "Signera;alla;VE"))
                .containsEntry("healthCareUnitHsaId", "TSTNMT2321000156-VE01")
                .containsEntry("healthCareUnitName", "Vårdcentralen Ängen")
                .containsEntry("healthCareProviderHsaId", "TSTNMT2321000156-VG01")
                .containsEntry("healthCareProviderName", "Region Påhitt")
                .containsEntry("healthcareProviderId", "232100-0156");
    }

    @Test
    void commission_directlyUnderTheCareProvider_hasNoUnit() throws Exception {
        assertThat(
                        client.logIn(
                                        client.request("commission").build().toURI(),
                                        Persona.DR_LINDGREN,
                                        LogIn.byCard().inCommission(VMU3))
                                .toJWTClaimsSet()
                                .getClaims())
                .containsEntry("commissionHsaId", VMU3.value())
                .doesNotContainKeys("healthCareUnitHsaId", "healthCareUnitName");
    }

    @Test
    void claims_askedForHereAndThere_areToldThere() throws Exception {
        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"name\":null,\"allEmployeeHsaIds\":null,\"nonsense\":null},"
                                + "\"userinfo\":{\"personalIdentityNumber\":{\"essential\":true},"
                                + "\"healthcareProfessionalLicense\":null,\"acr\":null}}",
                        Persona.DR_DAHL);

        Map<String, Object> idToken =
                tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaims();
        Map<String, Object> userinfo = RelyingParty.json(client.userinfo(tokens));

        assertThat(idToken)
                .containsEntry("name", "Emil Dahl")
                .containsEntry(
                        "allEmployeeHsaIds",
                        List.of("TSTNMT2321000156-1005", "TSTNMT2321000156-2005"))
                .doesNotContainKeys("nonsense", "personalIdentityNumber");
        assertThat(userinfo)
                .containsOnly(
                        Map.entry("sub", String.valueOf(idToken.get("sub"))),
                        Map.entry("personalIdentityNumber", "189001049809"),
                        Map.entry("healthcareProfessionalLicense", List.of("LK")),
                        Map.entry("acr", IdentityProvider.LOA3));
    }

    @Test
    void post_details_followTheDirectory() throws Exception {
        OIDCTokenResponse tokens =
                tokens(
                        "{\"userinfo\":{\"employeeHsaId\":null,\"paTitleCode\":null,\"mail\":null,"
                                + "\"telephoneNumber\":null,\"organizationName\":null,"
                                + "\"organizationIdentifier\":null,\"personalPrescriptionCode\":null,"
                                + "\"healthCareProfessionalLicenceSpeciality\":null,"
                                + "\"credentialEmployeeHsaId\":null,"
                                + "\"credentialPersonalIdentityNumber\":null}}",
                        Persona.DR_LINDGREN);

        assertThat(RelyingParty.json(client.userinfo(tokens)))
                .containsEntry("employeeHsaId", "TSTNMT2321000156-1001")
                .containsEntry("paTitleCode", List.of("201010"))
                .containsEntry("mail", "asa.lindgren@example.test")
                .containsEntry("telephoneNumber", "0100000101")
                .containsEntry("organizationName", "Region Påhitt")
                .containsEntry("organizationIdentifier", "232100-0156")
                .containsEntry("personalPrescriptionCode", "0000001")
                .containsEntry("healthCareProfessionalLicenceSpeciality", List.of("200"))
                .containsEntry("credentialEmployeeHsaId", "TSTNMT2321000156-1001")
                .doesNotContainKey("credentialPersonalIdentityNumber");
    }

    @Test
    void app_showsAnotherCertificateThanTheCard() throws Exception {
        Map<String, Object> claims =
                client.logIn(
                                client.url(
                                        "{\"id_token\":{\"credentialEmployeeHsaId\":null,"
                                                + "\"credentialPersonalIdentityNumber\":null}}"),
                                Persona.NURSE_BERG,
                                LogIn.byApp())
                        .toJWTClaimsSet()
                        .getClaims();

        assertThat(claims)
                .containsEntry("credentialPersonalIdentityNumber", "189001019802")
                .containsEntry("amr", List.of(LogIn.APP_AMR))
                .doesNotContainKey("credentialEmployeeHsaId");
    }

    @Test
    void allCommissions_areThoseThatHsaTells() throws Exception {
        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"allCommissions\":{\"essential\":true}}}",
                        Persona.DR_LINDGREN);

        List<?> told =
                tokens.getOIDCTokens()
                        .getIDToken()
                        .getJWTClaimsSet()
                        .getListClaim("allCommissions");

        try (RivtaClient platform = services.client()) {
            List<String> inHsa =
                    HsaClient.on(platform)
                            .credentials(Persona.DR_LINDGREN.hsaId())
                            .orElseThrow()
                            .commissions()
                            .stream()
                            .map(Commission::hsaId)
                            .map(HsaId::value)
                            .toList();
            assertThat(told)
                    .extracting(each -> ((Map<?, ?>) each).get("commissionHsaId"))
                    .isEqualTo(inHsa)
                    .hasSize(4);
        }
        assertThat(told.get(0))
                .isEqualTo(
                        Map.of(
                                "employeeHsaId", "TSTNMT2321000156-1001",
                                "commissionHsaId", "TSTNMT2321000156-VMU1",
                                "commissionName", "Vård på Ängen",
                                "commissionPurpose", "Vård och behandling",
                                "healthCareUnitHsaId", "TSTNMT2321000156-VE01",
                                "healthCareUnitName", "Vårdcentralen Ängen",
                                "healthCareProviderHsaId", "TSTNMT2321000156-VG01",
                                "healthCareProviderName", "Region Påhitt",
                                "commissionRights",
                                        List.of(
                                                right("Läsa", "SJF"),
                                                right("Skriva", "VE"),
                                                right("Signera", "VE"))));
    }

    @Test
    void commission_givenInHsa_isToldAtTheNextLogIn() throws Exception {
        services.hsa().giveCommission(Persona.ADMIN_HOLM.hsaId(), VMU1);

        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"commissionHsaId\":{\"essential\":true}}}",
                        Persona.ADMIN_HOLM);

        assertThat(tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaims())
                .containsEntry("commissionHsaId", VMU1.value());
    }

    @Test
    void administrator_rights_areTold() throws Exception {
        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"authorizationScope\":{\"essential\":true,\"value\":\"INTYG\"},"
                                + "\"systemRole\":null}}",
                        Persona.ADMIN_HOLM);

        Map<String, Object> claims =
                tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaims();
        assertThat(claims).containsEntry("systemRole", List.of("TESTSYSTEM;Administratör"));
        assertThat(((List<?>) claims.get("authorizationScope")).get(0))
                .isEqualTo(
                        Map.of(
                                "authorizationScopeCode", "INTYG",
                                "authorizationScopeName", "Intygstjänster",
                                "authorizationScopePropertyCode", "STAT",
                                "authorizationScopePropertyName", "Statistik",
                                "adminCommissions",
                                        List.of(
                                                Map.of(
                                                        "adminCommissionHsaId",
                                                                "TSTNMT2321000156-ADM1",
                                                        "adminCommissionResponsibleOrganisation",
                                                                "Region Påhitt",
                                                        "feignedAdminCommission", "false",
                                                        "sectors",
                                                                List.of(
                                                                        Map.of(
                                                                                "unitHsaId",
                                                                                        "TSTNMT2321000156-VE02",
                                                                                "name",
                                                                                        "Medicinkliniken",
                                                                                "sectorFlag", true,
                                                                                "feignedUnit",
                                                                                        "false"))))));
    }

    @Test
    void lists_asInOlderVersions_areText() throws Exception {
        idp.tellListsAsText(true);

        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"allCommissions\":null,\"allEmployeeHsaIds\":null}}",
                        Persona.NURSE_BERG);

        Map<String, Object> claims =
                tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaims();
        assertThat((String) claims.get("allCommissions"))
                .startsWith("[{\"employeeHsaId\":\"TSTNMT2321000156-1002\"");
        assertThat(claims.get("allEmployeeHsaIds")).isEqualTo(List.of("TSTNMT2321000156-1002"));
    }

    @Test
    void registration_leavesOut_whatItDoesNotAllow() throws Exception {
        idp.register(
                ClientRegistration.builder(IdentityProvider.CLIENT_ID)
                        .secret(IdentityProvider.CLIENT_SECRET)
                        .redirectUri(RelyingParty.CALLBACK)
                        .claims("given_name")
                        .build());

        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"given_name\":null,\"family_name\":null}}",
                        Persona.NURSE_BERG);

        assertThat(tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaims())
                .containsEntry("given_name", "Bo")
                .doesNotContainKey("family_name");
        assertThat(
                        refused(
                                "{\"id_token\":{\"family_name\":{\"essential\":true}}}",
                                Persona.NURSE_BERG,
                                LogIn.byCard()))
                .isEqualTo("missing_claim family_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "userinfo"})
    void essential_thatCannotBeTold_isAnErrorPage(String where) throws Exception {
        assertThat(
                        refused(
                                "{\"" + where + "\":{\"commissionHsaId\":{\"essential\":true}}}",
                                Persona.ADMIN_HOLM,
                                LogIn.byCard()))
                .isEqualTo("missing_claim commissionHsaId");
        assertThat(
                        refused(
                                "{\"" + where + "\":{\"nonsense\":{\"essential\":true}}}",
                                Persona.NURSE_BERG,
                                LogIn.byCard()))
                .isEqualTo("missing_claim nonsense");
    }

    @Test
    void essential_thatIsThereAnyway_isFine() throws Exception {
        assertThat(
                        tokens(
                                "{\"id_token\":{\"sub\":{\"essential\":true},\"auth_time\":{\"essential\":true}}}",
                                Persona.NURSE_BERG))
                .isNotNull();
    }

    @Test
    void level_notAmongTheAsked_isAnErrorPage() throws Exception {
        String only3 =
                "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\""
                        + IdentityProvider.LOA3
                        + "\"}}}";
        String either =
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\""
                        + IdentityProvider.LOA3
                        + "\",\""
                        + IdentityProvider.LOA2
                        + "\"]}}}";
        LogIn low = LogIn.byCard().atLevel(IdentityProvider.LOA2);

        assertThat(refused(only3, Persona.NURSE_BERG, low)).isEqualTo("insufficient_acr");
        assertThat(client.logIn(client.url(either), Persona.NURSE_BERG, low).getACR().getValue())
                .isEqualTo(IdentityProvider.LOA2);
        // exact: a higher level is another level
        assertThat(
                        refused(
                                only3,
                                Persona.NURSE_BERG,
                                LogIn.byCard().atLevel("http://id.sambi.se/loa/loa4")))
                .isEqualTo("insufficient_acr");
    }

    @Test
    void level_askedForWithoutNeed_isToldAsItIs() throws Exception {
        String wish = "{\"id_token\":{\"acr\":{\"value\":\"" + IdentityProvider.LOA3 + "\"}}}";

        assertThat(
                        client.logIn(
                                        client.url(wish),
                                        Persona.NURSE_BERG,
                                        LogIn.byCard().atLevel(IdentityProvider.LOA2))
                                .getACR()
                                .getValue())
                .isEqualTo(IdentityProvider.LOA2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id_token\":{\"employeeHsaId\":{\"value\":\"TSTNMT2321000156-1001\"}}}",
                "{\"userinfo\":{\"personalIdentityNumber\":{\"values\":[\"191212121212\"]}}}",
                "{\"id_token\":{\"commissionHsaId\":{\"value\":\"TSTNMT2321000156-VMU3\"}}}",
                "{\"id_token\":{\"healthcareProfessionalLicense\":{\"essential\":true,\"value\":\"LK\"}}}",
            })
    void preselectedUser_another_isAnErrorPage(String claims) throws Exception {
        assertThat(refused(claims, Persona.NURSE_BERG, LogIn.byCard())).isEqualTo("no_such_choice");
        assertThat(tokens(claims, Persona.DR_LINDGREN)).isNotNull();
    }

    @Test
    void preselectedPost_ofSeveral_isNotAskedFor() throws Exception {
        OIDCTokenResponse tokens =
                tokens(
                        "{\"id_token\":{\"employeeHsaId\":{\"value\":\"TSTNMT2321000156-2005\"}}}",
                        Persona.DR_DAHL);

        assertThat(tokens.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaims())
                .containsEntry("employeeHsaId", "TSTNMT2321000156-2005");
    }

    @Test
    void choice_thatIsLeft_isForTheCaller() {
        assertThatThrownBy(
                        () ->
                                idp.authorize(
                                        client.url("{\"id_token\":{\"employeeHsaId\":null}}"),
                                        Persona.DR_DAHL))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                idp.authorize(
                                        client.request("commission").build().toURI(),
                                        Persona.DR_LINDGREN,
                                        LogIn.byCard()
                                                .inCommission(HsaId.of("TSTNMT2321000156-VMU6"))))
                .isInstanceOf(ErrorPageException.class);
    }

    @Test
    void claim_setByHand_isTold() throws Exception {
        Map<String, Object> claims =
                client.logIn(
                                client.url(
                                        "{\"id_token\":{\"orgAffiliation\":{\"essential\":true},\"mail\":null}}"),
                                Persona.NURSE_BERG,
                                LogIn.byCard()
                                        .withClaim("orgAffiliation", "a@b")
                                        .withClaim("mail", "other@example.test"))
                        .toJWTClaimsSet()
                        .getClaims();

        assertThat(claims)
                .containsEntry("orgAffiliation", "a@b")
                .containsEntry("mail", "other@example.test");
    }

    private OIDCTokenResponse tokens(String claims, Persona persona) throws Exception {
        LogIn how = LogIn.byCard();
        if (claims.contains("commissionHsaId") && persona.equals(Persona.DR_LINDGREN)) {
            how = how.inCommission(VMU3);
        }
        return client.tokens(client.code(idp.authorize(client.url(claims), persona, how)));
    }

    private String refused(String claims, Persona persona, LogIn how) {
        ErrorPageException page =
                catchThrowableOfType(
                        ErrorPageException.class,
                        () -> idp.authorize(client.url(claims), persona, how));
        assertThat(page).isNotNull();
        assertThat(page.status()).isEqualTo(400);
        return page.error();
    }

    private static Map<String, String> right(String activity, String scope) {
        return Map.of("activity", activity, "informationClass", "alla", "scope", scope);
    }
}
