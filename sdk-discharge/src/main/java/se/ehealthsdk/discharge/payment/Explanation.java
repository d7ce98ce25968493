package se.ehealthsdk.discharge.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.payment.Step.Verdict;
import se.ehealthsdk.discharge.policy.LegalReference;

/** The steps of a result while it is worked out. */
final class Explanation {

    static final LegalReference REGISTERED = act("5 kap. 1 §");
    static final LegalReference PLACING = act("5 kap. 2 §");
    static final LegalReference CONDITIONS = act("5 kap. 3 §");
    static final LegalReference ONSET = act("5 kap. 4 §");
    static final LegalReference OPEN_CARE = act("5 kap. 5 §");
    static final LegalReference AMOUNT = act("5 kap. 6 §");
    static final LegalReference AGREEMENT = act("4 kap. 5 §");
    static final LegalReference SIP = act("4 kap. 1-2 §§");
    static final LegalReference SIP_CALL = act("4 kap. 3 §");
    static final LegalReference ADMISSION_NOTICE = act("2 kap. 1-3 §§");

    private final List<Step> steps = new ArrayList<>(12);
    private final List<Blocker> blockers = new ArrayList<>(0);

    private static LegalReference act(String paragraph) {
        return LegalReference.official("lag (2017:612)", paragraph);
    }

    void met(LegalReference law, String code, Object... details) {
        steps.add(new Step(code, Verdict.MET, Optional.of(law), details));
    }

    void remark(LegalReference law, String code, Object... details) {
        steps.add(new Step(code, Verdict.REMARK, Optional.of(law), details));
    }

    void remark(String code, Object... details) {
        steps.add(new Step(code, Verdict.REMARK, Optional.empty(), details));
    }

    void reckon(LegalReference law, String code, Object... details) {
        steps.add(new Step(code, Verdict.RECKONING, Optional.of(law), details));
    }

    void reckon(String code, Object... details) {
        steps.add(new Step(code, Verdict.RECKONING, Optional.empty(), details));
    }

    void block(Blocker.Reason reason, LegalReference law, String code, Object... details) {
        Step step = new Step(code, Verdict.NOT_MET, Optional.of(law), details);
        steps.add(step);
        blockers.add(new Blocker(reason, step));
    }

    List<Step> steps() {
        return steps;
    }

    List<Blocker> blockers() {
        return blockers;
    }
}
