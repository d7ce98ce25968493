package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.ListSickLeavesForCare;
import se.ehealthsdk.certificate.contract.SickLeave;
import se.ehealthsdk.certificate.contract.SickLeave.Diagnosis;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of ListSickLeavesForCare 1. */
public final class SickLeaveCodecs {

    /** The request. */
    public static final MessageCodec<ListSickLeavesForCare> LIST =
            new Codec<>(SickLeaveCodecs::write, SickLeaveCodecs::read);

    /** The response. */
    public static final MessageCodec<List<SickLeave>> LIST_ANSWER =
            new Codec<>(SickLeaveCodecs::writeAnswer, SickLeaveCodecs::readAnswer);

    private SickLeaveCodecs() {}

    private static void write(ListSickLeavesForCare request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        Fields.hsaId("enhets-id", request.unit(), out);
        Fields.number("maxDagarMellanIntyg", request.maxDaysBetween(), out);
        Fields.number("minstaSjukskrivningslangd", request.minDays(), out);
        Fields.number("maxSjukskrivningslangd", request.maxDays(), out);
        for (HsaId professional : request.professionals()) {
            Fields.hsaId("personal-id", professional, out);
        }
    }

    private static ListSickLeavesForCare read(ElementReader in) throws XMLStreamException {
        HsaId unit = null;
        Integer maxDaysBetween = null;
        OptionalInt minDays = OptionalInt.empty();
        OptionalInt maxDays = OptionalInt.empty();
        List<HsaId> professionals = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "enhets-id" -> unit = Fields.hsaId(in);
                case "maxDagarMellanIntyg" -> maxDaysBetween = Fields.number(in);
                case "minstaSjukskrivningslangd" -> minDays = OptionalInt.of(Fields.number(in));
                case "maxSjukskrivningslangd" -> maxDays = OptionalInt.of(Fields.number(in));
                case "personal-id" -> professionals.add(Fields.hsaId(in));
                default -> in.skip();
            }
        }
        return new ListSickLeavesForCare(
                required(unit, "enhets-id"),
                required(maxDaysBetween, "maxDagarMellanIntyg"),
                minDays,
                maxDays,
                professionals);
    }

    private static void writeAnswer(List<SickLeave> sickLeaves, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.start("sjukfallLista");
        for (SickLeave each : sickLeaves) {
            out.start("sjukfall");
            WireParts.person("person-id", each.patient(), out);
            out.text("patientFullstandigtNamn", each.patientName());
            WireParts.identifier("enhets-id", each.unit(), out);
            WireParts.identifier("personal-id", each.professional(), out);
            Fields.date("startdatum", Optional.of(each.start()), out);
            Fields.date("slutdatum", Optional.of(each.end()), out);
            out.start("diagnoskod");
            out.text("code", each.diagnosis().code());
            out.text("codeSystem", each.diagnosis().codeSystem());
            out.text("codeSystemName", each.diagnosis().codeSystemName());
            out.text("codeSystemVersion", each.diagnosis().codeSystemVersion());
            out.text("displayName", each.diagnosis().displayName());
            out.text("originalText", each.diagnosis().originalText());
            out.end();
            Fields.number("antalIntyg", each.certificates(), out);
            Fields.number("sjukskrivningslangd", each.days(), out);
            out.start("sjukskrivningsgrad");
            Fields.number("aktivGrad", each.currentDegree(), out);
            out.start("grader");
            for (int degree : each.degrees()) {
                Fields.number("grad", degree, out);
            }
            out.end();
            out.end();
            out.end();
        }
        out.end();
    }

    private static List<SickLeave> readAnswer(ElementReader in) throws XMLStreamException {
        List<SickLeave> sickLeaves = null;
        while (in.nextChild()) {
            if (!in.name().equals("sjukfallLista")) {
                in.skip();
                continue;
            }
            sickLeaves = new ArrayList<>();
            while (in.nextChild()) {
                if (in.name().equals("sjukfall")) {
                    sickLeaves.add(readSickLeave(in));
                } else {
                    in.skip();
                }
            }
        }
        return List.copyOf(required(sickLeaves, "sjukfallLista"));
    }

    private static SickLeave readSickLeave(ElementReader in) throws XMLStreamException {
        Identifier patient = null;
        String patientName = null;
        Identifier unit = null;
        Identifier professional = null;
        LocalDate start = null;
        LocalDate end = null;
        Diagnosis diagnosis = null;
        Integer certificates = null;
        Integer days = null;
        Integer currentDegree = null;
        List<Integer> degrees = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "person-id" -> patient = WireParts.identifier(in);
                case "patientFullstandigtNamn" -> patientName = in.text();
                case "enhets-id" -> unit = WireParts.identifier(in);
                case "personal-id" -> professional = WireParts.identifier(in);
                case "startdatum" -> start = Fields.date(in);
                case "slutdatum" -> end = Fields.date(in);
                case "diagnoskod" -> diagnosis = readDiagnosis(in);
                case "antalIntyg" -> certificates = Fields.number(in);
                case "sjukskrivningslangd" -> days = Fields.number(in);
                case "sjukskrivningsgrad" -> currentDegree = readDegrees(in, degrees);
                default -> in.skip();
            }
        }
        return new SickLeave(
                required(patient, "person-id"),
                Optional.ofNullable(patientName),
                required(unit, "enhets-id"),
                required(professional, "personal-id"),
                required(start, "startdatum"),
                required(end, "slutdatum"),
                required(diagnosis, "diagnoskod"),
                required(certificates, "antalIntyg"),
                required(days, "sjukskrivningslangd"),
                required(currentDegree, "sjukskrivningsgrad"),
                degrees);
    }

    private static Diagnosis readDiagnosis(ElementReader in) throws XMLStreamException {
        String code = null;
        String codeSystem = null;
        String codeSystemName = null;
        String codeSystemVersion = null;
        String displayName = null;
        String originalText = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "code" -> code = in.text();
                case "codeSystem" -> codeSystem = in.text();
                case "codeSystemName" -> codeSystemName = in.text();
                case "codeSystemVersion" -> codeSystemVersion = in.text();
                case "displayName" -> displayName = in.text();
                case "originalText" -> originalText = in.text();
                default -> in.skip();
            }
        }
        return new Diagnosis(
                required(code, "code"),
                Optional.ofNullable(codeSystem),
                Optional.ofNullable(codeSystemName),
                Optional.ofNullable(codeSystemVersion),
                Optional.ofNullable(displayName),
                Optional.ofNullable(originalText));
    }

    private static int readDegrees(ElementReader in, List<Integer> degrees)
            throws XMLStreamException {
        Integer current = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "aktivGrad" -> current = Fields.number(in);
                case "grader" -> {
                    while (in.nextChild()) {
                        if (in.name().equals("grad")) {
                            degrees.add(Fields.number(in));
                        } else {
                            in.skip();
                        }
                    }
                }
                default -> in.skip();
            }
        }
        return required(current, "aktivGrad");
    }
}
