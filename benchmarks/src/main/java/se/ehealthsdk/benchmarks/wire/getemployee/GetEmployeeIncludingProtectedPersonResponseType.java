package se.ehealthsdk.benchmarks.wire.getemployee;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.benchmarks.wire.employee.PersonInformationType;

/** The answer. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"personInformation", "any"})
@XmlRootElement(name = "GetEmployeeIncludingProtectedPersonResponse")
public class GetEmployeeIncludingProtectedPersonResponseType {

    public @Nullable List<PersonInformationType> personInformation;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
