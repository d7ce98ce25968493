package se.ehealthsdk.hsa.directory;

import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Validity;

/**
 * That a post has a commission, and when. Source: HSA schema, {@code hsaCommissionMember}.
 *
 * @param person the post's HSA-id
 * @param validity from when and until when
 */
public record CommissionMember(HsaId person, Validity validity) {}
