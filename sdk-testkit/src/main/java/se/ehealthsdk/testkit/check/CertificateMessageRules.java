package se.ehealthsdk.testkit.check;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of clinicalprocess:healthcond:certificate that a message shows by itself. */
final class CertificateMessageRules implements Watch {

    private static final Rule CODE_SYSTEM = Rules.of("certificate.type.code-system");
    private static final Rule GUID = Rules.of("certificate.id.guid");
    private static final Rule ROOT = Rules.of("certificate.id.root");
    private static final Rule MAIL = Rules.of("certificate.epost.empty");
    private static final Rule WORKPLACE = Rules.of("certificate.workplace-code.empty");
    private static final Rule TIME = Rules.of("certificate.time.form");
    private static final Rule FUTURE = Rules.of("certificate.signed.future");
    private static final Rule UNSIGNED = Rules.of("certificate.signed.missing");
    private static final Rule SENT_FIRST = Rules.of("certificate.sent.before-signed");
    private static final Rule RELATIONS = Rules.of("certificate.relation.several");
    private static final Rule RELATION = Rules.of("certificate.relation.code");
    private static final Rule LIST_KEY = Rules.of("certificate.list.key");
    private static final Rule LIST_IGNORED = Rules.of("certificate.list.ignored");
    private static final Rule PREFILL = Rules.of("certificate.prefill.namespace");

    private static final String TYPES = "b64ea353-e8f6-4832-b563-fc7d46f29548";
    private static final String PREFILL_NAMESPACE =
            "urn:riv:clinicalprocess:healthcond:certificate:3.3";
    private static final Set<String> RELATION_CODES = Set.of("FRLANG", "ERSATT", "KOMPLT", "KOPIA");
    private static final Set<String> TIMES =
            Set.of(
                    "signeringstidpunkt",
                    "skickatTidpunkt",
                    "tidpunkt",
                    "fromTidpunkt",
                    "tomTidpunkt");
    private static final Pattern SECONDS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");
    private static final Pattern OID = Pattern.compile("[0-2](\\.[0-9]+)+");

    private final Notes notes;
    private final Instant now;
    private final String contract;
    private Optional<Instant> signed = Optional.empty();
    private boolean isSigned;
    private boolean prefillTold;
    private int relations;
    private boolean units;
    private boolean providers;

    CertificateMessageRules(Notes notes, Instant now, String contract) {
        this.notes = notes;
        this.now = now;
        this.contract = contract;
    }

    @Override
    public void start(Place place) {
        switch (place.name()) {
            case "relation" -> {
                if (place.parent().equals("intyg") && ++relations == 2) {
                    notes.add(RELATIONS, place, 2);
                }
            }
            case "svar" -> {
                if (place.parent().equals("forifyllnad")
                        && !place.namespace().equals(PREFILL_NAMESPACE)
                        && !prefillTold) {
                    prefillTold = true;
                    notes.add(PREFILL, place, place.namespace());
                }
            }
            case "enhets-id" -> units |= place.depth() == 4;
            case "vardgivar-id" -> providers |= place.depth() == 4;
            default -> {
                // no rule of its own
            }
        }
    }

    @Override
    public void text(Place place, String text) {
        String value = text.strip();
        switch (place.name()) {
            case "epost" -> notEmpty(MAIL, place, value);
            case "codeSystem" -> {
                if (place.parent().equals("typ") && !value.equals(TYPES)) {
                    notes.add(CODE_SYSTEM, place, value);
                }
            }
            case "code" -> {
                if (place.parent().equals("typ")
                        && place.ancestor(2).equals("relation")
                        && !RELATION_CODES.contains(value)) {
                    notes.add(RELATION, place, value);
                }
            }
            case "root" -> {
                if (place.parent().equals("intygs-id")
                        && (value.isEmpty() || OID.matcher(value).matches())) {
                    notes.add(ROOT, place, value);
                }
            }
            case "extension" -> extension(place, value);
            default -> {
                if (TIMES.contains(place.name())) {
                    time(place, text);
                }
            }
        }
    }

    private void notEmpty(Rule rule, Place place, String value) {
        if (value.isEmpty()) {
            notes.add(rule, place);
        }
    }

    private void extension(Place place, String value) {
        if (place.parent().equals("intygs-id") && !AccessLogRules.GUID.matcher(value).matches()) {
            notes.add(GUID, place, value);
        } else if (place.parent().equals("arbetsplatskod")) {
            notEmpty(WORKPLACE, place, value);
        }
    }

    private void time(Place place, String text) {
        boolean event = place.name().equals("tidpunkt") && place.parent().equals("handelse");
        if (!event && !SECONDS.matcher(text).matches()) {
            notes.add(TIME, place, text);
            isSigned |= place.name().equals("signeringstidpunkt");
            return;
        }
        if (!place.parent().equals("intyg")) {
            return;
        }
        Optional<Instant> moment = LocalTimes.moment(text);
        if (place.name().equals("signeringstidpunkt")) {
            isSigned = true;
            signed = moment;
            moment.flatMap(it -> LocalTimes.minutesAfter(it, now))
                    .ifPresent(minutes -> notes.add(FUTURE, place, minutes));
        } else if (moment.isPresent() && signed.filter(moment.get()::isBefore).isPresent()) {
            notes.add(SENT_FIRST, place);
        }
    }

    @Override
    public void end(Place place) {
        if (place.depth() != 3) {
            return;
        }
        if (contract.contains(":RegisterCertificateResponder:") && !isSigned) {
            notes.add(UNSIGNED, place);
        }
        if (contract.contains(":ListCertificatesForCareWithQAResponder:")) {
            if (!units && !providers) {
                notes.add(LIST_KEY, place);
            } else if (units && providers) {
                notes.add(LIST_IGNORED, place);
            }
        }
    }
}
