package se.ehealthsdk.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which person a parameter of the type {@link se.ehealthsdk.testkit.hsa.Persona} is. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface TestPersona {

    /** The name of the part, as {@code DR_LINDGREN}. */
    String value();
}
