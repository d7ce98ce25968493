package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A care provider. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"careProviderId", "careProviderName", "any"})
public class CareProviderType {

    @XmlElement(required = true)
    public @Nullable String careProviderId;

    public @Nullable String careProviderName;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
