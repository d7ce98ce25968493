package se.ehealthsdk.conformance;

import java.util.List;
import java.util.stream.Stream;
import se.ehealthsdk.audit.contract.BlockingContracts;
import se.ehealthsdk.audit.contract.ConsentContracts;
import se.ehealthsdk.audit.contract.FollowUpContracts;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.PatientRelationContracts;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.discharge.careplan.CarePlanContracts;
import se.ehealthsdk.discharge.engagementindex.EngagementIndexContracts;
import se.ehealthsdk.hsa.contract.AuthorizationContracts;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.person.contract.PersonContracts;

/** Every contract the SDK ships. */
final class SdkContracts {

    private SdkContracts() {}

    static List<RivtaContract<?, ?>> all() {
        return Stream.of(
                        EmployeeContracts.all(),
                        AuthorizationContracts.all(),
                        OrganizationContracts.all(),
                        BlockingContracts.all(),
                        ConsentContracts.all(),
                        PatientRelationContracts.all(),
                        List.of(LogContracts.STORE_LOG_2),
                        FollowUpContracts.all(),
                        CertificateContracts.all(),
                        CarePlanContracts.all(),
                        EngagementIndexContracts.all(),
                        PersonContracts.all())
                .<RivtaContract<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** The SDK's contract for an official interaction. */
    static RivtaContract<?, ?> of(OfficialInteraction interaction) {
        return all().stream()
                .filter(contract -> contract.namespace().equals(interaction.namespace()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the SDK has no contract " + interaction));
    }
}
