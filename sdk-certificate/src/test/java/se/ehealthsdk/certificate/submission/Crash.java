package se.ehealthsdk.certificate.submission;

/** The process dies: nothing catches it. */
final class Crash extends Error {

    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
