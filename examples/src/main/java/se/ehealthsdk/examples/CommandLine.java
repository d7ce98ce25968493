package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.outbox.OutboxException;

/**
 * The words after a command: options with a value, switches, and files; {@code -} is a file, the standard input.
 *
 * @param values the value of each option that was given
 * @param switches the switches that were given
 * @param files what stands alone
 */
record CommandLine(Map<String, String> values, Set<String> switches, List<String> files) {

    /** The command line is not understood; the message says why, without repeating what may be a password. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** What a command does; gives the exit code. */
    @FunctionalInterface
    interface Command {
        int run() throws IOException;
    }

    /** Runs a command; 2 when it was called wrongly, or with what cannot be read. */
    static int run(String usage, PrintStream err, Command command) {
        try {
            return command.run();
        } catch (UsageException wrong) {
            err.println(wrong.getMessage());
            err.println(usage);
        } catch (EHealthException wrong) {
            err.println(wrong.getMessage() + ". " + wrong.remedy());
        } catch (OutboxException wrong) {
            err.println(wrong.getMessage() + ". " + wrong.remedy());
        } catch (IOException unreadable) {
            err.println("A file cannot be read or written: " + unreadable.getMessage());
        }
        return 2;
    }

    static CommandLine parse(String[] arguments, Set<String> options, Set<String> switches) {
        Map<String, String> values = new HashMap<>();
        List<String> given = new ArrayList<>();
        List<String> files = new ArrayList<>();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (switches.contains(word)) {
                given.add(word);
            } else if (options.contains(word)) {
                if (!rest.hasNext()) {
                    throw new UsageException(word + " needs a value");
                }
                if (values.put(word, rest.next()) != null) {
                    throw new UsageException(word + " is given twice");
                }
            } else if (word.startsWith("-") && word.length() > 1) {
                throw new UsageException("There is an option that is not known");
            } else {
                files.add(word);
            }
        }
        return new CommandLine(Map.copyOf(values), Set.copyOf(given), List.copyOf(files));
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    String required(String option) {
        return value(option).orElseThrow(() -> new UsageException(option + " is missing"));
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    int number(String option, int otherwise) {
        return value(option).map(text -> number(option, text)).orElse(otherwise);
    }

    static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new UsageException(option + " needs a number");
        }
    }
}
