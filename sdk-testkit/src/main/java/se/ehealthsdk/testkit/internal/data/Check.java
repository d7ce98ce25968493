package se.ehealthsdk.testkit.internal.data;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.internal.data.Kind.Target;
import se.ehealthsdk.testkit.internal.data.Tree.Listing;
import se.ehealthsdk.testkit.internal.data.Tree.Mapping;
import se.ehealthsdk.testkit.internal.data.Tree.Named;
import se.ehealthsdk.testkit.internal.data.Tree.Place;
import se.ehealthsdk.testkit.internal.data.Tree.Scalar;
import se.ehealthsdk.testkit.internal.data.Tree.Type;

/** Holds a tree against a form, and tells everything that differs. */
final class Check {

    /** What may be told of a name that somebody made up: no name of a field holds a row of digits, but a number does. */
    private static final Pattern TELLABLE = Pattern.compile("(?!.*[0-9]{4})[A-Za-z0-9_.-]{1,40}");

    private static final int FAR = 3;

    /**
     * A value that must lead somewhere.
     *
     * @param id as it is written; personal data, where it is a patient's number
     */
    record Reference(Place place, String field, String id, List<Target> targets) {}

    private final Problems problems;
    private final List<Reference> references = new ArrayList<>();

    Check(Problems problems) {
        this.problems = problems;
    }

    List<Reference> references() {
        return references;
    }

    /** Whether all is right. */
    boolean check(String field, Tree tree, Form form) {
        int before = problems.count();
        mapping(field, tree, form);
        return problems.count() == before && !problems.isFull();
    }

    private void mapping(String field, Tree tree, Form form) {
        if (!(tree instanceof Mapping mapping)) {
            problems.add(tree.place(), field, tree.kind(), "names with values: " + form.about());
            return;
        }
        Map<String, Named> seen = new HashMap<>();
        for (Named each : mapping.entries()) {
            String way = way(field, each.name());
            Form.Field known = form.fields().get(each.name());
            if (seen.putIfAbsent(each.name(), each) != null) {
                problems.add(each.place(), way, "is here twice", "each name once");
            } else if (known == null) {
                problems.add(each.place(), way, "is no name known here", nearest(each, form));
            } else {
                value(way, each.value(), known.kind());
            }
        }
        for (String each : form.required()) {
            if (!seen.containsKey(each)) {
                problems.add(
                        mapping.place(),
                        way(field, each),
                        "is missing",
                        expected(form.fields().get(each).kind()));
            }
        }
        for (List<String> each : form.exclusive()) {
            List<String> found = each.stream().filter(seen::containsKey).toList();
            if (found.size() > 1) {
                problems.add(
                        seen.get(found.get(1)).place(),
                        way(field, found.get(1)),
                        "is here beside " + found.get(0),
                        "one of the two");
            }
        }
    }

    static String way(String field, String name) {
        String told = TELLABLE.matcher(name).matches() ? name : "?";
        return field.isEmpty() ? told : field + "." + told;
    }

    private void value(String field, Tree tree, Kind kind) {
        if (kind instanceof Kind.Text text) {
            text(field, tree, text);
        } else if (kind instanceof Kind.Flag) {
            scalar(field, tree, Type.FLAG, "true or false");
        } else if (kind instanceof Kind.Whole whole) {
            scalar(field, tree, Type.WHOLE_NUMBER, expected(whole))
                    .filter(each -> !isWithin(each.text(), whole))
                    .ifPresent(
                            each ->
                                    problems.add(
                                            each.place(),
                                            field,
                                            "is out of bounds",
                                            expected(whole)));
        } else if (kind instanceof Kind.Nested nested) {
            mapping(field, tree, nested.form().get());
        } else if (kind instanceof Kind.Listed listed) {
            list(field, tree, listed);
        } else if (kind instanceof Kind.Either either) {
            value(field, tree, fits(tree, either.second()) ? either.second() : either.first());
        }
    }

    static boolean fits(Tree tree, Kind kind) {
        return kind instanceof Kind.Nested
                ? tree instanceof Mapping
                : kind instanceof Kind.Listed ? tree instanceof Listing : tree instanceof Scalar;
    }

    private static boolean isWithin(String number, Kind.Whole bounds) {
        try {
            long value = Long.parseLong(number);
            return value >= bounds.least() && value <= bounds.most();
        } catch (NumberFormatException tooLargeOrHexadecimal) {
            return false;
        }
    }

    private Optional<Scalar> scalar(String field, Tree tree, Type type, String expected) {
        if (tree instanceof Scalar scalar && scalar.type() == type) {
            return Optional.of(scalar);
        }
        problems.add(tree.place(), field, tree.kind(), expected);
        return Optional.empty();
    }

    private void text(String field, Tree tree, Kind.Text kind) {
        boolean unquoted =
                tree instanceof Scalar scalar
                        && scalar.type() != Type.TEXT
                        && scalar.type() != Type.NOTHING;
        Optional<Scalar> text =
                scalar(
                        field,
                        tree,
                        Type.TEXT,
                        kind.expected()
                                + (unquoted
                                        ? ", within quotes, as \"" + kind.example() + "\""
                                        : ""));
        if (text.isEmpty()) {
            return;
        }
        String value = text.get().text();
        if (kind.pattern().filter(pattern -> !pattern.matcher(value).find()).isPresent()) {
            problems.add(tree.place(), field, "is not written right", kind.expected());
            return;
        }
        try {
            kind.check().accept(value);
        } catch (InvalidInputException wrong) {
            problems.add(tree.place(), field, wrong.problem(), wrong.expected());
            return;
        } catch (DateTimeException wrong) {
            problems.add(tree.place(), field, "is no such time", kind.expected());
            return;
        }
        if (!kind.points().isEmpty()) {
            references.add(new Reference(tree.place(), field, value, kind.points()));
        }
    }

    private void list(String field, Tree tree, Kind.Listed kind) {
        if (!(tree instanceof Listing list)) {
            problems.add(tree.place(), field, tree.kind(), expected(kind));
            return;
        }
        if (list.items().size() < kind.least() || list.items().size() > kind.most()) {
            problems.add(
                    tree.place(), field, "has " + list.items().size() + " items", expected(kind));
        }
        for (int i = 0; i < list.items().size() && !problems.isFull(); i++) {
            value(field + "[" + i + "]", list.items().get(i), kind.of());
        }
    }

    static String expected(Kind kind) {
        if (kind instanceof Kind.Text text) {
            return text.expected();
        }
        if (kind instanceof Kind.Flag) {
            return "true or false";
        }
        if (kind instanceof Kind.Whole whole) {
            return "a whole number, " + whole.least() + " to " + whole.most();
        }
        if (kind instanceof Kind.Nested nested) {
            return "names with values: " + nested.form().get().about();
        }
        if (kind instanceof Kind.Either either) {
            return expected(either.first()) + ", or " + expected(either.second());
        }
        Kind.Listed listed = (Kind.Listed) kind;
        return "a list of "
                + (listed.least() > 0 ? listed.least() + " or more" : "up to " + listed.most())
                + ", each "
                + expected(listed.of());
    }

    private static String nearest(Named unknown, Form form) {
        Set<String> names = form.fields().keySet();
        return names.stream()
                .min(Comparator.comparingInt(each -> distance(unknown.name(), each)))
                .filter(each -> distance(unknown.name(), each) <= FAR)
                .map(each -> "\"" + each + "\", which is the nearest known")
                .orElseGet(() -> "one of " + String.join(", ", names));
    }

    /** How many letters to change, upper and lower case apart (Levenshtein); far for what is long. */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > FAR) {
            return FAR + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
