package se.ehealthsdk.testkit.check;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/** The catalogue of rules. */
public final class Rules {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private Rules() {}

    /** All rules, in the order in which they are documented. */
    public static List<Rule> all() {
        return CATALOGUE.rules();
    }

    /**
     * The rule of an id.
     *
     * @throws InvalidInputException if there is none
     */
    public static Rule of(String id) {
        return CATALOGUE.rule(id);
    }

    /** What is wrong with these values, in the words of the rule. */
    static Text what(Rule rule, Object... values) {
        return CATALOGUE.what(rule, values);
    }
}
