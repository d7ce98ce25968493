package se.ehealthsdk.hsa.supportandtreatment;

import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.BLOCKS;
import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.HINTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.readiness.HsaAnswer;
import se.ehealthsdk.hsa.readiness.NotFoundOut;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/** Goes through what is known once, and collects. */
final class SupportAndTreatmentCheck {

    private static final String PAGE = "Inera's page on Stöd och behandling, March 2019";
    private static final String LOCAL = "the local HSA administrator (lokal HSA-administratör)";
    private static final String NOT_TOLD =
            "unknown, protected, not visible to this system, or not complete in HSA";
    private static final String COMMISSIONS = "HSA, the unit's commissions (medarbetaruppdrag)";

    private final SupportAndTreatmentFacts facts;
    private final Instant at;
    private final List<ReadinessFinding> findings = new ArrayList<>();
    private final List<NotFoundOut> open = new ArrayList<>();

    SupportAndTreatmentCheck(SupportAndTreatmentFacts facts, Instant at) {
        this.facts = facts;
        this.at = at;
    }

    SupportAndTreatmentReadiness result() {
        unit();
        provider();
        facts.staff().forEach(this::staff);
        preconditions();
        visibility();
        findings.sort(Comparator.comparing(ReadinessFinding::severity));
        return new SupportAndTreatmentReadiness(facts.unit(), findings, open);
    }

    // ---- the unit

    private void unit() {
        failed("the unit's post", facts.unitPost());
        if (facts.unitPost() instanceof HsaAnswer.NothingTold<Unit>) {
            add(
                    "UNIT_NOT_TOLD",
                    facts.unit(),
                    "hsaIdentity",
                    "HSA tells of no unit with this HSA-id: " + NOT_TOLD,
                    "a post in HSA that this system may see",
                    LOCAL,
                    "HSA, the unit's post",
                    "the unit cannot be activated",
                    rule("SOB-01", "L487"));
        }
        facts.unitPost()
                .told()
                .filter(post -> !post.validAt(at))
                .ifPresent(
                        post ->
                                add(
                                        "UNIT_NOT_IN_USE",
                                        facts.unit(),
                                        "startDate",
                                        "the unit is not in use at this time",
                                        "dates that hold at this time",
                                        LOCAL,
                                        "HSA, the unit's post, startDate and endDate",
                                        "no commission on the unit holds",
                                        rule("SOB-02", "L319-321")));
    }

    private void provider() {
        failed("which care provider the unit has", facts.careUnit());
        if (facts.careUnit() instanceof HsaAnswer.NothingTold<HealthCareUnit>) {
            open.add(
                    new NotFoundOut(
                            "whether unit and care provider have an HSA-id each (SOB-01)",
                            "HSA tells of no care unit and care provider of the unit: "
                                    + NOT_TOLD));
        }
        facts.careUnit()
                .told()
                .map(HealthCareUnit::provider)
                .filter(provider -> provider.hsaId().equals(facts.unit()))
                .ifPresent(
                        provider ->
                                add(
                                        "UNIT_IS_ITS_PROVIDER",
                                        facts.unit(),
                                        "hsaIdentity",
                                        "unit and care provider share this HSA-id",
                                        "a unit of its own below the care provider, with an HSA-id of its"
                                                + " own",
                                        LOCAL + " of the care provider",
                                        "HSA, a new post for the unit",
                                        "the unit cannot be activated in Stöd och behandling, though HSA"
                                                + " allows it",
                                        rule("SOB-01", "L487")));
    }

    // ---- those who work there

    private void staff(StaffFacts person) {
        failed("the post and commissions of " + person.person(), person.credentials());
        if (person.credentials() instanceof HsaAnswer.NothingTold<Credentials>) {
            add(
                    "PERSON_NOT_TOLD",
                    person.person(),
                    "hsaIdentity",
                    "HSA tells of nobody with this HSA-id: " + NOT_TOLD,
                    "a post in HSA, for those of other organisations too",
                    LOCAL + " of the person's employer",
                    "HSA, the person's post",
                    "the person cannot be a " + person.role().swedish(),
                    rule("SOB-03", "L331"));
        }
        person.credentials().told().ifPresent(post -> commission(person, post));
        logIn(person);
        granted(person);
    }

    private void commission(StaffFacts person, Credentials post) {
        if (!person.role().needsCommission()) {
            return;
        }
        String rule =
                person.role() == StaffRole.LOG_REVIEWER
                        ? rule("SOB-13", "L463")
                        : rule("SOB-02", "L319-321");
        List<Commission> here = at(post, facts.unit());
        if (here.isEmpty()) {
            withoutCommission(person, post, rule);
            return;
        }
        List<Commission> active = here.stream().filter(each -> each.isActiveAt(at)).toList();
        if (active.isEmpty()) {
            add(
                    "COMMISSION_NOT_VALID",
                    person.person(),
                    "hsaCommissionMember",
                    "the person's commission on the unit does not hold at this time: unit or care"
                            + " provider has not started, has ended, or is archived",
                    "a commission that holds",
                    LOCAL,
                    COMMISSIONS,
                    "the person cannot work as " + person.role().swedish() + " at the unit",
                    rule);
            return;
        }
        if (person.role() == StaffRole.LOG_REVIEWER) {
            logReview(person, active, rule);
        } else {
            purpose(person, active, rule);
        }
    }

    private static List<Commission> at(Credentials post, HsaId unit) {
        return post.commissions().stream()
                .filter(
                        each ->
                                each.careUnit()
                                        .filter(place -> place.hsaId().equals(unit))
                                        .isPresent())
                .toList();
    }

    private void withoutCommission(StaffFacts person, Credentials post, String rule) {
        Optional<HsaId> careUnit =
                facts.careUnit()
                        .told()
                        .map(told -> told.unit().hsaId())
                        .filter(id -> !id.equals(facts.unit()));
        boolean atCareUnit =
                careUnit.map(id -> at(post, id)).orElse(List.of()).stream()
                        .anyMatch(each -> each.isActiveAt(at));
        if (atCareUnit) {
            open.add(
                    new NotFoundOut(
                            "whether the commission of "
                                    + person.person()
                                    + " counts ("
                                    + rule
                                    + ")",
                            "it is on the care unit "
                                    + careUnit.map(HsaId::value).orElse("")
                                    + " that the unit belongs to, and the page asks for one on the unit;"
                                    + " ask Stöd och behandling"));
            return;
        }
        add(
                "COMMISSION_MISSING",
                person.person(),
                "hsaCommissionMember",
                "the person has no commission (medarbetaruppdrag) on the unit",
                person.role() == StaffRole.LOG_REVIEWER
                        ? "a commission on the unit that covers administration and logs"
                        : "any commission on the unit that exists; a new one with the purpose "
                                + CommissionPurpose.CARE_AND_TREATMENT,
                LOCAL,
                COMMISSIONS,
                "the person cannot work as " + person.role().swedish() + " at the unit",
                rule);
    }

    /** What existed before may have any purpose; what was made for this must have that of care. */
    private void purpose(StaffFacts person, List<Commission> active, String rule) {
        boolean accepted =
                active.stream()
                        .anyMatch(
                                each ->
                                        !person.newCommissions().contains(each.hsaId())
                                                || each.purpose()
                                                        .equals(
                                                                CommissionPurpose
                                                                        .CARE_AND_TREATMENT));
        if (!accepted) {
            add(
                    "COMMISSION_PURPOSE",
                    person.person(),
                    "hsaCommissionPurpose",
                    "the commission made for Stöd och behandling has another purpose",
                    CommissionPurpose.CARE_AND_TREATMENT.text(),
                    LOCAL,
                    COMMISSIONS,
                    "the person cannot work as " + person.role().swedish() + " at the unit",
                    rule);
        }
    }

    private void logReview(StaffFacts person, List<Commission> active, String rule) {
        boolean known =
                active.stream()
                        .anyMatch(each -> facts.logReviewPurposes().contains(each.purpose()));
        if (!known) {
            open.add(
                    new NotFoundOut(
                            "whether the commission of "
                                    + person.person()
                                    + " covers administration in general and logs ("
                                    + rule
                                    + ")",
                            "which purposes do is not published; ask the local HSA administrator"));
        }
    }

    private void logIn(StaffFacts person) {
        String rule = rule("SOB-04", "L305-309");
        if (person.logIn().isEmpty()) {
            open.add(
                    new NotFoundOut(
                            "how " + person.person() + " logs in (" + rule + ")",
                            "HSA does not tell; ask the person or whoever orders SITHS cards"));
            return;
        }
        LogInMethod method = person.logIn().get();
        if (method != LogInMethod.SITHS_CARD) {
            boolean sms = method == LogInMethod.SMS_CODE;
            add(
                    sms ? "LOG_IN_BY_SMS" : "LOG_IN_WITHOUT_SITHS",
                    person.person(),
                    "",
                    sms ? "the person logs in by SMS" : "the person logs in without SITHS card",
                    "a SITHS card with its code, two factors",
                    "the person's employer (SITHS card)",
                    "ordering of SITHS cards",
                    sms
                            ? "Designverktyget and Stöd och behandling refuse a code by SMS"
                            : "Stöd och behandling demands two factors by SITHS card",
                    rule);
        }
    }

    private void granted(StaffFacts person) {
        String rule = rule("SOB-05", "L65-68");
        if (person.granted().isEmpty()) {
            open.add(
                    new NotFoundOut(
                            "whether the care provider has granted "
                                    + person.person()
                                    + " access ("
                                    + rule
                                    + ")",
                            "HSA does not tell; ask the unit's access administrator"));
        } else if (!person.granted().get()) {
            add(
                    "PERSON_NOT_GRANTED",
                    person.person(),
                    "",
                    "the care provider has not granted the person access",
                    "access as " + person.role().swedish(),
                    "the unit's access administrator (behörighetsadministratör)",
                    "Stöd och behandling",
                    "the person cannot log in",
                    rule);
        }
    }

    // ---- what HSA does not tell

    private void preconditions() {
        for (Precondition each : Precondition.values()) {
            if (each.ofVideo() && !facts.video()) {
                continue;
            }
            String rule = rule(each.rule(), each.lines());
            Boolean said = facts.said().get(each);
            if (said == null) {
                open.add(
                        new NotFoundOut(
                                each.question() + " (" + rule + ")",
                                "HSA does not tell; ask " + each.mender()));
            } else if (!said) {
                add(
                        "PRECONDITION_" + each.name(),
                        facts.unit(),
                        "",
                        each.wrong(),
                        "",
                        each.mender(),
                        "what is agreed and decided outside HSA",
                        each.consequence(),
                        rule);
            }
        }
    }

    private void visibility() {
        facts.visibility()
                .ifPresent(
                        residents -> {
                            boolean all = residents == SupportAndTreatmentFacts.Visibility.ALL;
                            findings.add(
                                    finding(
                                            all ? "VISIBLE_TO_ALL" : "VISIBLE_TO_SOME",
                                            HINTS,
                                            facts.unit(),
                                            "",
                                            all
                                                    ? "all residents see the case type (ärendetyp), and most"
                                                            + " get no access"
                                                    : "each resident is let in by two steps",
                                            "",
                                            "the unit",
                                            "Stöd och behandling",
                                            all
                                                    ? "residents ask for what they cannot get"
                                                    : "a resident who was given one step alone sees"
                                                            + " nothing",
                                            rule("SOB-07", "L357")));
                        });
    }

    // ---- collecting

    private static String rule(String id, String lines) {
        return id + ", " + PAGE + ", " + lines;
    }

    private void failed(String question, HsaAnswer<?> answer) {
        if (answer instanceof HsaAnswer.NotFoundOut<?> failure) {
            open.add(new NotFoundOut(question, failure.problem()));
        }
    }

    private void add(
            String code,
            HsaId about,
            String attribute,
            String wrong,
            String right,
            String mender,
            String where,
            String consequence,
            String source) {
        findings.add(
                finding(
                        code,
                        BLOCKS,
                        about,
                        attribute,
                        wrong,
                        right,
                        mender,
                        where,
                        consequence,
                        source));
    }

    private static ReadinessFinding finding(
            String code,
            ReadinessFinding.Severity severity,
            HsaId about,
            String attribute,
            String wrong,
            String right,
            String mender,
            String where,
            String consequence,
            String source) {
        return new ReadinessFinding(
                code,
                severity,
                about,
                Optional.of(attribute).filter(text -> !text.isEmpty()),
                wrong,
                Optional.of(right).filter(text -> !text.isEmpty()),
                mender,
                where,
                consequence,
                Optional.of(source));
    }
}
