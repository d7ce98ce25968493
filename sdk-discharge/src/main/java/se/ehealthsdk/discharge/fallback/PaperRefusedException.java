package se.ehealthsdk.discharge.fallback;

import se.ehealthsdk.core.error.InvalidInputException;

/** Paper may not be used: the system is there for it. The message holds nothing of the patient. */
public final class PaperRefusedException extends InvalidInputException {

    PaperRefusedException(String why) {
        super("paper", "is refused. " + why, "the message in the system");
    }
}
