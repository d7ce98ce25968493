package se.ehealthsdk.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import se.ehealthsdk.testkit.check.Strictness;

/**
 * {@link se.ehealthsdk.testkit.NationalServices} for each test of the class, as {@link NationalServicesExtension} tells.
 *
 * <pre>{@code
 * @WithNationalServices(failOnFindings = true)
 * class EmployeeLookUpTest {
 *
 *     @Test
 *     void employee_known_isFound(HsaClient hsa, @TestPersona("DR_LINDGREN") Persona doctor) {
 *         assertThat(hsa.employee(doctor.hsaId())).isPresent();
 *     }
 * }
 * }</pre>
 *
 * <p>On a method or a nested class it counts in the place of the one on the class around it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(NationalServicesExtension.class)
public @interface WithNationalServices {

    /** The names of the parts of those who are there, as {@code DR_LINDGREN}; all who come with the testkit unless set. */
    String[] people() default {};

    /** What is done with messages that break a rule. */
    Strictness strictness() default Strictness.STRICT;

    /** The folder of official contracts that every message is validated against; none unless set. */
    String contracts() default "";

    /** Whether a test fails when a message of it broke a rule, advice apart, though the test itself was content. */
    boolean failOnFindings() default false;

    /** The rules, by id, that {@link #failOnFindings()} does not look at. */
    String[] allowedFindings() default {};

    /**
     * Whether the tests of the class share services, which are reset before each: for a system under test that is started once, with one address. Such
     * tests cannot run at the same time.
     */
    boolean oneForAllTests() default false;
}
