/** The types of domain informationsecurity:auditing:log 2.0 that StoreLog uses, bound as {@code xjc} would bind them by default. */
@NullMarked
@XmlSchema(
        namespace = "urn:riv:informationsecurity:auditing:log:2",
        elementFormDefault = XmlNsForm.QUALIFIED)
package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
