package se.ehealthsdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.TestClock;
import se.ehealthsdk.testkit.accesslog.LogServiceStandIn;
import se.ehealthsdk.testkit.assertions.ServicesAssert;
import se.ehealthsdk.testkit.certificate.CertificateStandIn;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;

/** The extension as tests use it that pass; for those that do not, see FailingTestsTest. */
class NationalServicesExtensionTest {

    @RegisterExtension
    static final NationalServicesExtension NATIONAL =
            NationalServicesExtension.with(Persona.DR_LINDGREN);

    private NationalServices ofSetUp;

    @BeforeEach
    void setUp(NationalServices services) {
        ofSetUp = services;
    }

    @Test
    void parameters_asked_areOfTheSameServices(
            NationalServices services,
            RivtaClient platform,
            HsaClient hsa,
            Environment environment,
            Credential credential,
            TestClock clock,
            HsaStandIn directory,
            LogServiceStandIn log,
            CertificateStandIn certificates,
            IdentityProviderStandIn idp,
            RegionalDischargeSystem discharge,
            ServicesAssert national,
            @TestPersona("DR_LINDGREN") Persona doctor) {
        assertThat(services).isSameAs(NATIONAL.services()).isSameAs(ofSetUp);
        assertThat(platform).isSameAs(NATIONAL.client());
        assertThat(environment.toString()).isEqualTo(services.environment().toString());
        assertThat(credential).isSameAs(services.credential());
        assertThat(clock).isSameAs(services.clock());
        assertThat(directory).isSameAs(services.hsa());
        assertThat(log).isSameAs(services.logService());
        assertThat(certificates).isSameAs(services.certificates());
        assertThat(idp).isSameAs(services.idp());
        assertThat(discharge).isSameAs(services.discharge());
        assertThat(hsa.employee(doctor.hsaId())).isPresent();
        assertThat(hsa.employee(Persona.NURSE_BERG.hsaId())).isEmpty();
        national.received(EmployeeContracts.GET_EMPLOYEE_4)
                .from(HsaId.of(NationalServices.SYSTEM_HSA_ID))
                .times(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyInvocation_hasServicesOfItsOwn(int number, NationalServices services, HsaClient hsa) {
        assertThat(services.journal().exchanges()).isEmpty();
        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        services.hsa().remove(Persona.DR_LINDGREN);
        services.platform().deny(HsaId.of(NationalServices.SYSTEM_HSA_ID));
    }

    @Test
    void services_fromAThreadOfTheTest_areThoseOfTheTest(NationalServices services)
            throws InterruptedException {
        NationalServices[] seen = new NationalServices[1];
        Thread other = new Thread(() -> seen[0] = NATIONAL.services());
        other.start();
        other.join();
        assertThat(seen[0]).isSameAs(services);
    }

    @Nested
    class Inner {

        @Test
        void nestedClass_hasThemToo(NationalServices services) {
            assertThat(services).isSameAs(NATIONAL.services()).isSameAs(ofSetUp);
            assertThat(services.hsa().personas()).hasSize(1);
        }
    }

    @Test
    void services_notRunning_saysSo() {
        assertThatThrownBy(() -> new NationalServicesExtension().services())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not running");
    }
}
