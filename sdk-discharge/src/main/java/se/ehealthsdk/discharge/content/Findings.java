package se.ehealthsdk.discharge.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.policy.LegalReference;

/** What has been found in one message. */
final class Findings {

    /** That logistics messages are free of clinical text we read out of the Act, which does not say it. */
    static final LegalReference OWN_READING =
            new LegalReference(
                    "lag (2017:612)",
                    Optional.of("2 kap. 2 §"),
                    LegalReference.Confidence.INFERRED);

    private final List<Finding> found = new ArrayList<>();

    static LegalReference act(String paragraph) {
        return new LegalReference(
                "lag (2017:612)", Optional.of(paragraph), LegalReference.Confidence.OFFICIAL);
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    void broken(String rule, String problem, String expected, String paragraph) {
        add(rule, Finding.Weight.BROKEN, problem, expected, List.of(), act(paragraph));
    }

    void decision(
            String rule, String problem, String expected, List<String> choices, String paragraph) {
        add(rule, Finding.Weight.DECISION, problem, expected, choices, act(paragraph));
    }

    void remark(String rule, String problem, String expected, LegalReference source) {
        add(rule, Finding.Weight.REMARK, problem, expected, List.of(), source);
    }

    void suspicion(String rule, String problem, String expected) {
        add(rule, Finding.Weight.BROKEN, problem, expected, List.of(), OWN_READING);
    }

    private void add(
            String rule,
            Finding.Weight weight,
            String problem,
            String expected,
            List<String> choices,
            LegalReference source) {
        found.add(new Finding(rule, weight, problem, expected, choices, source));
    }
}
