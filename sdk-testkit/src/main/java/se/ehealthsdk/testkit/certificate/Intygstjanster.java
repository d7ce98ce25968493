package se.ehealthsdk.testkit.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;

/** Intygstjänster: the register of signed certificates, by its rules in their order. */
final class Intygstjanster {

    /** Said of a certificate that is there already; clients compare it word by word. */
    static final String EXISTS = "Certificate already exists";

    private static final String CARE = "HSVARD";
    private static final Set<String> PARTS =
            Set.of("FKASSA", "TRANSP", "SOS", "SKV", "AF", "FBA", "HSVARD", "INVANA");
    private static final Set<String> STATUSES =
            Set.of("RECEIV", "SENTTO", "CANCEL", "DELETE", "RESTOR");

    private static final Rule VERSION = Rules.of("certificate.version");
    private static final Rule NUMBER = Rules.of("certificate.person-number");
    private static final Rule UNKNOWN_PERSON = Rules.of("certificate.person-unknown");
    private static final Rule CONTENT = Rules.of("certificate.content");
    private static final Rule OTHER_PERSON = Rules.of("certificate.exists-other-person");
    private static final Rule THERE = Rules.of("certificate.exists");
    private static final Rule NOT_FOUND = Rules.of("certificate.not-found");
    private static final Rule NO_RECIPIENT = Rules.of("certificate.recipient-unknown");
    private static final Rule TEST_PERSON = Rules.of("certificate.test-person");
    private static final Rule STATUS = Rules.of("certificate.status");

    private final Ledger ledger;
    private final MessageDesk desk;

    Intygstjanster(Ledger ledger, MessageDesk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    // ---- RegisterCertificate 3 ----

    Result register(Node request) {
        Node intyg = request.child("intyg").orElseThrow().outOf(request).named(Wire.CORE, "intyg");
        CertificateEntry entry = new CertificateEntry(intyg);
        request.optional("svarPa", "meddelande-id").ifPresent(entry::answers);
        CertificateRules rules;
        synchronized (ledger) {
            Optional<Result> refusal = refusal(entry);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            rules = ledger.rules();
        }
        // takes longest, and nobody need wait for it
        Optional<Result> broken = broken(entry, rules);
        if (broken.isPresent()) {
            return broken.get();
        }
        synchronized (ledger) {
            return store(entry);
        }
    }

    private Optional<Result> refusal(CertificateEntry entry) {
        Inspector inspector = ledger.inspector();
        if (!isSupported(entry)
                && inspector.refuses(VERSION, "intyg/typ", entry.type(), entry.version())) {
            return Optional.of(
                    Result.invalid(entry.type() + " does not support version " + entry.version()));
        }
        if (PersonId.tryParse(entry.intyg().at("patient", "person-id", "root"), entry.person())
                        .isEmpty()
                && inspector.refuses(NUMBER, "patient/person-id")) {
            return Optional.of(Result.invalid("The patient's number is not right"));
        }
        if (ledger.persons().isDown()) {
            return Optional.of(Result.failed("The personal data service cannot be reached"));
        }
        if (!ledger.persons().isKnown(entry.person())
                && inspector.refuses(UNKNOWN_PERSON, "patient/person-id")) {
            return Optional.of(Result.invalid("The patient is not known"));
        }
        return Optional.empty();
    }

    private Optional<Result> broken(CertificateEntry entry, CertificateRules rules) {
        Inspector inspector = ledger.inspector();
        List<String> broken =
                rules instanceof OfficialRules official
                        ? official.brokenBy(entry.intyg())
                        : rules.brokenBy(entry.xml());
        boolean refused = false;
        for (String each : broken) {
            refused |= inspector.refuses(CONTENT, "intyg", each);
        }
        return !refused ? Optional.empty() : Optional.of(Result.invalid(String.join(";", broken)));
    }

    private boolean isSupported(CertificateEntry entry) {
        return CertificateTypes.isModule(entry.type(), entry.version())
                || ledger.isGeneration2Accepted() && entry.isGeneration2();
    }

    private Result store(CertificateEntry entry) {
        Optional<CertificateEntry> before = ledger.inIntygstjanster(entry.id());
        if (before.isPresent()) {
            boolean same = before.get().person().equals(entry.person());
            ledger.inspector().report(same ? THERE : OTHER_PERSON, "intyg/intygs-id", entry.id());
            return same ? Result.info(EXISTS) : Result.invalid(EXISTS);
        }
        entry.putInIntygstjanster();
        if (ledger.persons().isTestPerson(entry.person())) {
            entry.markAsTest();
        }
        entry.note(CARE, "RECEIV", ledger.now());
        if (ledger.areRegistrationsFollowed()) {
            entry.putInWebcert();
        }
        ledger.put(entry);
        ledger.event(entry, "SIGNAT", Optional.of(entry.issuer()));
        return Result.OK;
    }

    // ---- GetCertificate 2 ----

    Node get(Node request) {
        synchronized (ledger) {
            String part = request.at("part", "code");
            CertificateEntry entry =
                    ledger.inIntygstjanster(request.at("intygs-id", "extension"))
                            .filter(each -> !each.isTest() || part.equals(CARE))
                            .orElseThrow(() -> missing(request.at("intygs-id", "extension")));
            return Wire.answer(Wire.GET, Wire.intyg(Wire.GET, entry.intygWithNotes()));
        }
    }

    private RivtaFault missing(String id) {
        ledger.inspector().report(NOT_FOUND, "intygs-id", id);
        return RivtaFault.server("Certificate " + id + " does not exist");
    }

    // ---- ListCertificatesForCare 3 ----

    Node list(Node request) {
        Set<String> units = ids(request, "enhets-id");
        Set<String> providers = ids(request, "vardgivar-id");
        String person = request.at("person-id", "extension");
        synchronized (ledger) {
            List<Node> found =
                    ledger.certificates().stream()
                            .filter(CertificateEntry::isInIntygstjanster)
                            .filter(each -> !each.isDeletedByCare())
                            .filter(each -> each.person().equals(person))
                            .filter(
                                    each ->
                                            units.contains(key(each.unit()))
                                                    || providers.contains(key(each.careProvider())))
                            .map(each -> Wire.intyg(Wire.LIST, each.intygWithNotes()))
                            .toList();
            return Wire.answer(Wire.LIST, Node.of(Wire.LIST.namespace(), "intygsLista", found));
        }
    }

    static Set<String> ids(Node request, String name) {
        return request.all(name).map(each -> key(each.at("extension"))).collect(Collectors.toSet());
    }

    static String key(String hsaId) {
        return hsaId.toUpperCase(Locale.ROOT);
    }

    // ---- RevokeCertificate 2 ----

    Result revoke(Node request) {
        String id = request.at("intygs-id", "extension");
        synchronized (ledger) {
            Optional<CertificateEntry> found = ofPatient(request);
            if (found.isEmpty()) {
                ledger.inspector().report(NOT_FOUND, "intygs-id", id);
                return Result.refused("Certificate " + id + " does not exist for this patient");
            }
            CertificateEntry entry = found.get();
            if (entry.isRevoked()) {
                return Result.info("Certificate " + id + " is already revoked");
            }
            if (entry.isTest() && ledger.inspector().refuses(TEST_PERSON, "intygs-id", id)) {
                return Result.failed("Certificate " + id + " is a test certificate");
            }
            entry.revoke();
            entry.note(CARE, "CANCEL", ledger.now());
            entry.sentTo()
                    .forEach(
                            code ->
                                    desk.recipients()
                                            .recipient(code)
                                            .ifPresent(each -> each.receiveRevocation(id)));
            ledger.event(
                    entry, "MAKULE", request.optional("skickatAv", "personal-id", "extension"));
            return Result.OK;
        }
    }

    private Optional<CertificateEntry> ofPatient(Node request) {
        return ledger.inIntygstjanster(request.at("intygs-id", "extension"))
                .filter(each -> each.person().equals(request.at("patientPerson-id", "extension")));
    }

    // ---- SendCertificateToRecipient 2 ----

    Result send(Node request) {
        String id = request.at("intygs-id", "extension");
        String code = request.at("mottagare", "code");
        synchronized (ledger) {
            Optional<CertificateEntry> found = ofPatient(request);
            Optional<RecipientStandIn> recipient = desk.recipients().recipient(code);
            if (found.isEmpty()) {
                ledger.inspector().report(NOT_FOUND, "intygs-id", id);
                return Result.refused("Certificate " + id + " does not exist for this patient");
            }
            if (recipient.isEmpty()) {
                ledger.inspector().report(NO_RECIPIENT, "mottagare", code);
                return Result.refused("Recipient " + code + " is not known");
            }
            CertificateEntry entry = found.get();
            if (entry.isRevoked()) {
                return Result.info("Certificate " + id + " is revoked");
            }
            if (entry.isTest() && ledger.inspector().refuses(TEST_PERSON, "intygs-id", id)) {
                return Result.invalid("Certificate " + id + " is of a test person");
            }
            return send(
                    entry,
                    recipient.get(),
                    request.optional("skickatAv", "hosPersonal", "personal-id", "extension"));
        }
    }

    /** Sends what may be sent; the ledger is held. */
    Result send(CertificateEntry entry, RecipientStandIn recipient, Optional<String> by) {
        if (entry.sentTo().contains(recipient.code())) {
            return Result.info("Certificate " + entry.id() + " is already sent");
        }
        if (recipient.isFailing()) {
            return Result.failed("The recipient could not be reached");
        }
        Optional<String> answered = answered(entry);
        recipient.receive(entry, answered);
        entry.sentTo().add(recipient.code());
        entry.note(recipient.code(), "SENTTO", ledger.now());
        ledger.event(entry, "SKICKA", by);
        answered.ifPresent(question -> desk.handled(question, by));
        return Result.OK;
    }

    /** The request for completion that a certificate answers: the one it names, or else the latest unhandled. */
    private Optional<String> answered(CertificateEntry entry) {
        return entry.answers()
                .or(
                        () ->
                                entry.relatedBy("KOMPLT").stream()
                                        .flatMap(parent -> ledger.messagesOf(parent).stream())
                                        .filter(each -> !each.fromCare() && each.isQuestion())
                                        .filter(each -> each.subject().equals("KOMPLT"))
                                        .filter(each -> !ledger.isHandled(each))
                                        .reduce((older, newer) -> newer)
                                        .map(CertificateMessage::id));
    }

    // ---- SetCertificateStatus 2 ----

    Result setStatus(Node request) {
        String part = request.at("part", "code");
        String status = request.at("status", "code");
        if (!PARTS.contains(part) && ledger.inspector().refuses(STATUS, "part", part)) {
            return Result.invalid("Part " + part + " is not known");
        }
        if (!STATUSES.contains(status) && ledger.inspector().refuses(STATUS, "status", status)) {
            return Result.invalid("Status " + status + " is not known");
        }
        String id = request.at("intygs-id", "extension");
        synchronized (ledger) {
            Optional<CertificateEntry> found = ledger.inIntygstjanster(id);
            if (found.isEmpty()) {
                ledger.inspector().report(NOT_FOUND, "intygs-id", id);
                return Result.invalid("Certificate " + id + " does not exist");
            }
            found.get().note(part, status, Wire.time(request.at("tidpunkt")).orElseThrow());
            if (part.equals(CARE) && status.equals("DELETE")) {
                found.get().deletedByCare(true);
            }
            if (part.equals(CARE) && status.equals("RESTOR")) {
                found.get().deletedByCare(false);
            }
            return Result.OK;
        }
    }

    // ---- ListSickLeavesForCare 1 ----

    Node sickLeaves(Node request) {
        synchronized (ledger) {
            return SickLeaves.answer(request, ledger);
        }
    }
}
