package se.ehealthsdk.benchmarks.wire.getemployee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question; it names one of person HSA-id and personal identity number. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "personHsaId",
            "personalIdentityNumber",
            "searchBase",
            "includeFeignedObject",
            "profile",
            "any"
        })
@XmlRootElement(name = "GetEmployeeIncludingProtectedPerson")
public class GetEmployeeIncludingProtectedPersonType {

    public @Nullable String personHsaId;

    public @Nullable String personalIdentityNumber;

    public @Nullable String searchBase;

    public @Nullable Boolean includeFeignedObject;

    public @Nullable String profile;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
