package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was accessed. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"resource", "any"})
public class ResourcesType {

    @XmlElement(required = true)
    public @Nullable List<ResourceType> resource;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
