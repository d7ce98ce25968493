package se.ehealthsdk.certificate.check;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/** A certificate that breaks the rules of its type. Nothing was sent. */
public final class FindingsException extends InvalidInputException {

    private final List<Finding> findings;

    /**
     * @param findings what was found, errors and advice; at least one error
     */
    public FindingsException(List<Finding> findings) {
        super("certificate", problem(findings), "no error findings; see findings()");
        this.findings = List.copyOf(findings);
    }

    private static String problem(List<Finding> findings) {
        List<String> rules = findings.stream().filter(Finding::isError).map(Finding::rule).toList();
        return rules.size()
                + " rules are broken: "
                + String.join(", ", rules.subList(0, Math.min(10, rules.size())));
    }

    /** Everything that was found, in the order of the questions. */
    public List<Finding> findings() {
        return findings;
    }
}
