package se.ehealthsdk.examples;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.Claim;
import se.ehealthsdk.siths.login.ClientAuthentication;
import se.ehealthsdk.siths.login.IdentityProvider;
import se.ehealthsdk.siths.login.LoginRequest;
import se.ehealthsdk.siths.login.SithsUser;
import se.ehealthsdk.siths.login.UserCommission;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;

/** A clinician logs in through the IdP and chooses a commission; the stand-in plays browser and clinician. */
final class LogInJourney {

    private static final LoginRequest REQUEST =
            LoginRequest.builder()
                    .levels(AssuranceLevel.LOA3)
                    .essential(Claim.EMPLOYEE_HSA_ID)
                    .voluntary(Claim.NAME, Claim.ALL_COMMISSIONS)
                    .build();

    private final Narrator tell;
    private final NationalServices services;

    LogInJourney(Narrator tell, NationalServices services) {
        this.tell = tell;
        this.services = services;
    }

    /** The stand-in IdP, as a system that is registered there sees it. */
    static IdentityProvider identityProvider(NationalServices services, String redirectUri) {
        return IdentityProvider.builder(services.idp().issuer())
                .client(
                        IdentityProviderStandIn.CLIENT_ID,
                        ClientAuthentication.secret(
                                IdentityProviderStandIn.CLIENT_SECRET.toCharArray()))
                .redirectUri(URI.create(redirectUri))
                .trust(TrustAnchors.of(services.pki().trustedRoots()))
                .build();
    }

    /** Who has logged in. */
    ActingUser walk() {
        try (IdentityProvider idp = identityProvider(services, "http://localhost:8080/callback")) {
            String session = "the-browser's-session";
            URI redirect =
                    tell.step(
                            "A clinician wants to log in. Where does the browser go?",
                            () -> idp.begin(REQUEST, session).redirectUrl());
            tell.answer(
                    redirect.getScheme()
                            + "://"
                            + redirect.getAuthority()
                            + redirect.getPath()
                            + ", with state, nonce and PKCE, and level of assurance 3 demanded");
            URI callback = services.idp().authorize(redirect, Persona.DR_LINDGREN);
            SithsUser user =
                    tell.step(
                            "The browser comes back. Who is it?",
                            () -> idp.complete(callback.getRawQuery(), session));
            tell.answer(
                    user.name().orElse("someone")
                            + ", "
                            + user.employeeHsaId().orElseThrow()
                            + ", "
                            + user.level().orElseThrow()
                            + ", with the commissions "
                            + user.commissions().stream()
                                    .flatMap(each -> each.name().stream())
                                    .collect(Collectors.joining(", ")));
            ActingUser acting = choose(user);
            refused(
                    "Somebody sends the same answer a second time:",
                    () -> idp.complete(callback.getRawQuery(), session));
            return acting;
        }
    }

    private ActingUser choose(SithsUser user) {
        UserCommission care =
                user.commissions().stream()
                        .filter(
                                each ->
                                        each.purpose()
                                                .filter(UserCommission.CARE_AND_TREATMENT::equals)
                                                .isPresent())
                        .findFirst()
                        .orElseThrow();
        ActingUser acting =
                tell.step(
                        "The clinician chooses a commission for care and treatment:",
                        () ->
                                user.chooseCommission(
                                        care.hsaId(), UserCommission.CARE_AND_TREATMENT));
        tell.answer(acting.toString());
        return acting;
    }

    private void refused(String what, Runnable attempt) {
        Optional<EHealthException> failure = tell.step(what, () -> HsaJourney.failureOf(attempt));
        tell.answer("refused: " + failure.map(Throwable::getMessage).orElse("not at all?"));
        tell.answer("what to do: " + failure.map(EHealthException::remedy).orElse("nothing"));
    }
}
