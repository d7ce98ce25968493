package se.ehealthsdk.audit.internal;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether the text of a refusal names something in a record that is wrong, so that it cannot be about a log id
 * that the service has already.
 *
 * <p>A general text ("validation failed", "one or more parameters hold wrong values") may stand for both, and
 * tells nothing. A text that is wrongly taken for this makes records that are stored end up as refused.
 */
public final class OtherCauseWording implements Predicate<String> {

    private static final Pattern NAMED =
            Pattern.compile(
                    "cvc-|activity ?(?:type|level|args)|start ?date|resource ?type|care ?(?:provider|unit)"
                            + "|system ?id|user ?id|patient|person|purpose|syfte|aktivitet|resurs"
                            + "|enhet|v\u00e5rdgivare|anv\u00e4ndare|uppdrag|datum|tidpunkt");

    private static final Pattern LOG_ID =
            Pattern.compile("log[ _.-]?id|logg[ _.-]?id|identi(?:ty|tet|fier)");

    @Override
    public boolean test(String refusal) {
        String text = refusal.toLowerCase(Locale.ROOT);
        return NAMED.matcher(text).find() && !LOG_ID.matcher(text).find();
    }
}
