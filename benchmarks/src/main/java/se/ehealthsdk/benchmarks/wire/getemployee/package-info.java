/** GetEmployeeIncludingProtectedPerson 4.0, bound as {@code wsdl2java} would bind it by default. */
@NullMarked
@XmlSchema(
        namespace =
                "urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:4",
        elementFormDefault = XmlNsForm.QUALIFIED)
package se.ehealthsdk.benchmarks.wire.getemployee;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
