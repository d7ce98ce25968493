package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.check.Finding.Origin.FORM;
import static se.ehealthsdk.certificate.check.Finding.Origin.OFFICIAL;
import static se.ehealthsdk.certificate.internal.check.Ask.bool;
import static se.ehealthsdk.certificate.internal.check.Ask.code;
import static se.ehealthsdk.certificate.internal.check.Ask.codeSystem;
import static se.ehealthsdk.certificate.internal.check.Ask.cv;
import static se.ehealthsdk.certificate.internal.check.Ask.date;
import static se.ehealthsdk.certificate.internal.check.Ask.form;
import static se.ehealthsdk.certificate.internal.check.Ask.inst;
import static se.ehealthsdk.certificate.internal.check.Ask.length;
import static se.ehealthsdk.certificate.internal.check.Ask.max;
import static se.ehealthsdk.certificate.internal.check.Ask.min;
import static se.ehealthsdk.certificate.internal.check.Ask.named;
import static se.ehealthsdk.certificate.internal.check.Ask.official;
import static se.ehealthsdk.certificate.internal.check.Ask.one;
import static se.ehealthsdk.certificate.internal.check.Ask.part;
import static se.ehealthsdk.certificate.internal.check.Ask.reasonable;
import static se.ehealthsdk.certificate.internal.check.Ask.sequence;
import static se.ehealthsdk.certificate.internal.check.Ask.subid;
import static se.ehealthsdk.certificate.internal.check.Ask.text;
import static se.ehealthsdk.certificate.internal.check.Ask.uniq;
import static se.ehealthsdk.certificate.internal.check.Ask.value;
import static se.ehealthsdk.certificate.internal.check.CrossRule.each;
import static se.ehealthsdk.certificate.internal.rules.DeathBlocks.isBefore;
import static se.ehealthsdk.certificate.internal.rules.DeathBlocks.notAfterDeath;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.Ask;
import se.ehealthsdk.certificate.internal.check.CrossRule;
import se.ehealthsdk.certificate.internal.check.Lexical;
import se.ehealthsdk.certificate.internal.check.RuleSet;
import se.ehealthsdk.certificate.internal.check.Subject;
import se.ehealthsdk.certificate.internal.check.Values;

/** Certificate of the cause of death, 1.x. */
final class Doi1 {

    private static final String NO_INFORMATION = "NI";
    private static final String CHRONIC = "90734009";
    private static final String SUDDEN = "424124008";
    private static final Set<String> ONSETS = Set.of(CHRONIC, SUDDEN);

    private Doi1() {}

    static RuleSet rules() {
        return DeathBlocks.questions(
                        RuleSet.of("DOI1", CertificateType.DOI, 1)
                                .unknownQuestions(OFFICIAL)
                                .positiveInstances())
                .question(
                        "8",
                        official(one(), subid()),
                        part("8.1", official(one(), text()), form(length(120))),
                        part("8.2", official(max(1), date()), form(reasonable())),
                        specification("8.3"))
                .question(
                        "9",
                        official(max(3), inst(), sequence(), subid()),
                        part(
                                "9.1",
                                official(max(1), text()),
                                form(named("REQ", one()), length(80))),
                        part("9.2", official(max(1), date()), form(reasonable())),
                        specification("9.3"))
                .question(
                        "10",
                        official(max(8), subid()),
                        part("10.1", official(one(), text()), form(length(55))),
                        part("10.2", official(max(1), date()), form(reasonable())),
                        specification("10.3"))
                .question(
                        "11",
                        official(one(), subid()),
                        part("11.1", official(one(), booleanOrUnknown()), form(plainly())),
                        part("11.2", official(max(1), date()), form(reasonable())),
                        part("11.3", official(max(1), text()), form(length(31))))
                .question(
                        "12",
                        official(one(), subid()),
                        part("12.1", official(one(), bool())),
                        part(
                                "12.2",
                                official(
                                        max(1),
                                        cv(),
                                        codeSystem(CodeLists.INJURY),
                                        code(
                                                "OLYCKSFALL",
                                                "SJALVMORD",
                                                "AVSIKTLIGT_VALLAD",
                                                "OKLART"))),
                        part("12.3", official(max(1), date()), form(reasonable())),
                        part("12.4", official(max(1), text()), form(length(150))))
                .question(
                        "13",
                        official(min(1), max(5), subid(), uniq("13.1")),
                        part(
                                "13.1",
                                official(
                                        one(),
                                        cv(),
                                        codeSystem(CodeLists.GROUNDS),
                                        code(
                                                "UNDERSOKNING_FORE_DODEN",
                                                "UNDERSOKNING_EFTER_DODEN",
                                                "KLINISK_OBDUKTION",
                                                "RATTSMEDICINSK_OBDUKTION",
                                                "RATTSMEDICINSK_BESIKTNING"))))
                .question(
                        "14",
                        official(max(1), subid()),
                        part("14.1", official(one(), text()), form(length(24))))
                .cross(Common.document())
                .cross(Common.generation1())
                .cross(Common.patientAddress())
                .cross(causes())
                .cross(operation())
                .cross(injury())
                .build();
    }

    private static Ask.Part specification(String id) {
        return part(
                id,
                official(
                        max(1),
                        cv(),
                        Ask.codedValue(
                                "SPEC",
                                "neither how the condition began, nor that it is not known",
                                CHRONIC + ", " + SUDDEN + " or " + NO_INFORMATION,
                                Doi1::isSpecification,
                                null)),
                form(
                        Ask.codedValue(
                                "SPEC",
                                "the code is of another code system",
                                CHRONIC
                                        + " and "
                                        + SUDDEN
                                        + " with "
                                        + CodeLists.SNOMED_CT
                                        + ", "
                                        + NO_INFORMATION
                                        + " with "
                                        + CodeLists.NULL_FLAVOR,
                                cv -> isNoInformation(cv) || isOnset(cv),
                                null)));
    }

    /** The official rules do not look at code and code system together. */
    private static boolean isSpecification(CodedValue cv) {
        String code = Lexical.trim(cv.code());
        String system = Lexical.trim(cv.codeSystem());
        return (ONSETS.contains(code) || code.equals(NO_INFORMATION))
                && (Lexical.matchesLoosely(system, CodeLists.SNOMED_CT)
                        || Lexical.matchesLoosely(system, CodeLists.NULL_FLAVOR));
    }

    private static boolean isOnset(CodedValue cv) {
        return ONSETS.contains(cv.code()) && cv.codeSystem().equals(CodeLists.SNOMED_CT);
    }

    private static boolean isNoInformation(CodedValue cv) {
        return cv.code().equals(NO_INFORMATION) && cv.codeSystem().equals(CodeLists.NULL_FLAVOR);
    }

    private static Ask booleanOrUnknown() {
        return value(
                "BOOLORNI",
                "neither true nor false, nor that it is not known",
                "true, false, or the code NI of " + CodeLists.NULL_FLAVOR,
                (content, subject) -> Values.bool(content) != null || isUnknown(content));
    }

    private static boolean isUnknown(@Nullable Content content) {
        CodedValue cv = content == null ? null : Values.cv(content);
        return cv != null
                && Lexical.trim(cv.code()).equals(NO_INFORMATION)
                && Lexical.matchesLoosely(Lexical.trim(cv.codeSystem()), CodeLists.NULL_FLAVOR);
    }

    private static Ask plainly() {
        return value(
                "BOOLORNI",
                "true, false or not known is written in another way",
                "the word true or false, or the code NI of " + CodeLists.NULL_FLAVOR,
                (content, subject) -> {
                    CodedValue cv = Values.cv(content);
                    String text = Values.text(content);
                    return cv != null
                            ? isNoInformation(cv)
                            : "true".equals(text) || "false".equals(text);
                });
    }

    private static CrossRule[] causes() {
        return new CrossRule[] {
            notAfterDeath(OFFICIAL, "8.2", "the terminal cause began after death", answer -> true),
            each(
                    OFFICIAL,
                    "Q9.2-CHAIN",
                    "9.2",
                    "the cause began after what it led to",
                    "at most 8.2, and at most the dates of the answers before it",
                    (subject, answer) -> {
                        LocalDate began = Subject.date(answer, "9.2");
                        return isBefore(subject.date("8.2"), began)
                                || isBefore(earliestBefore(subject, answer), began);
                    }),
            each(
                            FORM,
                            "Q9.2-TODAY",
                            "9.2",
                            "the date is after the day of the check",
                            "today or earlier",
                            (subject, answer) ->
                                    subject.date("8.2") == null
                                            && earliestBefore(subject, answer) == null
                                            && isBefore(
                                                    subject.today(), Subject.date(answer, "9.2")))
                    .behind("COM-J-REASON"),
            notAfterDeath(FORM, "10.2", "a contributing cause began after death", answer -> true)
                    .behind("COM-J-REASON")
        };
    }

    /** The earliest date of the answers with a lower instans. */
    private static @Nullable LocalDate earliestBefore(Subject subject, Answer answer) {
        Map.Entry<Integer, LocalDate> earliest =
                subject.once("earliest 9.2", () -> earliestUntil(subject))
                        .lowerEntry(answer.instance().orElse(0));
        return earliest == null ? null : earliest.getValue();
    }

    /** By instans, the earliest date of the answers with it or a lower one. */
    private static NavigableMap<Integer, LocalDate> earliestUntil(Subject subject) {
        NavigableMap<Integer, LocalDate> earliest = new TreeMap<>();
        for (Answer each : subject.answers("9")) {
            LocalDate began = Subject.date(each, "9.2");
            if (began != null) {
                earliest.merge(each.instance().orElse(0), began, Doi1::earlier);
            }
        }
        LocalDate soFar = LocalDate.MAX;
        for (Map.Entry<Integer, LocalDate> each : earliest.entrySet()) {
            soFar = earlier(soFar, each.getValue());
            each.setValue(soFar);
        }
        return earliest;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static CrossRule[] operation() {
        return new CrossRule[] {
            required("11.2", "11.1", "when the operation was done"),
            required("11.3", "11.1", "why the operation was done"),
            forbiddenWithoutOperation("11.2"),
            forbiddenWithoutOperation("11.3"),
            notAfterDeath(OFFICIAL, "11.2", "the operation was after death", answer -> true),
            each(
                            FORM,
                            "Q11.2-WINDOW",
                            "11.2",
                            "the operation was more than 28 days before death, or before birth",
                            "at most 28 days before a certain date of death, and not before birth",
                            (subject, answer) -> {
                                LocalDate death = DeathBlocks.certainDeath(subject);
                                LocalDate operated = Subject.date(answer, "11.2");
                                return isBefore(operated, DeathBlocks.birth(subject))
                                        || (death != null
                                                && isBefore(operated, death.minusDays(28)));
                            })
                    .behind("Q11.2-FORBID", "COM-J-REASON")
        };
    }

    private static CrossRule forbiddenWithoutOperation(String part) {
        return each(
                OFFICIAL,
                "Q" + part + "-FORBID",
                part,
                "something is said of an operation, and none was done or it is not known",
                "no " + part + ", or 11.1 true",
                (subject, answer) ->
                        Subject.has(answer, part)
                                && (Subject.isFalse(answer, "11.1")
                                        || isUnknown(Subject.content(answer, "11.1"))));
    }

    private static CrossRule[] injury() {
        return new CrossRule[] {
            required("12.2", "12.1", "how the injury arose"),
            required("12.3", "12.1", "when the injury arose"),
            required("12.4", "12.1", "in what way the injury arose"),
            forbiddenWithoutInjury("12.2"),
            forbiddenWithoutInjury("12.3"),
            forbiddenWithoutInjury("12.4"),
            notAfterDeath(OFFICIAL, "12.3", "the injury was after death", answer -> true)
        };
    }

    private static CrossRule forbiddenWithoutInjury(String part) {
        return each(
                OFFICIAL,
                "Q" + part + "-FORBID",
                part,
                "something is said of an injury, and there is none",
                "no " + part + ", or 12.1 true",
                (subject, answer) -> Subject.has(answer, part) && Subject.isFalse(answer, "12.1"));
    }

    private static CrossRule required(String part, String given, String what) {
        return each(
                OFFICIAL,
                "Q" + part + "-REQ",
                part,
                "it is not said " + what,
                part + " when " + given + " is true",
                (subject, answer) -> Subject.isTrue(answer, given) && !Subject.has(answer, part));
    }
}
