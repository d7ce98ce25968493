package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** The IdP changes its keys when it pleases. */
class KeyRolloverTest extends WithTestIdp {

    @Test
    void newKey_isFetchedAtTheFirstTokenThatNamesIt() {
        logIn();
        clock.advance(Duration.ofSeconds(11));
        idp.published = List.of(TestIdp.FIRST_KEY, TestIdp.SECOND_KEY);
        idp.signing = TestIdp.SECOND_KEY;

        assertThat(logIn().subject()).isEqualTo("subject-1");
        assertThat(idp.calls("/oidc/jwks.json")).isEqualTo(2);
    }

    @Test
    void keys_areFetchedOnce_whileTheySuffice() {
        logIn();
        logIn();
        logIn();

        assertThat(idp.calls("/oidc/jwks.json")).isEqualTo(1);
        assertThat(idp.calls("/oidc/.well-known/openid-configuration")).isEqualTo(1);
    }

    @Test
    void unknownKeys_doNotMakeThisSystemCallTheIdpAllTheTime() {
        logIn();
        idp.signing = TestIdp.SECOND_KEY;
        for (int i = 0; i < 5; i++) {
            assertRefused(Reason.KEY_UNKNOWN, this::logIn);
        }
        assertThat(idp.calls("/oidc/jwks.json")).isEqualTo(1);

        clock.advance(Duration.ofSeconds(11));
        for (int i = 0; i < 5; i++) {
            assertRefused(Reason.KEY_UNKNOWN, this::logIn);
        }
        assertThat(idp.calls("/oidc/jwks.json")).isEqualTo(2);
    }

    @Test
    void newKey_withTheOldName_isFetchedToo() {
        logIn();
        clock.advance(Duration.ofSeconds(11));
        RSAKey same = new RSAKey.Builder(TestIdp.SECOND_KEY).keyID("first").build();
        idp.published = List.of(same);
        idp.signing = same;

        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void withdrawnKey_isNotTrustedForLong() {
        logIn();
        idp.published = List.of(TestIdp.SECOND_KEY);
        clock.advance(Duration.ofHours(1).plusSeconds(1));

        assertRefused(Reason.KEY_UNKNOWN, this::logIn);
    }

    @Test
    void keys_thatCannotBeRead_areAFaultyAnswer() {
        for (String body : List.of("", "[]", "{\"keys\":17}", "{\"keys\":[{\"kty\":\"RSA\"}]}")) {
            idp.answers.put("/oidc/jwks.json", new TestIdp.Answer(200, "application/json", body));
            assertThatThrownBy(this::logIn).as(body).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void keys_thatCannotBeHadAnew_leaveTheOldInUse_forADay() {
        logIn();
        idp.answers.put("/oidc/jwks.json", new TestIdp.Answer(503, "text/plain", ""));
        clock.advance(Duration.ofHours(2));
        assertThat(logIn().subject()).isEqualTo("subject-1");

        clock.advance(Duration.ofHours(23));
        assertRefused(Reason.PROVIDER_ERROR, this::logIn);
    }
}
