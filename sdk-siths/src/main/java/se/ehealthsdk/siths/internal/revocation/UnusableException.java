package se.ehealthsdk.siths.internal.revocation;

/** An answer or a list says nothing that can be used. */
final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnusableException(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
