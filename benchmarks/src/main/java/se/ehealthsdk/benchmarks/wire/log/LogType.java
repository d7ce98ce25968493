package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One access to patient data. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"logId", "system", "activity", "user", "resources", "any"})
public class LogType {

    @XmlElement(required = true)
    public @Nullable String logId;

    @XmlElement(required = true)
    public @Nullable SystemType system;

    @XmlElement(required = true)
    public @Nullable ActivityType activity;

    @XmlElement(required = true)
    public @Nullable UserType user;

    @XmlElement(required = true)
    public @Nullable ResourcesType resources;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
