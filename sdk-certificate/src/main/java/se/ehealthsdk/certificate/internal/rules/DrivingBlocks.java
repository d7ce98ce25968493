package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** Parts of forms that the certificates for driving licences share. */
final class DrivingBlocks {

    /** What licences the certificate is about, up to 3.x of TS Diabetes. */
    static final String APPLIED_FOR = "24c41b8d-258a-46bf-a08a-b90738b28770";

    /** Licences. */
    static final String LICENCE = "e889fa20-1dee-4f79-8b37-03853e75a9f8";

    /** How the patient was identified. */
    static final String IDENTITY = "e7cc8f30-a353-4c42-b17a-a189b6876647";

    /** Licences of groups II and III that are asked for. */
    static final String[] HIGHER = numbered("IAV", 1, 2, 3, 4, 5, 6, 7, 8, 9);

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");

    private DrivingBlocks() {}

    /** Codes that are numbered. */
    static String[] numbered(String prefix, int... numbers) {
        return IntStream.of(numbers).mapToObj(each -> prefix + each).toArray(String[]::new);
    }

    /** All of a part that holds one code. */
    static Ask[] coded(String system, String... codes) {
        return new Ask[] {cv(), codeSystem(system), code(codes)};
    }

    /** The same with a count in front. */
    static Ask[] with(Ask count, Ask... asks) {
        List<Ask> all = new ArrayList<>(List.of(count));
        all.addAll(List.of(asks));
        return all.toArray(Ask[]::new);
    }

    /** A question with exactly one part, which is true or false. */
    static void yesOrNo(RuleSet.Builder rules, Ask count, String question) {
        rules.question(
                question, official(count, subid()), part(question + ".1", official(one(), bool())));
    }

    /** A question with exactly one part, a text. */
    static void words(RuleSet.Builder rules, String question, int most) {
        rules.question(
                question,
                official(max(1), subid()),
                part(question + ".1", official(one(), text(), shown(most))));
    }

    /** LENn, in characters after runs of white space are one blank each and those at the ends none. */
    static Ask shown(int most) {
        return value(
                "LEN" + most,
                "the text is too long",
                "at most " + most + " characters",
                (content, subject) -> {
                    String text = Values.text(content);
                    return text == null || shownLength(text) <= most;
                });
    }

    private static long shownLength(String text) {
        String collapsed = Lexical.trim(text).replaceAll("[ \\t\\n\\r]+", " ");
        return collapsed.codePointCount(0, collapsed.length());
    }

    /** YEAR: a partial date that is a year. */
    static Ask year() {
        return value(
                "YEAR",
                "no year",
                "a partialDate YYYY",
                (content, subject) -> yearOf(content) != null);
    }

    /** DAY: a partial date that is a whole day. */
    static Ask day() {
        return value(
                "DAY",
                "no day, or one that does not exist",
                "a partialDate YYYY-MM-DD",
                (content, subject) -> dayOf(content) != null);
    }

    private static @Nullable Integer yearOf(Content content) {
        String value = Values.partialDate(content);
        return value == null || value.length() != 4 ? null : Lexical.wholeNumber(value);
    }

    private static @Nullable LocalDate dayOf(Content content) {
        String value = Values.partialDate(content);
        return value == null ? null : Lexical.date(value);
    }

    /** A year from that of birth up to this one. */
    static CrossRule[] yearOfLife(String part) {
        return new CrossRule[] {
            CrossRule.holding(
                    OFFICIAL,
                    "Q" + part + "-BORN",
                    part,
                    part,
                    "the year is before that of the patient's birth",
                    "the year of birth or later",
                    (subject, answer) ->
                            anyYear(
                                    answer,
                                    part,
                                    year -> {
                                        Integer birth = birthYear(subject);
                                        return birth == null || birth > year;
                                    })),
            CrossRule.holding(
                    OFFICIAL,
                    "Q" + part + "-NOTFUTURE",
                    part,
                    part,
                    "the year is after that of the day of the check",
                    "this year or earlier",
                    (subject, answer) ->
                            anyYear(answer, part, year -> year > subject.today().getYear()))
        };
    }

    private static boolean anyYear(Answer answer, String part, Predicate<Integer> wrong) {
        for (Answer.Part each : answer.parts()) {
            Integer year = each.id().equals(part) ? yearOf(each.content()) : null;
            if (year != null && wrong.test(year)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer birthYear(Subject subject) {
        String id = subject.intyg().patient().id().extension().orElse("");
        return id.length() < 4 ? null : Lexical.wholeNumber(id.substring(0, 4));
    }

    /** Days from that of birth up to today. */
    static List<CrossRule> daysOfLife(String... parts) {
        List<CrossRule> rules = new ArrayList<>();
        for (String part : parts) {
            rules.add(
                    CrossRule.holding(
                            OFFICIAL,
                            "Q" + part + "-NOTFUTURE",
                            part,
                            part,
                            "the day is after the day of the check",
                            "today or earlier",
                            (subject, answer) ->
                                    anyDay(answer, part, day -> day.isAfter(subject.today()))));
            rules.add(
                    CrossRule.holding(
                            OFFICIAL,
                            "Q" + part + "-BORN",
                            part,
                            part,
                            "the day is before that of the patient's birth",
                            "the day of birth or later",
                            (subject, answer) -> {
                                LocalDate birth = DeathBlocks.birth(subject);
                                return birth != null
                                        && anyDay(answer, part, day -> day.isBefore(birth));
                            }));
        }
        rules.add(
                CrossRule.when(
                        OFFICIAL,
                        "DOC-COORD",
                        "",
                        "the official check of a day breaks off at coordination numbers with a day from"
                                + " 61 to 69, and at numbers without a day of birth",
                        "nothing that a certificate can say: send it another way, and report it to"
                                + " Inera",
                        subject -> {
                            for (String part : parts) {
                                if (subject.hasPart(part)) {
                                    return DeathBlocks.hasBreakingNumber(subject);
                                }
                            }
                            return false;
                        }));
        return rules;
    }

    private static boolean anyDay(Answer answer, String part, Predicate<LocalDate> wrong) {
        for (Answer.Part each : answer.parts()) {
            LocalDate day = each.id().equals(part) ? dayOf(each.content()) : null;
            if (day != null && wrong.test(day)) {
                return true;
            }
        }
        return false;
    }

    /** A part that an answer must have once beside another that is true. */
    static CrossRule beside(String part, String needed) {
        return CrossRule.holding(
                        OFFICIAL,
                        "Q" + needed + "-REQ",
                        needed,
                        part,
                        part + " is true, and " + needed + " is missing",
                        needed + " once beside " + part,
                        (subject, answer) ->
                                Subject.isTrue(answer, part) && Subject.count(answer, needed) != 1)
                .behind("Q" + needed + "-MAX1");
    }

    /** A question or part that the document must have once. */
    static CrossRule needed(
            String what, String because, Predicate<Subject> when, Predicate<Subject> there) {
        return CrossRule.when(
                        OFFICIAL,
                        "Q" + what + "-REQ",
                        what,
                        because + ", and " + what + " is missing",
                        what + " once",
                        subject -> when.test(subject) && !there.test(subject))
                .behind("Q" + what + "-MAX1");
    }

    /** Whether a part stands exactly once in the answers to its question. */
    static Predicate<Subject> once(String part) {
        String question = part.substring(0, part.indexOf('.'));
        return subject -> {
            int count = 0;
            for (Answer answer : subject.answers(question)) {
                count += Subject.count(answer, part);
            }
            return count == 1;
        };
    }

    /** DECIMAL: a decimal number, with a sign, a dot and white space around it or not, of any size. */
    static Ask decimal() {
        return value(
                "DECIMAL",
                "no decimal number",
                "a decimal number with a dot",
                (content, subject) -> decimalOf(content) != null);
    }

    /** DECIMAL: the same from -2 to 2. */
    static Ask acuity() {
        return value(
                "DECIMAL",
                "no decimal number, or one over 2.0",
                "a decimal number with a dot, at most 2.0",
                (content, subject) -> {
                    Double number = decimalOf(content);
                    return number != null && Math.abs(number) <= 2;
                });
    }

    private static @Nullable Double decimalOf(Content content) {
        String text = Values.text(content);
        String trimmed = text == null ? "" : Lexical.trim(text);
        return DECIMAL.matcher(trimmed).matches() ? Double.valueOf(trimmed) : null;
    }

    /** Whether a part that an answer has once is a number from one up to, but not with, another. */
    static boolean isBetween(Answer answer, String part, double from, double below) {
        Content content = Subject.count(answer, part) == 1 ? Subject.content(answer, part) : null;
        Double number = content == null ? null : decimalOf(content);
        return number != null && number >= from && number < below;
    }

    /** Whether any part with an id is a number from one up to, but not with, another. */
    static boolean anyBetween(Answer answer, String part, double from, double below) {
        for (Answer.Part each : answer.parts()) {
            Double number = each.id().equals(part) ? decimalOf(each.content()) : null;
            if (number != null && number >= from && number < below) {
                return true;
            }
        }
        return false;
    }

    /** Whether the document has a part once in the one answer to its question for each of the parts. */
    static boolean haveOnce(Subject subject, String... parts) {
        for (String part : parts) {
            if (!once(part).test(subject)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a licence with one of the codes is asked for. */
    static boolean asksFor(Subject subject, String... codes) {
        return subject.once(
                "asks for " + String.join(" ", codes),
                () -> {
                    Set<String> wanted = Set.of(codes);
                    return subject.answers("1").stream()
                            .flatMap(answer -> answer.parts().stream())
                            .filter(part -> part.id().equals("1.1"))
                            .map(part -> Values.code(part.content()))
                            .anyMatch(code -> code != null && wanted.contains(code));
                });
    }

    /** That acuity is sent in another way goes with no acuity here, and only then may it be missing. */
    static CrossRule[] acuityHereOrElsewhere() {
        String[] eyes = {"8.2", "8.3", "8.4", "8.5", "8.6", "8.7"};
        return new CrossRule[] {
            CrossRule.when(
                    OFFICIAL,
                    "Q8-FORBID",
                    "8",
                    "acuity is sent separately, and stands here too",
                    "no 8.2 to 8.7, or 8.1 false",
                    subject -> subject.isTrue("8.1") && Stream.of(eyes).anyMatch(subject::hasPart)),
            CrossRule.each(
                    OFFICIAL,
                    "Q8-MIN1",
                    "8",
                    "acuity is neither sent separately nor here",
                    "one of 8.2 to 8.7, or 8.1 true",
                    (subject, answer) -> {
                        int separately = Subject.count(answer, "8.1");
                        return (separately == 0
                                        || (separately == 1 && Subject.isFalse(answer, "8.1")))
                                && Stream.of(eyes)
                                        .noneMatch(each -> Subject.count(answer, each) == 1);
                    })
        };
    }

    /** That no opinion is given goes with no other licence. */
    static CrossRule noOpinionAlone() {
        return CrossRule.when(
                OFFICIAL,
                "Q33-ALONE",
                "33",
                "no opinion is given, and a licence is",
                "VAR11 alone, or not at all",
                subject -> subject.chosen("33.1", "VAR11") && subject.count("33") != 1);
    }
}
