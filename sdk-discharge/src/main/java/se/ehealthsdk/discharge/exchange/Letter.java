package se.ehealthsdk.discharge.exchange;

import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.json.CaseJson;

/** The event in its envelope: written once, and never changed however often it is sent. */
final class Letter {

    private Letter() {}

    static byte[] write(CaseEvent event) {
        return CaseJson.write(event);
    }

    static CaseEvent read(byte[] letter) {
        return CaseJson.readEvent(letter);
    }

    /** Which of the acknowledgement's codes a problem of an event's JSON is. */
    static AckCode codeOf(InvalidInputException unreadable) {
        String problem = unreadable.problem();
        if (problem.contains("none that is known")) {
            return AckCode.VALUE_NOT_IN_SET;
        }
        return problem.contains("longer than") || problem.contains("too ")
                ? AckCode.ELEMENT_TOO_LONG
                : AckCode.WRONG_DATATYPE;
    }
}
