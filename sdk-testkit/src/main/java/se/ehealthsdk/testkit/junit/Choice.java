package se.ehealthsdk.testkit.junit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;

/**
 * What services the tests have.
 *
 * @param builder how they are built
 * @param afterwards what is set when they are built or reset
 * @param failOnFindings whether a broken rule fails a test
 * @param allowed the rules that may be broken all the same
 * @param oneForAllTests whether the tests of a class share them
 */
record Choice(
        UnaryOperator<NationalServices.Builder> builder,
        Consumer<NationalServices> afterwards,
        boolean failOnFindings,
        Set<String> allowed,
        boolean oneForAllTests) {

    static final Choice DEFAULT = of(UnaryOperator.identity());

    static Choice of(UnaryOperator<NationalServices.Builder> builder) {
        return new Choice(builder, services -> {}, false, Set.of(), false);
    }

    static Choice of(WithNationalServices annotation) {
        return new Choice(
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
        return new Choice(builder, afterwards, true, allowedRules, oneForAllTests);
    }

    Choice sharedByTests() {
        return new Choice(builder, afterwards, failOnFindings, allowed, true);
    }
}
