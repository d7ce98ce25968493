package se.ehealthsdk.testkit.internal.summary;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.check.Severity;

/**
 * A call, whether it was seen in this JVM or is told of by the admin API of another.
 *
 * @param number its number; later calls have higher ones
 * @param contract the namespace of the contract; empty when it could not be read
 * @param sender HSA-id of the caller; empty when there was none
 * @param logicalAddress as it stood in the message
 * @param status the HTTP status
 * @param outcome what became of it, a name of {@link Exchange.Outcome}
 * @param fault the injected fault
 * @param findings the rules that it broke
 */
public record SeenCall(
        long number,
        Optional<String> contract,
        Optional<String> sender,
        Optional<String> logicalAddress,
        int status,
        String outcome,
        Optional<String> fault,
        List<Broken> findings) {

    /**
     * A rule that was broken.
     *
     * @param rule its id
     * @param severity how bad that is
     * @param title the rule in a sentence
     * @param line where in the message; 0 where there is none
     */
    public record Broken(String rule, Severity severity, String title, int line) {}

    /** Copies the findings. */
    public SeenCall {
        findings = List.copyOf(findings);
    }

    /** What the journal holds. */
    public static SeenCall of(Exchange exchange) {
        return new SeenCall(
                exchange.number(),
                exchange.contract(),
                exchange.sender().map(HsaId::value),
                exchange.logicalAddress(),
                exchange.status(),
                exchange.outcome().name(),
                exchange.fault(),
                exchange.findings().stream()
                        .map(
                                each ->
                                        new Broken(
                                                each.rule().id(),
                                                each.rule().severity(),
                                                each.rule().title().english(),
                                                each.line()))
                        .toList());
    }
}
