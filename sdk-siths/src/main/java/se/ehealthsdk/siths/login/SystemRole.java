package se.ehealthsdk.siths.login;

/**
 * A role in a system, by the HSA attribute {@code systemRole}, written {@code system;role}.
 *
 * @param system for example {@code BIF}
 * @param role for example {@code Loggadministratör}; empty when the value has no semicolon
 */
public record SystemRole(String system, String role) {

    static SystemRole of(String value) {
        int semicolon = value.indexOf(';');
        return semicolon < 0
                ? new SystemRole(value.strip(), "")
                : new SystemRole(
                        value.substring(0, semicolon).strip(),
                        value.substring(semicolon + 1).strip());
    }
}
