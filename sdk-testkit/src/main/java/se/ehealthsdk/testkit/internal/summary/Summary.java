package se.ehealthsdk.testkit.internal.summary;

import java.util.List;
import java.util.regex.Pattern;

/** Calls as lines for people. A contract or an address is somebody's input: what does not look like one is not repeated. */
public final class Summary {

    private static final int MOST = 20;

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:riv:[A-Za-z0-9.:-]*:([A-Za-z]{1,80})Responder:([0-9]{1,3})");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    // a personal identity number in the place of an address is a mistake that must not end in a log
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "([0-9]{8}|[0-9]{6})[-+]?[0-9A-Za-z]{4}"
                            + "|(.*[^0-9])?(18|19|20)[0-9]{10}([^0-9].*)?");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{2}[2-9][0-9]{7}");

    private Summary() {}

    /** The last calls, one on each line; what to say when there are none. */
    public static String lines(List<SeenCall> calls) {
        if (calls.isEmpty()) {
            return "  no calls";
        }
        StringBuilder text = new StringBuilder();
        if (calls.size() > MOST) {
            text.append("  ").append(calls.size() - MOST).append(" earlier calls\n");
        }
        calls.subList(Math.max(0, calls.size() - MOST), calls.size())
                .forEach(each -> text.append("  ").append(line(each)).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String line(SeenCall call) {
        StringBuilder text = new StringBuilder();
        text.append(call.number()).append(". ").append(contract(call.contract().orElse("")));
        text.append(" from ").append(address(call.sender().orElse("")));
        text.append(" to ").append(address(call.logicalAddress().orElse("")));
        text.append(": HTTP ").append(call.status()).append(", ").append(call.outcome());
        call.fault().ifPresent(fault -> text.append(" (").append(fault).append(')'));
        for (SeenCall.Broken each : call.findings()) {
            text.append("\n     ").append(each.severity()).append(' ').append(each.rule());
            if (each.line() > 0) {
                text.append(", line ").append(each.line());
            }
            text.append(": ").append(each.title());
        }
        return text.toString();
    }

    /** {@code GetEmployeeIncludingProtectedPerson 3} for its namespace. */
    public static String contract(String namespace) {
        var match = NAMESPACE.matcher(namespace);
        if (match.matches()) {
            return match.group(1) + " " + match.group(2);
        }
        return namespace.isEmpty() ? "unreadable message" : "unknown contract";
    }

    /** An HSA-id or an organisation number; nothing else. */
    public static String address(String text) {
        if (text.isEmpty()) {
            return "nobody";
        }
        boolean fit =
                ADDRESS.matcher(text).matches()
                        && (ORGANISATION.matcher(text).matches()
                                || !PERSONAL.matcher(text).matches());
        return fit ? text : "(not an address)";
    }
}
