package se.ehealthsdk.testkit.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;

/** What is said on stderr when it does not work: what the user can put right in a sentence, a defect with its stack trace. */
final class Complaints {

    private static final String PROGRAM = "national-services: ";

    private final PrintStream err;
    private final EnvironmentVariables variables;

    Complaints(PrintStream err, EnvironmentVariables variables) {
        this.err = err;
        this.variables = variables;
    }

    int ofInput(ParameterException problem, String[] arguments) {
        err.println(PROGRAM + sentence(problem));
        err.println("Run with --help for all options.");
        return ExitCode.USAGE;
    }

    private String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            List<String> suggestions = unmatched.getSuggestions();
            return (first.startsWith("-") ? "There is no option " : "Nothing is done with ")
                    + first
                    + (suggestions.isEmpty()
                            ? "."
                            : ". Did you mean " + String.join(" or ", suggestions) + "?");
        }
        String text = problem.getMessage();
        if (problem.getArgSpec() instanceof OptionSpec option) {
            if (problem.getCause() instanceof TypeConversionException cause) {
                text = option.longestName() + ": " + problem.getValue() + " " + cause.getMessage();
            }
            if (!isOnCommandLine(problem.getCommandLine(), option)
                    && variables.valueOf(option).isPresent()) {
                text +=
                        " (from the environment variable "
                                + EnvironmentVariables.nameOf(option)
                                + ")";
            }
        }
        return stopped(text);
    }

    private static String stopped(@Nullable String text) {
        return text == null || text.endsWith(".") ? String.valueOf(text) : text + ".";
    }

    private static boolean isOnCommandLine(CommandLine command, OptionSpec option) {
        ParseResult parsed = command.getParseResult();
        return parsed != null
                && parsed.originalArgs().stream()
                        .map(each -> each.split("=", 2)[0])
                        .collect(Collectors.toSet())
                        .contains(option.longestName());
    }

    int ofRun(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof ConfigurationException wrong) {
            err.println(PROGRAM + stopped(problem.getMessage()) + " " + wrong.remedy());
            return ExitCode.USAGE;
        }
        if (problem instanceof InvalidInputException) {
            err.println(PROGRAM + stopped(problem.getMessage()));
            return ExitCode.USAGE;
        }
        err.println(
                PROGRAM
                        + "This is a defect of the stand-in services. Please report it, with what follows"
                        + " and what you did.");
        problem.printStackTrace(err);
        return ExitCode.SOFTWARE;
    }

    void unusedVariable(String name) {
        err.println(
                PROGRAM
                        + "The environment variable "
                        + name
                        + " is no option, and is not used. --help lists them.");
    }
}
