package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A commission (medarbetaruppdrag, vårdmedarbetaruppdrag): what an employee may do, for one purpose, at
 * one care unit, or directly under a care provider.
 *
 * <p>HSA returns only commissions that the person is a member of now, and leaves out those whose post is
 * not complete. Whether the care unit and the care provider are active at a given time is for the reader
 * to check: {@link #isActiveAt}.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code CommissionType}. Immutable.
 *
 * @param hsaId the commission's own HSA-id
 * @param name its name; empty if the answer lacked it
 * @param purpose what it is for
 * @param rights what its members may do; often empty
 * @param careUnit the care unit (vårdenhet) it belongs to; absent when it hangs directly under the
 *     care provider
 * @param careProvider the care provider (vårdgivare) responsible
 * @param pharmacyIdentifier GLN and business code of the pharmacy, for commissions at pharmacies
 * @param feigned whether the commission is made up, for tests
 */
public record Commission(
        HsaId hsaId,
        String name,
        CommissionPurpose purpose,
        List<CommissionRight> rights,
        Optional<UnitSummary> careUnit,
        CareProvider careProvider,
        Optional<String> pharmacyIdentifier,
        boolean feigned) {

    /** Keeps a copy of the rights. */
    public Commission {
        rights = List.copyOf(rights);
    }

    /**
     * Whether the care provider, and the care unit if there is one, are in use at this time: not archived,
     * started, and not ended. A date that could not be read counts as not.
     */
    public boolean isActiveAt(Instant at) {
        return careProvider.validAt(at) && careUnit.map(unit -> unit.validAt(at)).orElse(true);
    }

    /** Whether the care unit or the care provider is yet to start at this time. */
    boolean startsAfter(Instant at) {
        return careUnit.map(UnitSummary::validity)
                        .flatMap(Validity::start)
                        .filter(at::isBefore)
                        .isPresent()
                || careProvider.validity().start().filter(at::isBefore).isPresent();
    }

    /** The HSA-ids, the purpose and the number of rights. */
    @Override
    public String toString() {
        return "Commission[%s, %s, careUnit=%s, careProvider=%s, rights=%d]"
                .formatted(
                        hsaId,
                        purpose,
                        careUnit.map(unit -> unit.hsaId().value()).orElse("-"),
                        careProvider.hsaId(),
                        rights.size());
    }

    /**
     * Starts a commission.
     *
     * @param hsaId the commission's own HSA-id
     * @param purpose what it is for
     * @param careProvider the care provider responsible
     */
    public static Builder builder(
            HsaId hsaId, CommissionPurpose purpose, CareProvider careProvider) {
        return new Builder(hsaId, purpose, careProvider);
    }

    /** Builds a {@link Commission}. Not for use by more than one thread. */
    public static final class Builder {

        private final HsaId hsaId;
        private final CommissionPurpose purpose;
        private final CareProvider careProvider;
        private final ArrayList<CommissionRight> rights = new ArrayList<>();
        private String name = "";
        private Optional<UnitSummary> careUnit = Optional.empty();
        private Optional<String> pharmacyIdentifier = Optional.empty();
        private boolean feigned;

        private Builder(HsaId hsaId, CommissionPurpose purpose, CareProvider careProvider) {
            this.hsaId = hsaId;
            this.purpose = purpose;
            this.careProvider = careProvider;
        }

        /** The commission's name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** The care unit; not called for a commission directly under its care provider. */
        public Builder careUnit(UnitSummary value) {
            this.careUnit = Optional.of(value);
            return this;
        }

        /** One more right. */
        public Builder right(CommissionRight value) {
            rights.add(value);
            return this;
        }

        /** GLN and business code of a pharmacy; blank is the same as none. */
        public Builder pharmacyIdentifier(String value) {
            this.pharmacyIdentifier = Text.present(value);
            return this;
        }

        /** Whether the commission is made up, for tests. */
        public Builder feigned(boolean value) {
            this.feigned = value;
            return this;
        }

        /** The commission. */
        public Commission build() {
            return new Commission(
                    hsaId,
                    name,
                    purpose,
                    rights,
                    careUnit,
                    careProvider,
                    pharmacyIdentifier,
                    feigned);
        }
    }
}
