package se.ehealthsdk.discharge.sip;

import java.util.List;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;

/** A plan lacks what it has to hold. The message names rules and fields, never what the plan says. */
public final class SipIncompleteException extends InvalidInputException {

    private final transient List<SipFinding> findings;

    SipIncompleteException(List<SipFinding> findings) {
        super(
                "sip",
                "is not complete: "
                        + findings.stream()
                                .map(finding -> finding.rule() + " at " + finding.field())
                                .collect(Collectors.joining(", ")),
                "a plan without errors among its findings");
        this.findings = List.copyOf(findings);
    }

    /** The errors, without the remarks. */
    public List<SipFinding> findings() {
        return findings;
    }
}
