package se.ehealthsdk.hsa;

import java.util.List;

/**
 * Whether a person has a role in a system, and as whom.
 *
 * <p>Source: authorizationmanagement 2.4.3, GetPersonAuthorizedToSystem 2.1, which was retired in 2022
 * and lives on only where an older directory answers.
 *
 * @param authorized whether the person has a role in the system
 * @param users the person's posts in HSA, with roles; may be empty
 */
public record SystemAuthorization(boolean authorized, List<SystemUser> users) {

    /** Keeps a copy of the users. */
    public SystemAuthorization {
        users = List.copyOf(users);
    }

    /**
     * One post in HSA, with its roles in systems.
     *
     * @param employee the person; this contract never tells postal address, fax, titles from the
     *     employer's list, dates, age and gender
     * @param systemRoles the roles
     */
    public record SystemUser(Employee employee, List<SystemRole> systemRoles) {

        /** Keeps a copy of the roles. */
        public SystemUser {
            systemRoles = List.copyOf(systemRoles);
        }
    }
}
