package se.ehealthsdk.siths.signature;

/** White space as XML and XSLT have it: space, tab, line feed, carriage return; no other. */
final class Blank {

    private Blank() {}

    static boolean is(CharSequence text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
    }
}
