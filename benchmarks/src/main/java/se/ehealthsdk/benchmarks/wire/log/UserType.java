package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "userId",
            "name",
            "personId",
            "assignment",
            "title",
            "careProvider",
            "careUnit",
            "any"
        })
public class UserType {

    @XmlElement(required = true)
    public @Nullable String userId;

    public @Nullable String name;

    public @Nullable IIType personId;

    public @Nullable String assignment;

    public @Nullable String title;

    @XmlElement(required = true)
    public @Nullable CareProviderType careProvider;

    @XmlElement(required = true)
    public @Nullable CareUnitType careUnit;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
