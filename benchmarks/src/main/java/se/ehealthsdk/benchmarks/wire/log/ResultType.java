package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it went. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"resultCode", "resultText", "any"})
public class ResultType {

    @XmlElement(required = true)
    public @Nullable String resultCode;

    public @Nullable String resultText;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
