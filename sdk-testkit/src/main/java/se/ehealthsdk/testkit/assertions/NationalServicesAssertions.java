package se.ehealthsdk.testkit.assertions;

import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.NationalServices;

/**
 * What tests expect of the stand-in services.
 *
 * <pre>{@code
 * import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.*;
 *
 * assertThat(services)
 *         .received(HsaContracts.GET_EMPLOYEE).from(system).to(NationalServices.LOGICAL_ADDRESS).times(2);
 * assertThat(services).neverReceived(calls(CertificateContracts.REVOKE));
 * assertThat(services).eventually(Duration.ofSeconds(20)).accessLog().contains(reading(patient).by(doctor));
 * assertThat(services).hasNoFindings();
 * }</pre>
 *
 * <p>Each step is an expectation of its own and fails by itself, so that none is left half said: {@code received(contract)} wants one call at least, {@code
 * from(id)} one of those that came from there. What fails is an {@link AssertionError} that lists what was received instead, without personal data.
 */
public final class NationalServicesAssertions {

    private NationalServicesAssertions() {}

    /** Of services in this JVM. */
    public static ServicesAssert assertThat(NationalServices services) {
        return new ServicesAssert(services);
    }

    /** Calls of a contract, for {@link ServicesAssert#neverReceived} and {@link ServicesAssert#receivedInOrder}. */
    public static Calls calls(RivtaContract<?, ?> contract) {
        return Calls.of(contract);
    }
}
