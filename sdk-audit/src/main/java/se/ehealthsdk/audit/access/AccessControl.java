package se.ehealthsdk.audit.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * Decides whether a user may see a patient's data, with reasons.
 *
 * <pre>{@code
 * AccessControl access = AccessControl.builder()
 *         .blocks(Blocks.on(platform))
 *         .consents(Consents.on(platform))
 *         .relations(PatientRelations.on(platform))
 *         .build();
 * AccessDecision decision = access.mayAccess(AccessQuestion.of(user, patient, information));
 * }</pre>
 *
 * <p><b>What is required</b>, for each piece of data by itself:
 *
 * <table>
 *   <caption>Conditions by where the data were documented</caption>
 *   <tr><th></th><th>own unit</th><th>own care provider</th><th>another care provider</th></tr>
 *   <tr><td>commission</td><td>yes</td><td>yes</td><td>yes, for Vård och behandling</td></tr>
 *   <tr><td>no block</td><td></td><td>inner</td><td>outer</td></tr>
 *   <tr><td>patient relation</td><td>by policy</td><td>by policy</td><td>yes</td></tr>
 *   <tr><td>consent</td><td></td><td></td><td>yes</td></tr>
 * </table>
 *
 * <p><b>Emergency.</b> A declared emergency stands in the place of patient relation and consent, which are
 * not asked for then. It opens a block only as the {@link AccessPolicy} says. A commission is required all
 * the same. Where nothing stood in the way, the access is an ordinary one and is logged as such.
 *
 * <p><b>Failures.</b> A check that could not be made leaves {@link Verdict#UNDETERMINED}, with the failure
 * in the reason; it never opens anything. That holds for blocks in an emergency too.
 *
 * <p><b>Calls.</b> Each service is asked at most once, and only if the answer can matter: not about
 * consent when all data are blocked, and not at all about the user's own unit. HSA-ids are compared without
 * regard to case.
 *
 * <p>What this cannot know: whether the user really takes part in the care and needs the data
 * (patientdatalagen 4:1). That is the user's responsibility, and what the access log is reviewed for. Nor does
 * it look at the commission's rights in HSA, as {@code Läsa;alla;SJF}, which an {@link
 * se.ehealthsdk.core.user.ActingUser} does not carry: a system that grants by them does so beforehand.
 *
 * <p>Source: patientdatalagen (2008:355) chapter 4; lagen (2022:913) om sammanhållen vård- och
 * omsorgsdokumentation, chapters 2 and 3. Immutable; safe for use by many threads if the checks are.
 */
public final class AccessControl {

    private final BlockCheck blocks;
    private final ConsentCheck consents;
    private final RelationCheck relations;
    private final AccessPolicy policy;

    private AccessControl(
            BlockCheck blocks,
            ConsentCheck consents,
            RelationCheck relations,
            AccessPolicy policy) {
        this.blocks = blocks;
        this.consents = consents;
        this.relations = relations;
        this.policy = policy;
    }

    /** Starts building; blocks, consents and relations are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes the checks that are needed, and decides. Does not throw when a check fails. */
    public AccessDecision mayAccess(AccessQuestion question) {
        AccessConditions conditions = new AccessConditions(question, policy);
        Findings findings = Findings.NONE;
        Optional<Check> next = conditions.next(findings);
        while (next.isPresent()) {
            findings = ask(next.get(), question, conditions, findings);
            next = conditions.next(findings);
        }
        return conditions.decide(findings);
    }

    private Findings ask(
            Check check, AccessQuestion question, AccessConditions conditions, Findings findings) {
        AccessingActor actor = AccessingActor.of(question.user());
        return switch (check) {
            case BLOCK ->
                    findings.withBlocks(
                            found(
                                    () ->
                                            blocks.check(
                                                    actor,
                                                    question.patient(),
                                                    conditions.blockable())));
            case PATIENT_RELATION ->
                    findings.withRelation(found(() -> relations.check(actor, question.patient())));
            case CONSENT ->
                    findings.withConsent(found(() -> consents.check(actor, question.patient())));
            case ASSIGNMENT -> throw new IllegalStateException("the assignment is in the question");
        };
    }

    private static <T> Finding<T> found(Supplier<T> check) {
        try {
            return new Finding.Known<>(check.get());
        } catch (RuntimeException failure) {
            return new Finding.Failed<>(failure);
        }
    }

    /** Builds an {@link AccessControl}. Not for use by more than one thread. */
    public static final class Builder {

        private @Nullable BlockCheck blocks;
        private @Nullable ConsentCheck consents;
        private @Nullable RelationCheck relations;
        private AccessPolicy policy = AccessPolicy.DEFAULT;

        private Builder() {}

        /** Who tells of blocks, as {@link Blocks#on}. */
        public Builder blocks(BlockCheck check) {
            this.blocks = check;
            return this;
        }

        /** Who tells of consents, as {@link Consents#on}. */
        public Builder consents(ConsentCheck check) {
            this.consents = check;
            return this;
        }

        /** Who tells of patient relations, as {@link PatientRelations#on}. */
        public Builder relations(RelationCheck check) {
            this.relations = check;
            return this;
        }

        /** What the law leaves to the care provider; {@link AccessPolicy#DEFAULT} unless set. */
        public Builder policy(AccessPolicy choice) {
            this.policy = choice;
            return this;
        }

        /**
         * The access control.
         *
         * @throws ConfigurationException if blocks, consents or relations are missing
         */
        public AccessControl build() {
            return new AccessControl(
                    required(blocks, "blocks"),
                    required(consents, "consents"),
                    required(relations, "relations"),
                    policy);
        }

        private static <T> T required(@Nullable T check, String name) {
            if (check == null) {
                throw new ConfigurationException(
                        "AccessControl has nobody to ask about " + name,
                        "Give the builder " + name + "(...): without it nothing could be decided.",
                        null);
            }
            return check;
        }
    }
}
