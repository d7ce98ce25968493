package se.ehealthsdk.audit.internal.access;

import static se.ehealthsdk.audit.internal.access.CommonTypes.hsaId;
import static se.ehealthsdk.audit.internal.access.CommonTypes.name;
import static se.ehealthsdk.audit.internal.access.CommonTypes.required;

import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.ExtendedPatientRelation;
import se.ehealthsdk.audit.access.PatientRelation;
import se.ehealthsdk.audit.access.PatientRelationRegistration;
import se.ehealthsdk.audit.access.UntypedPersonId;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.CheckPatientRelation;
import se.ehealthsdk.audit.contract.CheckPatientRelationAnswer;
import se.ehealthsdk.audit.contract.EndRegistration;
import se.ehealthsdk.audit.contract.ExtendedPatientQuery;
import se.ehealthsdk.audit.contract.ListAnswer;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.audit.contract.PatientQuery;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of ehr:patientrelationship 1.0. */
public final class PatientRelationCodecs {

    private static final CommonTypes TYPES =
            new CommonTypes("urn:riv:ehr:patientrelationship:1", true);

    private static final RegistrationCodecs<UntypedPersonId> SHARED =
            new RegistrationCodecs<>(TYPES, "patientRelationId", new Patient());

    /** The request of CheckPatientRelation. */
    public static final MessageCodec<CheckPatientRelation> CHECK =
            new Codec<>(PatientRelationCodecs::writeCheck, PatientRelationCodecs::readCheck);

    /** The response of CheckPatientRelation. */
    public static final MessageCodec<CheckPatientRelationAnswer> CHECK_ANSWER =
            new Codec<>(
                    PatientRelationCodecs::writeCheckAnswer,
                    PatientRelationCodecs::readCheckAnswer);

    /** The request of RegisterExtendedPatientRelation. */
    public static final MessageCodec<PatientRelationRegistration> REGISTER =
            new Codec<>(
                    PatientRelationCodecs::writeRegistration,
                    PatientRelationCodecs::readRegistration);

    /** The request of CancelExtendedPatientRelation. */
    public static final MessageCodec<EndRegistration> CANCEL = SHARED.end("cancellationAction");

    /** The request of DeleteExtendedPatientRelation. */
    public static final MessageCodec<EndRegistration> DELETE = SHARED.end("deletionAction");

    /** The response of the three that change something. */
    public static final MessageCodec<AccessControlResult> RESULT = SHARED.result("resultType");

    /** The request of GetPatientRelationsForPatient. */
    public static final MessageCodec<PatientQuery<UntypedPersonId>> FOR_PATIENT =
            SHARED.patientQuery();

    /** The response of GetPatientRelationsForPatient. */
    public static final MessageCodec<ListAnswer<PatientRelation>> FOR_PATIENT_ANSWER =
            SHARED.list("getPatientRelationsResultType", "patientRelations", new Relation());

    /** The request of GetExtendedPatientRelationsForPatient. */
    public static final MessageCodec<ExtendedPatientQuery<UntypedPersonId>> EXTENDED_FOR_PATIENT =
            SHARED.extendedPatientQuery();

    /** The response of GetExtendedPatientRelationsForPatient. */
    public static final MessageCodec<ListAnswer<ExtendedPatientRelation>>
            EXTENDED_FOR_PATIENT_ANSWER =
                    SHARED.list(
                            "getExtendedPatientRelationResultType",
                            "extendedPatientRelations",
                            new ExtendedRelation());

    /** The request of GetPatientRelationsForCareProvider. */
    public static final MessageCodec<CareProviderQuery> FOR_CARE_PROVIDER =
            SHARED.careProviderQuery();

    /** The response of GetPatientRelationsForCareProvider. */
    public static final MessageCodec<PageAnswer<PatientRelation>> FOR_CARE_PROVIDER_ANSWER =
            SHARED.page(
                    "getAllPatientRelationsResultType",
                    "patientRelations",
                    "cancelledPatientRelations",
                    new Relation());

    private PatientRelationCodecs() {}

    private static void writeCheck(CheckPatientRelation request, ElementWriter out)
            throws XMLStreamException {
        TYPES.open(out);
        TYPES.accessingActor(request.actor(), out);
        TYPES.text("patientId", request.patient().value(), out);
    }

    private static CheckPatientRelation readCheck(ElementReader in) throws XMLStreamException {
        AccessingActor actor = null;
        UntypedPersonId patient = null;
        while (in.nextChild()) {
            switch (name(in)) {
                case "accessingActor" -> actor = CommonTypes.accessingActor(in);
                case "patientId" -> patient = new UntypedPersonId(in.token());
                default -> in.skip();
            }
        }
        return new CheckPatientRelation(
                required(actor, "AccessingActor"), required(patient, "PatientId"));
    }

    private static void writeCheckAnswer(CheckPatientRelationAnswer answer, ElementWriter out)
            throws XMLStreamException {
        ElementWriter core = TYPES.open(out);
        out.start("CheckResultType");
        TYPES.result("result", answer.result(), core);
        core.bool("HasPatientrelation", answer.hasPatientRelation());
        out.end();
    }

    private static CheckPatientRelationAnswer readCheckAnswer(ElementReader in)
            throws XMLStreamException {
        AccessControlResult result = null;
        Boolean has = null;
        while (in.nextChild()) {
            if (!name(in).equals("checkResultType")) {
                in.skip();
                continue;
            }
            while (in.nextChild()) {
                switch (name(in)) {
                    case "result" -> result = CommonTypes.result(in);
                    case "hasPatientrelation" -> has = in.bool();
                    default -> in.skip();
                }
            }
        }
        boolean hasRelation = required(has, "HasPatientrelation");
        return new CheckPatientRelationAnswer(required(result, "Result"), hasRelation);
    }

    private static void writeRegistration(PatientRelationRegistration relation, ElementWriter out)
            throws XMLStreamException {
        TYPES.open(out);
        TYPES.text("patientRelationId", relation.id(), out);
        TYPES.text("patientId", relation.patient().value(), out);
        TYPES.hsaId("careProviderId", relation.careProvider(), out);
        TYPES.hsaId("careUnitId", relation.careUnit(), out);
        TYPES.hsaId("employeeId", relation.employee(), out);
        TYPES.time("startDate", relation.start(), out);
        TYPES.time("endDate", relation.end(), out);
        TYPES.action("registrationAction", relation.action(), out);
    }

    private static PatientRelationRegistration readRegistration(ElementReader in)
            throws XMLStreamException {
        String id = null;
        UntypedPersonId patient = null;
        HsaId careProvider = null;
        HsaId careUnit = null;
        HsaId employee = null;
        Instant start = null;
        Instant end = null;
        Action action = null;
        while (in.nextChild()) {
            switch (name(in)) {
                case "patientRelationId" -> id = in.token();
                case "patientId" -> patient = new UntypedPersonId(in.token());
                case "careProviderId" -> careProvider = hsaId(in, "CareProviderId");
                case "careUnitId" -> careUnit = hsaId(in, "CareUnitId");
                case "employeeId" -> employee = hsaId(in, "EmployeeId");
                case "startDate" -> start = in.dateTime();
                case "endDate" -> end = in.dateTime();
                case "registrationAction" -> action = CommonTypes.action(in);
                default -> in.skip();
            }
        }
        return new PatientRelationRegistration(
                required(id, "PatientRelationId"),
                required(patient, "PatientId"),
                required(careProvider, "CareProviderId"),
                required(careUnit, "CareUnitId"),
                required(employee, "EmployeeId"),
                Optional.ofNullable(start),
                required(end, "EndDate"),
                required(action, "RegistrationAction"));
    }

    private static final class Patient implements RegistrationCodecs.Patient<UntypedPersonId> {

        @Override
        public void write(UntypedPersonId patient, ElementWriter out) throws XMLStreamException {
            TYPES.text("patientId", patient.value(), out);
        }

        @Override
        public UntypedPersonId read(ElementReader in) throws XMLStreamException {
            return new UntypedPersonId(in.token());
        }
    }

    /** {@code PatientRelationType}. */
    private static final class Relation implements RegistrationCodecs.Item<PatientRelation> {

        @Override
        public void write(PatientRelation relation, ElementWriter core) throws XMLStreamException {
            TYPES.text("patientRelationId", relation.id(), core);
            TYPES.text("patientId", relation.patient().value(), core);
            TYPES.hsaId("careProviderId", relation.careProvider(), core);
            TYPES.hsaId("careUnitId", relation.careUnit(), core);
            TYPES.hsaId("employeeId", relation.employee(), core);
            TYPES.time("startDate", relation.start(), core);
            TYPES.time("endDate", relation.end(), core);
            TYPES.text("ownerId", relation.owner(), core);
        }

        @Override
        public PatientRelation read(ElementReader in) throws XMLStreamException {
            String id = null;
            UntypedPersonId patient = null;
            HsaId careProvider = null;
            HsaId careUnit = null;
            HsaId employee = null;
            Instant start = null;
            Instant end = null;
            String owner = null;
            while (in.nextChild()) {
                switch (name(in)) {
                    case "patientRelationId" -> id = in.token();
                    case "patientId" -> patient = new UntypedPersonId(in.token());
                    case "careProviderId" -> careProvider = hsaId(in, "CareProviderId");
                    case "careUnitId" -> careUnit = hsaId(in, "CareUnitId");
                    case "employeeId" -> employee = hsaId(in, "EmployeeId");
                    case "startDate" -> start = in.dateTime();
                    case "endDate" -> end = in.dateTime();
                    case "ownerId" -> owner = in.text();
                    default -> in.skip();
                }
            }
            return new PatientRelation(
                    required(id, "PatientRelationId"),
                    required(patient, "PatientId"),
                    required(careProvider, "CareProviderId"),
                    required(careUnit, "CareUnitId"),
                    required(employee, "EmployeeId"),
                    required(start, "StartDate"),
                    required(end, "EndDate"),
                    Optional.ofNullable(owner));
        }
    }

    /** {@code ExtendedPatientRelationType}. */
    private static final class ExtendedRelation
            implements RegistrationCodecs.Item<ExtendedPatientRelation> {

        private final Relation relation = new Relation();

        @Override
        public void write(ExtendedPatientRelation extended, ElementWriter core)
                throws XMLStreamException {
            core.start("PatientRelation");
            relation.write(extended.relation(), core);
            core.end();
            TYPES.action("registrationInfo", extended.registered(), core);
            TYPES.action("cancellationInfo", extended.cancelled(), core);
            TYPES.action("deletionInfo", extended.deleted(), core);
        }

        @Override
        public ExtendedPatientRelation read(ElementReader in) throws XMLStreamException {
            PatientRelation registeredRelation = null;
            Action registered = null;
            Action cancelled = null;
            Action deleted = null;
            while (in.nextChild()) {
                switch (name(in)) {
                    case "patientRelation" -> registeredRelation = relation.read(in);
                    case "registrationInfo" -> registered = CommonTypes.action(in);
                    case "cancellationInfo" -> cancelled = CommonTypes.action(in);
                    case "deletionInfo" -> deleted = CommonTypes.action(in);
                    default -> in.skip();
                }
            }
            return new ExtendedPatientRelation(
                    required(registeredRelation, "PatientRelation"),
                    required(registered, "RegistrationInfo"),
                    Optional.ofNullable(cancelled),
                    Optional.ofNullable(deleted));
        }
    }
}
