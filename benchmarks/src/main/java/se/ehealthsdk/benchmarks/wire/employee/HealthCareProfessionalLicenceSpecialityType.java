package se.ehealthsdk.benchmarks.wire.employee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A speciality within a licence. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"healthCareProfessionalLicence", "specialityCode", "specialityName", "any"})
public class HealthCareProfessionalLicenceSpecialityType {

    @XmlElement(required = true)
    public @Nullable String healthCareProfessionalLicence;

    @XmlElement(required = true)
    public @Nullable String specialityCode;

    @XmlElement(required = true)
    public @Nullable String specialityName;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
