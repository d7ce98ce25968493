package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Claims in all the forms that IdPs give them. */
class SithsUserTest {

    private static final LoginFailures FAILURES =
            new LoginFailures(Clock.systemUTC(), "https://idp.example.test:443/oidc", "client");

    private static SithsUser user(Map<String, Object> claims) {
        return new SithsUser(
                Profile.of(
                        new UserClaims(claims, FAILURES),
                        "subject",
                        Optional.of(AssuranceLevel.LOA3),
                        Optional.empty()),
                claims,
                new Tokens("id", "access", Optional.empty(), Optional.empty()),
                FAILURES);
    }

    private static SithsUser user(String json) {
        return user(Json.object(json.replace('\'', '"')).orElseThrow());
    }

    private static void assertUnreadable(String json, String claim) {
        LoginException refused = catchThrowableOfType(LoginException.class, () -> user(json));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.reason()).isEqualTo(Reason.CLAIM_UNREADABLE);
        assertThat(refused.loginDetails().claim()).contains(claim);
    }

    @Test
    void allClaims_areRead() {
        SithsUser user =
                user(
                        """
                        {'sub': 'subject', 'amr': ['a', 'b'],
                         'employeeHsaId': 'SE2321000016-1003',
                         'allEmployeeHsaIds': ['SE2321000016-1003', 'SE2321000016-1004'],
                         'given_name': 'Testa', 'family_name': 'Påhittsson',
                         'personalIdentityNumber': '191212121212',
                         'organizationIdentifier': '232100-0016', 'organizationName': 'Region Påhitt',
                         'userOrganizationHsaId': 'SE2321000016-0001',
                         'systemRole': ['BIF;Loggadministratör', 'Ensam'],
                         'healthcareProfessionalLicense': ['LK', 'BM'],
                         'healthcareProfessionalLicenseIdentityNumber': '123456',
                         'healthCareProfessionalLicenceSpeciality': '62',
                         'paTitleCode': ['201010'],
                         'credentialGivenName': 'Testa', 'credentialSurname': 'Påhittsson',
                         'credentialDisplayName': 'Testa Påhittsson',
                         'credentialEmployeeHsaId': 'SE2321000016-1003',
                         'credentialPersonalIdentityNumber': '191212121212',
                         'credentialOrganizationName': 'Region Påhitt',
                         'credentialCertificate': 'MII', 'credentialCertificatePolicies': ['1.2.752.74.8.512'],
                         'authorizationScope': {'authorizationScopeCode': 'A', 'authorizationScopeName': 'a',
                            'adminCommissions': ['x']},
                         'mail': 'testa@example.test'}
                        """);

        assertThat(user.authenticationMethods()).containsExactly("a", "b");
        assertThat(user.allEmployeeHsaIds())
                .extracting(HsaId::value)
                .containsExactly("SE2321000016-1003", "SE2321000016-1004");
        assertThat(user.givenName()).contains("Testa");
        assertThat(user.familyName()).contains("Påhittsson");
        assertThat(user.name()).contains("Testa Påhittsson");
        assertThat(user.personalIdentityNumber())
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("191212121212"));
        assertThat(user.organisation())
                .hasValueSatisfying(
                        it -> {
                            assertThat(it.name()).contains("Region Påhitt");
                            assertThat(it.hsaId()).contains(HsaId.of("SE2321000016-0001"));
                            assertThat(it.number()).isPresent();
                        });
        assertThat(user.systemRoles())
                .containsExactly(
                        new SystemRole("BIF", "Loggadministratör"), new SystemRole("Ensam", ""));
        assertThat(user.licences()).containsExactly("LK", "BM");
        assertThat(user.licenceNumber()).contains("123456");
        assertThat(user.specialities()).containsExactly("62");
        assertThat(user.positions()).containsExactly("201010");
        assertThat(user.certificate().surname()).contains("Påhittsson");
        assertThat(user.certificate().employeeHsaId()).isPresent();
        assertThat(user.certificate().personalIdentityNumber()).isPresent();
        assertThat(user.certificate().policies()).containsExactly("1.2.752.74.8.512");
        assertThat(user.authorizationScopes())
                .singleElement()
                .satisfies(
                        scope -> {
                            assertThat(scope.code()).isEqualTo("A");
                            assertThat(scope.name()).contains("a");
                            assertThat(scope.members()).containsKey("adminCommissions");
                        });
        assertThat(user.claim("mail")).contains("testa@example.test");
        assertThat(user.claim("nothing")).isEmpty();
    }

    @Test
    void nothing_isEmpty() {
        SithsUser user = user("{'sub': 'subject'}");

        assertThat(user.employeeHsaId()).isEmpty();
        assertThat(user.allEmployeeHsaIds()).isEmpty();
        assertThat(user.name()).isEmpty();
        assertThat(user.personalIdentityNumber()).isEmpty();
        assertThat(user.organisation()).isEmpty();
        assertThat(user.commission()).isEmpty();
        assertThat(user.commissions()).isEmpty();
        assertThat(user.systemRoles()).isEmpty();
        assertThat(user.authorizationScopes()).isEmpty();
    }

    @Test
    void otherSpellings_areRead() {
        SithsUser user =
                user(
                        """
                        {'healthCareProfessionalLicence': 'LK',
                         'healthcareProfessionalLicenceIdentityNumber': ['1'],
                         'healthCareProfessionalLicenseSpeciality': ['62'],
                         'EmployeeHsaID': 'SE2321000016-1003',
                         'personal_identity_number': '191212121212',
                         'displayName': 'Testa'}
                        """);

        assertThat(user.licences()).containsExactly("LK");
        assertThat(user.licenceNumber()).contains("1");
        assertThat(user.specialities()).containsExactly("62");
        assertThat(user.employeeHsaId()).isPresent();
        assertThat(user.personalIdentityNumber()).isPresent();
        assertThat(user.name()).contains("Testa");
    }

    @Test
    void commissions_areRead_fromAnyForm() {
        String one =
                "{'commissionHsaId':'SE2321000016-C1','commissionRights':[{'activity':'Läsa','informationClass':'alla','scope':'SJF'}]}";
        String escaped = one.replace("'", "\\'");
        List<String> forms =
                List.of(
                        "[" + one + "]",
                        one,
                        "'[" + escaped + "]'",
                        "'" + escaped + "'",
                        "['" + escaped + "']",
                        "[" + one + "," + one + "]");
        for (String form : forms) {
            String json = "{'allCommissions': " + form + "}";
            assertThat(user(json).commissions())
                    .as(form)
                    .singleElement()
                    .satisfies(
                            commission -> {
                                assertThat(commission.hsaId().value()).isEqualTo("SE2321000016-C1");
                                assertThat(commission.rights())
                                        .containsExactly(
                                                new CommissionRight("Läsa", "alla", "SJF"));
                            });
        }
        for (String none : List.of("[]", "'[]'", "''", "null")) {
            assertThat(user("{'allCommissions': " + none + "}").commissions()).isEmpty();
        }
    }

    @Test
    void rights_areRead_asTriplesAndAsObjects() {
        for (String rights :
                List.of(
                        "['Läsa;alla;SJF', 'Skriva;vop;VE']",
                        "'[\\'Läsa;alla;SJF\\', \\'Skriva;vop;VE\\']'")) {
            assertThat(
                            user("{'commissionHsaId':'SE2321000016-C1','commissionRight':"
                                            + rights
                                            + "}")
                                    .commission()
                                    .orElseThrow()
                                    .rights())
                    .as(rights)
                    .containsExactly(
                            new CommissionRight("Läsa", "alla", "SJF"),
                            new CommissionRight("Skriva", "vop", "VE"));
        }
        assertThat(
                        user("{'commissionHsaId':'SE2321000016-C1','commissionRight':'Läsa;alla;SJF'}")
                                .commission()
                                .orElseThrow()
                                .rights())
                .hasSize(1);
    }

    @Test
    void claims_thatCannotBeRead_areNotTakenForAbsent() {
        assertUnreadable("{'employeeHsaId': 17}", "employeeHsaId");
        assertUnreadable("{'employeeHsaId': ['SE1-A', 'SE1-B']}", "employeeHsaId");
        assertUnreadable(
                "{'employeeHsaId': 'far too long to be an HSA-id of any kind'}", "employeeHsaId");
        assertUnreadable("{'allEmployeeHsaIds': [17]}", "allEmployeeHsaIds");
        assertUnreadable("{'allCommissions': '[{'}", "allCommissions");
        assertUnreadable("{'allCommissions': 'text'}", "allCommissions");
        assertUnreadable("{'allCommissions': [17]}", "allCommissions");
        assertUnreadable("{'allCommissions': [{}]}", "allCommissions");
        assertUnreadable(
                "{'commissionHsaId':'SE1-C','commissionRight': 'Läsa;alla'}", "commissionRight");
        assertUnreadable("{'personalIdentityNumber': '12'}", "personalIdentityNumber");
        assertUnreadable("{'systemRole': 17}", "systemRole");
        assertUnreadable("{'authorizationScope': [{}]}", "authorizationScope");
        assertUnreadable("{'given_name': {'a': 1}}", "given_name");
    }

    @Test
    void unreadableClaims_doNotShowTheirValue() {
        LoginException refused =
                catchThrowableOfType(
                        LoginException.class,
                        () -> user("{'personalIdentityNumber': '19121212121'}"));

        assertThat(refused.toString()).contains("personalIdentityNumber").doesNotContain("1912");
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void commission_chosenAtTheIdp_isOneOfTheCommissions_once() {
        SithsUser user =
                user(
                        """
                        {'employeeHsaId':'SE2321000016-1003', 'commissionHsaId':'SE2321000016-C1',
                         'commissionPurpose':'Vård och behandling', 'commissionName':'Mottagning',
                         'healthCareProviderHsaId':'SE2321000016-VG1',
                         'allCommissions':[{'commissionHsaId':'se2321000016-c1','commissionPurpose':'VÅRD OCH BEHANDLING',
                            'healthCareProviderHsaId':'SE2321000016-VG1','employeeHsaId':'SE2321000016-1004'},
                            {'commissionHsaId':'SE2321000016-C1','commissionPurpose':'Vård och behandling',
                            'healthCareProviderHsaId':'SE2321000016-VG1','employeeHsaId':'SE2321000016-1003'}]}
                        """);

        assertThat(user.commission()).isPresent();
        assertThat(user.commissions()).hasSize(2);
        assertThat(
                        user.chooseCommission(
                                        HsaId.of("SE2321000016-C1"),
                                        UserCommission.CARE_AND_TREATMENT)
                                .employee()
                                .value())
                .as("the employment that the user logged in as")
                .isEqualTo("SE2321000016-1003");
    }

    @Test
    void json_thatIsNoObject_isNotTakenForOne() {
        for (String other : List.of("[]", "[[\"sub\",\"x\"]]", "17", "null", "\"{}\"", "", " ")) {
            assertThat(Json.object(other)).as(other).isEmpty();
        }
        assertThat(Json.object(" {\"a\":null,\"b\":[null,1]}"))
                .hasValueSatisfying(object -> assertThat(object).containsOnlyKeys("b"));
    }

    @Test
    void claims_cannotBeChanged() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("list", new ArrayList<>(List.of("a")));
        SithsUser user = user(Json.object(Json.write(claims)).orElseThrow());

        assertThatThrownBy(() -> ((List<?>) user.claim("list").orElseThrow()).remove(0))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
