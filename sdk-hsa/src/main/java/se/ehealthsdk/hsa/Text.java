package se.ehealthsdk.hsa;

import java.util.Optional;

/** Text of an answer, where blank is the same as none. */
final class Text {

    private Text() {}

    static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
