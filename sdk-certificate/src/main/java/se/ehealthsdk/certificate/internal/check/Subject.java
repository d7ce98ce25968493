package se.ehealthsdk.certificate.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.check.DiagnosisRegister;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * A certificate that is being checked, in the words that rules are written in. Codes are compared without blanks around
 * them, booleans read as the official rules read them. For one check by one thread.
 */
public final class Subject {

    private final @Nullable Intyg intyg;
    private final LocalDate today;
    private final @Nullable DiagnosisRegister diagnoses;
    private final @Nullable Predicate<String> municipalities;
    private final SchemaFindings schema;
    private final Map<String, List<Answer>> answers = new HashMap<>(64);
    private final Map<String, List<Answer>> holders = new HashMap<>(64);
    private final Map<String, Object> found = new HashMap<>(0);

    /**
     * @param intyg what is checked
     * @param today the day of the check
     * @param diagnoses the caller's register, if there is one
     * @param municipalities the caller's list, if there is one
     * @param schema what the schema said
     */
    public Subject(
            Intyg intyg,
            LocalDate today,
            @Nullable DiagnosisRegister diagnoses,
            @Nullable Predicate<String> municipalities,
            SchemaFindings schema) {
        this(intyg, intyg.answers(), today, diagnoses, municipalities, schema);
    }

    private Subject(
            @Nullable Intyg intyg,
            List<Answer> all,
            LocalDate today,
            @Nullable DiagnosisRegister diagnoses,
            @Nullable Predicate<String> municipalities,
            SchemaFindings schema) {
        this.intyg = intyg;
        this.today = today;
        this.diagnoses = diagnoses;
        this.municipalities = municipalities;
        this.schema = schema;
        for (Answer answer : all) {
            List<Answer> same = answers.get(answer.id());
            if (same == null) {
                same = new ArrayList<>(2);
                answers.put(answer.id(), same);
            }
            same.add(answer);
            for (Answer.Part part : answer.parts()) {
                List<Answer> holding = holders.get(part.id());
                if (holding == null) {
                    holding = new ArrayList<>(2);
                    holders.put(part.id(), holding);
                }
                if (holding.isEmpty() || holding.get(holding.size() - 1) != answer) {
                    holding.add(answer);
                }
            }
        }
    }

    /** Answers that have no certificate around them yet. */
    public static Subject prefill(
            List<Answer> answers,
            LocalDate today,
            @Nullable DiagnosisRegister diagnoses,
            @Nullable Predicate<String> municipalities) {
        return new Subject(null, answers, today, diagnoses, municipalities, new SchemaFindings());
    }

    /** The certificate; a prefill has none. */
    public Intyg intyg() {
        return Objects.requireNonNull(intyg, "intyg");
    }

    /** The day of the check. */
    public LocalDate today() {
        return today;
    }

    boolean knowsDiagnosis(CodedValue code) {
        return diagnoses == null || diagnoses.knows(code);
    }

    /** Whether a municipality is in the caller's list; true when there is none. */
    public boolean knowsMunicipality(String name) {
        return municipalities == null || municipalities.test(name);
    }

    List<Finding> schemaFindings() {
        return schema.findings();
    }

    /** Whether the schema has already said what is wrong with an answer as a whole. */
    public boolean isReported(Answer answer) {
        return schema.reported(answer);
    }

    boolean isReported(Answer.Part part) {
        return schema.reported(part);
    }

    boolean isInstanceReported(Answer answer) {
        return schema.reportedInstance(answer);
    }

    /** The answers to a question, in their order. */
    public List<Answer> answers(String question) {
        return answers.getOrDefault(question, List.of());
    }

    /** Whether there is an answer to a question, whatever it says. */
    public boolean has(String question) {
        return answers.containsKey(question);
    }

    /** How many answers to a question there are. */
    public int count(String question) {
        return answers(question).size();
    }

    /** How many answers choose a code in a part, for example {@code ("28.1", "NUVARANDE_ARBETE")}. */
    public int count(String part, String code) {
        int count = 0;
        for (Answer answer : holding(part)) {
            if (chooses(answer, part, code)) {
                count++;
            }
        }
        return count;
    }

    /** Whether any answer chooses one of the codes in a part. */
    public boolean chosen(String part, String... codes) {
        for (String code : codes) {
            if (count(part, code) > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many parts with an id there are in the document. */
    public int countParts(String part) {
        int count = 0;
        for (Answer answer : holding(part)) {
            count += count(answer, part);
        }
        return count;
    }

    /** Whether the document has a part with an id. */
    public boolean hasPart(String part) {
        return countParts(part) > 0;
    }

    /** Whether a part is true anywhere. */
    public boolean isTrue(String part) {
        return says(part, Boolean.TRUE);
    }

    /** Whether a part is false anywhere. */
    public boolean isFalse(String part) {
        return says(part, Boolean.FALSE);
    }

    private boolean says(String part, Boolean value) {
        for (Answer answer : holding(part)) {
            if (says(answer, part, value)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What takes a walk through all answers to find, found once. For conditions of {@link CrossRule#each}.
     *
     * @param key names it among all that is asked of a subject
     */
    @SuppressWarnings("unchecked")
    public <T> T once(String key, Supplier<T> find) {
        Object known = found.get(key);
        if (known == null) {
            known = Objects.requireNonNull(find.get(), key);
            found.put(key, known);
        }
        return (T) known;
    }

    /** The content of the first part with an id in the document. */
    public @Nullable Content content(String part) {
        for (Answer answer : holding(part)) {
            Content content = content(answer, part);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    /** The date in the first part with an id in the document, if it is one. */
    public @Nullable LocalDate date(String part) {
        Content content = content(part);
        return content == null ? null : Values.date(content);
    }

    /** Whether an answer chooses a code in a part. */
    public static boolean chooses(Answer answer, String part, String code) {
        for (Answer.Part each : answer.parts()) {
            if (each.id().equals(part) && code.equals(Values.code(each.content()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part of an answer is true. */
    public static boolean isTrue(Answer answer, String part) {
        return says(answer, part, Boolean.TRUE);
    }

    /** Whether a part of an answer is false. */
    public static boolean isFalse(Answer answer, String part) {
        return says(answer, part, Boolean.FALSE);
    }

    private static boolean says(Answer answer, String part, Boolean value) {
        for (Answer.Part each : answer.parts()) {
            if (each.id().equals(part) && value.equals(Values.bool(each.content()))) {
                return true;
            }
        }
        return false;
    }

    /** How many parts with an id an answer has. */
    public static int count(Answer answer, String part) {
        int count = 0;
        for (Answer.Part each : answer.parts()) {
            if (each.id().equals(part)) {
                count++;
            }
        }
        return count;
    }

    /** Whether an answer has a part with an id. */
    public static boolean has(Answer answer, String part) {
        return content(answer, part) != null;
    }

    /** The content of the first part with an id. */
    public static @Nullable Content content(Answer answer, String part) {
        for (Answer.Part each : answer.parts()) {
            if (each.id().equals(part)) {
                return each.content();
            }
        }
        return null;
    }

    /** The text of the first part with an id, if it is text. */
    public static @Nullable String text(Answer answer, String part) {
        Content content = content(answer, part);
        return content == null ? null : Values.text(content);
    }

    /** The date in the first part with an id, if it is one. */
    public static @Nullable LocalDate date(Answer answer, String part) {
        Content content = content(answer, part);
        return content == null ? null : Values.date(content);
    }

    /** The code in the first part with an id, if there is one. */
    public static @Nullable String code(Answer answer, String part) {
        Content content = content(answer, part);
        return content == null ? null : Values.code(content);
    }

    /** The period in the first part with an id, if it is one. */
    public static Values.@Nullable Period period(Answer answer, String part) {
        Content content = content(answer, part);
        return content == null ? null : Values.period(content);
    }

    /** The answers that hold a part, to whatever question: the official rules look for parts everywhere. */
    public List<Answer> holding(String part) {
        return holders.getOrDefault(part, List.of());
    }

    /** Whether a part question belongs to a question, as its id says. */
    static boolean isPartOf(String part, String question) {
        int dot = part.indexOf('.');
        return (dot < 0 ? part.length() : dot) == question.length() && part.startsWith(question);
    }
}
