package se.ehealthsdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.Platform;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;

@WithNationalServices(people = {"DR_LINDGREN", "NURSE_BERG"})
class WithNationalServicesTest {

    @Test
    void people_named_areThoseWhoAreThere(HsaStandIn hsa, Platform platform) {
        assertThat(hsa.personas())
                .extracting(Persona::name)
                .containsExactlyInAnyOrder("DR_LINDGREN", "NURSE_BERG");
        assertThat(platform.strictness()).isEqualTo(Strictness.STRICT);
    }

    @Test
    @WithNationalServices(strictness = Strictness.LENIENT)
    void annotation_onTheMethod_countsInItsPlace(HsaStandIn hsa, Platform platform) {
        assertThat(hsa.personas()).hasSizeGreaterThan(2);
        assertThat(platform.strictness()).isEqualTo(Strictness.LENIENT);
    }

    @Nested
    class Inner {

        @Test
        void nestedClass_withoutOne_hasThatOfTheClassAround(HsaStandIn hsa) {
            assertThat(hsa.personas()).hasSize(2);
        }
    }

    @Nested
    @WithNationalServices(people = "DR_DAHL")
    class InnerOfItsOwn {

        @Test
        void nestedClass_withOne_hasItsOwn(HsaStandIn hsa, @TestPersona("DR_DAHL") Persona doctor) {
            assertThat(hsa.personas()).containsExactly(doctor);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @WithNationalServices(oneForAllTests = true, strictness = Strictness.LENIENT)
    class Sharing {

        private URI first;

        @BeforeAll
        void systemUnderTest_isStartedOnce(NationalServices services, RivtaClient platform) {
            first = services.url();
            assertThat(HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId())).isPresent();
            services.hsa().remove(Persona.DR_LINDGREN);
        }

        @Test
        void address_staysAndMemoryDoesNot(NationalServices services, HsaClient hsa) {
            isAsAtTheStart(services, hsa);
        }

        @Test
        void address_staysAndMemoryDoesNot_inTheNextTestToo(
                NationalServices services, HsaClient hsa) {
            isAsAtTheStart(services, hsa);
        }

        private void isAsAtTheStart(NationalServices services, HsaClient hsa) {
            assertThat(services.url()).isEqualTo(first);
            assertThat(services.journal().exchanges()).isEmpty();
            assertThat(services.platform().strictness()).isEqualTo(Strictness.LENIENT);
            assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
            services.hsa().remove(Persona.DR_LINDGREN);
        }
    }
}
