package se.ehealthsdk.hsa.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;

/** Counts what comes of reading, for its own report and for that of whoever asked for one of all. */
final class Tally {

    private final @Nullable Tally whole;
    private final List<AttributeProblem> problems = new ArrayList<>();
    private long delivered;
    private long withheld;
    private long skipped;
    private long problemCount;
    private @Nullable Partial partial;

    private Tally(@Nullable Tally whole) {
        this.whole = whole;
    }

    static Tally alone() {
        return new Tally(null);
    }

    /** A tally of a part of what another one counts. */
    static Tally partOf(@Nullable Tally whole) {
        return new Tally(whole);
    }

    synchronized void delivered(List<AttributeProblem> itsProblems) {
        delivered++;
        for (AttributeProblem problem : itsProblems) {
            keep(problem);
        }
        if (whole != null) {
            whole.delivered(itsProblems);
        }
    }

    synchronized void withheld() {
        withheld++;
        if (whole != null) {
            whole.withheld();
        }
    }

    synchronized void skipped(AttributeProblem why) {
        skipped++;
        keep(why);
        if (whole != null) {
            whole.skipped(why);
        }
    }

    /** Something is missing that was needed to answer. */
    synchronized void problem(AttributeProblem problem) {
        keep(problem);
        if (whole != null) {
            whole.problem(problem);
        }
    }

    synchronized void cutShort(Partial why) {
        partial = why;
        if (whole != null) {
            whole.cutShort(why);
        }
    }

    private void keep(AttributeProblem problem) {
        problemCount++;
        if (problems.size() < ReadReport.KEPT) {
            problems.add(problem);
        }
    }

    synchronized Optional<Partial> partial() {
        return Optional.ofNullable(partial);
    }

    synchronized ReadReport report() {
        return new ReadReport(
                delivered, withheld, skipped, problemCount, problems, Optional.ofNullable(partial));
    }
}
