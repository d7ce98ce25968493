/** The types of domain infrastructure:directory:employee 4.0, bound as {@code xjc} would bind them by default. */
@NullMarked
@XmlSchema(
        namespace = "urn:riv:infrastructure:directory:employee:4",
        elementFormDefault = XmlNsForm.QUALIFIED)
package se.ehealthsdk.benchmarks.wire.employee;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
