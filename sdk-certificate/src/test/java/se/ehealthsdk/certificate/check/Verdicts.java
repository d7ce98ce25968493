package se.ehealthsdk.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import se.ehealthsdk.certificate.document.CertificateType;

/** A table of single changes to a base document, each with what the checker has to say. */
final class Verdicts {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final CertificateChecker CHECKER = CertificateChecker.create();

    private final Doc base;
    private final CheckMode mode;
    private final List<DynamicTest> tests = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();

    Verdicts(Doc base, CheckMode mode) {
        this.base = base;
        this.mode = mode;
        pass("base", doc -> doc);
    }

    static List<Finding> check(Doc doc, CheckMode mode) {
        return CHECKER.check(doc.intyg(), mode, TODAY);
    }

    /** The change breaks nothing. */
    Verdicts pass(String change, UnaryOperator<Doc> made) {
        tests.add(
                DynamicTest.dynamicTest(
                        mode + " passes: " + change,
                        () -> assertThat(check(made.apply(base), mode)).isEmpty()));
        return this;
    }

    /** The change breaks one rule, at a question, and nothing else is said. */
    Verdicts fail(String change, String rule, String question, UnaryOperator<Doc> made) {
        return fails(change, List.of(rule + "@" + question), made);
    }

    /** The change breaks several rules. */
    Verdicts fails(String change, List<String> rules, UnaryOperator<Doc> made) {
        for (String each : rules) {
            broken.add(each.substring(0, each.indexOf('@')));
        }
        tests.add(
                DynamicTest.dynamicTest(
                        mode + " fails: " + change,
                        () ->
                                assertThat(check(made.apply(base), mode))
                                        .extracting(
                                                each ->
                                                        each.rule()
                                                                + "@"
                                                                + each.question().orElse(""))
                                        .containsExactlyInAnyOrderElementsOf(rules)));
        return this;
    }

    List<DynamicTest> tests() {
        return tests;
    }

    /** The ids of the rules of an origin that no change of these tables breaks. */
    static Set<String> unbroken(
            CertificateType type, int major, Set<Finding.Origin> origins, Verdicts... tables) {
        Set<String> left = new TreeSet<>();
        for (Rule rule : CHECKER.rules(type, major)) {
            if (origins.contains(rule.origin())) {
                left.add(rule.id());
            }
        }
        for (Verdicts each : tables) {
            left.removeAll(each.broken);
        }
        return left;
    }
}
