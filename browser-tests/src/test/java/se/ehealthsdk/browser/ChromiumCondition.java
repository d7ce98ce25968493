package se.ehealthsdk.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether there is a Chromium to test in, and what to do if not. */
final class ChromiumCondition implements ExecutionCondition {

    /** Set, and not {@code false}: a missing Chromium is a failure. */
    static final String INSISTS = "CI_NEEDS_CHROMIUM";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(
                Chromium.missing(), insists(System.getenv(INSISTS), System.getProperty(INSISTS)));
    }

    static ConditionEvaluationResult decide(List<String> missing, boolean insists) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("Chromium and its driver are installed");
        }
        String reason =
                "Not installed: "
                        + String.join(", ", missing)
                        + ". On Debian: apt-get install chromium chromium-driver";
        if (insists) {
            throw new IllegalStateException(
                    INSISTS + " is set, and the tests cannot run. " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    static boolean insists(String environment, String property) {
        String said = property == null ? environment : property;
        return said != null && !said.equalsIgnoreCase("false");
    }

    /** Where Debian, Fedora and Alpine put them. */
    static final class Chromium {

        static final Optional<Path> BROWSER =
                first("/usr/bin/chromium", "/usr/bin/chromium-browser");
        static final Optional<Path> DRIVER =
                first("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

        private Chromium() {}

        static List<String> missing() {
            return Stream.concat(
                            BROWSER.isPresent() ? Stream.empty() : Stream.of("chromium"),
                            DRIVER.isPresent() ? Stream.empty() : Stream.of("chromedriver"))
                    .toList();
        }

        private static Optional<Path> first(String... places) {
            return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
        }
    }
}
