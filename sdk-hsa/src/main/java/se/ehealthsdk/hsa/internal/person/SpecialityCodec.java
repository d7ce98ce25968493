package se.ehealthsdk.hsa.internal.person;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.hsa.Speciality;

/** A speciality: the code of its licence has another name in each of its two types. */
final class SpecialityCodec {

    private SpecialityCodec() {}

    static void write(Speciality speciality, String licenceElement, ElementWriter out)
            throws XMLStreamException {
        out.text(licenceElement, speciality.licence());
        out.text("specialityCode", speciality.code());
        out.text("specialityName", speciality.name());
    }

    static Speciality read(ElementReader in) throws XMLStreamException {
        String licence = "";
        String code = "";
        String name = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "healthCareProfessionalLicence", "healthCareProfessionalLicenceCode" ->
                        licence = in.token();
                case "specialityCode" -> code = in.token();
                case "specialityName" -> name = in.token();
                default -> in.skip();
            }
        }
        return new Speciality(licence, code, name);
    }
}
