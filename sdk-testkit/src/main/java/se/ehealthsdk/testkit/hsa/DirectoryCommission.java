package se.ehealthsdk.testkit.hsa;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;

/**
 * A commission (medarbetaruppdrag) in the directory. Immutable.
 *
 * @param hsaId its HSA-id
 * @param name its name
 * @param purpose what it is for
 * @param rights what its members may do
 * @param holder the health care unit it belongs to, or the care provider it lies directly under
 * @param pharmacyIdentifier GLN and business code of a pharmacy
 * @param feigned whether it is fictitious
 */
public record DirectoryCommission(
        HsaId hsaId,
        String name,
        CommissionPurpose purpose,
        List<CommissionRight> rights,
        HsaId holder,
        Optional<String> pharmacyIdentifier,
        boolean feigned) {

    /** Copies the list. */
    public DirectoryCommission {
        rights = List.copyOf(rights);
    }

    /**
     * A commission.
     *
     * @param holder a health care unit or a care provider
     */
    public static DirectoryCommission of(
            HsaId hsaId,
            String name,
            CommissionPurpose purpose,
            HsaId holder,
            CommissionRight... rights) {
        return new DirectoryCommission(
                hsaId, name, purpose, List.of(rights), holder, Optional.empty(), false);
    }
}
