package se.ehealthsdk.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesOfOthersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Client", "Client.Authentication", "INVALID_REQUEST", "VP-7:b", "12345"})
    void message_codeThatLooksLikeOne_isShown(String code) {
        assertThat(new ServiceFaultException(code, "", "", null)).hasMessageContaining(code);
        assertThat(new RejectedException(code, "", null)).hasMessageContaining(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "191212121212",
                "Client.19121212-1212",
                "Tolvan Tolvansson",
                "1912\n1212",
                "x1\n191212",
                ""
            })
    void message_codeThatMayTellOfAPerson_isNotShown(String code) {
        var fault = new ServiceFaultException(code, "", "", null);
        var rejected = new RejectedException(code, "", null);

        assertThat(fault)
                .hasMessageContaining("no code")
                .message()
                .doesNotContain("1212", "Tolvan");
        assertThat(rejected.toString()).contains("no code").doesNotContain("1212", "Tolvan");
        assertThat(fault.faultCode()).isEqualTo(code);
        assertThat(rejected.resultCode()).isEqualTo(code);
    }
}
