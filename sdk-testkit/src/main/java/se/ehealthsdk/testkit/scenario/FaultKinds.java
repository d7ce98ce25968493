package se.ehealthsdk.testkit.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.accesslog.LogFault;
import se.ehealthsdk.testkit.careplan.IndexFault;
import se.ehealthsdk.testkit.careplan.SourceFault;
import se.ehealthsdk.testkit.certificate.CertificateFault;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.directory.DirectoryFault;
import se.ehealthsdk.testkit.directory.UnitFileFault;
import se.ehealthsdk.testkit.discharge.DischargeFault;
import se.ehealthsdk.testkit.idp.IdpEndpoint;
import se.ehealthsdk.testkit.idp.IdpFault;
import se.ehealthsdk.testkit.person.PersonServiceFault;
import se.ehealthsdk.testkit.scenario.FaultSetting.Type;
import se.ehealthsdk.testkit.signing.SigningFault;

/**
 * Every kind of fault of every service, by the names that files and the Admin API have for them.
 *
 * <pre>{@code
 * FaultKinds.find("platform", "vp").make(Map.of("code", "VP009", "status", "503"));   // Fault.vp("VP009").producerStatus(503)
 * }</pre>
 */
public final class FaultKinds {

    /** The platform, {@code NationalServices.faults()}. */
    public static final String PLATFORM = "platform";

    /** The log service. */
    public static final String LOG = "log";

    /** Intygstjänster and Webcert. */
    public static final String CERTIFICATES = "certificates";

    /** The person data service. */
    public static final String PERSONS = "persons";

    /** The engagement index. */
    public static final String ENGAGEMENT_INDEX = "engagement-index";

    /** A source system with care plans. */
    public static final String SOURCE = "source";

    /** The identity provider. */
    public static final String IDP = "idp";

    /** The signing service. */
    public static final String SIGNING = "signing";

    /** HSA over LDAP. */
    public static final String DIRECTORY = "directory";

    /** HSA's file of all units. */
    public static final String UNIT_FILE = "unit-file";

    /** A region's discharge system. */
    public static final String DISCHARGE = "discharge";

    private static final Map<String, Map<String, FaultKind>> KINDS = catalogue();

    private FaultKinds() {}

    /** All kinds, service by service. */
    public static List<FaultKind> all() {
        return KINDS.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** The services that have faults. */
    public static List<String> services() {
        return List.copyOf(KINDS.keySet());
    }

    /**
     * The kinds of one service.
     *
     * @throws InvalidInputException if there is no such service
     */
    public static List<FaultKind> of(String service) {
        return List.copyOf(byName(service).values());
    }

    /**
     * One kind.
     *
     * @throws InvalidInputException if there is no such service, or no such kind; tells which there are
     */
    public static FaultKind find(String service, String name) {
        FaultKind kind = byName(service).get(name);
        if (kind == null) {
            throw new InvalidInputException(
                    "kind",
                    "\"" + name + "\" is no fault of \"" + service + "\"",
                    "one of " + String.join(", ", byName(service).keySet()));
        }
        return kind;
    }

    private static Map<String, FaultKind> byName(String service) {
        Map<String, FaultKind> kinds = KINDS.get(service);
        if (kinds == null) {
            throw new InvalidInputException(
                    "service",
                    "\"" + service + "\" is no service with faults",
                    "one of " + String.join(", ", KINDS.keySet()));
        }
        return kinds;
    }

    /** Name and settings of a fault, if it can be told what they are. */
    static Optional<Named> named(Object fault) {
        return FaultNames.of(fault);
    }

    /** A fault's name and settings. */
    record Named(String kind, Map<String, String> settings) {}

    private static Map<String, Map<String, FaultKind>> catalogue() {
        List<FaultKind> all = new ArrayList<>();
        platform(all);
        log(all);
        certificates(all);
        persons(all);
        carePlans(all);
        idp(all);
        signing(all);
        directory(all);
        unitFile(all);
        discharge(all);
        Map<String, Map<String, FaultKind>> byService = new LinkedHashMap<>();
        for (FaultKind each : all) {
            byService
                    .computeIfAbsent(each.service(), any -> new LinkedHashMap<>())
                    .put(each.name(), each);
        }
        return byService;
    }

    private static void platform(List<FaultKind> all) {
        FaultSetting text =
                optional("text", Type.TEXT, "Producer error", "Felets text", "The fault's text");
        FaultSetting wait =
                required("wait", Type.DURATION, "Hur sent, minst", "How late, at least");
        add(
                all,
                PLATFORM,
                "vp",
                "Tjänsteplattformen svarar med en egen felkod; anropet utförs inte.",
                "The platform answers with a code of its own; the call is not carried out.",
                s -> vp(s),
                required(
                        "code",
                        Type.TEXT,
                        "Felkoden, VP001 till VP015",
                        "The code, VP001 to VP015"),
                open(
                        "status",
                        Type.NUMBER,
                        "HTTP-status från producenten, bara för VP009",
                        "The producer's HTTP status, for VP009 alone"));
        add(
                all,
                PLATFORM,
                "producer-answered-empty",
                "VP009 därför att producenten svarade utan innehåll; anropet är utfört.",
                "VP009 because the producer answered without a body; the call has been carried out.",
                s -> Fault.producerAnsweredEmpty());
        add(
                all,
                PLATFORM,
                "producer-closed",
                "Producenten stängde förbindelsen före svaret: fel utan kod; anropet är utfört.",
                "The producer hung up before it answered: a fault without code; the call has been carried out.",
                s -> Fault.producerClosed());
        add(
                all,
                PLATFORM,
                "producer-broke-off",
                "Producenten avbröt mitt i svaret: fel utan kod; anropet är utfört.",
                "The producer hung up in the middle of its answer: a fault without code; the call has been carried out.",
                s -> Fault.producerBrokeOff());
        add(
                all,
                PLATFORM,
                "producer-answered-too-much",
                "Producentens svar var för stort: fel utan kod; anropet är utfört.",
                "The producer's answer was too large: a fault without code; the call has been carried out.",
                s -> Fault.producerAnsweredTooMuch());
        add(
                all,
                PLATFORM,
                "http",
                "En HTTP-status utan SOAP och utan plattformens rubriker.",
                "An HTTP status without SOAP and without any header of the platform's.",
                s -> Fault.http(s.count("status")),
                required("status", Type.NUMBER, "300 till 599", "300 to 599"));
        add(
                all,
                PLATFORM,
                "producer-fault",
                "Producenten svarar med SOAP-fel, HTTP 500.",
                "The producer answers with a SOAP fault, HTTP 500.",
                s -> Fault.producerFault(s.text("text")),
                text);
        add(
                all,
                PLATFORM,
                "producer-fault-with-status-200",
                "Producenten svarar med SOAP-fel och HTTP 200.",
                "The producer answers with a SOAP fault and HTTP 200.",
                s -> Fault.producerFaultWithStatus200(s.text("text")),
                text);
        add(
                all,
                PLATFORM,
                "slow",
                "Ett rätt svar som kommer sent, med slumpvis variation om så önskas.",
                "A right answer that comes late, by more or less if a jitter is set.",
                s -> Fault.slow(s.duration("wait"), s.duration("jitter")),
                wait,
                optional(
                        "jitter",
                        Type.DURATION,
                        "PT0S",
                        "Hur mycket senare, högst",
                        "How much later, at most"));
        add(
                all,
                PLATFORM,
                "endless",
                "Svaret börjar och droppar sedan i evighet.",
                "The answer begins, and then trickles without end.",
                s -> Fault.endless(s.duration("pause")),
                optional(
                        "pause",
                        Type.DURATION,
                        "PT1S",
                        "Tid mellan tecknen",
                        "The time between characters"));
        add(
                all,
                PLATFORM,
                "reset-before-processing",
                "Förbindelsen bryts innan anropet utförs.",
                "The connection is reset before the call is carried out.",
                s -> Fault.resetBeforeProcessing());
        add(
                all,
                PLATFORM,
                "reset-after-processing",
                "Anropet utförs, och förbindelsen bryts i stället för ett svar.",
                "The call is carried out, and the connection reset in the place of an answer.",
                s -> Fault.resetAfterProcessing());
        add(
                all,
                PLATFORM,
                "repeated-by-platform",
                "Svaret går förlorat och plattformen anropar producenten en gång till; klienten ser det andra svaret.",
                "The answer is lost and the platform calls the producer again; the client sees the second answer.",
                s -> Fault.repeatedByPlatform());
        add(
                all,
                PLATFORM,
                "closed-without-answer",
                "Anropet utförs, och förbindelsen stängs utan svar.",
                "The call is carried out, and the connection closed without an answer.",
                s -> Fault.closedWithoutAnswer());
        add(
                all,
                PLATFORM,
                "garbage",
                "Anropet utförs, och i stället för svar kommer skräp som inte är TLS.",
                "The call is carried out, and bytes that are not TLS come in the place of an answer.",
                s -> Fault.garbage());
        add(
                all,
                PLATFORM,
                "broken-chunk",
                "Anropet utförs, och svarets första del är trasig.",
                "The call is carried out, and the answer's first chunk is broken.",
                s -> Fault.brokenChunk());
        add(
                all,
                PLATFORM,
                "cut-off",
                "Hälften av svaret kommer, sedan stängs förbindelsen.",
                "Half of the answer comes, then the connection is closed.",
                s -> Fault.cutOff());
        add(
                all,
                PLATFORM,
                "stump",
                "Hälften av svaret, som om det vore hela.",
                "Half of the answer, as if it were the whole.",
                s -> Fault.stump());
        add(
                all,
                PLATFORM,
                "empty-answer",
                "HTTP 200 utan innehåll; anropet är utfört.",
                "HTTP 200 without any body; the call has been carried out.",
                s -> Fault.emptyAnswer());
        add(
                all,
                PLATFORM,
                "not-xml",
                "HTTP 200 med vanlig text; anropet är utfört.",
                "HTTP 200 with plain text; the call has been carried out.",
                s -> Fault.notXml());
        add(
                all,
                PLATFORM,
                "html",
                "HTTP 200 med en webbsida; anropet är utfört.",
                "HTTP 200 with a web page; the call has been carried out.",
                s -> Fault.html());
        add(
                all,
                PLATFORM,
                "wrong-namespace",
                "Rätt svar i fel namnrymd.",
                "The right answer in another namespace.",
                s -> Fault.wrongNamespace());
        add(
                all,
                PLATFORM,
                "soap-1.2",
                "Rätt svar i ett SOAP 1.2-kuvert.",
                "The right answer in an envelope of SOAP 1.2.",
                s -> Fault.soap12());
        add(
                all,
                PLATFORM,
                "doctype",
                "Rätt svar efter en DOCTYPE med en entitetsbomb.",
                "The right answer after a DOCTYPE with an entity bomb.",
                s -> Fault.doctype());
        add(
                all,
                PLATFORM,
                "lying-charset",
                "Rätt svar i ISO-8859-1 fast det sägs vara UTF-8.",
                "The right answer in ISO-8859-1 that is said to be UTF-8.",
                s -> Fault.lyingCharset());
        add(
                all,
                PLATFORM,
                "gzipped",
                "Rätt svar, komprimerat fast ingen bad om det.",
                "The right answer, compressed though nobody asked for it.",
                s -> Fault.gzipped());
        add(
                all,
                PLATFORM,
                "without-content-type",
                "Rätt svar utan Content-Type.",
                "The right answer without Content-Type.",
                s -> Fault.withoutContentType());
        add(
                all,
                PLATFORM,
                "huge",
                "Rätt svar efter väldigt många blanktecken.",
                "The right answer after very many blanks.",
                s -> Fault.huge(s.number("bytes")),
                optional(
                        "bytes",
                        Type.NUMBER,
                        "200000000",
                        "Hur många byte, minst",
                        "How many bytes, at least"));
    }

    private static Fault vp(Settings s) {
        Fault fault = Fault.vp(s.text("code"));
        return s.optional("status").isPresent() ? fault.producerStatus(s.count("status")) : fault;
    }

    private static void log(List<FaultKind> all) {
        FaultSetting wait = required("wait", Type.DURATION, "Hur sent", "How late");
        FaultSetting text =
                open("text", Type.TEXT, "Text bredvid koden", "The text beside the code");
        add(
                all,
                LOG,
                "answer-lost",
                "Loggposterna lagras; förbindelsen bryts i stället för svaret.",
                "The records are stored; the connection is reset in the place of the answer.",
                s -> LogFault.answerLost());
        add(
                all,
                LOG,
                "answer-late",
                "Loggposterna lagras genast; svaret kommer sent.",
                "The records are stored at once; the answer comes late.",
                s -> LogFault.answerLate(s.duration("wait")),
                wait);
        add(
                all,
                LOG,
                "stored-late",
                "Loggposterna lagras sent, och svaret kommer då.",
                "The records are stored late, and the answer comes then.",
                s -> LogFault.storedLate(s.duration("wait")),
                wait);
        add(
                all,
                LOG,
                "repeated-by-platform",
                "Lagras, och besvaras som dubblett redan vid första försöket.",
                "Stored, and answered as a duplicate on the first attempt.",
                s -> LogFault.repeatedByPlatform());
        add(
                all,
                LOG,
                "result",
                "Inget lagras; svaret har en annan kod än OK.",
                "Nothing is stored; the answer has a code other than OK.",
                s -> LogFault.result(s.text("code"), s.optional("text")),
                optional(
                        "code",
                        Type.TEXT,
                        "ERROR",
                        "Koden, som ACCESSDENIED",
                        "The code, as ACCESSDENIED"),
                text);
        add(
                all,
                LOG,
                "access-denied",
                "Inget lagras; systemet saknar behörighet.",
                "Nothing is stored; the system may not.",
                s -> LogFault.accessDenied());
        add(
                all,
                LOG,
                "info",
                "Lagras; svaret har koden INFO och en text.",
                "Stored; the answer has the code INFO and a text.",
                s -> LogFault.info(s.text("text")),
                optional("text", Type.TEXT, "Information", "Texten", "The text"));
        add(
                all,
                LOG,
                "soap-fault",
                "Inget lagras; ett SOAP-fel.",
                "Nothing is stored; a SOAP fault.",
                s -> LogFault.soapFault(s.text("text")),
                optional("text", Type.TEXT, "Technical error", "Felets text", "The fault's text"));
        add(
                all,
                LOG,
                "bad-record",
                "En av anropets loggposter är felaktig, nu och alltid; anropet avvisas för dess skull.",
                "One record of the call is bad, now and always; the call is refused for it.",
                s -> LogFault.badRecord(s.count("place"), s.optional("text")),
                optional(
                        "place",
                        Type.NUMBER,
                        "1",
                        "Vilken i ordningen, från 1",
                        "Which one, from 1"),
                text);
    }

    private static void certificates(List<FaultKind> all) {
        FaultSetting text =
                optional("text", Type.TEXT, "Injected", "Text i svaret", "The text in the answer");
        add(
                all,
                CERTIFICATES,
                "answer-lost",
                "Utfört; förbindelsen bryts i stället för svaret.",
                "Done; the connection is reset in the place of the answer.",
                s -> CertificateFault.answerLost());
        add(
                all,
                CERTIFICATES,
                "answer-late",
                "Utfört genast; svaret kommer sent.",
                "Done at once; the answer comes late.",
                s -> CertificateFault.answerLate(s.duration("wait")),
                required("wait", Type.DURATION, "Hur sent", "How late"));
        add(
                all,
                CERTIFICATES,
                "error",
                "Inte utfört; ERROR, med felkod om det anges.",
                "Not done; ERROR, with an error id if one is set.",
                s -> CertificateFault.error(s.optional("error-id"), s.text("text")),
                open(
                        "error-id",
                        Type.TEXT,
                        "Felkoden, som TECHNICAL_ERROR",
                        "The error id, as TECHNICAL_ERROR"),
                text);
        add(
                all,
                CERTIFICATES,
                "soap-fault",
                "Inte utfört; tjänsten kastar ett SOAP-fel, som blir ERROR där kontraktet har ett resultat.",
                "Not done; the service throws a SOAP fault, which becomes ERROR where the contract has a result.",
                s -> CertificateFault.soapFault(s.text("text")),
                text);
    }

    private static void persons(List<FaultKind> all) {
        constants(
                all,
                PERSONS,
                PersonServiceFault.values(),
                Map.of(
                        PersonServiceFault.UNAUTHORISED_SYSTEM,
                                new Text(
                                        "SOAP-fel: systemet släpps inte in.",
                                        "A SOAP fault: the system is not let in."),
                        PersonServiceFault.TOO_MANY_PERSONS,
                                new Text(
                                        "SOAP-fel: för många personer i frågan, hur få de än var.",
                                        "A SOAP fault: too many persons asked for, however few they were."),
                        PersonServiceFault.TECHNICAL,
                                new Text(
                                        "SOAP-fel: tekniskt fel i tjänsten.",
                                        "A SOAP fault: a technical error of the service."),
                        PersonServiceFault.LEAVES_OUT_ONE,
                                new Text(
                                        "En av personerna saknas i svaret.",
                                        "One of the persons is left out of the answer."),
                        PersonServiceFault.ANSWERS_ABOUT_ANOTHER,
                                new Text(
                                        "Svaret gäller också någon som ingen frågade om.",
                                        "The answer is about somebody whom nobody asked for too."),
                        PersonServiceFault.CONTRADICTS_ITSELF,
                                new Text(
                                        "Den första personen besvaras två gånger: känd och okänd.",
                                        "The first person is answered about twice: known and unknown."),
                        PersonServiceFault.DOUBLES_ANSWERS,
                                new Text(
                                        "Varje svar kommer två gånger.",
                                        "Each answer comes twice."),
                        PersonServiceFault.FORGETS_PROTECTION,
                                new Text(
                                        "Svaret säger inte om personen är skyddad; det bryter mot schemat.",
                                        "The answer does not tell whether a person is protected; it breaks the schema.")));
    }

    private static void carePlans(List<FaultKind> all) {
        constants(
                all,
                ENGAGEMENT_INDEX,
                IndexFault.values(),
                Map.of(
                        IndexFault.REFUSAL, new Text("Inte utfört; ERROR.", "Not done; ERROR."),
                        IndexFault.SOAP_FAULT,
                                new Text("Inte utfört; SOAP-fel.", "Not done; a SOAP fault."),
                        IndexFault.ANSWER_LOST,
                                new Text(
                                        "Utfört; förbindelsen bryts i stället för svaret.",
                                        "Done; the connection is reset in the place of the answer."),
                        IndexFault.INFO, new Text("Utfört; INFO.", "Done; INFO.")));
        Map<SourceFault, Text> texts =
                Map.of(
                        SourceFault.DOWN,
                                new Text(
                                        "Källsystemet är nere: varje anrop får SOAP-fel.",
                                        "The source system is down: every call gets a SOAP fault."),
                        SourceFault.ANSWER_LOST,
                                new Text(
                                        "Källsystemets förbindelse bryts i stället för svaret.",
                                        "The source system's connection is reset in the place of the answer."),
                        SourceFault.REFUSES,
                                new Text(
                                        "Källsystemet avvisar varje fråga.",
                                        "The source system refuses every question."),
                        SourceFault.WRITES_AS_DESCRIBED,
                                new Text(
                                        "Källsystemet svarar med elementnamnen i tjänstekontraktsbeskrivningen i stället för schemats.",
                                        "The source system answers with the element names of the contract's description instead of the schema's."));
        for (SourceFault each : SourceFault.values()) {
            Text text = text(texts, each);
            add(
                    all,
                    SOURCE,
                    kebab(each),
                    text.swedish(),
                    text.english(),
                    s -> each,
                    required(
                            "source",
                            Type.TEXT,
                            "Källsystemets HSA-id",
                            "The source system's HSA-id"));
        }
    }

    private static void idp(List<FaultKind> all) {
        add(
                all,
                IDP,
                "unsigned",
                "id_token är inte signerad: alg är none.",
                "The id_token is not signed: alg is none.",
                s -> IdpFault.unsigned());
        add(
                all,
                IDP,
                "hs256",
                "id_token är signerad med HS256 och något som klienten själv har.",
                "The id_token is signed by HS256 with what the client itself has.",
                s -> IdpFault.hs256());
        add(
                all,
                IDP,
                "bad-signature",
                "id_token är signerad med en annan nyckel än den säger.",
                "The id_token is signed by another key than it names.",
                s -> IdpFault.badSignature());
        add(
                all,
                IDP,
                "withdrawn-key",
                "id_token är signerad med en nyckel som inte längre publiceras.",
                "The id_token is signed by a key that is no longer published.",
                s -> IdpFault.withdrawnKey());
        add(
                all,
                IDP,
                "unknown-key",
                "id_token har ett kid som inte finns bland nycklarna.",
                "The id_token's kid is not among the published ones.",
                s -> IdpFault.unknownKey());
        add(
                all,
                IDP,
                "wrong-issuer",
                "id_token kommer från en annan utfärdare.",
                "The id_token is another IdP's.",
                s -> IdpFault.wrongIssuer());
        add(
                all,
                IDP,
                "wrong-audience",
                "id_token är avsedd för en annan klient.",
                "The id_token is another client's.",
                s -> IdpFault.wrongAudience());
        add(
                all,
                IDP,
                "more-audiences",
                "id_token är avsedd också för en annan klient.",
                "The id_token is for another client too.",
                s -> IdpFault.moreAudiences());
        add(
                all,
                IDP,
                "wrong-nonce",
                "id_token har ett annat nonce än det som skickades.",
                "The id_token has another nonce than was asked with.",
                s -> IdpFault.wrongNonce());
        add(
                all,
                IDP,
                "expired",
                "id_token gick ut för en timme sedan.",
                "The id_token expired an hour ago.",
                s -> IdpFault.expired());
        add(
                all,
                IDP,
                "not-yet-valid",
                "id_token gäller först om en timme.",
                "The id_token holds from an hour on.",
                s -> IdpFault.notYetValid());
        add(
                all,
                IDP,
                "acr",
                "id_token anger denna tillitsnivå, vad användaren än loggade in med.",
                "The id_token tells this level, whatever the user logged in with.",
                s -> IdpFault.acr(s.text("level")),
                required(
                        "level",
                        Type.TEXT,
                        "Nivån, som http://id.sambi.se/loa/loa2",
                        "The level, as http://id.sambi.se/loa/loa2"));
        add(
                all,
                IDP,
                "without",
                "id_token saknar ett påstående (claim).",
                "The id_token lacks a claim.",
                s -> IdpFault.without(s.text("claim")),
                claim());
        add(
                all,
                IDP,
                "wrong-access-token-hash",
                "id_token hör till en annan åtkomsttoken.",
                "The id_token belongs to another access token.",
                s -> IdpFault.wrongAccessTokenHash());
        add(
                all,
                IDP,
                "another-user",
                "id_token anger en annan användare.",
                "The id_token tells another user.",
                s -> IdpFault.anotherUser());
        add(
                all,
                IDP,
                "callback-error",
                "Webbläsaren kommer tillbaka med ett fel.",
                "The browser comes back with an error.",
                s -> IdpFault.callbackError(s.text("code")),
                optional("code", Type.TEXT, "server_error", "Felkoden", "The error code"));
        add(
                all,
                IDP,
                "wrong-state",
                "Webbläsaren kommer tillbaka med ett annat state.",
                "The browser comes back with another state.",
                s -> IdpFault.wrongState());
        add(
                all,
                IDP,
                "wrong-callback-issuer",
                "Webbläsaren kommer tillbaka från en annan utfärdare, enligt iss.",
                "The browser comes back from another issuer, by its iss.",
                s -> IdpFault.wrongCallbackIssuer());
        add(
                all,
                IDP,
                "callback-without",
                "Webbläsaren kommer tillbaka utan en av parametrarna.",
                "The browser comes back without one of the parameters.",
                s -> IdpFault.callbackWithout(s.text("parameter")),
                choice("parameter", null, "Parametern", "The parameter", "code", "state", "iss"));
        add(
                all,
                IDP,
                "discovery-of-another",
                "Metadata hör till en annan utfärdare.",
                "The metadata are another issuer's.",
                s -> IdpFault.discoveryOfAnother());
        add(
                all,
                IDP,
                "discovery-without",
                "Metadata saknar en uppgift.",
                "The metadata lack a member.",
                s -> IdpFault.discoveryWithout(s.text("member")),
                required(
                        "member",
                        Type.TEXT,
                        "Uppgiften, som token_endpoint",
                        "The member, as token_endpoint"));
        add(
                all,
                IDP,
                "no-keys",
                "Inga nycklar publiceras.",
                "No keys are published.",
                s -> IdpFault.noKeys());
        add(
                all,
                IDP,
                "tokens-without",
                "Svaret med tokens saknar en uppgift.",
                "The token answer lacks a member.",
                s -> IdpFault.tokensWithout(s.text("member")),
                required(
                        "member", Type.TEXT, "Uppgiften, som id_token", "The member, as id_token"));
        add(
                all,
                IDP,
                "userinfo-of-another",
                "Userinfo gäller en annan användare.",
                "Userinfo is of another user.",
                s -> IdpFault.userinfoOfAnother());
        add(
                all,
                IDP,
                "userinfo-without",
                "Userinfo saknar ett påstående (claim).",
                "Userinfo lacks a claim.",
                s -> IdpFault.userinfoWithout(s.text("claim")),
                claim());
        add(
                all,
                IDP,
                "token-error",
                "Token-adressen avvisar med ett fel.",
                "The token endpoint refuses with an error.",
                s -> IdpFault.tokenError(s.text("code")),
                optional("code", Type.TEXT, "invalid_grant", "Felkoden", "The error code"));
        add(
                all,
                IDP,
                "unavailable",
                "En adress svarar HTTP 503 och gör inget.",
                "An endpoint answers HTTP 503 and does nothing.",
                s -> IdpFault.unavailable(endpoint(s)),
                endpoints());
        add(
                all,
                IDP,
                "garbage",
                "En adress gör sitt och svarar med något oläsligt.",
                "An endpoint does what it should, and answers with what nobody can read.",
                s -> IdpFault.garbage(endpoint(s)),
                endpoints());
        add(
                all,
                IDP,
                "slow",
                "En adress svarar sent.",
                "An endpoint answers late.",
                s -> IdpFault.slow(endpoint(s), s.duration("wait")),
                endpoints(),
                required("wait", Type.DURATION, "Hur sent", "How late"));
        add(
                all,
                IDP,
                "hang-up",
                "En adress gör sitt och lägger på utan svar.",
                "An endpoint does what it should, and hangs up without an answer.",
                s -> IdpFault.hangUp(endpoint(s)),
                endpoints());
    }

    private static FaultSetting claim() {
        return required("claim", Type.TEXT, "Vilket, som nonce", "Which, as nonce");
    }

    private static FaultSetting endpoints() {
        return choice(
                "endpoint",
                "token",
                "Vilken adress",
                "Which endpoint",
                Stream.of(IdpEndpoint.values()).map(FaultKinds::kebab).toArray(String[]::new));
    }

    private static IdpEndpoint endpoint(Settings s) {
        return IdpEndpoint.valueOf(s.text("endpoint").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void signing(List<FaultKind> all) {
        constants(all, SIGNING, SigningFault.values(), SigningFaultTexts.ALL);
    }

    private static void directory(List<FaultKind> all) {
        FaultSetting entries =
                optional(
                        "entries",
                        Type.NUMBER,
                        "2",
                        "Hur många poster som hinner komma",
                        "How many entries come first");
        FaultSetting at =
                choice(
                        "at",
                        "search",
                        "Vad som möter felet: sökning eller inloggning",
                        "What meets the fault: a search or the log-in",
                        "search",
                        "bind");
        FaultSetting url =
                optional(
                        "url",
                        Type.TEXT,
                        "ldap://elsewhere.example.test/c=SE",
                        "Den andra katalogens adress",
                        "The other directory's address");
        directory(
                all,
                "size-limit",
                "Sökningen slutar med sizeLimitExceeded (4).",
                "The search ends with sizeLimitExceeded (4).",
                s -> DirectoryFault.sizeLimit(s.count("entries")),
                entries);
        directory(
                all,
                "time-limit",
                "Sökningen slutar med timeLimitExceeded (3).",
                "The search ends with timeLimitExceeded (3).",
                s -> DirectoryFault.timeLimit(s.count("entries")),
                entries);
        add(
                all,
                DIRECTORY,
                "busy",
                "Avvisas med busy (51).",
                "Refused with busy (51).",
                s -> at(s, DirectoryFault.busy()),
                at);
        add(
                all,
                DIRECTORY,
                "unavailable",
                "Avvisas med unavailable (52).",
                "Refused with unavailable (52).",
                s -> at(s, DirectoryFault.unavailable()),
                at);
        directory(
                all,
                "no-access",
                "Avvisas med insufficientAccessRights (50).",
                "Refused with insufficientAccessRights (50).",
                s -> DirectoryFault.noAccess());
        directory(
                all,
                "referral",
                "Sökningen hänvisas till en annan katalog.",
                "The search is referred to another directory.",
                s -> DirectoryFault.referral(s.text("url")),
                url);
        directory(
                all,
                "reference",
                "Bland posterna finns en hänvisning till en annan katalog.",
                "Among the entries is a reference to another directory.",
                s -> DirectoryFault.reference(s.text("url")),
                url);
        directory(
                all,
                "refuses-paging",
                "En sökning som ber om sidor avvisas.",
                "A search that asks for pages is refused.",
                s -> DirectoryFault.refusesPaging());
        directory(
                all,
                "closes-after",
                "Förbindelsen stängs mitt i svaret.",
                "The connection is closed in the middle of the answer.",
                s -> DirectoryFault.closesAfter(s.count("entries")),
                entries);
        add(
                all,
                DIRECTORY,
                "delay",
                "Varje sida kommer sent.",
                "Each page comes late.",
                s -> at(s, DirectoryFault.delay(s.duration("wait"))),
                required("wait", Type.DURATION, "Hur sent", "How late"),
                at);
        directory(
                all,
                "invalid-credentials",
                "Inloggningen avvisas, vem det än är.",
                "The log-in is refused, whoever it is.",
                s -> DirectoryFault.invalidCredentials());
        directory(
                all,
                "certificate-of-another-host",
                "Servern visar ett certifikat för en annan värd.",
                "The server shows a certificate of another host.",
                s -> DirectoryFault.certificateOfAnotherHost());
        directory(
                all,
                "expired-certificate",
                "Servern visar ett utgånget certifikat.",
                "The server shows an expired certificate.",
                s -> DirectoryFault.expiredCertificate());
        directory(
                all,
                "untrusted-certificate",
                "Servern visar ett certifikat som ingen litar på.",
                "The server shows a certificate that nobody trusts.",
                s -> DirectoryFault.untrustedCertificate());
    }

    private static void directory(
            List<FaultKind> all,
            String name,
            String swedish,
            String english,
            FaultKind.Maker maker,
            FaultSetting... settings) {
        add(all, DIRECTORY, name, swedish, english, maker, settings);
    }

    private static DirectoryFault at(Settings s, DirectoryFault fault) {
        return s.text("at").equals("bind") ? fault.atBind() : fault;
    }

    private static void unitFile(List<FaultKind> all) {
        constants(
                all,
                UNIT_FILE,
                UnitFileFault.values(),
                Map.of(
                        UnitFileFault.UNAVAILABLE, new Text("HTTP 503.", "HTTP 503."),
                        UnitFileFault.FORBIDDEN,
                                new Text("HTTP 403, vem som än frågar.", "HTTP 403, whoever asks."),
                        UnitFileFault.CUT_OFF,
                                new Text(
                                        "Förbindelsen slutar mitt i filen.",
                                        "The connection ends in the middle of the file."),
                        UnitFileFault.HALF_A_ZIP,
                                new Text(
                                        "Halva zip-filen, som om den vore hel.",
                                        "Half of the zip file, as if it were the whole."),
                        UnitFileFault.HALF_THE_XML,
                                new Text(
                                        "En zip-fil vars XML slutar på mitten.",
                                        "A zip file whose XML ends in the middle."),
                        UnitFileFault.NOT_A_ZIP,
                                new Text("En webbsida med HTTP 200.", "A web page with HTTP 200."),
                        UnitFileFault.SAME_PLACE_TWICE,
                                new Text(
                                        "Två enheter på samma plats i trädet.",
                                        "Two units at the same place in the tree."),
                        UnitFileFault.INCOMPLETE_UNITS,
                                new Text(
                                        "Enheter utan HSA-id, utan namn och med omöjlig plats.",
                                        "Units without HSA-id, without name, and with an impossible place.")));
    }

    private static void discharge(List<FaultKind> all) {
        add(
                all,
                DISCHARGE,
                "answer-lost",
                "Mottaget; förbindelsen bryts i stället för kvittensen.",
                "Taken; the connection is reset in the place of the acknowledgement.",
                s -> DischargeFault.answerLost());
        add(
                all,
                DISCHARGE,
                "no-answer",
                "Inget tas emot, och förbindelsen stängs utan svar.",
                "Nothing is taken, and the connection is closed without an answer.",
                s -> DischargeFault.noAnswer());
        add(
                all,
                DISCHARGE,
                "answer-late",
                "Mottaget genast; kvittensen kommer sent.",
                "Taken at once; the acknowledgement comes late.",
                s -> DischargeFault.answerLate(s.duration("wait")),
                required("wait", Type.DURATION, "Hur sent", "How late"));
        add(
                all,
                DISCHARGE,
                "busy",
                "Inget tas emot: ett övergående fel.",
                "Nothing is taken: a transient error.",
                s -> DischargeFault.busy());
        add(
                all,
                DISCHARGE,
                "refused",
                "Avvisat för gott.",
                "Refused for good.",
                s -> DischargeFault.refused(s.text("code"), s.text("text")),
                optional("code", Type.TEXT, "kind-not-taken", "Koden", "The code"),
                optional("text", Type.TEXT, "Injected", "Texten", "The text"));
        add(
                all,
                DISCHARGE,
                "status",
                "Inget tas emot: en HTTP-status utan kvittens.",
                "Nothing is taken: an HTTP status without acknowledgement.",
                s -> DischargeFault.status(s.count("status")),
                required("status", Type.NUMBER, "400 till 599", "400 to 599"));
    }

    private static <E extends Enum<E>> void constants(
            List<FaultKind> all, String service, E[] values, Map<E, Text> texts) {
        for (E each : values) {
            Text text = text(texts, each);
            add(all, service, kebab(each), text.swedish(), text.english(), s -> each);
        }
    }

    private static <E extends Enum<E>> Text text(Map<E, Text> texts, E value) {
        return Optional.ofNullable(texts.get(value))
                .orElseThrow(() -> new IllegalStateException("no text for " + value));
    }

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(
            List<FaultKind> all,
            String service,
            String name,
            String swedish,
            String english,
            FaultKind.Maker maker,
            FaultSetting... settings) {
        all.add(
                new FaultKind(
                        service, name, Arrays.asList(settings), new Text(swedish, english), maker));
    }

    private static FaultSetting required(String name, Type type, String swedish, String english) {
        return new FaultSetting(
                name, type, List.of(), Optional.empty(), true, new Text(swedish, english));
    }

    private static FaultSetting optional(
            String name, Type type, String standard, String swedish, String english) {
        return new FaultSetting(
                name, type, List.of(), Optional.of(standard), false, new Text(swedish, english));
    }

    private static FaultSetting open(String name, Type type, String swedish, String english) {
        return new FaultSetting(
                name, type, List.of(), Optional.empty(), false, new Text(swedish, english));
    }

    private static FaultSetting choice(
            String name,
            @Nullable String standard,
            String swedish,
            String english,
            String... choices) {
        return new FaultSetting(
                name,
                Type.CHOICE,
                Stream.of(choices).collect(Collectors.toList()),
                Optional.ofNullable(standard),
                standard == null,
                new Text(swedish, english));
    }
}
