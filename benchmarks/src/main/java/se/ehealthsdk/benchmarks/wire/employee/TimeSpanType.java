package se.ehealthsdk.benchmarks.wire.employee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Hours of a span of days. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "fromDay",
            "fromTime",
            "toDay",
            "toTime",
            "comment",
            "fromDate",
            "toDate",
            "any"
        })
public class TimeSpanType {

    @XmlElement(required = true)
    public @Nullable String fromDay;

    @XmlSchemaType(name = "time")
    @XmlElement(required = true)
    public @Nullable XMLGregorianCalendar fromTime;

    @XmlElement(required = true)
    public @Nullable String toDay;

    @XmlSchemaType(name = "time")
    @XmlElement(required = true)
    public @Nullable XMLGregorianCalendar toTime;

    public @Nullable String comment;

    public @Nullable String fromDate;

    public @Nullable String toDate;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
