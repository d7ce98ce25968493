package se.ehealthsdk.benchmarks.wire.employee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address in lines. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"addressLine", "any"})
public class AddressType {

    @XmlElement(required = true)
    public @Nullable List<String> addressLine;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
