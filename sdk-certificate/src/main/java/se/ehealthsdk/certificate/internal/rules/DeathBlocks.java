package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.length;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.notFuture;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.reasonable;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.value;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** What the certificate of a death and that of its cause share: identity, date and place of death, child. */
final class DeathBlocks {

    private static final int CHILD_DAYS = 28;

    private DeathBlocks() {}

    /** Questions 1 to 4. */
    static RuleSet.Builder questions(RuleSet.Builder rules) {
        return rules.question(
                        "1",
                        official(one(), subid()),
                        part("1.1", official(one(), text()), form(length(27))))
                .question(
                        "2",
                        official(one(), subid()),
                        part("2.1", official(one(), bool())),
                        part("2.2", official(one()), form(reasonable(), deathNotFuture())),
                        part("2.3", official(max(1), date()), form(reasonable(), notFuture())))
                .question(
                        "3",
                        official(one(), subid()),
                        part("3.1", official(one(), text()), form(length(28), municipality())),
                        part(
                                "3.2",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.PLACE_OF_DEATH),
                                        code(
                                                "SJUKHUS",
                                                "ORDINART_BOENDE",
                                                "SARSKILT_BOENDE",
                                                "ANNAN"))))
                .question("4", official(one(), subid()), part("4.1", official(one(), bool())))
                .cross(dates());
    }

    /** COM-BUILD-DATE where official rules look at the date only in company with other answers. */
    static CrossRule plainDate(String part) {
        return each(
                        FORM,
                        "COM-BUILD-DATE",
                        part,
                        "the date has a zone or blanks after it",
                        "YYYY-MM-DD and nothing more",
                        (subject, answer) -> {
                            String text = Subject.text(answer, part);
                            return text != null
                                    && text.length() != 10
                                    && Lexical.date(text) != null;
                        })
                .behind("Q" + part + "-DATE", "Q" + part + "-PDATE");
    }

    private static Ask municipality() {
        return value(
                "KNOWN",
                "the municipality is not in the list",
                "a municipality of the list, as it is written there",
                (content, subject) -> {
                    String text = Values.text(content);
                    return text == null || subject.knowsMunicipality(text);
                });
    }

    private static Ask deathNotFuture() {
        return value(
                "NOTFUTURE",
                "the date, or what is known of it, is after the day of the check",
                "today or earlier",
                (content, subject) -> {
                    String text = Values.text(content);
                    return text == null || !isAfter(text, subject.today());
                });
    }

    private static CrossRule[] dates() {
        return new CrossRule[] {
            each(
                    OFFICIAL,
                    "Q2.2-DATE",
                    "2.2",
                    "the date of death is certain, and is no date, or one that does not exist",
                    "a date YYYY-MM-DD, or 2.1 false",
                    (subject, answer) ->
                            Subject.isTrue(answer, "2.1")
                                    && Subject.has(answer, "2.2")
                                    && Subject.date(answer, "2.2") == null),
            each(
                    OFFICIAL,
                    "Q2.2-PDATE",
                    "2.2",
                    "the date of death is uncertain, and is not written as such dates are",
                    "YYYY-MM-DD, YYYY-MM-00, YYYY-00-00 or 0000-00-00",
                    (subject, answer) -> {
                        String death = death(answer);
                        return Subject.isFalse(answer, "2.1")
                                && Subject.has(answer, "2.2")
                                && (death == null || !Lexical.isPartialDate(death));
                    }),
            each(
                            FORM,
                            "Q2.2-PDATE",
                            "2.2",
                            "the date of death is one that cannot be",
                            "YYYY-MM-DD, YYYY-MM-00, YYYY-00-00 or 0000-00-00",
                            (subject, answer) -> {
                                String death = death(answer);
                                return Subject.isFalse(answer, "2.1")
                                        && death != null
                                        && Lexical.isPartialDate(death)
                                        && !canBe(death);
                            })
                    .behind("Q2.2-PDATE"),
            plainDate("2.2"),
            each(
                    OFFICIAL,
                    "Q2.3-FORBID",
                    "2.3",
                    "the date of death is certain, and there is a date when the person was found",
                    "no 2.3, or 2.1 false",
                    (subject, answer) ->
                            Subject.isTrue(answer, "2.1") && Subject.has(answer, "2.3")),
            each(
                    OFFICIAL,
                    "Q2.3-REQ",
                    "2.3",
                    "the date of death is uncertain, and it is not said when the person was found",
                    "a date in 2.3, or 2.1 true",
                    (subject, answer) ->
                            Subject.isFalse(answer, "2.1") && !Subject.has(answer, "2.3")),
            each(
                            OFFICIAL,
                            "Q2.3-AFTERDEATH",
                            "2.3",
                            "the person was found on the day of death or before it",
                            "a date later than 2.2; the same day is refused",
                            (subject, answer) -> !isFoundLater(answer))
                    .behind("Q2.3-FORBID", "Q2.3-DATE", "Q2.2-PDATE", "Q2.2-DATE"),
            each(
                    FORM,
                    "Q2-NOTBEFOREBIRTH",
                    "2.2",
                    "the date of death is before the day of birth",
                    "a date from the day of birth",
                    (subject, answer) -> {
                        LocalDate birth = birth(subject);
                        String death = death(answer);
                        return birth != null && death != null && isBefore(death, birth);
                    }),
            each(
                            FORM,
                            "Q2-NOTBEFOREBIRTH",
                            "2.3",
                            "the person was found before the day of birth",
                            "a date from the day of birth",
                            (subject, answer) ->
                                    isBefore(Subject.date(answer, "2.3"), birth(subject)))
                    .behind("Q2-NOTBEFOREBIRTH", "Q2.3-AFTERDEATH", "Q2.3-FORBID"),
            each(
                    OFFICIAL,
                    "Q4.1-CHILD",
                    "4.1",
                    "whether a child died within 28 days of birth does not fit the dates",
                    "true when death was at most 28 days after birth, else false",
                    (subject, answer) -> {
                        LocalDate birth = birth(subject);
                        LocalDate death = subject.date("2.2");
                        if (birth == null || death == null || !subject.isTrue("2.1")) {
                            return false;
                        }
                        boolean child = !death.isAfter(birth.plusDays(CHILD_DAYS));
                        return child
                                ? Subject.isFalse(answer, "4.1")
                                : Subject.isTrue(answer, "4.1");
                    }),
            each(
                    OFFICIAL,
                    "Q4.1-COORD",
                    "4.1",
                    "the official check breaks off at coordination numbers with a day from 61 to 69, and at"
                            + " numbers without a day of birth",
                    "nothing that a certificate can say: send it another way, and report it to Inera",
                    (subject, answer) ->
                            subject.isTrue("2.1")
                                    && subject.date("2.2") != null
                                    && hasBreakingNumber(subject))
        };
    }

    /** A date that is not after death, if its day is known, nor after the day when the person was found. */
    static CrossRule notAfterDeath(
            Origin origin, String part, String wrong, java.util.function.Predicate<Answer> when) {
        return each(
                origin,
                "Q" + part + "-NOTAFTER",
                part,
                wrong,
                "at most the date of death and the date when the person was found",
                (subject, answer) -> {
                    LocalDate date = Subject.date(answer, part);
                    return date != null
                            && when.test(answer)
                            && (isBefore(subject.date("2.2"), date)
                                    || isBefore(subject.date("2.3"), date));
                });
    }

    static boolean isBefore(@Nullable LocalDate date, @Nullable LocalDate other) {
        return date != null && other != null && date.isBefore(other);
    }

    /** The certain date of death. */
    static @Nullable LocalDate certainDeath(Subject subject) {
        return subject.isTrue("2.1") ? subject.date("2.2") : null;
    }

    /** The day of birth, as the patient's number says it. */
    static @Nullable LocalDate birth(Subject subject) {
        String id = subject.intyg().patient().id().extension().orElse("");
        if (id.length() < 8 || !Lexical.isPartialDate(dashed(id))) {
            return null;
        }
        int day = Integer.parseInt(id.substring(6, 8));
        int real = day < 60 ? day : day - 60;
        return Lexical.date(dashed(id.substring(0, 6) + (real < 10 ? "0" : "") + real));
    }

    static boolean hasBreakingNumber(Subject subject) {
        String id = subject.intyg().patient().id().extension().orElse("");
        // what is no number at all is the schema's to say
        return id.length() == 12
                && Lexical.isPartialDate(dashed(id))
                && (birth(subject) == null || (id.charAt(6) == '6' && id.charAt(7) != '0'));
    }

    private static String dashed(String id) {
        return id.substring(0, 4) + "-" + id.substring(4, 6) + "-" + id.substring(6, 8);
    }

    private static @Nullable String death(Answer answer) {
        return Subject.text(answer, "2.2");
    }

    /** As the official rules compare: as dates when all of the date of death is known, else letter by letter. */
    private static boolean isFoundLater(Answer answer) {
        LocalDate found = Subject.date(answer, "2.3");
        String death = death(answer);
        if (found == null || death == null) {
            return true;
        }
        LocalDate day = Lexical.date(death);
        return day != null ? found.isAfter(day) : found.toString().compareTo(death) > 0;
    }

    private static boolean canBe(String partialDate) {
        boolean month = !partialDate.startsWith("00", 5);
        boolean day = !partialDate.startsWith("00", 8);
        if (partialDate.startsWith("0000")) {
            return !month && !day;
        }
        if (!month) {
            return !day;
        }
        return Lexical.date(day ? partialDate : partialDate.substring(0, 8) + "01") != null;
    }

    /** Whether a date with zeros for what is not known is after a day, whatever the zeros stand for. */
    private static boolean isAfter(String partialDate, LocalDate day) {
        return compareKnown(partialDate, day) > 0;
    }

    private static boolean isBefore(String partialDate, LocalDate day) {
        return compareKnown(partialDate, day) < 0;
    }

    /** Compares what is known of a date with as much of a day; 0 when that does not tell them apart. */
    private static int compareKnown(String partialDate, LocalDate day) {
        if (partialDate.length() < 10
                || !Lexical.isPartialDate(partialDate.substring(0, 10))
                || partialDate.startsWith("0000")) {
            return 0;
        }
        int known = partialDate.startsWith("00", 5) ? 4 : partialDate.startsWith("00", 8) ? 7 : 10;
        return partialDate.substring(0, known).compareTo(day.toString().substring(0, known));
    }
}
