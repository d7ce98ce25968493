package se.ehealthsdk.siths.signature.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class SignMessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Intyg f&nbsp;&amp;&lt;&gt;&quot;</p>",
                "<h1 style=\"color: red\">a</h1><BR/><ul><li>b</li></ul>",
                "bara text"
            })
    void html_ofTheProfile_isTaken(String html) {
        assertThat(SignMessage.html(html).text()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<p onclick=\"x\">a</p>",
                "<p style=\"background: URL(https://a.test)\">a</p>",
                "<a href=\"https://a.test\">a</a>",
                "<p style='x'>a</p>",
                "a < b",
                "a & b",
                "&aring;",
                "<p",
                "<<p>p>",
                "<!-- a -->",
                "<img src=x>"
            })
    void html_ofAnyOtherKind_isRefused(String html) {
        assertThatThrownBy(() -> SignMessage.html(html))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("signMessage");
    }

    @Test
    void text_blankOrTooLong_isRefused() {
        assertThatThrownBy(() -> SignMessage.text(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SignMessage.text("a".repeat(20_001)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void toString_tellsNothingOfTheText() {
        assertThat(SignMessage.text("Intyg för 191212121212"))
                .hasToString("SignMessage[text, 22 characters]");
    }
}
