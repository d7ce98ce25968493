package se.ehealthsdk.testkit.junit;

import java.util.stream.Collectors;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;

/** People by the name of their part. */
final class People {

    private People() {}

    static Persona named(String name, HsaStandIn all) {
        return all.personas().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConfigurationException(
                                        "There is no person with the part %s. There are %s."
                                                .formatted(
                                                        name,
                                                        all.personas().stream()
                                                                .map(Persona::name)
                                                                .collect(Collectors.joining(", "))),
                                        "Name one of them."));
    }
}
