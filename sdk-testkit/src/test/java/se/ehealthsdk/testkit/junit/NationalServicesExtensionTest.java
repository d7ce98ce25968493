package se.ehealthsdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NationalServicesExtensionTest {

    @RegisterExtension
    static final NationalServicesExtension NATIONAL =
            NationalServicesExtension.with(Persona.DR_LINDGREN);

    private static String url = "";

    @Test
    @Order(1)
    void parameters_asked_areGiven(NationalServices services, RivtaClient platform) {
        url = services.url().toString();
        assertThat(services).isSameAs(NATIONAL.services());
        assertThat(HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        assertThat(HsaClient.on(platform).employee(Persona.NURSE_BERG.hsaId())).isEmpty();
        services.hsa().remove(Persona.DR_LINDGREN);
    }

    @Test
    @Order(2)
    void secondTest_sameServices_areReset(NationalServices services, RivtaClient platform) {
        assertThat(services.url()).hasToString(url);
        assertThat(services.journal().exchanges()).isEmpty();
        assertThat(HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    @Nested
    class Inner {
        @Test
        void nestedClass_sameServices_areUsed() {
            assertThat(NATIONAL.services().url()).hasToString(url);
        }
    }

    @Test
    void services_notRunning_saysSo() {
        assertThatThrownBy(() -> new NationalServicesExtension().services())
                .isInstanceOf(IllegalStateException.class);
    }
}
