package se.ehealthsdk.testkit.signing;

/** A request is refused without a response: it is not known whom to answer, or what was asked. */
final class Refused extends Exception {

    Refused(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
