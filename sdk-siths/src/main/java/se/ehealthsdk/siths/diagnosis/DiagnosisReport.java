package se.ehealthsdk.siths.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.siths.diagnosis.Finding.Check;
import se.ehealthsdk.siths.diagnosis.Finding.Severity;

/**
 * What a diagnosis found, in the order in which a connection comes about. Immutable.
 *
 * @param target host and port
 * @param at when the diagnosis began
 * @param findings what was found, good and bad; never empty
 */
public record DiagnosisReport(String target, Instant at, List<Finding> findings) {

    /** Keeps a copy of the findings. */
    public DiagnosisReport {
        findings = List.copyOf(findings);
    }

    /** Whether there is no problem; there may be warnings. */
    public boolean ok() {
        return problems().isEmpty();
    }

    /** The findings that keep the connection from working. */
    public List<Finding> problems() {
        return findings.stream().filter(finding -> finding.severity() == Severity.PROBLEM).toList();
    }

    /** What was found about one thing: the worst, when there is more than one finding. */
    public Optional<Finding> finding(Check check) {
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .max((one, other) -> one.severity().compareTo(other.severity()));
    }

    /** All of it in lines, to paste into a support case. Holds no secrets and no persons' names. */
    @Override
    public String toString() {
        return "Mutual TLS with "
                + target
                + " at "
                + at
                + "\n"
                + findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
