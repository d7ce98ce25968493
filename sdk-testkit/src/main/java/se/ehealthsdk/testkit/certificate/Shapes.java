package se.ehealthsdk.testkit.certificate;

import static se.ehealthsdk.testkit.certificate.Shape.TEXT;
import static se.ehealthsdk.testkit.certificate.Shape.part;
import static se.ehealthsdk.testkit.certificate.Shape.parts;
import static se.ehealthsdk.testkit.certificate.Shape.pattern;
import static se.ehealthsdk.testkit.certificate.Shape.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.certificate.Shape.Part;

/**
 * What the schemas ask of each request.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, the responders of the versions in {@link Wire}, core 3.3,
 * types 3.2, extensions 3.2 to 3.4.
 */
final class Shapes {

    private static final Shape SOME_TEXT = text("any text at all", value -> !value.isEmpty());
    private static final Shape NUMBER = text("a whole number", Shapes::isInt);
    private static final Shape TIME =
            text("YYYY-MM-DDThh:mm:ss", value -> Wire.time(value).isPresent());
    private static final Shape DAY = text("YYYY-MM-DD", Shapes::isDay);
    private static final Shape QUESTION = pattern("a question's id", "[0-9]+");
    private static final Shape SIGNATURE = Shape.anything();

    private static final Shape CERTIFICATE_ID =
            parts(false, types("root", TEXT), types("extension", TEXT));
    private static final Shape HSA_ID = identifier("1.2.752.129.2.1.4.1", SOME_TEXT);
    private static final Shape WORKPLACE = identifier(Wire.WORKPLACE_CODES, SOME_TEXT);
    private static final Shape PERSON =
            parts(
                    false,
                    types(
                            "root",
                            pattern("a root of persons", "1\\.2\\.752\\.129\\.2\\.1\\.3\\.[13]")),
                    types("extension", pattern("twelve digits", "[0-9]{12}")));

    private static final Shape FREE_CODE =
            parts(
                    false,
                    types("code", TEXT),
                    types("codeSystem", TEXT),
                    types("displayName", TEXT).optional());
    private static final Shape PARTY = code(Wire.PART_CODES);
    private static final Shape SUBJECT = code(Wire.SUBJECT_CODES);

    private static final Shape CARE_PROVIDER =
            parts(true, core("vardgivare-id", HSA_ID), core("vardgivarnamn", TEXT));

    private static final Shape UNIT =
            parts(
                    true,
                    core("enhets-id", HSA_ID),
                    core("arbetsplatskod", WORKPLACE),
                    core("enhetsnamn", TEXT),
                    core("postadress", TEXT),
                    core("postnummer", TEXT),
                    core("postort", TEXT),
                    core("telefonnummer", TEXT),
                    core("epost", SOME_TEXT).optional(),
                    core("vardgivare", CARE_PROVIDER));

    private static final Shape STAFF =
            parts(
                    false,
                    core("personal-id", HSA_ID),
                    core("fullstandigtNamn", TEXT),
                    core("forskrivarkod", TEXT).optional(),
                    core("befattning", code("1.2.752.129.2.2.1.4")).repeated(),
                    core("enhet", UNIT),
                    core(
                                    "specialistkompetens",
                                    parts(
                                            false,
                                            types("code", TEXT),
                                            types("displayName", TEXT).optional()))
                            .repeated(),
                    part(Wire.EXTENSION_2, "legitimeratYrke", code("1.2.752.29.23.1.6"))
                            .repeated());

    private static final Shape PATIENT =
            parts(
                    false,
                    core("person-id", PERSON),
                    core("fornamn", TEXT),
                    core("efternamn", TEXT),
                    core("mellannamn", TEXT).optional(),
                    core("postadress", TEXT),
                    core("postnummer", TEXT),
                    core("postort", TEXT),
                    part(
                                    Wire.EXTENSION_2,
                                    "kallaAdressuppgifter",
                                    code("4ade8de2-effe-41d0-b177-fedc820e69fa"))
                            .optional());

    private static final Shape RELATION =
            parts(true, core("typ", code(Wire.RELATION_CODES)), core("intygs-id", CERTIFICATE_ID));

    private static final Shape STATUS =
            parts(
                    true,
                    core("part", PARTY),
                    core("status", code(Wire.STATUS_CODES)),
                    core("tidpunkt", TIME));

    private static final Map<String, Shape> TYPED =
            Map.of(
                    "cv", codedValue(),
                    "pq", parts(false, types("value", TEXT), types("unit", TEXT)),
                    "datePeriod", period(DAY),
                    "timePeriod", period(TIME),
                    "ii", parts(false, types("root", TEXT), types("extension", TEXT).optional()),
                    "timestamp", TIME,
                    "date", DAY);

    private static final Predicate<String> PART_ID =
            Pattern.compile("[0-9]+\\.[0-9]+").asMatchPredicate();
    private static final Predicate<String> ANSWER_ID = Pattern.compile("[0-9]+").asMatchPredicate();

    /** Mixed content: text, or elements that must be right where their namespace is known. */
    private static final Shape PART_ANSWER =
            node -> {
                if (!PART_ID.test(node.attribute("id"))) {
                    return Optional.of("/@id is not a part question's id");
                }
                for (Node child : node.children()) {
                    if (child.namespace().equals(Wire.CORE)) {
                        return Optional.of("/" + child.local() + " has no place there");
                    }
                    Shape typed = TYPED.get(child.local());
                    if (child.namespace().equals(Wire.TYPES) && typed != null) {
                        Optional<String> wrong = typed.wrong(child);
                        if (wrong.isPresent()) {
                            return Optional.of("/" + child.local() + wrong.get());
                        }
                    }
                }
                return Optional.empty();
            };

    private static final Shape ANSWER_PARTS =
            parts(true, core("instans", NUMBER).optional(), core("delsvar", PART_ANSWER).several());

    private static final Shape ANSWER =
            node ->
                    ANSWER_ID.test(node.attribute("id"))
                            ? ANSWER_PARTS.wrong(node)
                            : Optional.of("/@id is not a question's id");

    private static final Shape CERTIFICATE =
            parts(
                    false,
                    core("intygs-id", CERTIFICATE_ID),
                    core("mottagare", PARTY).repeated(),
                    core("typ", FREE_CODE),
                    core("version", TEXT),
                    core("signeringstidpunkt", TIME).optional(),
                    core("skickatTidpunkt", TIME).optional(),
                    core("patient", PATIENT),
                    core("skapadAv", STAFF),
                    core("relation", RELATION).repeated(),
                    core("status", STATUS).repeated(),
                    core("svar", ANSWER).repeated(),
                    part(Wire.EXTENSION_2, "underskrift", SIGNATURE).optional());

    private static final Shape MESSAGE_REFERENCE =
            parts(true, core("meddelande-id", TEXT), core("referens-id", TEXT).optional());

    private static final Map<String, Shape> REQUESTS =
            Map.ofEntries(
                    Map.entry(Wire.REGISTER.namespace(), register()),
                    Map.entry(Wire.GET.namespace(), get()),
                    Map.entry(Wire.LIST.namespace(), list()),
                    Map.entry(Wire.LIST_WITH_QA.namespace(), listWithQa()),
                    Map.entry(Wire.REVOKE.namespace(), revoke()),
                    Map.entry(Wire.SEND.namespace(), send()),
                    Map.entry(Wire.MESSAGE_TO_CARE.namespace(), messageToCare()),
                    Map.entry(Wire.MESSAGE_TO_RECIPIENT.namespace(), messageToRecipient()),
                    Map.entry(Wire.CREATE_DRAFT.namespace(), createDraft()),
                    Map.entry(Wire.SET_STATUS.namespace(), setStatus()),
                    Map.entry(Wire.SICK_LEAVES.namespace(), sickLeaves()));

    private Shapes() {}

    /** What is wrong with a request by its schema. */
    static Optional<String> wrong(RivtaContract<?, ?> contract, Node request) {
        Shape shape = REQUESTS.get(contract.namespace());
        return shape == null
                ? Optional.empty()
                : shape.wrong(request).map(wrong -> request.local() + wrong);
    }

    private static Shape register() {
        String in = Wire.REGISTER.namespace();
        return parts(
                true,
                part(in, "svarPa", MESSAGE_REFERENCE).optional(),
                part(in, "intyg", CERTIFICATE));
    }

    private static Shape get() {
        String in = Wire.GET.namespace();
        return parts(true, part(in, "intygs-id", CERTIFICATE_ID), part(in, "part", PARTY));
    }

    private static Shape list() {
        String in = Wire.LIST.namespace();
        return Shape.either(
                parts(true, part(in, "person-id", PERSON), part(in, "enhets-id", HSA_ID).several()),
                parts(true, part(in, "person-id", PERSON), part(in, "vardgivar-id", HSA_ID)));
    }

    private static Shape listWithQa() {
        String in = Wire.LIST_WITH_QA.namespace();
        return parts(
                true,
                part(in, "person-id", PERSON),
                part(in, "enhets-id", HSA_ID).repeated(),
                part(in, "vardgivar-id", HSA_ID).optional(),
                part(in, "fromTidpunkt", TIME).optional(),
                part(in, "tomTidpunkt", TIME).optional());
    }

    private static Shape revoke() {
        String in = Wire.REVOKE.namespace();
        return parts(
                true,
                part(in, "meddelande", TEXT).optional(),
                part(in, "skickatTidpunkt", TIME),
                part(in, "intygs-id", CERTIFICATE_ID),
                part(in, "patientPerson-id", PERSON),
                part(in, "skickatAv", STAFF));
    }

    private static Shape send() {
        String in = Wire.SEND.namespace();
        return parts(
                true,
                part(in, "skickatTidpunkt", TIME),
                part(in, "intygs-id", CERTIFICATE_ID),
                part(in, "patientPerson-id", PERSON),
                part(in, "mottagare", PARTY),
                part(
                        in,
                        "skickatAv",
                        Shape.either(
                                parts(false, part(in, "hosPersonal", STAFF)),
                                parts(false, part(in, "person-id", PERSON)))));
    }

    private static Shape messageToCare() {
        String in = Wire.MESSAGE_TO_CARE.namespace();
        Shape sender =
                parts(true, part(in, "part", PARTY), part(in, "kontaktInfo", TEXT).repeated());
        Shape completion =
                parts(
                        true,
                        part(in, "frage-id", QUESTION),
                        part(in, "instans", NUMBER).optional(),
                        part(in, "text", TEXT));
        return message(in, sender, part(in, "komplettering", completion).repeated());
    }

    private static Shape messageToRecipient() {
        return message(Wire.MESSAGE_TO_RECIPIENT.namespace(), STAFF);
    }

    private static Shape message(String in, Shape sender, Part... between) {
        List<Part> all =
                new ArrayList<>(
                        List.of(
                                part(in, "meddelande-id", TEXT),
                                part(in, "referens-id", TEXT).optional(),
                                part(in, "skickatTidpunkt", TIME),
                                part(in, "intygs-id", CERTIFICATE_ID),
                                part(in, "patientPerson-id", PERSON),
                                part(in, "logiskAdressMottagare", TEXT),
                                part(in, "amne", SUBJECT),
                                part(in, "rubrik", TEXT).optional(),
                                part(in, "meddelande", TEXT),
                                part(in, "paminnelseMeddelande-id", TEXT).optional(),
                                part(in, "svarPa", MESSAGE_REFERENCE).optional(),
                                part(in, "skickatAv", sender)));
        all.addAll(List.of(between));
        all.add(part(in, "sistaDatumForSvar", DAY).optional());
        return parts(true, all.toArray(Part[]::new));
    }

    private static Shape createDraft() {
        String in = Wire.CREATE_DRAFT.namespace();
        Shape unit = parts(true, part(in, "enhets-id", HSA_ID), part(in, "enhetsnamn", TEXT));
        Shape creator =
                parts(
                        true,
                        part(in, "personal-id", HSA_ID),
                        part(in, "fullstandigtNamn", TEXT),
                        part(in, "enhet", unit));
        Shape draft =
                parts(
                        false,
                        part(in, "typAvIntyg", FREE_CODE),
                        part(in, "patient", PATIENT),
                        part(in, "skapadAv", creator),
                        part(in, "ref", TEXT).optional(),
                        part(
                                        Wire.EXTENSION_3,
                                        "forifyllnad",
                                        parts(
                                                true,
                                                part(Wire.EXTENSION_3, "svar", ANSWER).repeated()))
                                .optional());
        return parts(true, part(in, "intyg", draft));
    }

    private static Shape setStatus() {
        String in = Wire.SET_STATUS.namespace();
        return parts(
                true,
                part(in, "intygs-id", CERTIFICATE_ID),
                part(in, "part", PARTY),
                part(in, "status", code(Wire.STATUS_CODES)),
                part(in, "tidpunkt", TIME));
    }

    private static Shape sickLeaves() {
        String in = Wire.SICK_LEAVES.namespace();
        return parts(
                true,
                part(in, "enhets-id", HSA_ID),
                part(in, "maxDagarMellanIntyg", NUMBER),
                part(in, "minstaSjukskrivningslangd", NUMBER).optional(),
                part(in, "maxSjukskrivningslangd", NUMBER).optional(),
                part(in, "personal-id", HSA_ID).repeated());
    }

    private static Part core(String name, Shape shape) {
        return part(Wire.CORE, name, shape);
    }

    private static Part types(String name, Shape shape) {
        return part(Wire.TYPES, name, shape);
    }

    private static Shape identifier(String root, Shape extension) {
        return parts(
                false,
                types(
                        "root",
                        text("the root " + root, value -> value.isEmpty() || value.equals(root))),
                types("extension", extension));
    }

    private static Shape code(String codeSystem) {
        return parts(
                false,
                types("code", TEXT),
                types(
                        "codeSystem",
                        text(
                                "the code system " + codeSystem,
                                value -> value.isEmpty() || value.equals(codeSystem))),
                types("displayName", TEXT).optional());
    }

    private static Shape codedValue() {
        return parts(
                false,
                types("code", TEXT),
                types("codeSystem", TEXT),
                types("codeSystemName", TEXT).optional(),
                types("codeSystemVersion", TEXT).optional(),
                types("displayName", TEXT).optional(),
                types("originalText", TEXT).optional());
    }

    private static Shape period(Shape end) {
        return parts(false, types("start", end).optional(), types("end", end).optional());
    }

    private static boolean isInt(String value) {
        try {
            Integer.parseInt(value.strip());
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean isDay(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
