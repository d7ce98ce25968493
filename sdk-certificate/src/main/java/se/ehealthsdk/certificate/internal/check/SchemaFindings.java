package se.ehealthsdk.certificate.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Answer;

/** What the schema says of a document, and which of its answers that concerns, so that no break is reported twice. */
public final class SchemaFindings {

    private final List<Finding> findings = new ArrayList<>(0);
    private final Set<Object> reported = Collections.newSetFromMap(new IdentityHashMap<>(0));
    private final Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>(0));

    /** Something that is wrong. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Something that is wrong in an answer or a part answer, of which no rule says more. */
    public void add(Finding finding, Object answerOrPart) {
        findings.add(finding);
        reported.add(answerOrPart);
    }

    /** An {@code instans} that is wrong. */
    public void addInstance(Finding finding, Answer answer) {
        findings.add(finding);
        instances.add(answer);
    }

    /** What was found. */
    public List<Finding> findings() {
        return findings;
    }

    boolean reported(Object answerOrPart) {
        return !reported.isEmpty() && reported.contains(answerOrPart);
    }

    boolean reportedInstance(Answer answer) {
        return reported(answer) || (!instances.isEmpty() && instances.contains(answer));
    }
}
