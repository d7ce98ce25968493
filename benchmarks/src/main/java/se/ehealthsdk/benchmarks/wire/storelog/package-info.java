/** StoreLog 2.0, bound as {@code wsdl2java} would bind it by default. */
@NullMarked
@XmlSchema(
        namespace = "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2",
        elementFormDefault = XmlNsForm.QUALIFIED)
package se.ehealthsdk.benchmarks.wire.storelog;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
