package se.ehealthsdk.certificate.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;

/** A table of changes to a clean certificate, and what a check is to say of each. */
final class Verdicts {

    private static final CertificateChecker CHECKER = CertificateChecker.create();

    private final Sheet base;
    private final List<DynamicTest> tests = new ArrayList<>();

    private Verdicts(Sheet base) {
        this.base = base;
    }

    static Verdicts of(Sheet base) {
        Verdicts verdicts = new Verdicts(base);
        verdicts.passesForm("the base", sheet -> sheet);
        return verdicts;
    }

    /** Clean officially, whatever the form says. */
    Verdicts passes(String change, UnaryOperator<Sheet> how) {
        return test(
                "passes: " + change,
                () -> assertThat(said(how.apply(base), CheckMode.OFFICIAL)).isEmpty());
    }

    /** Clean in both modes. */
    Verdicts passesForm(String change, UnaryOperator<Sheet> how) {
        return test(
                "passes the form: " + change,
                () -> {
                    assertThat(said(how.apply(base), CheckMode.OFFICIAL)).isEmpty();
                    assertThat(said(how.apply(base), CheckMode.FORM)).isEmpty();
                });
    }

    /** Exactly one official finding, the same in the form's mode and nothing more there. */
    Verdicts fails(String expected, String change, UnaryOperator<Sheet> how) {
        return test(
                "fails: " + change,
                () -> {
                    assertThat(said(how.apply(base), CheckMode.OFFICIAL)).containsExactly(expected);
                    assertThat(said(how.apply(base), CheckMode.FORM)).containsExactly(expected);
                });
    }

    /** These official findings, and in the form's mode perhaps more. */
    Verdicts failsOfficially(List<String> expected, String change, UnaryOperator<Sheet> how) {
        return test(
                "fails: " + change,
                () -> {
                    assertThat(said(how.apply(base), CheckMode.OFFICIAL))
                            .containsExactlyElementsOf(expected);
                    assertThat(said(how.apply(base), CheckMode.FORM)).containsAll(expected);
                });
    }

    /** Clean officially, exactly one finding of the form. */
    Verdicts failsForm(String expected, String change, UnaryOperator<Sheet> how) {
        return test(
                "fails the form: " + change,
                () -> {
                    assertThat(said(how.apply(base), CheckMode.OFFICIAL)).isEmpty();
                    assertThat(said(how.apply(base), CheckMode.FORM)).containsExactly(expected);
                });
    }

    private Verdicts test(String name, org.junit.jupiter.api.function.Executable test) {
        tests.add(DynamicTest.dynamicTest(name, test));
        return this;
    }

    Stream<DynamicTest> tests() {
        return tests.stream();
    }

    static List<String> said(Sheet sheet, CheckMode mode) {
        return CHECKER.check(sheet.intyg(), mode, Sheet.TODAY).stream()
                .filter(Finding::isError)
                .map(
                        each ->
                                each.rule()
                                        + each.question().map(at -> " " + at).orElse("")
                                        + each.instance().map(at -> " #" + at).orElse(""))
                .toList();
    }
}
