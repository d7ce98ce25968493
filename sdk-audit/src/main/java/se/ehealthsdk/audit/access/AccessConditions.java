package se.ehealthsdk.audit.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.core.user.ActingUser;

/**
 * What must be fulfilled, without any call: from a question, a policy and what the services have said, either the
 * decision or the next check that somebody has to make.
 */
final class AccessConditions {

    private final AccessQuestion question;
    private final AccessPolicy policy;
    private final List<InformationEntity> blockable;

    AccessConditions(AccessQuestion question, AccessPolicy policy) {
        this.question = question;
        this.policy = policy;
        this.blockable =
                question.information().stream()
                        .filter(each -> Place.of(each, question.user()) != Place.OWN_UNIT)
                        .toList();
    }

    /** The data that a block can hinder: all but those of the user's own unit. */
    List<InformationEntity> blockable() {
        return blockable;
    }

    /** The check that has to be made before anything more can be said; empty when all is known. */
    Optional<Check> next(Findings findings) {
        int blockableBefore = 0;
        for (InformationEntity each : question.information()) {
            Evaluation evaluation = evaluate(each, blockableBefore, findings);
            if (evaluation.needed().isPresent()) {
                return evaluation.needed();
            }
            blockableBefore += Place.of(each, question.user()) == Place.OWN_UNIT ? 0 : 1;
        }
        return Optional.empty();
    }

    /**
     * The decision.
     *
     * @throws IllegalStateException if a check that is needed has not been made
     */
    AccessDecision decide(Findings findings) {
        List<EntityDecision> decisions = new ArrayList<>();
        int blockableBefore = 0;
        for (InformationEntity each : question.information()) {
            Evaluation evaluation = evaluate(each, blockableBefore, findings);
            evaluation
                    .needed()
                    .ifPresent(
                            check -> {
                                throw new IllegalStateException("nobody has checked " + check);
                            });
            decisions.add(new EntityDecision(each, evaluation.verdict(), evaluation.reasons()));
            blockableBefore += Place.of(each, question.user()) == Place.OWN_UNIT ? 0 : 1;
        }
        return new AccessDecision(question, decisions, messages(findings));
    }

    private static List<String> messages(Findings findings) {
        List<String> messages = new ArrayList<>();
        if (findings.blocks() instanceof Finding.Known<BlockAnswer> known) {
            known.answer().message().ifPresent(messages::add);
        }
        if (findings.relation() instanceof Finding.Known<RelationAnswer> known) {
            known.answer().message().ifPresent(messages::add);
        }
        if (findings.consent() instanceof Finding.Known<ConsentAnswer> known) {
            known.answer().message().ifPresent(messages::add);
        }
        return messages;
    }

    /** How far one piece of data comes: to a verdict, or to a check that is needed. */
    private record Evaluation(Verdict verdict, List<Reason> reasons, Optional<Check> needed) {}

    private Evaluation evaluate(InformationEntity information, int row, Findings findings) {
        Place place = Place.of(information, question.user());
        List<Reason> reasons = new ArrayList<>();
        Verdict verdict = Verdict.ALLOWED;
        for (Check check : Check.values()) {
            Optional<Reason> found =
                    switch (check) {
                        case ASSIGNMENT -> Optional.of(assignment(place));
                        case BLOCK -> block(place, row, findings.blocks());
                        case PATIENT_RELATION -> relation(place, findings.relation());
                        case CONSENT -> consent(place, findings.consent());
                    };
            if (found.isEmpty()) {
                return new Evaluation(Verdict.UNDETERMINED, reasons, Optional.of(check));
            }
            reasons.add(found.get());
            switch (found.get().outcome()) {
                case NOT_MET -> {
                    return new Evaluation(Verdict.DENIED, reasons, Optional.empty());
                }
                case FAILED -> {
                    return new Evaluation(Verdict.UNDETERMINED, reasons, Optional.empty());
                }
                case OVERRIDDEN -> verdict = Verdict.ALLOWED_IN_EMERGENCY;
                case MET, NOT_NEEDED -> {
                    // nothing in the way
                }
            }
        }
        return new Evaluation(verdict, reasons, Optional.empty());
    }

    private Reason assignment(Place place) {
        Optional<String> purpose = question.user().commission().map(ActingUser.Commission::purpose);
        if (purpose.isEmpty()) {
            return Reasons.noCommission();
        }
        if (question.user().careUnit().isEmpty()) {
            return Reasons.noCareUnit();
        }
        if (place == Place.OTHER_CARE_PROVIDER) {
            return Purpose.CARE_AND_TREATMENT.value().equalsIgnoreCase(purpose.get().strip())
                    ? Reasons.assigned(place)
                    : Reasons.wrongPurpose(place);
        }
        return policy.opensOwnDataFor(purpose.get())
                ? Reasons.assigned(place)
                : Reasons.wrongPurpose(place);
    }

    private Optional<Reason> block(Place place, int row, Finding<BlockAnswer> finding) {
        if (place == Place.OWN_UNIT) {
            return Optional.of(Reasons.noBlockWithinUnit());
        }
        if (finding instanceof Finding.Known<BlockAnswer> known) {
            List<BlockStatus> statuses = known.answer().statuses();
            BlockStatus status =
                    row < statuses.size() ? statuses.get(row) : BlockStatus.NOT_CHECKED;
            return Optional.of(
                    switch (status) {
                        case NOT_BLOCKED -> Reasons.notBlocked(place);
                        case NOT_CHECKED -> Reasons.blockNotChecked(place, Optional.empty());
                        case BLOCKED ->
                                policy.opensBlocks(question.emergency())
                                        ? Reasons.blockOpened(place)
                                        : Reasons.blocked(place);
                    });
        }
        return failure(finding).map(cause -> Reasons.blockNotChecked(place, Optional.of(cause)));
    }

    private Optional<Reason> relation(Place place, Finding<RelationAnswer> finding) {
        if (place != Place.OTHER_CARE_PROVIDER && !policy.relationWithinCareProvider()) {
            return Optional.of(Reasons.noRelationNeeded());
        }
        if (question.emergency() != Emergency.NONE) {
            return Optional.of(Reasons.relationOverridden(place));
        }
        if (finding instanceof Finding.Known<RelationAnswer> known) {
            return Optional.of(
                    known.answer().hasRelation()
                            ? Reasons.hasRelation(place)
                            : Reasons.noRelation(place));
        }
        return failure(finding).map(cause -> Reasons.relationNotChecked(place, cause));
    }

    private Optional<Reason> consent(Place place, Finding<ConsentAnswer> finding) {
        if (place != Place.OTHER_CARE_PROVIDER) {
            return Optional.of(Reasons.noConsentNeeded());
        }
        if (question.emergency() != Emergency.NONE) {
            return Optional.of(Reasons.consentOverridden());
        }
        if (finding instanceof Finding.Known<ConsentAnswer> known) {
            if (!known.answer().hasConsent()) {
                return Optional.of(Reasons.noConsent());
            }
            boolean emergency =
                    known.answer().type().filter(ConsentType.EMERGENCY::equals).isPresent();
            return Optional.of(emergency ? Reasons.registeredEmergency() : Reasons.hasConsent());
        }
        return failure(finding).map(Reasons::consentNotChecked);
    }

    private static Optional<RuntimeException> failure(Finding<?> finding) {
        return finding instanceof Finding.Failed<?> failed
                ? Optional.of(failed.failure())
                : Optional.empty();
    }
}
