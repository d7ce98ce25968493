package se.ehealthsdk.testkit.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The recipients that Intygstjänster knows; those of the code system that are none are not among them. */
final class Recipients {

    private static final List<String> KNOWN = List.of("FKASSA", "TRANSP", "SOS", "SKV", "AF");

    private final Map<String, RecipientStandIn> recipients = new LinkedHashMap<>();

    Recipients(Ledger ledger, MessageDesk desk) {
        KNOWN.forEach(code -> recipients.put(code, new RecipientStandIn(code, ledger, desk)));
    }

    Optional<RecipientStandIn> recipient(String code) {
        return Optional.ofNullable(recipients.get(code.toUpperCase(Locale.ROOT)));
    }

    static List<String> known() {
        return KNOWN;
    }

    void reset() {
        recipients.values().forEach(RecipientStandIn::reset);
    }
}
