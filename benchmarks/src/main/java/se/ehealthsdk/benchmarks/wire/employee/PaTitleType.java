package se.ehealthsdk.benchmarks.wire.employee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A title by the code list of employers. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"paTitleName", "paTitleCode", "any"})
public class PaTitleType {

    public @Nullable String paTitleName;

    public @Nullable String paTitleCode;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
