package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that was accessed. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"resourceType", "patient", "careProvider", "careUnit", "any"})
public class ResourceType {

    @XmlElement(required = true)
    public @Nullable String resourceType;

    public @Nullable PatientType patient;

    @XmlElement(required = true)
    public @Nullable CareProviderType careProvider;

    public @Nullable CareUnitType careUnit;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
