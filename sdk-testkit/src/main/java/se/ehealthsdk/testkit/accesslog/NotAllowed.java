package se.ehealthsdk.testkit.accesslog;

import se.ehealthsdk.testkit.check.Text;

/** Something in a request that the contract does not allow. The message repeats no value. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String[][] WORDS = {
        {" är längre än ", " is longer than "},
        {" tecken", " characters"},
        {" är inte en lokal tid utan tidszon", " is no local time without zone"},
        {" är inte en lokal tid", " is no local time"},
        {" är ingen tid", " is no time"},
        {" är tom", " is empty"},
        {" saknas", " is missing"},
        {" går inte att tolka", " cannot be read"},
        {" ligger efter ", " is after "}
    };

    private final boolean aboutZone;

    NotAllowed(String message) {
        this(message, false);
    }

    private NotAllowed(String message, boolean aboutZone) {
        super(message, null, false, false);
        this.aboutZone = aboutZone;
    }

    static NotAllowed zone(String message) {
        return new NotAllowed(message, true);
    }

    /** What is wrong, in both languages; the service itself speaks Swedish. */
    Text text() {
        String swedish = String.valueOf(getMessage());
        String english = swedish;
        for (String[] words : WORDS) {
            english = english.replace(words[0], words[1]);
        }
        return new Text(swedish, english);
    }

    boolean isAboutZone() {
        return aboutZone;
    }
}
