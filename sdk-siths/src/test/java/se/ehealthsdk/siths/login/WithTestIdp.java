package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** A fresh IdP and a client of it for each test. */
abstract class WithTestIdp {

    static final String SESSION = "browser session";
    static final LoginRequest ANYONE = LoginRequest.builder().build();

    final TestClock clock = new TestClock();
    final TestIdp idp = new TestIdp(clock);
    IdentityProvider client;

    @BeforeEach
    void open() {
        client = idp.client().build();
    }

    @AfterEach
    void close() {
        client.close();
        idp.close();
    }

    final LoginStart begin() {
        return client.begin(ANYONE, SESSION);
    }

    final SithsUser logIn() {
        return logIn(ANYONE);
    }

    final SithsUser logIn(LoginRequest request) {
        return client.complete(idp.logIn(client.begin(request, SESSION)), SESSION);
    }

    final LoginException assertRefused(Reason reason, ThrowingCallable call) {
        LoginException refused = catchThrowableOfType(LoginException.class, call);
        assertThat(refused).as("refused for " + reason).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.remedy()).isNotBlank();
        assertThat(refused.loginDetails().at()).isEqualTo(clock.instant());
        assertThat(refused.loginDetails().issuer()).isEqualTo(idp.issuer());
        assertThat(refused.loginDetails().clientId()).isEqualTo(TestIdp.CLIENT);
        assertThat(refused.toString())
                .contains(idp.issuer())
                .doesNotContain("eyJ", "access-", "hemligt", "SE2321000016-1003");
        return refused;
    }
}
