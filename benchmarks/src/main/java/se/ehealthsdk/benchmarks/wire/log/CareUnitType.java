package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A care unit. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"careUnitId", "careUnitName", "any"})
public class CareUnitType {

    @XmlElement(required = true)
    public @Nullable String careUnitId;

    public @Nullable String careUnitName;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
