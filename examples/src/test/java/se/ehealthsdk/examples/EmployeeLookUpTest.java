package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.assertThat;

import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.junit.TestPersona;
import se.ehealthsdk.testkit.junit.WithNationalServices;

/** To copy: tests against the stand-in services, each with its own. */
@WithNationalServices(failOnFindings = true, allowedFindings = "contract.denied")
class EmployeeLookUpTest {

    private static final HsaId SYSTEM = HsaId.of(NationalServices.SYSTEM_HSA_ID);

    @Test
    void look_up_survives_that_HSA_is_down_for_a_moment(
            NationalServices services, HsaClient hsa, @TestPersona("DR_LINDGREN") Persona doctor) {
        services.faults().next(Fault.vp("VP009").producerStatus(503));

        assertThat(hsa.employee(doctor.hsaId())).isPresent();

        assertThat(services).received(EmployeeContracts.GET_EMPLOYEE_4).from(SYSTEM).times(2);
    }

    @Test
    void a_protected_person_is_not_found_by_those_who_may_not_see_such_people(
            HsaClient hsa, @TestPersona("PROTECTED_EK") Persona person) {
        assertThat(hsa.employee(person.hsaId())).isEmpty();
    }

    @Test
    void a_system_without_rights_is_told_so(NationalServices services, HsaClient hsa) {
        services.platform().deny(SYSTEM);

        assertThatThrownBy(() -> hsa.employee(Persona.DR_LINDGREN.hsaId()))
                .isInstanceOf(PlatformException.class);
    }
}
