package se.ehealthsdk.hsa.webcert;

/**
 * The role that a person gets in Webcert, and what in HSA decided it.
 *
 * @param role the role
 * @param attribute the attribute of HSA that decided, in its Swedish name; empty text when none of those that could
 *     held anything that counts, which makes a {@link WebcertRole#CARE_ADMINISTRATOR}
 * @param value the value that decided; empty text with an empty attribute
 */
public record RoleDecision(WebcertRole role, String attribute, String value) {

    /** A sentence with the reason. */
    public String reason() {
        return attribute.isEmpty()
                ? role.code() + ": no licence, title code or group prescription code that counts"
                : role.code() + ": " + attribute + " is " + value;
    }
}
