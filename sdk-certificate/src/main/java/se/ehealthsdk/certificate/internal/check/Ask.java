package se.ehealthsdk.certificate.internal.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;

/** One thing that is asked of a question or of a part question. The names are the suffixes of the rule ids. */
public sealed interface Ask {

    /** The end of the rule's id; with a {@code Q} in front the whole of it but for the type. */
    String suffix();

    /** What is wrong when it is broken. */
    String wrong();

    /** What would be right. */
    String right();

    /** How many answers to a question the document has, or parts with an id an answer. */
    record Count(String suffix, int min, int max) implements Ask {
        @Override
        public String wrong() {
            return min == max
                    ? "there is not exactly " + min
                    : min > 0 ? "there are too few" : "there are too many";
        }

        @Override
        public String right() {
            return min == max ? "exactly " + min : min > 0 ? "at least " + min : "at most " + max;
        }
    }

    /** That no code stands in two answers. */
    record Unique(String suffix, String part) implements Ask {
        @Override
        public String wrong() {
            return "the same code of " + part + " stands in an earlier answer";
        }

        @Override
        public String right() {
            return "each code once";
        }
    }

    /** That an answer says which of several it is. */
    record Instance() implements Ask {
        @Override
        public String suffix() {
            return "INST";
        }

        @Override
        public String wrong() {
            return "instans is missing";
        }

        @Override
        public String right() {
            return "instans 1, 2, 3 and so on, one for each answer";
        }
    }

    /** That no number is left out among the answers, nor stands twice before another. */
    record Sequence() implements Ask {
        @Override
        public String suffix() {
            return "SEQ";
        }

        @Override
        public String wrong() {
            return "the answer numbered just before it is missing, or there are two";
        }

        @Override
        public String right() {
            return "instans 1, 2, 3 and so on without gaps";
        }
    }

    /** That an answer has no parts but those of the form, these more, and those whose ids end in one of the endings. */
    record PartIds(Set<String> more, Set<String> endings) implements Ask {
        @Override
        public String suffix() {
            return "SUBID";
        }

        @Override
        public String wrong() {
            return "a part answer that the question does not have";
        }

        @Override
        public String right() {
            return "only the part questions of the form";
        }
    }

    /**
     * What a part answer says.
     *
     * @param holds whether it is as asked
     * @param build what this library asks beyond it of what is built; null for nothing
     */
    record Value(String suffix, String wrong, String right, Test holds, @Nullable Build build)
            implements Ask {}

    /** Whether what a part answer says is as asked. */
    @FunctionalInterface
    interface Test {
        boolean holds(Content content, Subject subject);
    }

    /** A rule of this library's own care, for values that the official rules let pass. */
    record Build(String id, String wrong, String right, Test holds) {}

    /** Several asks of one origin. */
    record Group(Origin origin, List<Ask> asks) implements Item {}

    /** A part question. */
    record Part(String id, List<Group> groups) implements Item {}

    /** What a question is made of. */
    sealed interface Item permits Group, Part {}

    /** What the official rules ask. */
    static Group official(Ask... asks) {
        return new Group(Origin.OFFICIAL, List.of(asks));
    }

    /** What the form asks, or this library. */
    static Group form(Ask... asks) {
        return new Group(Origin.FORM, List.of(asks));
    }

    /** A piece of advice. */
    static Group advice(Ask... asks) {
        return new Group(Origin.ADVICE, List.of(asks));
    }

    /** A part question. */
    static Part part(String id, Group... groups) {
        return new Part(id, List.of(groups));
    }

    /** ONE. */
    static Ask one() {
        return new Count("ONE", 1, 1);
    }

    /** MINn. */
    static Ask min(int n) {
        return new Count("MIN" + n, n, Integer.MAX_VALUE);
    }

    /** MAXn. */
    static Ask max(int n) {
        return new Count("MAX" + n, 0, n);
    }

    /** INST. */
    static Ask inst() {
        return new Instance();
    }

    /** SEQ. */
    static Ask sequence() {
        return new Sequence();
    }

    /** SUBID; the form's part questions are known, {@code more} names others that are let pass. */
    static Ask subid(String... more) {
        return new PartIds(Set.of(more), Set.of());
    }

    /** SUBID of an official pattern that looks at the end of an id alone: ids with one of these endings are let pass. */
    static Ask subidEnding(String... endings) {
        return new PartIds(Set.of(), Set.of(endings));
    }

    /** UNIQ. */
    static Ask uniq(String part) {
        return new Unique("UNIQ", part);
    }

    /** The same ask under another id, for example {@code Q6-FIRSTROW}. */
    static Ask named(String suffix, Ask ask) {
        if (ask instanceof Value value) {
            return new Value(suffix, value.wrong, value.right, value.holds, value.build);
        }
        if (ask instanceof Count count) {
            return new Count(suffix, count.min, count.max);
        }
        if (ask instanceof Unique unique) {
            return new Unique(suffix, unique.part);
        }
        throw new IllegalArgumentException(ask.suffix() + " keeps its name");
    }

    /** Any ask of a value. */
    static Ask value(String suffix, String wrong, String right, Test holds) {
        return new Value(suffix, wrong, right, holds, null);
    }

    /** TEXT. */
    static Ask text() {
        return value(
                "TEXT",
                "there is no text, or something else than text",
                "text that is not blank",
                (content, subject) -> {
                    String text = Values.text(content);
                    return text != null && !Lexical.isEmpty(text);
                });
    }

    /** BOOL. */
    static Ask bool() {
        return new Value(
                "BOOL",
                "neither true nor false",
                "true or false",
                (content, subject) -> Values.bool(content) != null,
                new Build(
                        "COM-BUILD-BOOL",
                        "true or false is written in another way",
                        "the word true or false, without blanks",
                        (content, subject) -> {
                            String text = Values.text(content);
                            return "true".equals(text) || "false".equals(text);
                        }));
    }

    /** BOOL as some official rules test it: true or false is all the text there is, that of elements too. */
    static Ask boolAnywhere() {
        return value(
                "BOOL",
                "neither true nor false",
                "true or false",
                (content, subject) -> Lexical.bool(Values.string(content)) != null);
    }

    /** YEAR: a partial date that is a year, whatever its format says. */
    static Ask year() {
        return value(
                "YEAR",
                "no partialDate, or none of a year alone",
                "a partialDate of four digits",
                (content, subject) -> {
                    String value = Values.partialDate(content);
                    return value != null
                            && value.codePointCount(0, value.length()) == 4
                            && value.codePoints().allMatch(Character::isDigit);
                });
    }

    /** DATE. */
    static Ask date() {
        return new Value(
                "DATE",
                "no date, or one that does not exist",
                "a date YYYY-MM-DD",
                (content, subject) -> Values.date(content) != null,
                new Build(
                        "COM-BUILD-DATE",
                        "the date has a zone or blanks after it",
                        "YYYY-MM-DD and nothing more",
                        (content, subject) -> {
                            String text = Values.text(content);
                            return text != null && text.length() == 10;
                        }));
    }

    /** PDATE: a date with zeros for what is not known. */
    static Ask partialDate() {
        return value(
                "PDATE",
                "no date with zeros for what is not known",
                "YYYY-MM-DD, with 00 for an unknown day or month and 0000 for an unknown year",
                (content, subject) -> {
                    String text = Values.text(content);
                    return text != null && Lexical.isPartialDate(text);
                });
    }

    /** PERIOD. */
    static Ask period() {
        return value(
                "PERIOD",
                "no period, or one without start or end, or one that ends before it starts",
                "a datePeriod with start and end, the start not after the end",
                (content, subject) -> Values.period(content) != null);
    }

    /** CV. */
    static Ask cv() {
        return value(
                "CV",
                "not exactly one coded value",
                "one cv with one code and one codeSystem",
                (content, subject) -> Values.cv(content) != null);
    }

    /** CS: exactly this code system, blanks not taken away. */
    static Ask codeSystem(String oid) {
        return codedValue(
                "CS", "the code system is another", oid, cv -> cv.codeSystem().equals(oid), null);
    }

    /** CODE: one of these codes, blanks around it taken away. */
    static Ask code(String... codes) {
        Set<String> allowed = Set.of(codes);
        return codedValue(
                "CODE",
                "the code is none of the question's",
                "one of " + String.join(", ", codes),
                cv -> allowed.contains(Lexical.trim(cv.code())),
                PLAIN_CODE);
    }

    /** ICDSYS as the official rules test it: one of the ids anywhere in the text, a dot being any character. */
    static Ask icdSystemLoosely(String... oids) {
        return codedValue(
                "ICDSYS",
                "the code system is none of those for diagnoses",
                String.join(" or ", oids),
                cv -> {
                    for (String oid : oids) {
                        if (Lexical.containsLoosely(cv.codeSystem(), oid)) {
                            return true;
                        }
                    }
                    return false;
                },
                null);
    }

    /** ICDSYS as it is meant: exactly one of the ids. */
    static Ask icdSystem(String... oids) {
        Set<String> allowed = Set.of(oids);
        return codedValue(
                "ICDSYS",
                "the code system is none of those for diagnoses",
                String.join(" or ", oids) + ", exactly",
                cv -> allowed.contains(cv.codeSystem()),
                null);
    }

    /** ICD. */
    static Ask icd() {
        return codedValue(
                "ICD",
                "the code has not the form of a diagnosis code",
                "a letter and two digits, for F and Z73 at least one more, no dot",
                cv -> Lexical.isDiagnosisCode(Lexical.trim(cv.code())),
                PLAIN_CODE);
    }

    /** ICDLEN. */
    static Ask icdLength() {
        return codedValue(
                "ICDLEN",
                "the diagnosis code is too long",
                "at most 5 characters",
                cv -> Lexical.trim(cv.code()).length() <= 5,
                null);
    }

    /** A code that is not blank. */
    static Ask anyCode() {
        return codedValue(
                "CODE",
                "there is no code",
                "a code",
                cv -> !Lexical.isEmpty(cv.code()),
                PLAIN_CODE);
    }

    /** ICDKNOWN: the code is in the caller's register; kept when there is none. */
    static Ask icdKnown() {
        return value(
                "ICDKNOWN",
                "the diagnosis code is not in the register",
                "a code of the register",
                (content, subject) -> {
                    CodedValue cv = Values.cv(content);
                    return cv == null || subject.knowsDiagnosis(cv);
                });
    }

    /** LENn, in UTF-16 units as Java counts; what is no text has no length. */
    static Ask length(int n) {
        return value(
                "LEN" + n,
                "the text is too long",
                "at most " + n + " characters",
                (content, subject) -> {
                    String text = Values.text(content);
                    return text == null || text.length() <= n;
                });
    }

    /** RANGE: a whole number. */
    static Ask range(int low, int high) {
        return value(
                "RANGE",
                "no whole number, or one outside the limits",
                "a whole number from " + low + " to " + high,
                (content, subject) -> {
                    String text = Values.text(content);
                    Integer number = text == null ? null : Lexical.wholeNumber(text);
                    return number != null && number >= low && number <= high;
                });
    }

    /** PQ: a quantity within limits, with a unit that holds the sign of one, as the official rules test it. */
    static Ask quantity(int low, int high, String unit) {
        return value(
                "PQ",
                "no quantity, or one outside the limits, or of another unit",
                "a pq from " + low + " to " + high + ", unit " + unit,
                (content, subject) -> {
                    Content.Pq pq = Values.pq(content);
                    if (pq == null) {
                        return false;
                    }
                    double number = Lexical.number(pq.value());
                    return number >= low && number <= high && pq.unit().contains(unit);
                });
    }

    /** UNIT: exactly this unit; what is no quantity is for PQ. */
    static Ask unit(String unit) {
        return value(
                "UNIT",
                "the unit is another",
                unit + ", exactly",
                (content, subject) -> {
                    Content.Pq pq = Values.pq(content);
                    return pq == null || pq.unit().equals(unit);
                });
    }

    /** NOTFUTURE; what is no date is for DATE. */
    static Ask notFuture() {
        return day(
                "NOTFUTURE",
                "the date is after the day of the check",
                "today or earlier",
                (day, subject) -> !day.isAfter(subject.today()));
    }

    /** NOTPAST; what is no date is for DATE. */
    static Ask notPast() {
        return day(
                "NOTPAST",
                "the date is before the day of the check",
                "today or later",
                (day, subject) -> !day.isBefore(subject.today()));
    }

    /** COM-J-REASON; what is no date is for DATE. */
    static Ask reasonable() {
        return value(
                "COM-J-REASON",
                "the date is too early or too late to be right",
                "after 1900-01-01 and before 2099-12-12",
                (content, subject) -> {
                    LocalDate day = Values.date(content);
                    Values.Period period = Values.period(content);
                    return period == null
                            ? day == null || isReasonable(day)
                            : isReasonable(period.start()) && isReasonable(period.end());
                });
    }

    private static boolean isReasonable(LocalDate day) {
        return day.isAfter(EARLIEST) && day.isBefore(LATEST);
    }

    /** Any ask of a date; what is no date is for DATE. */
    static Ask day(String suffix, String wrong, String right, DayTest holds) {
        return value(
                suffix,
                wrong,
                right,
                (content, subject) -> {
                    LocalDate day = Values.date(content);
                    return day == null || holds.holds(day, subject);
                });
    }

    /** Whether a date is as asked. */
    @FunctionalInterface
    interface DayTest {
        boolean holds(LocalDate day, Subject subject);
    }

    /** Any ask of a coded value; what is none does not hold. */
    static Ask codedValue(
            String suffix, String wrong, String right, CodeTest holds, @Nullable Build build) {
        return new Value(
                suffix,
                wrong,
                right,
                (content, subject) -> {
                    CodedValue cv = Values.cv(content);
                    return cv != null && holds.holds(cv);
                },
                build);
    }

    /** Whether a coded value is as asked. */
    @FunctionalInterface
    interface CodeTest {
        boolean holds(CodedValue value);
    }

    /** Bound of COM-J-REASON, itself too early. */
    LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Bound of COM-J-REASON, itself too late. */
    LocalDate LATEST = LocalDate.of(2099, 12, 12);

    /** Codes without blanks around them. */
    Build PLAIN_CODE =
            new Build(
                    "COM-BUILD-CODE",
                    "the code has blanks around it",
                    "the code alone",
                    (content, subject) -> {
                        CodedValue cv = Values.cv(content);
                        return cv == null || cv.code().equals(Lexical.trim(cv.code()));
                    });
}
