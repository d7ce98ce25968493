package se.ehealthsdk.testkit.certificate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaFault;

/**
 * A stand-in of Webcert: drafts made by CreateDraftCertificate 3, what people do with them in its web pages (done
 * here by a test), its table of events, and ListCertificatesForCareWithQA 3 from it. Safe for use by many threads.
 *
 * <pre>{@code
 * WebcertStandIn webcert = services.certificates().webcert();
 * webcert.edit(id, answers);                // ANDRAT
 * webcert.sign(id, doctor);                 // SIGNAT; in Intygstjänster too if the type has a module there
 * webcert.send(id, "FKASSA", doctor);       // SKICKA
 * }</pre>
 */
public final class WebcertStandIn {

    private final Ledger ledger;
    private final MessageDesk desk;
    private final Intygstjanster intygstjanster;
    private final Staff staff;

    WebcertStandIn(Ledger ledger, MessageDesk desk, Intygstjanster intygstjanster, Staff staff) {
        this.ledger = ledger;
        this.desk = desk;
        this.intygstjanster = intygstjanster;
        this.staff = staff;
    }

    // ---- what people do in the web pages ----

    /**
     * Someone changes a draft.
     *
     * @param id the draft
     * @param answers the elements {@code svar} that it has from now on, with the namespaces that they use declared,
     *     inside one element of any name
     * @throws InvalidInputException if there is no such draft
     */
    public void edit(String id, String answers) {
        Node content = XmlText.read(answers);
        synchronized (ledger) {
            CertificateEntry draft = draft(id);
            List<Object> parts = new ArrayList<>();
            draft.intyg().children().stream()
                    .filter(each -> !each.local().equals("svar"))
                    .forEach(parts::add);
            content.all("svar").forEach(each -> parts.add(each.named(Wire.CORE, "svar")));
            draft.intyg(draft.intyg().with(parts));
            ledger.event(draft, "ANDRAT", Optional.of(draft.issuer()));
        }
    }

    /**
     * Someone who may not sign says that a draft is ready to be signed.
     *
     * @throws InvalidInputException if there is no such draft
     */
    public void readyToSign(String id, HsaId by) {
        synchronized (ledger) {
            ledger.event(draft(id), "KFSIGN", Optional.of(by.value()));
        }
    }

    /**
     * Someone deletes a draft.
     *
     * @throws InvalidInputException if there is no such draft
     */
    public void delete(String id, HsaId by) {
        synchronized (ledger) {
            CertificateEntry draft = draft(id);
            ledger.event(draft, "RADERA", Optional.of(by.value()));
            ledger.remove(draft);
        }
    }

    /**
     * A doctor signs a draft. A type that Intygstjänster has a module for is registered there; of others it knows
     * nothing afterwards either.
     *
     * @throws InvalidInputException if there is no such draft
     */
    public void sign(String id, HsaId by) {
        synchronized (ledger) {
            CertificateEntry draft = draft(id);
            List<Object> parts = new ArrayList<>();
            for (Node each : draft.intyg().children()) {
                if (each.local().equals("patient")) {
                    parts.add(Wire.seconds(Wire.CORE, "signeringstidpunkt", ledger.now()));
                }
                parts.add(each);
            }
            draft.intyg(draft.intyg().with(parts));
            draft.draft(false);
            if (CertificateTypes.isModule(draft.type(), draft.version())) {
                draft.putInIntygstjanster();
                draft.note("HSVARD", "RECEIV", ledger.now());
            }
            ledger.event(draft, "SIGNAT", Optional.of(by.value()));
        }
    }

    /**
     * Someone sends a signed certificate.
     *
     * @param recipient for example {@code FKASSA}
     * @return whether it was sent; false if it had been sent before
     * @throws InvalidInputException if there is no such certificate or recipient
     */
    public boolean send(String id, String recipient, HsaId by) {
        synchronized (ledger) {
            CertificateEntry entry = signed(id);
            RecipientStandIn to =
                    desk.recipients()
                            .recipient(recipient)
                            .orElseThrow(
                                    () ->
                                            new InvalidInputException(
                                                    "recipient",
                                                    "is not known",
                                                    "one of " + Recipients.known()));
            return intygstjanster.send(entry, to, Optional.of(by.value())).code().equals("OK");
        }
    }

    /**
     * A doctor revokes a certificate, or a locked draft.
     *
     * @throws InvalidInputException if there is none
     */
    public void revoke(String id, HsaId by) {
        synchronized (ledger) {
            CertificateEntry entry = any(id);
            entry.revoke();
            entry.sentTo()
                    .forEach(
                            code ->
                                    desk.recipients()
                                            .recipient(code)
                                            .ifPresent(each -> each.receiveRevocation(id)));
            ledger.event(entry, "MAKULE", Optional.of(by.value()));
        }
    }

    /** Someone marks a question as handled: a recipient's ({@code HANFRFM}) or care's own ({@code HANFRFV}). */
    public void handled(String messageId, HsaId by) {
        synchronized (ledger) {
            desk.handled(messageId, Optional.of(by.value()));
        }
    }

    /** Someone takes up a handled question of a recipient's again: {@code NYFRFM}, or {@code NYSVFM} of care's own. */
    public void reopened(String messageId, HsaId by) {
        synchronized (ledger) {
            CertificateMessage question =
                    ledger.message(messageId)
                            .orElseThrow(() -> missing("messageId", "the id of a message"));
            ledger.handled(messageId, false);
            ledger.event(
                    any(question.certificateId()),
                    question.fromCare() ? "NYSVFM" : "NYFRFM",
                    Optional.of(by.value()));
        }
    }

    /** What prefills held that was dropped without a word, oldest first. */
    public List<DroppedAnswer> droppedPrefill() {
        synchronized (ledger) {
            return List.copyOf(ledger.dropped());
        }
    }

    private CertificateEntry any(String id) {
        return ledger.certificate(id).orElseThrow(() -> missing("id", "the id of a certificate"));
    }

    private CertificateEntry draft(String id) {
        return ledger.certificate(id)
                .filter(CertificateEntry::isDraft)
                .orElseThrow(() -> missing("id", "the id of a draft"));
    }

    private CertificateEntry signed(String id) {
        return ledger.certificate(id)
                .filter(each -> !each.isDraft())
                .orElseThrow(() -> missing("id", "the id of a signed certificate"));
    }

    private static InvalidInputException missing(String field, String expected) {
        return new InvalidInputException(field, "is not there", expected);
    }

    // ---- CreateDraftCertificate 3 ----

    /** What CreateDraftCertificate gives: the id of the draft beside the result. */
    record Drafted(Optional<CertificateEntry> draft, Result result) {

        static Drafted refused(Result result) {
            return new Drafted(Optional.empty(), result);
        }
    }

    Drafted createDraft(Node request) {
        Node asked = request.child("intyg").orElseThrow();
        List<String> invalid = invalid(asked);
        if (!invalid.isEmpty()) {
            return Drafted.refused(Result.invalid(String.join(", ", invalid)));
        }
        String creator = asked.at("skapadAv", "personal-id", "extension");
        String unit = asked.at("skapadAv", "enhet", "enhets-id", "extension");
        if (!staff.caresAt(creator, unit)) {
            return Drafted.refused(
                    Result.invalid(
                            "No valid MIU was found for person "
                                    + creator
                                    + " on unit "
                                    + unit
                                    + "!"));
        }
        synchronized (ledger) {
            return refusal(asked, creator, unit)
                    .map(text -> Drafted.refused(Result.refused(text)))
                    .orElseGet(() -> draft(asked, creator, unit));
        }
    }

    private static List<String> invalid(Node asked) {
        List<String> invalid = new ArrayList<>();
        required(asked, invalid, "skapadAv", "fullstandigtNamn");
        required(asked, invalid, "skapadAv", "enhet", "enhetsnamn");
        required(asked, invalid, "typAvIntyg", "code");
        required(asked, invalid, "patient", "efternamn");
        required(asked, invalid, "patient", "fornamn");
        if (PersonId.tryParse(
                        asked.at("patient", "person-id", "root"),
                        asked.at("patient", "person-id", "extension"))
                .isEmpty()) {
            invalid.add("person-id is not right");
        }
        return invalid;
    }

    private static void required(Node asked, List<String> invalid, String... path) {
        if (asked.at(path).isBlank()) {
            invalid.add(path[path.length - 1] + " is required");
        }
    }

    private Optional<String> refusal(Node asked, String creator, String unit) {
        String type = asked.at("typAvIntyg", "code");
        String person = asked.at("patient", "person-id", "extension");
        PersonRegister persons = ledger.persons();
        boolean doctor = staff.isDoctor(creator);
        boolean dentist = staff.isDentist(creator);
        if (CertificateTypes.newest(type).isEmpty()) {
            return Optional.of("Certificate type " + type + " is not supported");
        }
        if (persons.isDown()) {
            return Optional.of("The personal data service cannot be reached");
        }
        if (!persons.isKnown(person)) {
            return Optional.of("The patient is not known");
        }
        if (dentist && !doctor && !CertificateTypes.isForDentists(type)) {
            return Optional.of("Privilege for " + type + " is missing");
        }
        if (persons.isProtected(person)
                && !((doctor || dentist) && CertificateTypes.isForProtected(type))) {
            return Optional.of("The patient's data are protected");
        }
        if (persons.isDeceased(person) && !CertificateTypes.isForTheDead(type)) {
            return Optional.of("The patient is deceased");
        }
        return earlierDeathCertificate(type, person)
                        .filter(each -> isInTheWay(each, type, unit))
                        .isPresent()
                ? Optional.of("There is a " + type + " of the patient already")
                : Optional.empty();
    }

    private Optional<CertificateEntry> earlierDeathCertificate(String type, String person) {
        return CertificateTypes.isForTheDead(type)
                ? ledger.certificates().stream()
                        .filter(each -> each.type().equalsIgnoreCase(type))
                        .filter(each -> each.person().equals(person) && !each.isRevoked())
                        .findFirst()
                : Optional.empty();
    }

    /** A signed DB is unique in the country; a draft of one, and a DOI, within the care provider. */
    private boolean isInTheWay(CertificateEntry earlier, String type, String unit) {
        boolean nationally = CertificateTypes.key(type).equals("DB") && !earlier.isDraft();
        return nationally || earlier.careProvider().equals(staff.careProvider(unit));
    }

    private Drafted draft(Node asked, String creator, String unit) {
        String type = asked.at("typAvIntyg", "code");
        String person = asked.at("patient", "person-id", "extension");
        boolean notice = earlierDeathCertificate(type, person).isPresent();
        String id = ledger.nextId();
        Optional<Prefill.Taken> prefill =
                asked.child("forifyllnad")
                        .map(
                                each ->
                                        Prefill.of(
                                                each,
                                                id,
                                                type,
                                                CertificateTypes.isService(
                                                        type,
                                                        CertificateTypes.newest(type)
                                                                .orElseThrow())));
        prefill.ifPresent(each -> ledger.dropped().addAll(each.dropped()));
        Node intyg =
                Node.of(
                        Wire.CORE,
                        "intyg",
                        Wire.identifier(Wire.CORE, "intygs-id", unit, id),
                        Wire.code(Wire.CORE, "typ", type.toUpperCase(Locale.ROOT), Wire.TYPE_CODES),
                        Node.of(Wire.CORE, "version", CertificateTypes.newest(type).orElseThrow()),
                        asked.child("patient")
                                .map(each -> withoutName(each.named(Wire.CORE, "patient"), type)),
                        staff.creator(
                                creator,
                                asked.at("skapadAv", "fullstandigtNamn"),
                                unit,
                                asked.at("skapadAv", "enhet", "enhetsnamn")),
                        prefill.map(Prefill.Taken::answers));
        CertificateEntry draft = new CertificateEntry(intyg);
        draft.draft(true);
        draft.putInWebcert();
        asked.optional("ref").ifPresent(draft::reference);
        if (ledger.persons().isTestPerson(person)) {
            draft.markAsTest();
        }
        ledger.put(draft);
        ledger.integrate(unit);
        ledger.event(draft, "SKAPAT", Optional.of(creator));
        return new Drafted(
                Optional.of(draft),
                notice
                        ? Result.info(
                                "There is a " + type + " of the patient at another care provider")
                        : Result.OK);
    }

    /** Only death certificates and those to Transportstyrelsen carry names. */
    private static Node withoutName(Node patient, String type) {
        if (CertificateTypes.isForTheDead(type) || CertificateTypes.key(type).startsWith("TS")) {
            return patient;
        }
        return patient.with(
                patient.children().stream()
                        .filter(each -> !each.local().equals("mellannamn"))
                        .<Object>map(
                                each ->
                                        each.local().equals("person-id")
                                                ? each
                                                : each.with(List.of()))
                        .toList());
    }

    // ---- ListCertificatesForCareWithQA 3 ----

    Node listWithQa(Node request) {
        Set<String> units = Intygstjanster.ids(request, "enhets-id");
        Set<String> providers = Intygstjanster.ids(request, "vardgivar-id");
        if (units.isEmpty() && providers.isEmpty()) {
            throw RivtaFault.server("enhets-id or vardgivar-id is required");
        }
        synchronized (ledger) {
            List<Node> items =
                    ledger.certificates().stream()
                            .filter(
                                    each ->
                                            each.person()
                                                    .equals(request.at("person-id", "extension")))
                            .filter(
                                    each ->
                                            units.isEmpty()
                                                    ? providers.contains(
                                                            Intygstjanster.key(each.careProvider()))
                                                    : units.contains(
                                                            Intygstjanster.key(each.unit())))
                            .flatMap(each -> item(each, request).stream())
                            .toList();
            return Wire.answer(
                    Wire.LIST_WITH_QA, Node.of(Wire.LIST_WITH_QA.namespace(), "list", items));
        }
    }

    /** Driven by the events: what has none, or none in the time asked for, is not told of. */
    private Optional<Node> item(CertificateEntry entry, Node request) {
        String in = Wire.LIST_WITH_QA.namespace();
        Optional<LocalDateTime> from = request.optional("fromTidpunkt").flatMap(Wire::time);
        Optional<LocalDateTime> to = request.optional("tomTidpunkt").flatMap(Wire::time);
        List<Node> events =
                ledger.eventsOf(entry.id()).stream()
                        .filter(each -> from.map(it -> !each.time().isBefore(it)).orElse(true))
                        .filter(each -> to.map(it -> !each.time().isAfter(it)).orElse(true))
                        .map(each -> each.node(in, true))
                        .toList();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Node.of(
                                in,
                                "item",
                                entry.intygWithNotes().named(in, "intyg"),
                                Node.of(in, "handelser", events),
                                ledger.questions(entry, true, in),
                                ledger.questions(entry, false, in),
                                entry.reference().map(each -> Node.of(in, "ref", each))));
    }
}
