package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.audit.contract.BlockingContracts;
import se.ehealthsdk.audit.contract.ConsentContracts;
import se.ehealthsdk.audit.contract.PatientRelationContracts;
import se.ehealthsdk.core.rivta.RivtaContract;

/** The names on the wire are those of the official WSDLs, read from them and not derived. */
class OfficialContractsTest {

    static List<OfficialInteraction> interactions() {
        return OfficialContracts.all();
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void contract_ofEveryOfficialInteraction_hasTheNamesOfItsWsdl(OfficialInteraction official) {
        RivtaContract<?, ?> ours = SdkContracts.of(official);

        assertThat(ours.soapAction()).isEqualTo(official.soapAction());
        assertThat(ours.requestElement()).isEqualTo(official.request());
        assertThat(ours.responseElement()).isEqualTo(official.response());
        assertThat(ours.interaction()).isEqualTo(official.operation());
        assertThat(official.version()).startsWith(ours.major() + ".");
    }

    @Test
    void contracts_ofTheSdk_haveEachItsOwnNamespace() {
        assertThat(SdkContracts.all())
                .extracting(RivtaContract::namespace)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void interactions_ofAllDomains_areFound() {
        assertThat(interactions())
                .extracting(official -> official.release().replaceAll("/.*", ""))
                .contains(
                        "authorizationmanagement",
                        "blocking",
                        "certificate",
                        "consent",
                        "employee",
                        "log",
                        "organization",
                        "patientrelationship");
    }

    @Test
    void contracts_forAccessControl_areAllAmongTheOfficialOnes() {
        List<RivtaContract<?, ?>> ours =
                Stream.of(
                                BlockingContracts.all(),
                                ConsentContracts.all(),
                                PatientRelationContracts.all())
                        .<RivtaContract<?, ?>>flatMap(List::stream)
                        .toList();

        assertThat(interactions())
                .extracting(OfficialInteraction::namespace)
                .containsAll(ours.stream().map(RivtaContract::namespace).toList());
    }
}
