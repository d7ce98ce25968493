package se.ehealthsdk.audit.internal;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether the text of a refusal says that the log service has the log id already. The contract demands that
 * check of the service and leaves its words open, so both languages are read with some freedom.
 *
 * <p>A text that is wrongly taken for this makes a record count as delivered, one that is wrongly not, as
 * refused, which someone then looks at. So a word alone ("finns", "stored") counts only beside a log id, and
 * never when it is negated.
 */
public final class DuplicateWording implements Predicate<String> {

    private static final String NOT = "(?:inte|ej|icke|not|never|isn't|cannot be|could not be)";

    /** What the text is about; without it, only whole phrases count. */
    private static final Pattern LOG_ID =
            Pattern.compile("log[ _-]?id|logg[ _-]?id|logg?[ -]?post|log (?:record|entry)");

    /** The form of the message, or someone that the record is about: then little that is said is of log ids. */
    private static final Pattern ANOTHER_SUBJECT =
            Pattern.compile(
                    "element|attribut|tagg?\\b|f\u00e4lt|field|header|namespace|prefix"
                            + "|person|patient|enhet|unit|v\u00e5rdgivare|provider|anv\u00e4ndare|user"
                            + "|certifi[ck]|uppdrag|commission|resurs|resource|syfte|purpose"
                            + "|activity|aktivitet|start ?dat|system ?(?:id|name|namn)");

    private static final Pattern NO_DUPLICATE =
            Pattern.compile("(?:inga?|ingen|no|not a|inte en) (?:dupli|dubbl|dublett)");

    private static final Pattern DUPLICATE = Pattern.compile("dupli[ck]|dubbl[aeo]|dublett");

    private static final String STORED =
            "(?:finns|exist|lagra|stor|registr|mottag|receiv|spara|save|anv\u00e4n|used|f\u00f6rekom|process|inl\u00e4s)";

    private static final Pattern ALREADY =
            Pattern.compile(
                    "(?<!inte )(?<!ej )(?<!not )(?:redan|already)\\W+(?:\\w+\\W+){0,3}?"
                            + STORED
                            + "|"
                            + STORED
                            + "\\w*\\W+(?:redan|already)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NOT_UNIQUE =
            Pattern.compile(
                    NOT + "(?: \\w+){0,2} uni[kq]|non-?uni|unique (?:constraint|key|index)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** A word that says it beside a log id: that it is to be unique, or is there. */
    private static final Pattern WORD =
            Pattern.compile(
                    "\\buni[kq]"
                            + "|\\bfinns\\b(?! (?:inte|ej|icke|inga|ingen))"
                            + "|(?<!not )(?<!n't )(?<!inte )\\bexist(?:s|erar|ed)?\\b(?! (?:inte|ej|icke))"
                            + "|(?<!not )(?<!not be )(?<!inte )(?<!ej )(?<!inte vara )\\b(?:lagra[dt]\\w*|stored)\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** What turns such a word around: something is wrong with the id itself, or nothing was stored. */
    private static final Pattern TURNED =
            Pattern.compile(
                    "sakna|missing|not found|hittad?e?s (?:inte|ej)|ok\u00e4n[dt]|unknown|ogiltig|invalid"
                            + "|uuid|format|tecken|character|\u00e4ngd|length|reject|avvisa"
                            + "|\\b(?:ing[ae]n?|inget|aldrig|no|none|nothing|never|0)\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public boolean test(String refusal) {
        String text = refusal.toLowerCase(Locale.ROOT);
        boolean aboutLogId = LOG_ID.matcher(text).find();
        if (ANOTHER_SUBJECT.matcher(text).find()) {
            return aboutLogId && NOT_UNIQUE.matcher(text).find();
        }
        if (NO_DUPLICATE.matcher(text).find()) {
            return false;
        }
        if (DUPLICATE.matcher(text).find()
                || ALREADY.matcher(text).find()
                || NOT_UNIQUE.matcher(text).find()) {
            return true;
        }
        return aboutLogId && WORD.matcher(text).find() && !TURNED.matcher(text).find();
    }
}
