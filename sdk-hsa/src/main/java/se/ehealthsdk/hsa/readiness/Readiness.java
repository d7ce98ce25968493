package se.ehealthsdk.hsa.readiness;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;

/** What came of a check, whichever service it was for. */
public interface Readiness {

    /** What is not as it should be, the most serious first. */
    List<ReadinessFinding> findings();

    /** What could not be found out; never a sign that something is missing. */
    List<NotFoundOut> notFoundOut();

    /** What the check was about, on one line, with HSA-ids and no names of people. */
    String subject();

    /** The answer in one word. */
    default Verdict verdict() {
        if (findings().stream()
                .anyMatch(each -> each.severity() == ReadinessFinding.Severity.BLOCKS)) {
            return Verdict.NOT_READY;
        }
        return notFoundOut().isEmpty() ? Verdict.READY : Verdict.UNKNOWN;
    }

    /** The findings about one post. */
    default List<ReadinessFinding> about(HsaId post) {
        return findings().stream().filter(each -> each.about().equals(post)).toList();
    }

    /** The findings and open questions, a line each, under the verdict: for a support desk. */
    default String report() {
        StringBuilder text = new StringBuilder(400);
        text.append(verdict()).append(": ").append(subject());
        findings().forEach(finding -> text.append('\n').append(finding));
        notFoundOut()
                .forEach(
                        open ->
                                text.append("\nNOT FOUND OUT: ")
                                        .append(open.question())
                                        .append(": ")
                                        .append(open.problem()));
        return text.toString();
    }
}
