package se.ehealthsdk.discharge.exchange;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a message was not taken. The first seven are those of MedCom's reliable messaging; the others come of cases, of order
 * and of who may speak for whom.
 */
public enum AckCode {
    /** None of the units that it is addressed to belongs to the system. */
    RECEIVER_UNKNOWN,
    /** The system does not take messages of this kind. */
    KIND_NOT_TAKEN,
    /** A value is none of those that are allowed. */
    VALUE_NOT_IN_SET,
    /** A text is longer than is allowed. */
    ELEMENT_TOO_LONG,
    /** Something is missing, or of another type or form than it has to be. */
    WRONG_DATATYPE,
    /** The system cannot take it now. Transient. */
    TEMPORARILY_UNAVAILABLE,
    /** It was damaged on the way. */
    DAMAGED_IN_TRANSPORT,
    /** The sending system does not hold the unit that the message is from. */
    SENDER_NOT_HELD,
    /** The envelope's id came before with another message. */
    ENVELOPE_REUSED,
    /** What the envelope says of the message is not what the message says. */
    ENVELOPE_CONTRADICTS,
    /** An earlier message of the case, which the sender thinks is here, is not. Transient. */
    EARLIER_MISSING,
    /** A later message of the case has been taken already. */
    OUT_OF_ORDER,
    /** The case refuses the event; the rule says why. */
    REFUSED_BY_CASE,
    /** The whole message is larger than the system takes. */
    TOO_LARGE;

    /** As it is written in acknowledgements, for example {@code receiver-unknown}. */
    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The code that is written so; empty for one that this version does not know. */
    public static Optional<AckCode> of(String wire) {
        return Arrays.stream(values()).filter(code -> code.wire().equals(wire)).findFirst();
    }
}
