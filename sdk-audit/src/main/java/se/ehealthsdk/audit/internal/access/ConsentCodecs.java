package se.ehealthsdk.audit.internal.access;

import static se.ehealthsdk.audit.internal.access.CommonTypes.hsaId;
import static se.ehealthsdk.audit.internal.access.CommonTypes.required;

import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.Consent;
import se.ehealthsdk.audit.access.ConsentRegistration;
import se.ehealthsdk.audit.access.ConsentType;
import se.ehealthsdk.audit.access.ExtendedConsent;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.CheckConsent;
import se.ehealthsdk.audit.contract.CheckConsentAnswer;
import se.ehealthsdk.audit.contract.EndRegistration;
import se.ehealthsdk.audit.contract.ExtendedPatientQuery;
import se.ehealthsdk.audit.contract.ListAnswer;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.audit.contract.PatientQuery;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of informationsecurity:authorization:consent 2.0. */
public final class ConsentCodecs {

    /** The only scope that the contract knows. */
    private static final String NATIONAL = "NationalLevel";

    private static final CommonTypes TYPES =
            new CommonTypes("urn:riv:informationsecurity:authorization:consent:2", false);

    private static final RegistrationCodecs<PersonId> SHARED =
            new RegistrationCodecs<>(TYPES, "assertionId", new Patient());

    /** The request of CheckConsent. */
    public static final MessageCodec<CheckConsent> CHECK =
            new Codec<>(ConsentCodecs::writeCheck, ConsentCodecs::readCheck);

    /** The response of CheckConsent. */
    public static final MessageCodec<CheckConsentAnswer> CHECK_ANSWER =
            new Codec<>(ConsentCodecs::writeCheckAnswer, ConsentCodecs::readCheckAnswer);

    /** The request of RegisterExtendedConsent. */
    public static final MessageCodec<ConsentRegistration> REGISTER =
            new Codec<>(ConsentCodecs::writeRegistration, ConsentCodecs::readRegistration);

    /** The request of CancelExtendedConsent. */
    public static final MessageCodec<EndRegistration> CANCEL = SHARED.end("cancellationAction");

    /** The request of DeleteExtendedConsent. */
    public static final MessageCodec<EndRegistration> DELETE = SHARED.end("deletionAction");

    /** The response of the three that change something. */
    public static final MessageCodec<AccessControlResult> RESULT = SHARED.result("result");

    /** The request of GetConsentsForPatient. */
    public static final MessageCodec<PatientQuery<PersonId>> FOR_PATIENT = SHARED.patientQuery();

    /** The response of GetConsentsForPatient. */
    public static final MessageCodec<ListAnswer<Consent>> FOR_PATIENT_ANSWER =
            SHARED.list("getConsentsResult", "pdlAssertions", new Assertion());

    /** The request of GetExtendedConsentsForPatient. */
    public static final MessageCodec<ExtendedPatientQuery<PersonId>> EXTENDED_FOR_PATIENT =
            SHARED.extendedPatientQuery();

    /** The response of GetExtendedConsentsForPatient. */
    public static final MessageCodec<ListAnswer<ExtendedConsent>> EXTENDED_FOR_PATIENT_ANSWER =
            SHARED.list("getExtendedConsentsResult", "pdlAssertions", new ExtendedAssertion());

    /** The request of GetConsentsForCareProvider. */
    public static final MessageCodec<CareProviderQuery> FOR_CARE_PROVIDER =
            SHARED.careProviderQuery();

    /** The response of GetConsentsForCareProvider. */
    public static final MessageCodec<PageAnswer<Consent>> FOR_CARE_PROVIDER_ANSWER =
            SHARED.page(
                    "getAllAssertionsResult", "assertions", "cancelledAssertions", new Assertion());

    private ConsentCodecs() {}

    private static void writeCheck(CheckConsent request, ElementWriter out)
            throws XMLStreamException {
        TYPES.open(out);
        TYPES.accessingActor(request.actor(), out);
        TYPES.person("patientId", request.patient(), out);
    }

    private static CheckConsent readCheck(ElementReader in) throws XMLStreamException {
        AccessingActor actor = null;
        PersonId patient = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "accessingActor" -> actor = CommonTypes.accessingActor(in);
                case "patientId" -> patient = CommonTypes.person(in, "patientId");
                default -> in.skip();
            }
        }
        return new CheckConsent(required(actor, "accessingActor"), required(patient, "patientId"));
    }

    private static void writeCheckAnswer(CheckConsentAnswer answer, ElementWriter out)
            throws XMLStreamException {
        ElementWriter core = TYPES.open(out);
        out.start("checkResult");
        TYPES.result("result", answer.result(), core);
        core.bool("hasConsent", answer.hasConsent());
        core.text("assertionType", answer.type().map(ConsentType::code));
        out.end();
    }

    private static CheckConsentAnswer readCheckAnswer(ElementReader in) throws XMLStreamException {
        AccessControlResult result = null;
        Boolean hasConsent = null;
        ConsentType type = null;
        while (in.nextChild()) {
            if (!in.name().equals("checkResult")) {
                in.skip();
                continue;
            }
            while (in.nextChild()) {
                switch (in.name()) {
                    case "result" -> result = CommonTypes.result(in);
                    case "hasConsent" -> hasConsent = in.bool();
                    case "assertionType" -> type = type(in);
                    default -> in.skip();
                }
            }
        }
        boolean has = required(hasConsent, "hasConsent");
        return new CheckConsentAnswer(required(result, "result"), has, Optional.ofNullable(type));
    }

    private static ConsentType type(ElementReader in) throws XMLStreamException {
        String code = in.token();
        for (ConsentType type : ConsentType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw new XMLStreamException("assertionType is not one that the contract knows");
    }

    private static void writeRegistration(ConsentRegistration consent, ElementWriter out)
            throws XMLStreamException {
        TYPES.open(out);
        out.text("assertionId", consent.id());
        out.text("assertionType", consent.type().code());
        out.text("scope", NATIONAL);
        TYPES.person("patientId", consent.patient(), out);
        TYPES.hsaId("careProviderId", consent.careProvider(), out);
        TYPES.hsaId("careUnitId", consent.careUnit(), out);
        TYPES.hsaId("employeeId", consent.employee(), out);
        TYPES.time("startDate", consent.start(), out);
        TYPES.time("endDate", consent.end(), out);
        if (consent.representedBy().isPresent()) {
            TYPES.person("representedBy", consent.representedBy().get(), out);
        }
        TYPES.action("registrationAction", consent.action(), out);
    }

    private static ConsentRegistration readRegistration(ElementReader in)
            throws XMLStreamException {
        String id = null;
        ConsentType type = null;
        PersonId patient = null;
        HsaId careProvider = null;
        HsaId careUnit = null;
        HsaId employee = null;
        Instant start = null;
        Instant end = null;
        PersonId representedBy = null;
        Action action = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "assertionId" -> id = in.token();
                case "assertionType" -> type = type(in);
                case "patientId" -> patient = CommonTypes.person(in, "patientId");
                case "careProviderId" -> careProvider = hsaId(in, "careProviderId");
                case "careUnitId" -> careUnit = hsaId(in, "careUnitId");
                case "employeeId" -> employee = hsaId(in, "employeeId");
                case "startDate" -> start = in.dateTime();
                case "endDate" -> end = in.dateTime();
                case "representedBy" -> representedBy = CommonTypes.person(in, "representedBy");
                case "registrationAction" -> action = CommonTypes.action(in);
                default -> in.skip();
            }
        }
        return new ConsentRegistration(
                required(id, "assertionId"),
                required(type, "assertionType"),
                required(patient, "patientId"),
                required(careProvider, "careProviderId"),
                required(careUnit, "careUnitId"),
                Optional.ofNullable(employee),
                Optional.ofNullable(start),
                Optional.ofNullable(end),
                Optional.ofNullable(representedBy),
                required(action, "registrationAction"));
    }

    private static final class Patient implements RegistrationCodecs.Patient<PersonId> {

        @Override
        public void write(PersonId patient, ElementWriter out) throws XMLStreamException {
            TYPES.person("patientId", patient, out);
        }

        @Override
        public PersonId read(ElementReader in) throws XMLStreamException {
            return CommonTypes.person(in, "patientId");
        }
    }

    /** {@code PDLAssertionType}. */
    private static final class Assertion implements RegistrationCodecs.Item<Consent> {

        @Override
        public void write(Consent consent, ElementWriter core) throws XMLStreamException {
            core.text("assertionId", consent.id());
            core.text("assertionType", consent.type().code());
            core.text("scope", NATIONAL);
            TYPES.hsaId("careProviderId", consent.careProvider(), core);
            TYPES.hsaId("careUnitId", consent.careUnit(), core);
            TYPES.hsaId("employeeId", consent.employee(), core);
            TYPES.time("startDate", consent.start(), core);
            TYPES.time("endDate", consent.end(), core);
            core.text("ownerId", consent.owner());
            TYPES.person("patientId", consent.patient(), core);
        }

        @Override
        public Consent read(ElementReader in) throws XMLStreamException {
            String id = null;
            ConsentType type = null;
            HsaId careProvider = null;
            HsaId careUnit = null;
            HsaId employee = null;
            Instant start = null;
            Instant end = null;
            String owner = null;
            PersonId patient = null;
            while (in.nextChild()) {
                switch (in.name()) {
                    case "assertionId" -> id = in.token();
                    case "assertionType" -> type = type(in);
                    case "careProviderId" -> careProvider = hsaId(in, "careProviderId");
                    case "careUnitId" -> careUnit = hsaId(in, "careUnitId");
                    case "employeeId" -> employee = hsaId(in, "employeeId");
                    case "startDate" -> start = in.dateTime();
                    case "endDate" -> end = in.dateTime();
                    case "ownerId" -> owner = in.text();
                    case "patientId" -> patient = CommonTypes.person(in, "patientId");
                    default -> in.skip();
                }
            }
            return new Consent(
                    required(id, "assertionId"),
                    required(type, "assertionType"),
                    required(careProvider, "careProviderId"),
                    required(careUnit, "careUnitId"),
                    Optional.ofNullable(employee),
                    required(start, "startDate"),
                    Optional.ofNullable(end),
                    Optional.ofNullable(owner),
                    required(patient, "patientId"));
        }
    }

    /** {@code ExtendedPDLAssertionType}. */
    private static final class ExtendedAssertion
            implements RegistrationCodecs.Item<ExtendedConsent> {

        private final Assertion assertion = new Assertion();

        @Override
        public void write(ExtendedConsent extended, ElementWriter core) throws XMLStreamException {
            core.start("pDLAssertion");
            assertion.write(extended.consent(), core);
            core.end();
            if (extended.representedBy().isPresent()) {
                TYPES.person("representedBy", extended.representedBy().get(), core);
            }
            TYPES.action("registrationInfo", extended.registered(), core);
            TYPES.action("cancellationInfo", extended.cancelled(), core);
            TYPES.action("deletionInfo", extended.deleted(), core);
        }

        @Override
        public ExtendedConsent read(ElementReader in) throws XMLStreamException {
            Consent consent = null;
            PersonId representedBy = null;
            Action registered = null;
            Action cancelled = null;
            Action deleted = null;
            while (in.nextChild()) {
                switch (in.name()) {
                    case "pDLAssertion" -> consent = assertion.read(in);
                    case "representedBy" -> representedBy = CommonTypes.person(in, "representedBy");
                    case "registrationInfo" -> registered = CommonTypes.action(in);
                    case "cancellationInfo" -> cancelled = CommonTypes.action(in);
                    case "deletionInfo" -> deleted = CommonTypes.action(in);
                    default -> in.skip();
                }
            }
            return new ExtendedConsent(
                    required(consent, "pDLAssertion"),
                    Optional.ofNullable(representedBy),
                    required(registered, "registrationInfo"),
                    Optional.ofNullable(cancelled),
                    Optional.ofNullable(deleted));
        }
    }
}
