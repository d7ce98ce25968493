package se.ehealthsdk.benchmarks.wire.storelog;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.benchmarks.wire.log.LogType;

/** The order to store. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"log", "any"})
@XmlRootElement(name = "StoreLog")
public class StoreLogType {

    @XmlElement(required = true)
    public @Nullable List<LogType> log;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
