package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logging system. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"systemId", "systemName", "any"})
public class SystemType {

    @XmlElement(required = true)
    public @Nullable String systemId;

    public @Nullable String systemName;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
