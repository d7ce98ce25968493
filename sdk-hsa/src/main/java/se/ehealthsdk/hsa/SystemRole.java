package se.ehealthsdk.hsa;

/**
 * A role that a person has in one IT system, as HSA holds it for that system ({@code hsaSystemRole}).
 * What a role means is decided by the system that owns it.
 *
 * <p>Source: infrastructure:directory:authorizationmanagement 2.4.5, {@code HsaSystemRoleType}.
 *
 * @param systemId the system's identifier in HSA
 * @param role the role, in the words of the system
 */
public record SystemRole(String systemId, String role) {}
