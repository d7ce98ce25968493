package se.ehealthsdk.siths.signature.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;

class SigningUserTest {

    private final SigningUser user = SigningUser.of(Configured.USER);

    @ParameterizedTest
    @CsvSource({
        "https://idp.test:443/saml/sign, default",
        "https://idp.test:443/saml/sign/sithseid-other-device, https://idp.test:443/saml/sign/sithseid-other-device",
        "https://regional.test/idp, https://regional.test/idp"
    })
    void identityProvider_ofTheLogIn_isUsedUnlessByMutualTls(String given, String used) {
        assertThat(user.authenticatedBy(given).identityProviderOr("default")).isEqualTo(used);
    }

    @Test
    void identityProvider_none_isTheDefault() {
        assertThat(user.identityProviderOr("default")).isEqualTo("default");
    }

    @Test
    void identityProvider_blank_isRefused() {
        assertThatThrownBy(() -> user.authenticatedBy(" "))
                .isInstanceOf(InvalidInputException.class);
    }
}
