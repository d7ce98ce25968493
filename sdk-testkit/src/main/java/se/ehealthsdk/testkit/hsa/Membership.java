package se.ehealthsdk.testkit.hsa;

import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Validity;

/**
 * That a post is a member of a commission. HSA tells only of memberships that hold now.
 *
 * @param commission the commission's HSA-id
 * @param validity from when and until when
 */
public record Membership(HsaId commission, Validity validity) {

    /** A membership without limits in time. */
    public static Membership of(HsaId commission) {
        return new Membership(commission, Validity.ALWAYS);
    }
}
