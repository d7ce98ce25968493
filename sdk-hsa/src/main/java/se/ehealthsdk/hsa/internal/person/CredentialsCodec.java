package se.ehealthsdk.hsa.internal.person;

import java.util.Collection;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code CredentialInformationType} of authorizationmanagement. */
public final class CredentialsCodec implements MessageCodec<Credentials> {

    @Override
    public void write(Credentials credentials, ElementWriter out) throws XMLStreamException {
        ElementWriter added = out.in(AuthorizationNamespaces.CORE_2_1);
        out.text("givenName", credentials.givenName());
        out.text("middleAndSurName", credentials.middleAndSurname());
        out.text("personHsaId", credentials.hsaId().value());
        out.text("healthCareProfessionalLicence", credentials.licences());
        out.text("personalPrescriptionCode", credentials.personalPrescriptionCode());
        out.text("groupPrescriptionCode", credentials.groupPrescriptionCodes());
        writeNurseRights(credentials.nursePrescriptionRights(), out, out);
        writeSystemRoles(credentials.systemRoles(), out);
        out.text("paTitleCode", credentials.paTitleCodes());
        out.ifTrue("protectedPerson", credentials.protectedPerson());
        for (Commission commission : credentials.commissions()) {
            out.start("commission");
            CommissionCodec.write(commission, out);
            out.end();
        }
        out.ifTrue("feignedPerson", credentials.feigned());
        added.text("healthCareProfessionalLicenceCode", credentials.licenceCodes());
        writeSpecialities(credentials.specialities(), added, added);
        added.text("occupationalCode", credentials.occupationalCodes());
        if (credentials.personalIdentity().isPresent()) {
            added.start("personalIdentity");
            PersonIdentity.write(credentials.personalIdentity().get(), added);
            added.end();
        }
        added.text("healthcareProfessionalLicenseIdentityNumber", credentials.hospIdentityNumber());
    }

    @Override
    public Credentials read(ElementReader in) throws XMLStreamException {
        var credentials = new Credentials.Builder();
        boolean identified = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "givenName" -> credentials.givenName(in.token());
                case "middleAndSurName" -> credentials.middleAndSurname(in.token());
                case "personHsaId" -> {
                    credentials.hsaId(CommonTypes.hsaId(in, "personHsaId"));
                    identified = true;
                }
                case "healthCareProfessionalLicence" -> credentials.licence(in.token());
                case "personalPrescriptionCode" -> credentials.personalPrescriptionCode(in.token());
                case "groupPrescriptionCode" -> credentials.groupPrescriptionCode(in.token());
                case "nursePrescriptionRight" ->
                        credentials.nursePrescriptionRight(readNurseRight(in));
                case "hsaSystemRole" -> credentials.systemRole(readSystemRole(in));
                case "paTitleCode" -> credentials.paTitleCode(in.token());
                case "protectedPerson" -> credentials.protectedPerson(in.bool());
                case "commission" -> credentials.commission(CommissionCodec.read(in));
                case "feignedPerson" -> credentials.feigned(in.bool());
                case "healthCareProfessionalLicenceCode" -> credentials.licenceCode(in.token());
                case "healthCareProfessionalLicenceSpeciality" ->
                        credentials.speciality(SpecialityCodec.read(in));
                case "occupationalCode" -> credentials.occupationalCode(in.token());
                case "personalIdentity" ->
                        PersonIdentity.read(in).ifPresent(credentials::personalIdentity);
                case "healthcareProfessionalLicenseIdentityNumber" ->
                        credentials.hospIdentityNumber(in.token());
                default -> in.skip();
            }
        }
        if (!identified) {
            throw new XMLStreamException("personHsaId is missing");
        }
        return credentials.build();
    }

    static void writeSpecialities(
            Collection<Speciality> specialities, ElementWriter out, ElementWriter type)
            throws XMLStreamException {
        for (Speciality speciality : specialities) {
            out.start("healthCareProfessionalLicenceSpeciality");
            SpecialityCodec.write(speciality, "healthCareProfessionalLicenceCode", type);
            out.end();
        }
    }

    static void writeNurseRights(
            Collection<NursePrescriptionRight> rights, ElementWriter out, ElementWriter type)
            throws XMLStreamException {
        for (NursePrescriptionRight right : rights) {
            out.start("nursePrescriptionRight");
            type.text("healthCareProfessionalLicence", right.licence());
            type.bool("prescriptionRight", right.prescriptionRight());
            out.end();
        }
    }

    static NursePrescriptionRight readNurseRight(ElementReader in) throws XMLStreamException {
        String licence = "";
        boolean prescriptionRight = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "healthCareProfessionalLicence" -> licence = in.token();
                case "prescriptionRight" -> prescriptionRight = in.bool();
                default -> in.skip();
            }
        }
        return new NursePrescriptionRight(licence, prescriptionRight);
    }

    static void writeSystemRoles(Collection<SystemRole> roles, ElementWriter out)
            throws XMLStreamException {
        for (SystemRole role : roles) {
            out.start("hsaSystemRole");
            out.text("systemId", role.systemId());
            out.text("role", role.role());
            out.end();
        }
    }

    static SystemRole readSystemRole(ElementReader in) throws XMLStreamException {
        String systemId = "";
        String role = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "systemId" -> systemId = in.token();
                case "role" -> role = in.token();
                default -> in.skip();
            }
        }
        return new SystemRole(systemId, role);
    }
}
