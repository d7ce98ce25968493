package se.ehealthsdk.benchmarks.wire.employee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address in its parts. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "addressee",
            "street",
            "premisesNumber",
            "premisesLetter",
            "postCode",
            "town",
            "any"
        })
public class StructuredPostalAddressType {

    @XmlElement(required = true)
    public @Nullable List<String> addressee;

    public @Nullable String street;

    public @Nullable String premisesNumber;

    public @Nullable String premisesLetter;

    @XmlElement(required = true)
    public @Nullable String postCode;

    @XmlElement(required = true)
    public @Nullable String town;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
