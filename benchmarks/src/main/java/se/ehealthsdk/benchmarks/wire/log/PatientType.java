package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose data it was. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"patientId", "patientName", "any"})
public class PatientType {

    @XmlElement(required = true)
    public @Nullable IIType patientId;

    public @Nullable String patientName;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
