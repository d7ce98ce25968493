package se.ehealthsdk.hsa.internal.person;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.HospCredentials;
import se.ehealthsdk.hsa.Licence;
import se.ehealthsdk.hsa.LicenceRestriction;

/**
 * The answer of GetHospCredentialsForPerson 1.0. An answer without the person's number, which the schema
 * requires and the contract's description says comes for an unknown person, is empty.
 */
public final class HospCredentialsCodec implements MessageCodec<Optional<HospCredentials>> {

    @Override
    public void write(Optional<HospCredentials> answer, ElementWriter out)
            throws XMLStreamException {
        if (answer.isEmpty()) {
            return;
        }
        HospCredentials hosp = answer.get();
        out.declare("core", AuthorizationNamespaces.CORE);
        out.declare("v21", AuthorizationNamespaces.CORE_2_1);
        out.declare("v23", AuthorizationNamespaces.CORE_2_3);
        ElementWriter core = out.in(AuthorizationNamespaces.CORE);
        ElementWriter core21 = out.in(AuthorizationNamespaces.CORE_2_1);
        ElementWriter core23 = out.in(AuthorizationNamespaces.CORE_2_3);
        out.start("personalIdentityNumber");
        PersonIdentity.write(hosp.person(), core21);
        out.end();
        for (Licence licence : hosp.licences()) {
            out.start("healthCareProfessionalLicence");
            core23.text("healthCareProfessionalLicenceCode", licence.code());
            core23.text("healthCareProfessionalLicenceName", licence.name());
            out.end();
        }
        out.text("personalPrescriptionCode", hosp.personalPrescriptionCode());
        CredentialsCodec.writeSpecialities(hosp.specialities(), out, core21);
        CredentialsCodec.writeNurseRights(hosp.nursePrescriptionRights(), out, core);
        out.text("healthcareProfessionalLicenseIdentityNumber", hosp.hospIdentityNumber());
        out.text("educationCode", hosp.educationCodes());
        for (LicenceRestriction restriction : hosp.restrictions()) {
            out.start("restrictions");
            core23.text("healthCareProfessionalLicenceCode", restriction.licenceCode());
            core23.text("restrictionCode", restriction.code());
            core23.text("restrictionName", restriction.name());
            out.end();
        }
        out.ifTrue("feignedPerson", hosp.feigned());
    }

    @Override
    public Optional<HospCredentials> read(ElementReader in) throws XMLStreamException {
        var hosp = new HospCredentials.Builder();
        boolean answered = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "personalIdentityNumber" -> {
                    hosp.person(readPerson(in));
                    answered = true;
                }
                case "healthCareProfessionalLicence" -> hosp.licence(readLicence(in));
                case "personalPrescriptionCode" -> hosp.personalPrescriptionCode(in.token());
                case "healthCareProfessionalLicenceSpeciality" ->
                        hosp.speciality(SpecialityCodec.read(in));
                case "nursePrescriptionRight" ->
                        hosp.nursePrescriptionRight(CredentialsCodec.readNurseRight(in));
                case "healthcareProfessionalLicenseIdentityNumber" ->
                        hosp.hospIdentityNumber(in.token());
                case "educationCode" -> hosp.educationCode(in.token());
                case "restrictions" -> hosp.restriction(readRestriction(in));
                case "feignedPerson" -> hosp.feigned(in.bool());
                default -> in.skip();
            }
        }
        return answered ? Optional.of(hosp.build()) : Optional.empty();
    }

    private static PersonId readPerson(ElementReader in) throws XMLStreamException {
        return PersonIdentity.read(in)
                .orElseThrow(
                        () ->
                                new XMLStreamException(
                                        "personalIdentityNumber is not a personal identity number"));
    }

    private static Licence readLicence(ElementReader in) throws XMLStreamException {
        String code = "";
        String name = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "healthCareProfessionalLicenceCode" -> code = in.token();
                case "healthCareProfessionalLicenceName" -> name = in.token();
                default -> in.skip();
            }
        }
        return new Licence(code, name);
    }

    private static LicenceRestriction readRestriction(ElementReader in) throws XMLStreamException {
        String licenceCode = "";
        String code = "";
        String name = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "healthCareProfessionalLicenceCode" -> licenceCode = in.token();
                case "restrictionCode" -> code = in.token();
                case "restrictionName" -> name = in.token();
                default -> in.skip();
            }
        }
        return new LicenceRestriction(licenceCode, code, name);
    }
}
