package se.ehealthsdk.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a whole class, and says why, where the official contracts are not to be found. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsOfficialContracts.Condition.class)
@interface NeedsOfficialContracts {

    /** Asked before anything of the class runs, its sources of arguments too. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return OfficialContracts.present()
                    ? ConditionEvaluationResult.enabled("the official contracts are here")
                    : ConditionEvaluationResult.disabled(OfficialContracts.ABSENT);
        }
    }
}
