package se.ehealthsdk.testkit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each option as an environment variable: {@code --idp-port} is {@code NATIONAL_SERVICES_IDP_PORT}. */
final class EnvironmentVariables implements IDefaultValueProvider {

    static final String PREFIX = "NATIONAL_SERVICES_";

    /** What Kubernetes sets for a service that happens to be called national-services. */
    private static final Set<String> KUBERNETES = Set.of("SERVICE_", "PORT_");

    private final Map<String, String> environment;

    EnvironmentVariables(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    static String nameOf(OptionSpec option) {
        return PREFIX
                + option.longestName()
                        .replaceFirst("^-+", "")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? valueOf(option).orElse(null) : null;
    }

    /** An empty variable is none. */
    Optional<String> valueOf(OptionSpec option) {
        return isVariable(option)
                ? Optional.ofNullable(environment.get(nameOf(option)))
                        .filter(value -> !value.isBlank())
                : Optional.empty();
    }

    private static boolean isVariable(OptionSpec option) {
        return !option.usageHelp()
                && !option.versionHelp()
                && !option.longestName().equals("--is-up");
    }

    /** Variables that look like options and are none: a slip of the pen, as a rule. */
    List<String> unknown(CommandSpec command) {
        Set<String> known =
                command.options().stream()
                        .filter(EnvironmentVariables::isVariable)
                        .map(EnvironmentVariables::nameOf)
                        .collect(Collectors.toSet());
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(
                        name ->
                                KUBERNETES.stream()
                                        .noneMatch(name.substring(PREFIX.length())::startsWith))
                .toList();
    }
}
