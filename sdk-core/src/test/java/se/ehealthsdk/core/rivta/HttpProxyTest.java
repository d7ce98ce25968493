package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class HttpProxyTest {

    @ParameterizedTest
    @CsvSource({
        "proxy.region.example, proxy.region.example",
        "PROXY, proxy",
        "10.0.0.7, 10.0.0.7",
        "2001:db8::7, 2001:db8::7",
        "[2001:db8::7], 2001:db8::7"
    })
    void of_anyFormOfHost_isTaken(String given, String host) {
        assertThat(HttpProxy.of(given, 8080).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.region.example:3128, proxy.region.example, 3128",
        "http://10.0.0.7:3128/, 10.0.0.7, 3128",
        "http://[2001:db8::7]:3128, 2001:db8::7, 3128",
        "http://proxy.region.example, proxy.region.example, 80"
    })
    void of_url_isTaken(String url, String host, int port) {
        HttpProxy proxy = HttpProxy.of(url);
        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "http://proxy", "proxy/x", "proxy?", "user@proxy"})
    void of_noHost_saysWhatWouldBeRight(String host) {
        assertThatThrownBy(() -> HttpProxy.of(host, 8080))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("proxy")
                .hasMessageContaining("IPv6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy:1", "proxy:8080", "http://user:pw@proxy:1", "http://"})
    void of_noProxyUrl_saysWhatWouldBeRight(String url) {
        assertThatThrownBy(() -> HttpProxy.of(url)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void except_namesBelowAndAddresses_passTheProxy() {
        HttpProxy proxy =
                HttpProxy.of("proxy", 8080)
                        .except("*.region.example", "LOCALHOST", "10.0.0.1", "[::1]");

        assertThat(proxy.passes("a.region.example")).isTrue();
        assertThat(proxy.passes("region.example")).isFalse();
        assertThat(proxy.passes("localhost")).isTrue();
        assertThat(proxy.passes("10.0.0.1")).isTrue();
        assertThat(proxy.passes("[::1]")).isTrue();
        assertThat(proxy.passes("esb.ntjp.se")).isFalse();
    }

    @Test
    void toString_withLogin_keepsThePasswordOut() {
        HttpProxy proxy = HttpProxy.of("proxy", 8080).login("anna", "hemligt".toCharArray());
        assertThat(proxy.toString() + proxy.login()).doesNotContain("hemligt");
    }
}
