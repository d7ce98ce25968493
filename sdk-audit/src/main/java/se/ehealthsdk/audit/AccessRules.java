package se.ehealthsdk.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.user.ActingUser;

/**
 * What is to be logged of the calls of each contract. Immutable.
 *
 * <pre>{@code
 * AccessRules rules = AccessRules.builder()
 *         .on(GET_CARE_PLANS, access -> List.of(
 *                 AccessRecord.reading(access.request().patient())
 *                         .by(access.user())
 *                         .in(system)
 *                         .resource(ResourceType.of("Vårdplan"))
 *                         .build()))
 *         .withoutRecord(GET_UNIT)
 *         .build();
 * }</pre>
 */
public final class AccessRules {

    private final Map<String, AccessRule<?, ?>> rules;
    private final Set<String> withoutRecord;

    private AccessRules(Builder builder) {
        this.rules = Map.copyOf(builder.rules);
        this.withoutRecord = Set.copyOf(builder.withoutRecord);
    }

    /** Starts collecting rules. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * @throws InvalidInputException if nothing is said of the contract
     */
    void requireFor(RivtaContract<?, ?> contract) {
        if (!rules.containsKey(contract.namespace())
                && !withoutRecord.contains(contract.namespace())) {
            throw new InvalidInputException(
                    "rules",
                    "say nothing of " + contract,
                    "a rule for the contract: on(...), or withoutRecord(...) if nobody's data are in it");
        }
    }

    // a rule is kept under the contract whose request and answer it takes
    @SuppressWarnings("unchecked")
    List<AccessRecord> recordsOf(
            RivtaContract<?, ?> contract,
            ActingUser user,
            LogicalAddress to,
            Object request,
            Object answer) {
        requireFor(contract);
        @Nullable AccessRule<Object, Object> rule =
                (AccessRule<Object, Object>) rules.get(contract.namespace());
        return rule == null
                ? List.of()
                : rule.recordsOf(new AccessRule.Access<>(user, to, request, answer));
    }

    /** Collects rules. Not for use by more than one thread. */
    public static final class Builder {

        private final Map<String, AccessRule<?, ?>> rules = new HashMap<>();
        private final Set<String> withoutRecord = new HashSet<>();

        private Builder() {}

        /** Logs what the rule says of each call of a contract; in the place of what was said of it before. */
        public <Q, R> Builder on(RivtaContract<Q, R> contract, AccessRule<Q, R> rule) {
            withoutRecord.remove(contract.namespace());
            rules.put(contract.namespace(), rule);
            return this;
        }

        /** Lets calls of a contract pass without a record: for those that hold no patient's data. */
        public Builder withoutRecord(RivtaContract<?, ?> contract) {
            rules.remove(contract.namespace());
            withoutRecord.add(contract.namespace());
            return this;
        }

        /** The rules. */
        public AccessRules build() {
            return new AccessRules(this);
        }
    }
}
