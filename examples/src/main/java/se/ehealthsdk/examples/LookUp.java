package se.ehealthsdk.examples;

import java.io.Console;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.Authorisation;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HsaClient;

/**
 * The README's example, to run against the national platform for acceptance tests with a certificate of your
 * own: {@code LookUp ROOTS.pem FUNCTION.p12 PERSON-HSA-ID UNIT-HSA-ID}, and the password of the certificate
 * when it asks.
 */
public final class LookUp {

    private LookUp() {}

    /**
     * @param arguments the trusted roots, the certificate, the HSA-id of a person and of a unit
     */
    public static void main(String[] arguments) {
        Console console = System.console();
        if (arguments.length != 4 || console == null) {
            System.err.println(
                    "LookUp ROOTS.pem FUNCTION.p12 PERSON-HSA-ID UNIT-HSA-ID, at a terminal");
            System.exit(2);
            return;
        }
        char[] password = console.readPassword("Password of %s: ", arguments[1]);
        HsaId person = HsaId.of(arguments[2]);
        HsaId unit = HsaId.of(arguments[3]);
        try (RivtaClient platform =
                RivtaClient.builder()
                        .environment(Environment.ntjpQa(TrustAnchors.pem(Path.of(arguments[0]))))
                        .credential(Credential.pkcs12(Path.of(arguments[1]), password))
                        .build()) {
            HsaClient hsa = HsaClient.on(platform);

            Optional<Employee> employee = hsa.employee(person);
            System.out.println(employee.flatMap(Employee::title).orElse("nobody, or no title"));

            Optional<HealthCareUnit> careUnit = hsa.careUnitOf(unit);
            System.out.println(careUnit.map(it -> it.unit().name()).orElse("no care unit"));

            Authorisation decision =
                    hsa.authorisedFor(
                            person, unit, CommissionPurpose.CARE_AND_TREATMENT, Instant.now());
            System.out.println(
                    decision instanceof Authorisation.Denied no
                            ? "no: " + no.reason().explanation()
                            : "yes");
        } catch (EHealthException failure) {
            System.err.println(failure + System.lineSeparator() + failure.remedy());
            System.exit(1);
        }
    }
}
