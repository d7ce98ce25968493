package se.ehealthsdk.discharge.internal.careplan;

import static se.ehealthsdk.discharge.internal.careplan.CarePlanCodecs.present;
import static se.ehealthsdk.discharge.internal.careplan.CarePlanCodecs.required;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.discharge.careplan.AccountableProfessional;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.CarePlanType;
import se.ehealthsdk.discharge.careplan.CodedValue;
import se.ehealthsdk.discharge.careplan.DocumentBytes;
import se.ehealthsdk.discharge.careplan.LegalAuthenticator;
import se.ehealthsdk.discharge.careplan.MediaType;
import se.ehealthsdk.discharge.careplan.OrgUnit;
import se.ehealthsdk.discharge.careplan.ParticipatingUnit;
import se.ehealthsdk.discharge.careplan.PatientId;
import se.ehealthsdk.discharge.careplan.PlanContent;

/** One plan, header and body. */
final class PlanParts {

    private PlanParts() {}

    // ---- writing

    static void write(CarePlan plan, ElementWriter core) throws XMLStreamException {
        core.start("carePlanHeader");
        core.text("documentId", plan.documentId());
        core.text("sourceSystemHSAId", plan.sourceSystem());
        core.text("documentTitle", plan.documentTitle());
        core.text("documentTime", plan.documentTime().map(PlanTimes::format));
        core.start("patientId");
        CarePlanCodecs.write(plan.patient(), core);
        core.end();
        core.start("accountableHealthcareProfessional");
        write(plan.accountable(), core);
        core.end();
        if (plan.legalAuthenticator().isPresent()) {
            LegalAuthenticator signer = plan.legalAuthenticator().get();
            core.start("legalAuthenticator");
            core.text("signatureTime", PlanTimes.format(signer.signatureTime()));
            core.text("legalAuthenticatorHSAId", signer.hsaId());
            core.text("legalAuthenticatorName", signer.name());
            core.end();
        }
        core.bool("approvedForPatient", plan.approvedForPatient());
        core.ifTrue("nullified", plan.nullified());
        core.text("nullifiedReason", plan.nullifiedReason());
        core.text("careContactId", plan.careContactId());
        core.end();
        core.start("carePlanBody");
        for (PlanContent content : plan.contents()) {
            write(content, core);
        }
        for (ParticipatingUnit unit : plan.participatingUnits()) {
            core.start("participatingCareUnitHSAId");
            core.text("root", unit.root());
            core.text("extension", unit.extension());
            core.end();
        }
        core.text("typeOfCarePlanEnum", plan.type().map(CarePlanType::code));
        core.end();
    }

    private static void write(AccountableProfessional who, ElementWriter core)
            throws XMLStreamException {
        core.text("authorTime", PlanTimes.format(who.authorTime()));
        core.text("healthcareProfessionalHSAId", who.hsaId());
        core.text("healthcareProfessionalName", who.name());
        if (who.role().isPresent()) {
            CodedValue role = who.role().get();
            core.start("healthcareProfessionalRoleCode");
            core.text("code", role.code());
            core.text("codeSystem", role.codeSystem());
            core.text("codeSystemName", role.codeSystemName());
            core.text("codeSystemVersion", role.codeSystemVersion());
            core.text("displayName", role.displayName());
            core.text("originalText", role.originalText());
            core.end();
        }
        if (who.orgUnit().isPresent()) {
            OrgUnit unit = who.orgUnit().get();
            core.start("healthcareProfessionalOrgUnit");
            core.text("orgUnitHSAId", unit.hsaId());
            core.text("orgUnitName", unit.name());
            core.text("orgUnitTelecom", unit.telephone());
            core.text("orgUnitEmail", unit.email());
            core.text("orgUnitAddress", unit.address());
            core.text("orgUnitLocation", unit.location());
            core.end();
        }
        core.text("healthcareProfessionalCareUnitHSAId", who.careUnit());
        core.text("healthcareProfessionalCareGiverHSAId", who.careGiver());
    }

    private static void write(PlanContent content, ElementWriter core) throws XMLStreamException {
        core.start("content");
        core.text("id", content.id());
        core.text("mediaType", content.mediaType().code());
        if (content.value().isPresent()) {
            core.start("value");
            Base64Text.write(content.value().get(), core.stream());
            core.end();
        }
        core.text("reference", content.reference());
        core.end();
    }

    // ---- reading

    /** The header's fields while they are read, since the body's come after. */
    private static final class Header {
        private @Nullable String documentId;
        private @Nullable String sourceSystem;
        private Optional<String> title = Optional.empty();
        private Optional<LocalDateTime> time = Optional.empty();
        private @Nullable PatientId patient;
        private @Nullable AccountableProfessional accountable;
        private Optional<LegalAuthenticator> authenticator = Optional.empty();
        private boolean approved;
        private boolean nullified;
        private Optional<String> nullifiedReason = Optional.empty();
        private Optional<String> careContact = Optional.empty();
    }

    static CarePlan plan(ElementReader in) throws XMLStreamException {
        Header header = null;
        List<PlanContent> contents = new ArrayList<>();
        List<ParticipatingUnit> units = new ArrayList<>();
        Optional<CarePlanType> type = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "carePlanHeader" -> header = header(in);
                case "carePlanBody" -> {
                    while (in.nextChild()) {
                        switch (in.name()) {
                            case "content" -> contents.add(content(in));
                            // the schema's name, and the one that the description had until 3.0.10
                            case "participatingCareUnitHSAId", "participatingCareUnitId" ->
                                    units.add(unit(in));
                            // the schema's name, and the description's
                            case "typeOfCarePlanEnum", "typeOfCarePlan" ->
                                    type = present(in.token()).map(CarePlanType::new);
                            default -> in.skip();
                        }
                    }
                }
                default -> in.skip();
            }
        }
        Header read = required(header, "carePlanHeader");
        return new CarePlan(
                required(read.documentId, "documentId"),
                required(read.sourceSystem, "sourceSystemHSAId"),
                read.title,
                read.time,
                required(read.patient, "patientId"),
                required(read.accountable, "accountableHealthcareProfessional"),
                read.authenticator,
                read.approved,
                read.nullified,
                read.nullifiedReason,
                read.careContact,
                contents,
                units,
                type);
    }

    private static Header header(ElementReader in) throws XMLStreamException {
        Header header = new Header();
        while (in.nextChild()) {
            switch (in.name()) {
                case "documentId" -> header.documentId = in.text();
                case "sourceSystemHSAId" -> header.sourceSystem = in.token();
                case "documentTitle" -> header.title = present(in.text());
                case "documentTime" -> header.time = PlanTimes.optional(in);
                case "patientId" -> header.patient = CarePlanCodecs.patient(in);
                case "accountableHealthcareProfessional" -> header.accountable = accountable(in);
                case "legalAuthenticator" -> header.authenticator = Optional.of(authenticator(in));
                case "approvedForPatient" -> header.approved = in.bool();
                case "nullified" -> header.nullified = in.bool();
                case "nullifiedReason" -> header.nullifiedReason = present(in.text());
                case "careContactId" -> header.careContact = present(in.text());
                default -> in.skip();
            }
        }
        return header;
    }

    private static AccountableProfessional accountable(ElementReader in) throws XMLStreamException {
        LocalDateTime authorTime = null;
        Optional<String> hsaId = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<CodedValue> role = Optional.empty();
        Optional<OrgUnit> unit = Optional.empty();
        Optional<String> careUnit = Optional.empty();
        Optional<String> careGiver = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "authorTime" -> authorTime = PlanTimes.required(in);
                case "healthcareProfessionalHSAId" -> hsaId = present(in.token());
                case "healthcareProfessionalName" -> name = present(in.text());
                case "healthcareProfessionalRoleCode" -> role = Optional.of(codedValue(in));
                case "healthcareProfessionalOrgUnit" -> unit = Optional.of(orgUnit(in));
                // the description writes a small c in the last two
                case "healthcareProfessionalCareUnitHSAId", "healthcareProfessionalcareUnitHSAId" ->
                        careUnit = present(in.token());
                case "healthcareProfessionalCareGiverHSAId",
                        "healthcareProfessionalcareGiverHSAId" ->
                        careGiver = present(in.token());
                default -> in.skip();
            }
        }
        return new AccountableProfessional(
                required(authorTime, "authorTime"), hsaId, name, role, unit, careUnit, careGiver);
    }

    private static CodedValue codedValue(ElementReader in) throws XMLStreamException {
        Optional<String> code = Optional.empty();
        Optional<String> codeSystem = Optional.empty();
        Optional<String> codeSystemName = Optional.empty();
        Optional<String> codeSystemVersion = Optional.empty();
        Optional<String> displayName = Optional.empty();
        Optional<String> originalText = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "code" -> code = present(in.text());
                case "codeSystem" -> codeSystem = present(in.text());
                case "codeSystemName" -> codeSystemName = present(in.text());
                case "codeSystemVersion" -> codeSystemVersion = present(in.text());
                case "displayName" -> displayName = present(in.text());
                case "originalText" -> originalText = present(in.text());
                default -> in.skip();
            }
        }
        return new CodedValue(
                code, codeSystem, codeSystemName, codeSystemVersion, displayName, originalText);
    }

    private static OrgUnit orgUnit(ElementReader in) throws XMLStreamException {
        Optional<String> hsaId = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<String> telephone = Optional.empty();
        Optional<String> email = Optional.empty();
        Optional<String> address = Optional.empty();
        Optional<String> location = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "orgUnitHSAId" -> hsaId = present(in.token());
                case "orgUnitName" -> name = present(in.text());
                case "orgUnitTelecom" -> telephone = present(in.text());
                case "orgUnitEmail" -> email = present(in.text());
                case "orgUnitAddress" -> address = present(in.text());
                case "orgUnitLocation" -> location = present(in.text());
                default -> in.skip();
            }
        }
        return new OrgUnit(hsaId, name, telephone, email, address, location);
    }

    private static LegalAuthenticator authenticator(ElementReader in) throws XMLStreamException {
        LocalDateTime time = null;
        Optional<String> hsaId = Optional.empty();
        Optional<String> name = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "signatureTime" -> time = PlanTimes.required(in);
                case "legalAuthenticatorHSAId" -> hsaId = present(in.token());
                case "legalAuthenticatorName" -> name = present(in.text());
                default -> in.skip();
            }
        }
        return new LegalAuthenticator(required(time, "signatureTime"), hsaId, name);
    }

    private static PlanContent content(ElementReader in) throws XMLStreamException {
        Optional<String> id = Optional.empty();
        String mediaType = null;
        Optional<DocumentBytes> value = Optional.empty();
        Optional<String> reference = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "id" -> id = present(in.text());
                case "mediaType" -> mediaType = in.token();
                case "value" -> value = Optional.of(Base64Text.read(in.stream()));
                case "reference" -> reference = present(in.token());
                default -> in.skip();
            }
        }
        return new PlanContent(
                id, new MediaType(required(mediaType, "mediaType")), value, reference);
    }

    private static ParticipatingUnit unit(ElementReader in) throws XMLStreamException {
        String root = null;
        Optional<String> extension = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "root" -> root = in.token();
                case "extension" -> extension = present(in.token());
                default -> in.skip();
            }
        }
        return new ParticipatingUnit(required(root, "root"), extension);
    }
}
