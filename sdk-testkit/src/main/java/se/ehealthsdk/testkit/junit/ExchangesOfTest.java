package se.ehealthsdk.testkit.junit;

/** What the services saw of a test that failed: no failure of its own, but suppressed in one, so that it stands in every stack trace. */
final class ExchangesOfTest extends Exception {

    private static final long serialVersionUID = 1;

    ExchangesOfTest(String lines) {
        super(lines, null, false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
