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

/** An employee. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        propOrder = {
            "personHsaId",
            "givenName",
            "middleAndSurName",
            "nickName",
            "mail",
            "telephoneNumber",
            "switchboardNumber",
            "nonPublicTelephoneNumber",
            "mobileNumber",
            "facsimileTelephoneNumber",
            "telephoneHour",
            "postalAddress",
            "description",
            "title",
            "healthCareProfessionalLicence",
            "paTitle",
            "specialityName",
            "specialityCode",
            "dn",
            "protectedPerson",
            "personStartDate",
            "personEndDate",
            "feignedPerson",
            "healthCareProfessionalLicenceSpeciality",
            "age",
            "gender",
            "structuredPostalAddress",
            "any"
        })
public class PersonInformationType {

    @XmlElement(required = true)
    public @Nullable String personHsaId;

    public @Nullable String givenName;

    @XmlElement(required = true)
    public @Nullable String middleAndSurName;

    public @Nullable String nickName;

    public @Nullable String mail;

    public @Nullable List<String> telephoneNumber;

    public @Nullable String switchboardNumber;

    public @Nullable List<String> nonPublicTelephoneNumber;

    public @Nullable List<String> mobileNumber;

    public @Nullable List<String> facsimileTelephoneNumber;

    public @Nullable List<TimeSpanType> telephoneHour;

    public @Nullable AddressType postalAddress;

    public @Nullable String description;

    public @Nullable String title;

    public @Nullable List<String> healthCareProfessionalLicence;

    public @Nullable List<PaTitleType> paTitle;

    public @Nullable List<String> specialityName;

    public @Nullable List<String> specialityCode;

    @XmlElement(required = true)
    public @Nullable String dn;

    public @Nullable Boolean protectedPerson;

    @XmlSchemaType(name = "dateTime")
    public @Nullable XMLGregorianCalendar personStartDate;

    @XmlSchemaType(name = "dateTime")
    public @Nullable XMLGregorianCalendar personEndDate;

    public @Nullable Boolean feignedPerson;

    public @Nullable List<HealthCareProfessionalLicenceSpecialityType>
            healthCareProfessionalLicenceSpeciality;

    public @Nullable String age;

    public @Nullable String gender;

    public @Nullable StructuredPostalAddressType structuredPostalAddress;

    @XmlAnyElement(lax = true)
    public @Nullable List<Object> any;
}
