package se.ehealthsdk.discharge.event;

/**
 * The process ends before its goal.
 *
 * @param reason why
 */
public record Interruption(Reason reason) implements Content {

    /** Why. */
    public enum Reason {
        /** Avbrott: the process is broken off. */
        DISCONTINUED,
        /** Avvisad: the parties turned it down. */
        DECLINED,
        DEATH,
        /** Överflyttad: the patient was moved to other inpatient care. */
        TRANSFERRED,
        /** Ej behov: no care is needed after discharge. */
        NO_NEED
    }

    @Override
    public String kind() {
        return "interruption";
    }
}
