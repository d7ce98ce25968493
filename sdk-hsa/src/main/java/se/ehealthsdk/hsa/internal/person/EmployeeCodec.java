package se.ehealthsdk.hsa.internal.person;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LegalSex;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code PersonInformationType} of the employee domain. */
public enum EmployeeCodec implements MessageCodec<Employee> {

    /** Without structured address, and with a gender element always. */
    GENERATION_3,

    /** With everything. */
    GENERATION_4;

    @Override
    public void write(Employee employee, ElementWriter out) throws XMLStreamException {
        out.text("personHsaId", employee.hsaId().value());
        out.text("givenName", employee.givenName());
        out.text("middleAndSurName", employee.middleAndSurname());
        out.text("nickName", employee.nickName());
        out.text("mail", employee.mail());
        out.text("telephoneNumber", employee.telephoneNumbers());
        out.text("switchboardNumber", employee.switchboardNumber());
        out.text("nonPublicTelephoneNumber", employee.nonPublicTelephoneNumbers());
        out.text("mobileNumber", employee.mobileNumbers());
        out.text("facsimileTelephoneNumber", employee.faxNumbers());
        CommonTypes.openingHours("telephoneHour", employee.telephoneHours(), out, out, out);
        CommonTypes.addressLines("postalAddress", employee.postalAddress(), out, out);
        out.text("description", employee.description());
        out.text("title", employee.title());
        out.text("healthCareProfessionalLicence", employee.licences());
        for (PaTitle title : employee.paTitles()) {
            out.start("paTitle");
            out.text("paTitleName", title.name());
            out.text("paTitleCode", title.code());
            out.end();
        }
        out.text("specialityName", employee.specialityNames());
        out.text("specialityCode", employee.specialityCodes());
        out.text("dn", employee.distinguishedName());
        out.ifTrue("protectedPerson", employee.protectedPerson());
        out.dateTime("personStartDate", employee.validity().start());
        out.dateTime("personEndDate", employee.validity().end());
        out.ifTrue("feignedPerson", employee.feigned());
        writeSpecialities(employee.specialities(), out);
        if (employee.age().isPresent()) {
            out.text("age", Integer.toString(employee.age().getAsInt()));
        }
        Optional<String> gender = employee.gender().map(LegalSex::code);
        if (this == GENERATION_3) {
            out.text("gender", gender.orElse(""));
        } else {
            out.text("gender", gender);
            CommonTypes.addressParts("structuredPostalAddress", employee.postalAddress(), out, out);
        }
    }

    @Override
    public Employee read(ElementReader in) throws XMLStreamException {
        var reading = new Reading();
        while (in.nextChild()) {
            reading.element(in);
        }
        return reading.employee();
    }

    /** A post under way; also what the retired PersonType has in common with it. */
    static final class Reading {

        private final Employee.Builder employee = new Employee.Builder();
        private final CommonTypes.ValidityReader validity = new CommonTypes.ValidityReader();
        private final CommonTypes.PostalAddressReader address =
                new CommonTypes.PostalAddressReader();
        private boolean identified;

        private static final Pattern AGE = Pattern.compile("\\d{1,3}");

        void element(ElementReader in) throws XMLStreamException {
            switch (in.name()) {
                case "personHsaId" -> identifyAs(CommonTypes.hsaId(in, "personHsaId"));
                case "givenName" -> employee.givenName(in.token());
                case "middleAndSurName" -> employee.middleAndSurname(in.token());
                case "nickName", "nickname" -> employee.nickName(in.token());
                case "mail" -> employee.mail(in.token());
                case "telephoneNumber" -> employee.telephoneNumber(in.token());
                case "switchboardNumber" -> employee.switchboardNumber(in.token());
                case "nonPublicTelephoneNumber" -> employee.nonPublicTelephoneNumber(in.token());
                case "mobileNumber" -> employee.mobileNumber(in.token());
                case "facsimileTelephoneNumber" -> employee.faxNumber(in.token());
                case "telephoneHour" -> employee.telephoneHours(CommonTypes.openingHours(in));
                case "postalAddress" -> address.lines(in);
                case "description" -> employee.description(in.text());
                case "title" -> employee.title(in.token());
                case "healthCareProfessionalLicence" -> employee.licence(in.token());
                case "paTitle" -> employee.paTitle(readPaTitle(in));
                case "specialityName" -> employee.specialityName(in.token());
                case "specialityCode" -> employee.specialityCode(in.token());
                case "dn" -> employee.distinguishedName(in.token());
                case "protectedPerson" -> employee.protectedPerson(in.bool());
                case "personStartDate" -> validity.start(in);
                case "personEndDate" -> validity.end(in);
                case "feignedPerson" -> employee.feigned(in.bool());
                case "healthCareProfessionalLicenceSpeciality" ->
                        employee.speciality(SpecialityCodec.read(in));
                case "age" -> age(in.token());
                case "gender" -> gender(in.token());
                case "structuredPostalAddress" -> address.parts(in);
                default -> in.skip();
            }
        }

        private void identifyAs(HsaId hsaId) {
            employee.hsaId(hsaId);
            identified = true;
        }

        private void age(String text) {
            if (AGE.matcher(text).matches()) {
                employee.age(Integer.parseInt(text));
            }
        }

        private void gender(String code) {
            if (!code.isEmpty()) {
                employee.gender(new LegalSex(code));
            }
        }

        Employee employee() throws XMLStreamException {
            if (!identified) {
                throw new XMLStreamException("personHsaId is missing");
            }
            employee.validity(validity.validity());
            address.address().ifPresent(employee::postalAddress);
            return employee.build();
        }
    }

    private static PaTitle readPaTitle(ElementReader in) throws XMLStreamException {
        Optional<String> name = Optional.empty();
        Optional<String> code = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "paTitleName" -> name = Optional.of(in.token());
                case "paTitleCode" -> code = Optional.of(in.token());
                default -> in.skip();
            }
        }
        return new PaTitle(name, code);
    }

    static void writeSpecialities(Collection<Speciality> specialities, ElementWriter out)
            throws XMLStreamException {
        for (Speciality speciality : specialities) {
            out.start("healthCareProfessionalLicenceSpeciality");
            SpecialityCodec.write(speciality, "healthCareProfessionalLicence", out);
            out.end();
        }
    }
}
