package se.ehealthsdk.audit.internal;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether the text of a refusal names something in a record that is wrong, so that it cannot be about a log id
 * that the service has already.
 *
 * <p>A general text ("validation failed", "one or more parameters hold wrong values") may stand for both, and
 * tells nothing; nor does one that names a part of the record ("finns redan för patienten") but may speak of
 * one that is there already. A text that is wrongly taken for this makes records that are stored end up as
 * refused; one that is wrongly not costs some calls.
 */
public final class OtherCauseWording implements Predicate<String> {

    /** Words that general texts have too (person, enhet, uppdrag ...) count only in the forms of a record. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "cvc-|activity ?(?:type|level|args)|start ?dat(?:e|um)|resource ?type|resurstyp"
                            + "|care ?(?:provider|unit)|system ?id|user ?id|patient|person(?:en|-?id|nummer)\\b"
                            + "|purpose|syfte|aktivitets(?:typ|niv)|\\b(?:v\u00e5rd)?enhet(?:en)?\\b"
                            + "|v\u00e5rdgivare|anv\u00e4ndaren?s?\\b|medarbetaruppdrag",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** A log id, or what would be said of a record that is there already. */
    private static final Pattern MAY_BE_KNOWN =
            Pattern.compile(
                    "log[ _.-]?id|logg[ _.-]?id|identi|dupli[ck]|dubbl|dublett|uni[kq]|redan|already"
                            + "|\\bfinns\\b(?! (?:inte|ej|inga|ingen))|\\bexists\\b"
                            + "|\\bsamma\\b|\\bsame\\b|tidigare(?! \u00e4n)|previous"
                            + "|(?:received|stored|registered|sent|seen) (?:before|earlier)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public boolean test(String refusal) {
        String text = refusal.toLowerCase(Locale.ROOT);
        return NAMED.matcher(text).find() && !MAY_BE_KNOWN.matcher(text).find();
    }
}
