package se.ehealthsdk.testkit.assertions;

import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminClient;

/**
 * What tests expect of the stand-in services.
 *
 * <pre>{@code
 * import static se.ehealthsdk.testkit.assertions.NationalServicesAssertions.*;
 *
 * assertThat(services)
 *         .received(EmployeeContracts.GET_EMPLOYEE_3).from(system).to(NationalServices.LOGICAL_ADDRESS).times(2);
 * assertThat(services).neverReceived(CertificateContracts.REVOKE_CERTIFICATE_2);
 * assertThat(services).eventually(Duration.ofSeconds(20)).accessLog().contains(reading(patient).by(doctor));
 * assertThat(services).certificates().registered(id).sentTo("FKASSA");
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
        return new ServicesAssert(new LocalSight(services), Patience.NONE);
    }

    /** Of services that run elsewhere: what their Admin API tells. Of the log service the last 1 000 records. */
    public static ServicesAssert assertThat(AdminClient.Workspace services) {
        return new ServicesAssert(new RemoteSight(services), Patience.NONE);
    }

    /** Calls of a contract, for {@link ServicesAssert#neverReceived} and {@link ServicesAssert#receivedInOrder}. */
    public static Calls calls(RivtaContract<?, ?> contract) {
        return Calls.of(contract);
    }

    /** That somebody read the patient's data. */
    public static Access reading(PersonId patient) {
        return Access.of(ActivityType.READ, patient);
    }

    /** That somebody wrote in the patient's data. */
    public static Access writing(PersonId patient) {
        return Access.of(ActivityType.WRITE, patient);
    }

    /** That somebody signed something of the patient's. */
    public static Access signing(PersonId patient) {
        return Access.of(ActivityType.SIGN, patient);
    }

    /** That somebody printed the patient's data. */
    public static Access printing(PersonId patient) {
        return Access.of(ActivityType.PRINT, patient);
    }

    /** That somebody did something else with the patient's data. */
    public static Access access(ActivityType activity, PersonId patient) {
        return Access.of(activity, patient);
    }
}
