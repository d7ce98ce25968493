package se.ehealthsdk.discharge.sip;

/**
 * Whom the patient turns to about the plan, often the fast vårdkontakt.
 *
 * @param name who
 * @param reachedAt telephone or another way; may be blank
 */
public record ContactPerson(String name, String reachedAt) {

    /** Nothing of who. */
    @Override
    public String toString() {
        return "ContactPerson[]";
    }
}
