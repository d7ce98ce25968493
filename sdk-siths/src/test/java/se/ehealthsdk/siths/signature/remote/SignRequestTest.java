package se.ehealthsdk.siths.signature.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.internal.xml.SecureDom;

class SignRequestTest {

    private static final PendingSignature PENDING = Configured.begun().pending();

    @Test
    void html_escapesAllThatIsPutIn() {
        SignRequest request =
                new SignRequest(
                        URI.create("https://a.test/sign?a=1&b='2'"),
                        Map.of("\"><script>", "'\"><script>alert(1)</script>"),
                        PENDING);

        assertThat(request.html())
                .contains("action=\"https://a.test/sign?a=1&amp;b=&#39;2&#39;\"")
                .doesNotContain("<script");
    }

    @Test
    void html_withoutNonce_hasNoScriptAndAButton() {
        assertThat(Configured.begun().html())
                .doesNotContain("<script", "onload", "style=")
                .contains("<button>", "lang=\"sv\"", "method=\"post\"");
    }

    @Test
    void html_withNonce_postsAtOnce() {
        assertThat(Configured.begun().html("abcDEF12+/="))
                .contains("<script nonce=\"abcDEF12+/=\">document.forms[0].submit()</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "\"><script>alert(1)", "nonce with blanks"})
    void html_withWhatIsNoNonce_isRefused(String nonce) {
        assertThatThrownBy(() -> Configured.begun().html(nonce))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("nonce");
    }

    @Test
    void html_isWellFormedButForItsOpenElements() {
        String xhtml =
                Configured.begun()
                        .html("abcdefgh")
                        .replace("<!DOCTYPE html>", "")
                        .replaceAll("<(meta|input)([^>]*)>", "<$1$2/>");

        assertThat(
                        SecureDom.parse(xhtml.getBytes(UTF_8), 1 << 20)
                                .getElementsByTagName("input")
                                .getLength())
                .isEqualTo(3);
    }
}
