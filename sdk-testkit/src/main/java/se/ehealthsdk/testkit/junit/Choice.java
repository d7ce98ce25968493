package se.ehealthsdk.testkit.junit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.check.Severity;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.summary.SeenCall;
import se.ehealthsdk.testkit.internal.summary.Summary;

/**
 * What services the tests have.
 *
 * @param elsewhere the services that they are a workspace of; null for services in this JVM
 * @param wishes what the workspace is like
 * @param builder how they are built
 * @param afterwards what is set when they are built or reset
 * @param failOnFindings whether a broken rule fails a test
 * @param allowed the rules that may be broken all the same
 * @param oneForAllTests whether the tests of a class share them
 */
record Choice(
        @Nullable AdminClient elsewhere,
        AdminClient.Wishes wishes,
        UnaryOperator<NationalServices.Builder> builder,
        Consumer<NationalServices> afterwards,
        boolean failOnFindings,
        Set<String> allowed,
        boolean oneForAllTests) {

    static final Choice DEFAULT = of(UnaryOperator.identity());

    static Choice of(UnaryOperator<NationalServices.Builder> builder) {
        return new Choice(
                null, AdminClient.Wishes.NONE, builder, services -> {}, false, Set.of(), false);
    }

    static Choice of(AdminClient elsewhere, AdminClient.Wishes wishes) {
        return new Choice(
                elsewhere,
                wishes,
                UnaryOperator.identity(),
                services -> {},
                false,
                Set.of(),
                false);
    }

    static Choice of(WithNationalServices annotation) {
        return new Choice(
                null,
                AdminClient.Wishes.NONE,
                builder -> chosen(builder, annotation),
                services -> services.platform().strictness(annotation.strictness()),
                annotation.failOnFindings(),
                Set.of(annotation.allowedFindings()),
                annotation.oneForAllTests());
    }

    private static NationalServices.Builder chosen(
            NationalServices.Builder builder, WithNationalServices annotation) {
        if (annotation.people().length > 0) {
            HsaStandIn all = HsaStandIn.shipped();
            builder.people(
                    Arrays.stream(annotation.people())
                            .map(name -> People.named(name, all))
                            .toArray(Persona[]::new));
        }
        if (!annotation.contracts().isEmpty()) {
            builder.contracts(Path.of(annotation.contracts()));
        }
        return builder;
    }

    Choice failingOnFindings(Set<String> allowedRules) {
        return new Choice(
                elsewhere, wishes, builder, afterwards, true, allowedRules, oneForAllTests);
    }

    Choice sharedByTests() {
        return new Choice(elsewhere, wishes, builder, afterwards, failOnFindings, allowed, true);
    }

    /** A test begins to use services that one test at a time may use. */
    static void enter(AtomicBoolean inUse) {
        if (!inUse.compareAndSet(false, true)) {
            throw new ConfigurationException(
                    "Tests that share national services (oneForAllTests) run at the same time.",
                    "Let each have its own, or run them one after the other with"
                            + " @Execution(SAME_THREAD).");
        }
    }

    void requireNoFindings(Supplier<List<SeenCall>> calls) {
        if (!failOnFindings) {
            return;
        }
        List<SeenCall> wrong = calls.get().stream().filter(this::isWrong).toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "Messages of this test broke rules of the national services:\n"
                            + Summary.lines(wrong));
        }
    }

    private boolean isWrong(SeenCall call) {
        return call.findings().stream()
                .anyMatch(
                        each ->
                                each.severity() != Severity.ADVICE
                                        && !allowed.contains(each.rule()));
    }
}
