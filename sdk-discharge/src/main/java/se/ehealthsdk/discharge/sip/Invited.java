package se.ehealthsdk.discharge.sip;

/**
 * Someone who is asked to take part (inbjuden), and may say no.
 *
 * @param name who
 * @param role as what, for example {@code anhörig} or {@code skola}; may be blank
 */
public record Invited(String name, String role) {

    /** Nothing of who. */
    @Override
    public String toString() {
        return "Invited[]";
    }
}
