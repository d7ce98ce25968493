package se.ehealthsdk.benchmarks.wire.storelog;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.benchmarks.wire.log.ResultType;

/** The answer. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"result", "any"})
@XmlRootElement(name = "StoreLogResponse")
public class StoreLogResponseType {

    @XmlElement(required = true)
    public @Nullable ResultType result;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
