package se.ehealthsdk.hsa.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.AdminCredentials;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.HospCredentials;
import se.ehealthsdk.hsa.HospResult;
import se.ehealthsdk.hsa.SystemAuthorization;
import se.ehealthsdk.hsa.internal.ListCodec;
import se.ehealthsdk.hsa.internal.person.AdminCredentialsCodec;
import se.ehealthsdk.hsa.internal.person.AuthorizationNamespaces;
import se.ehealthsdk.hsa.internal.person.CredentialsCodec;
import se.ehealthsdk.hsa.internal.person.GetAdminCredentialsCodec;
import se.ehealthsdk.hsa.internal.person.GetCredentialsCodec;
import se.ehealthsdk.hsa.internal.person.GetSystemAuthorizationCodec;
import se.ehealthsdk.hsa.internal.person.HospCodecs;
import se.ehealthsdk.hsa.internal.person.HospCredentialsCodec;
import se.ehealthsdk.hsa.internal.person.SystemAuthorizationCodec;

/**
 * The interactions of {@code infrastructure:directory:authorizationmanagement}, versions 2.4.5 and
 * 2.4.3.
 */
public final class AuthorizationContracts {

    /** {@code infrastructure:directory:authorizationmanagement}. */
    public static final String DOMAIN = "infrastructure:directory:authorizationmanagement";

    private static final MessageCodec<List<Credentials>> CREDENTIALS =
            new ListCodec<>(
                    "credentialInformation",
                    new CredentialsCodec(),
                    AuthorizationNamespaces.CORE,
                    AuthorizationNamespaces.OF_CREDENTIALS);

    private static final MessageCodec<List<AdminCredentials>> ADMIN_CREDENTIALS =
            new ListCodec<>(
                    "adminCredentialInformation",
                    new AdminCredentialsCodec(),
                    AuthorizationNamespaces.CORE,
                    Collections.emptySortedMap());

    /** GetCredentialsForPerson 2.2. */
    public static final RivtaContract<GetCredentials, List<Credentials>> GET_CREDENTIALS_2 =
            credentials("GetCredentialsForPerson");

    /** GetCredentialsForPersonIncludingProtectedPerson 2.2. */
    public static final RivtaContract<GetCredentials, List<Credentials>>
            GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2 =
                    credentials("GetCredentialsForPersonIncludingProtectedPerson");

    /** GetAdminCredentialsForPerson 2.0. */
    public static final RivtaContract<GetAdminCredentials, List<AdminCredentials>>
            GET_ADMIN_CREDENTIALS_2 = adminCredentials("GetAdminCredentialsForPerson");

    /** GetAdminCredentialsForPersonIncludingProtectedPerson 2.0. */
    public static final RivtaContract<GetAdminCredentials, List<AdminCredentials>>
            GET_ADMIN_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2 =
                    adminCredentials("GetAdminCredentialsForPersonIncludingProtectedPerson");

    /** GetHospCredentialsForPerson 1.0; the answer is empty for a person who is not in HOSP. */
    public static final RivtaContract<GetHospCredentials, Optional<HospCredentials>>
            GET_HOSP_CREDENTIALS_1 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetHospCredentialsForPerson",
                            1,
                            new HospCodecs.CredentialsRequest(),
                            new HospCredentialsCodec());

    /** GetHospLastUpdate 1.0; the answer is when HSA's copy of HOSP was last updated. */
    public static final RivtaContract<GetHospLastUpdate, Instant> GET_HOSP_LAST_UPDATE_1 =
            RivtaContract.query(
                    DOMAIN,
                    "GetHospLastUpdate",
                    1,
                    new HospCodecs.LastUpdateRequest(),
                    new HospCodecs.LastUpdate());

    /** HandleHospCertificationPerson 1.0, an update that may be repeated. */
    public static final RivtaContract<HandleHospCertification, HospResult>
            HANDLE_HOSP_CERTIFICATION_1 =
                    RivtaContract.update(
                                    DOMAIN,
                                    "HandleHospCertificationPerson",
                                    1,
                                    new HospCodecs.CertificationRequest(),
                                    new HospCodecs.CertificationResult())
                            .idempotent();

    /** GetPersonAuthorizedToSystem 2.1, retired in 2022. */
    public static final RivtaContract<GetSystemAuthorization, SystemAuthorization>
            GET_SYSTEM_AUTHORIZATION_2 = systemAuthorization("GetPersonAuthorizedToSystem");

    /** GetPersonAuthorizedToSystemIncludingProtectedPerson 2.1, retired in 2022. */
    public static final RivtaContract<GetSystemAuthorization, SystemAuthorization>
            GET_SYSTEM_AUTHORIZATION_INCLUDING_PROTECTED_PERSON_2 =
                    systemAuthorization("GetPersonAuthorizedToSystemIncludingProtectedPerson");

    private AuthorizationContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(
                GET_CREDENTIALS_2,
                GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                GET_ADMIN_CREDENTIALS_2,
                GET_ADMIN_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                GET_HOSP_CREDENTIALS_1,
                GET_HOSP_LAST_UPDATE_1,
                HANDLE_HOSP_CERTIFICATION_1,
                GET_SYSTEM_AUTHORIZATION_2,
                GET_SYSTEM_AUTHORIZATION_INCLUDING_PROTECTED_PERSON_2);
    }

    private static RivtaContract<GetCredentials, List<Credentials>> credentials(
            String interaction) {
        String minor = "urn:riv:" + DOMAIN + ":" + interaction + "Responder:2.1";
        return RivtaContract.query(
                DOMAIN, interaction, 2, new GetCredentialsCodec(minor), CREDENTIALS);
    }

    private static RivtaContract<GetAdminCredentials, List<AdminCredentials>> adminCredentials(
            String interaction) {
        return RivtaContract.query(
                DOMAIN, interaction, 2, new GetAdminCredentialsCodec(), ADMIN_CREDENTIALS);
    }

    private static RivtaContract<GetSystemAuthorization, SystemAuthorization> systemAuthorization(
            String interaction) {
        return RivtaContract.query(
                DOMAIN,
                interaction,
                2,
                new GetSystemAuthorizationCodec(),
                new SystemAuthorizationCodec());
    }
}
