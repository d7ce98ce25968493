package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** An identifier: the OID of its series, and the number. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"root", "extension"})
public class IIType {

    @XmlElement(required = true)
    public @Nullable String root;

    public @Nullable String extension;
}
