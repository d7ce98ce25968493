package se.ehealthsdk.discharge.internal.careplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.GetCarePlans;
import se.ehealthsdk.discharge.careplan.GetCarePlans.DatePeriod;
import se.ehealthsdk.discharge.careplan.GetCarePlansAnswer;
import se.ehealthsdk.discharge.careplan.PatientId;
import se.ehealthsdk.discharge.careplan.Result;

/** The messages of GetCarePlans 2.0. Written by the schema; read by the schema's names and those of the description. */
public final class CarePlanCodecs {

    /** The request. */
    public static final MessageCodec<GetCarePlans> REQUEST =
            new MessageCodec<>() {
                @Override
                public void write(GetCarePlans message, ElementWriter out)
                        throws XMLStreamException {
                    writeRequest(message, out);
                }

                @Override
                public GetCarePlans read(ElementReader in) throws XMLStreamException {
                    return readRequest(in);
                }
            };

    /** The response. */
    public static final MessageCodec<GetCarePlansAnswer> ANSWER =
            new MessageCodec<>() {
                @Override
                public void write(GetCarePlansAnswer message, ElementWriter out)
                        throws XMLStreamException {
                    writeAnswer(message, out);
                }

                @Override
                public GetCarePlansAnswer read(ElementReader in) throws XMLStreamException {
                    return readAnswer(in);
                }
            };

    static final String CORE = "urn:riv:clinicalprocess:logistics:logistics:3";

    private CarePlanCodecs() {}

    private static void writeRequest(GetCarePlans request, ElementWriter out)
            throws XMLStreamException {
        out.declare("core", CORE);
        ElementWriter core = out.in(CORE);
        out.text("careUnitHSAId", request.careUnits());
        out.start("patientId");
        write(request.patient(), core);
        out.end();
        if (request.period().isPresent()) {
            out.start("datePeriod");
            core.text("start", request.period().get().start());
            core.text("end", request.period().get().end());
            out.end();
        }
        out.text("sourceSystemHSAId", request.sourceSystem());
        out.text("careContactId", request.careContacts());
    }

    private static GetCarePlans readRequest(ElementReader in) throws XMLStreamException {
        List<String> units = new ArrayList<>();
        PatientId patient = null;
        DatePeriod period = null;
        String source = null;
        List<String> contacts = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "careUnitHSAId" -> units.add(in.token());
                case "patientId" -> patient = patient(in);
                case "datePeriod" -> period = period(in);
                case "sourceSystemHSAId" -> source = in.token();
                case "careContactId" -> contacts.add(in.text());
                default -> in.skip();
            }
        }
        return new GetCarePlans(
                units,
                required(patient, "patientId"),
                Optional.ofNullable(period),
                Optional.ofNullable(source).filter(each -> !each.isEmpty()),
                contacts);
    }

    static void write(PatientId patient, ElementWriter core) throws XMLStreamException {
        core.text("id", patient.id());
        core.text("type", patient.type());
    }

    static PatientId patient(ElementReader in) throws XMLStreamException {
        String id = null;
        String type = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "id" -> id = in.token();
                case "type" -> type = in.token();
                default -> in.skip();
            }
        }
        return new PatientId(required(id, "id of patientId"), required(type, "type of patientId"));
    }

    private static DatePeriod period(ElementReader in) throws XMLStreamException {
        String start = null;
        String end = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "start" -> start = in.token();
                case "end" -> end = in.token();
                default -> in.skip();
            }
        }
        return new DatePeriod(
                required(start, "start of datePeriod"), required(end, "end of datePeriod"));
    }

    private static void writeAnswer(GetCarePlansAnswer answer, ElementWriter out)
            throws XMLStreamException {
        out.declare("core", CORE);
        ElementWriter core = out.in(CORE);
        for (CarePlan plan : answer.plans()) {
            out.start("carePlan");
            PlanParts.write(plan, core);
            out.end();
        }
        out.start("result");
        Result result = answer.result();
        core.text("resultCode", result.code());
        core.text("errorCode", result.errorCode());
        core.text("logId", result.logId());
        core.text("subCode", result.subCode());
        core.text("message", result.message());
        out.end();
    }

    private static GetCarePlansAnswer readAnswer(ElementReader in) throws XMLStreamException {
        List<CarePlan> plans = new ArrayList<>();
        Result result = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "carePlan" -> plans.add(PlanParts.plan(in));
                case "result" -> result = result(in);
                default -> {
                    if (in.stream().getLocalName().equals("carePlan") && misplaced(in.stream())) {
                        // passed over, it would look like no plan
                        throw new XMLStreamException("carePlan is in a namespace of another");
                    }
                    in.skip();
                }
            }
        }
        return new GetCarePlansAnswer(plans, required(result, "result"));
    }

    /** In no namespace or another contract's; extensions (xs:any) are in namespaces of their own. */
    private static boolean misplaced(XMLStreamReader element) {
        String namespace = element.getNamespaceURI();
        return namespace == null || namespace.isEmpty() || namespace.startsWith("urn:riv:");
    }

    private static Result result(ElementReader in) throws XMLStreamException {
        String code = null;
        Optional<String> errorCode = Optional.empty();
        String logId = "";
        Optional<String> subCode = Optional.empty();
        Optional<String> message = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "resultCode" -> code = in.token();
                case "errorCode" -> errorCode = present(in.token());
                case "logId" -> logId = in.text();
                // the description writes subcode
                case "subCode", "subcode" -> subCode = present(in.text());
                case "message" -> message = present(in.text());
                default -> in.skip();
            }
        }
        return new Result(required(code, "resultCode"), errorCode, logId, subCode, message);
    }

    static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static <T> T required(@Nullable T value, String element) throws XMLStreamException {
        if (value == null) {
            throw new XMLStreamException(element + " is missing");
        }
        return value;
    }
}
