package se.ehealthsdk.testkit.hsa;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;

/**
 * A post: what HSA holds of a person under one HSA-id. Immutable.
 *
 * @param employee what the employee contracts tell; its distinguished name says where the post lies
 * @param credentials what the authorisation contracts tell; its commissions are not used, they follow from
 *     the memberships
 * @param memberships the commissions that the post is a member of
 * @param adminScopes administrative commissions
 */
public record Post(
        Employee employee,
        Credentials credentials,
        List<Membership> memberships,
        List<AuthorizationScopeProperty> adminScopes) {

    /** Copies the lists. */
    public Post {
        memberships = List.copyOf(memberships);
        adminScopes = List.copyOf(adminScopes);
    }

    /** The post's HSA-id. */
    public HsaId hsaId() {
        return employee.hsaId();
    }

    /** The HSA-id. */
    @Override
    public String toString() {
        return "Post[" + hsaId() + "]";
    }
}
