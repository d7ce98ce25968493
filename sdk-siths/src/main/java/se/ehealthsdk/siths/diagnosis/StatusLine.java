package se.ehealthsdk.siths.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of an HTTP answer. */
final class StatusLine {

    private static final Pattern STATUS =
            Pattern.compile("HTTP/[0-9.]{1,3} ([1-5][0-9]{2})[ \r\n]");

    private StatusLine() {}

    /** The status; empty when the text does not begin as an HTTP answer. */
    static Optional<Integer> of(String answer) {
        Matcher matcher = STATUS.matcher(answer);
        return matcher.lookingAt()
                ? Optional.of(Integer.valueOf(matcher.group(1)))
                : Optional.empty();
    }
}
