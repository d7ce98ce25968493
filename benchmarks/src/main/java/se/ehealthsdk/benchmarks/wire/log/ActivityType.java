package se.ehealthsdk.benchmarks.wire.log;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** What was done, when and why. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "activityType",
            "activityLevel",
            "activityArgs",
            "startDate",
            "purpose",
            "any"
        })
public class ActivityType {

    @XmlElement(required = true)
    public @Nullable String activityType;

    public @Nullable String activityLevel;

    public @Nullable String activityArgs;

    @XmlSchemaType(name = "dateTime")
    @XmlElement(required = true)
    public @Nullable XMLGregorianCalendar startDate;

    @XmlElement(required = true)
    public @Nullable String purpose;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
