package se.ehealthsdk.certificate.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.check.Rule;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;

/** The rules of one type and major version. Immutable. */
public final class RuleSet {

    private final String prefix;
    private final CertificateType type;
    private final int major;
    private final Map<String, Question> questions;
    private final Map<String, CompiledPart> parts;
    private final List<Cross> cross;
    private final @Nullable Rule unknown;
    private final Predicate<String> tolerated;
    private final @Nullable Rule toleratedRule;
    private final boolean extraQuestions;
    private final @Nullable Rule positiveInstances;
    private final List<Rule> rules;

    private RuleSet(Builder from) {
        this.prefix = from.prefix;
        this.type = from.type;
        this.major = from.major;
        this.questions = new LinkedHashMap<>(from.questions);
        this.parts = new HashMap<>();
        for (Question question : questions.values()) {
            question.parts.forEach(part -> parts.put(part.id, part));
        }
        this.cross = List.copyOf(from.cross);
        this.unknown = from.unknown;
        this.tolerated = from.tolerated;
        this.toleratedRule = from.toleratedRule;
        this.extraQuestions = from.extraQuestions;
        this.positiveInstances = from.positiveInstances;
        this.rules = List.copyOf(new LinkedHashMap<Rule, Rule>(from.rules).keySet());
    }

    /** Starts the rules of a type. */
    public static Builder of(String prefix, CertificateType type, int major) {
        return new Builder(prefix, type, major);
    }

    /** What the rule ids begin with, for example {@code LISJP2}. */
    public String prefix() {
        return prefix;
    }

    /** The type. */
    public CertificateType type() {
        return type;
    }

    /** The major version. */
    public int major() {
        return major;
    }

    /** Every rule, as documentation. */
    public List<Rule> rules() {
        return rules;
    }

    /** The questions of the form, in their order. */
    public List<String> questions() {
        return List.copyOf(questions.keySet());
    }

    @Nullable Question question(String id) {
        return questions.get(id);
    }

    boolean hasExtraQuestions() {
        return extraQuestions;
    }

    /** Judges a certificate: what was found, in the order of the questions. */
    public List<Finding> check(Subject subject, CheckMode mode) {
        Run run = new Run(subject, mode);
        run.findings.addAll(subject.schemaFindings());
        for (Question question : questions.values()) {
            run.question(question);
        }
        run.document();
        for (Cross each : cross) {
            run.cross(each);
        }
        return run.inOrder();
    }

    record Compiled(Rule rule, Ask ask) {}

    record Strict(Rule rule, Ask.Test holds) {}

    record CompiledPart(
            String id,
            List<Compiled> counts,
            List<Compiled> values,
            List<Strict> strict,
            Rule empty,
            Rule mixed) {}

    private record Cross(Rule rule, List<String> behind, CrossRule.Look look) {}

    record Question(
            String id,
            int index,
            List<Compiled> counts,
            List<Compiled> uniques,
            @Nullable Rule instance,
            Rule sequence,
            @Nullable Rule officialSequence,
            @Nullable Rule officialPartIds,
            Set<String> officialIds,
            Set<String> officialEndings,
            Rule formPartIds,
            Set<String> formIds,
            List<CompiledPart> parts) {}

    /** One check. */
    private final class Run {

        private final Subject subject;
        private final boolean form;
        private final List<Finding> findings = new ArrayList<>(0);
        private final Map<String, Set<Object>> spoken = new HashMap<>(0);

        Run(Subject subject, CheckMode mode) {
            this.subject = subject;
            this.form = mode == CheckMode.FORM;
        }

        private boolean binds(Rule rule) {
            return form || rule.origin() == Origin.OFFICIAL;
        }

        private void broken(Rule rule, @Nullable Answer answer) {
            findings.add(
                    new Finding(
                            rule.id(),
                            rule.question(),
                            answer == null ? Optional.empty() : answer.instance(),
                            rule.origin(),
                            rule.wrong(),
                            rule.right()));
            spoken.computeIfAbsent(
                            rule.id(), id -> Collections.newSetFromMap(new IdentityHashMap<>(1)))
                    .add(answer == null ? this : answer);
        }

        private boolean hasSpoken(String id, @Nullable Answer answer) {
            Set<Object> of = spoken.get(id);
            return of != null && (answer == null || of.contains(this) || of.contains(answer));
        }

        void question(Question question) {
            List<Answer> answers = subject.answers(question.id);
            count(question.counts, answers.size(), null);
            if (answers.isEmpty()) {
                return;
            }
            for (Compiled each : question.uniques) {
                if (binds(each.rule)) {
                    unique(each.rule, ((Ask.Unique) each.ask).part(), answers);
                }
            }
            for (Answer answer : answers) {
                if (!subject.isReported(answer)) {
                    answer(question, answer);
                }
            }
            if (keepsOfficialSequence(question, answers) && form) {
                sequence(question, answers);
            }
        }

        private boolean keepsOfficialSequence(Question question, List<Answer> answers) {
            Rule rule = question.officialSequence;
            if (rule == null) {
                return true;
            }
            Map<Integer, Integer> numbered = new HashMap<>();
            for (Answer answer : answers) {
                numbered.merge(answer.instance().orElse(0), 1, Integer::sum);
            }
            boolean kept = true;
            for (Answer answer : answers) {
                int instance = answer.instance().orElse(1);
                if (instance > 1 && numbered.getOrDefault(instance - 1, 0) != 1) {
                    broken(rule, answer);
                    kept = false;
                }
            }
            return kept;
        }

        private void count(List<Compiled> counts, int n, @Nullable Answer answer) {
            for (Compiled each : counts) {
                Ask.Count count = (Ask.Count) each.ask;
                if ((n < count.min() || n > count.max()) && binds(each.rule)) {
                    broken(each.rule, answer);
                    return;
                }
            }
        }

        private void unique(Rule rule, String part, List<Answer> answers) {
            if (answers.size() < 2) {
                return;
            }
            Set<String> seen = new HashSet<>();
            for (Answer answer : answers) {
                String code = Subject.code(answer, part);
                if (code != null && !seen.add(code)) {
                    broken(rule, answer);
                }
            }
        }

        private void answer(Question question, Answer answer) {
            if (question.instance != null
                    && answer.instance().isEmpty()
                    && binds(question.instance)
                    && !subject.isInstanceReported(answer)) {
                broken(question.instance, answer);
            }
            partIds(question, answer);
            for (CompiledPart part : question.parts) {
                int n = 0;
                for (Answer.Part each : answer.parts()) {
                    if (each.id().equals(part.id)) {
                        n++;
                        if (!subject.isReported(each)) {
                            value(part, each.content(), answer);
                        }
                    }
                }
                count(part.counts, n, answer);
            }
        }

        private void partIds(Question question, Answer answer) {
            for (Answer.Part part : answer.parts()) {
                if (question.formIds.contains(part.id()) || subject.isReported(part)) {
                    continue;
                }
                if (question.officialPartIds != null
                        && !question.officialIds.contains(part.id())
                        && question.officialEndings.stream().noneMatch(part.id()::endsWith)) {
                    broken(question.officialPartIds, answer);
                    return;
                }
                if (form) {
                    broken(question.formPartIds, answer);
                    return;
                }
            }
        }

        private void value(CompiledPart part, Content content, Answer answer) {
            for (Compiled each : part.values) {
                if (binds(each.rule) && !((Ask.Value) each.ask).holds().holds(content, subject)) {
                    broken(each.rule, answer);
                    return;
                }
            }
            if (!form) {
                return;
            }
            for (Strict each : part.strict) {
                if (!each.holds.holds(content, subject)) {
                    broken(each.rule, answer);
                    return;
                }
            }
            if (content instanceof Content.Other) {
                broken(part.mixed, answer);
            } else if (content instanceof Content.Text text && Lexical.isInvisible(text.value())) {
                broken(part.empty, answer);
            }
        }

        /** Several answers are numbered from 1, each number once; some questions need no numbers. */
        private void sequence(Question question, List<Answer> answers) {
            boolean[] seen = new boolean[answers.size() + 1];
            for (Answer answer : answers) {
                int instance = answer.instance().orElse(0);
                if (instance >= 1 && instance <= answers.size() && !seen[instance]) {
                    seen[instance] = true;
                } else if (answer.instance().isPresent()
                        && !subject.isInstanceReported(answer)
                        && (instance >= 1 || positiveInstances == null)) {
                    broken(question.sequence, answer);
                }
            }
        }

        void document() {
            for (Answer answer : subject.intyg().answers()) {
                outOfPlace(answer);
                if (positiveInstances != null && answer.instance().orElse(1) < 1) {
                    broken(at(positiveInstances, answer), answer);
                }
                if (questions.containsKey(answer.id())
                        || (extraQuestions && isExtraQuestion(answer.id()))
                        || subject.isReported(answer)) {
                    continue;
                }
                Rule rule = tolerated.test(answer.id()) ? toleratedRule : unknown;
                if (rule != null && binds(rule)) {
                    broken(at(rule, answer), answer);
                }
            }
        }

        /** The official rules look at what a part answer says wherever it stands. */
        private void outOfPlace(Answer answer) {
            for (Answer.Part each : answer.parts()) {
                CompiledPart part = parts.get(each.id());
                if (part == null
                        || Subject.isPartOf(each.id(), answer.id())
                        || subject.isReported(each)) {
                    continue;
                }
                for (Compiled value : part.values) {
                    if (value.rule.origin() == Origin.OFFICIAL
                            && !((Ask.Value) value.ask).holds().holds(each.content(), subject)) {
                        broken(value.rule, answer);
                        break;
                    }
                }
            }
        }

        private Rule at(Rule rule, Answer answer) {
            return new Rule(
                    rule.id(), Optional.of(answer.id()), rule.origin(), rule.wrong(), rule.right());
        }

        void cross(Cross each) {
            if (!binds(each.rule)) {
                return;
            }
            each.look.at(
                    subject,
                    new CrossRule.Report() {
                        @Override
                        public void broken() {
                            report(null);
                        }

                        @Override
                        public void broken(Answer answer) {
                            report(answer);
                        }

                        private void report(@Nullable Answer answer) {
                            for (String id : each.behind) {
                                if (hasSpoken(id, answer)) {
                                    return;
                                }
                            }
                            Run.this.broken(
                                    answer == null || each.rule.question().isPresent()
                                            ? each.rule
                                            : at(each.rule, answer),
                                    answer);
                        }
                    });
        }

        List<Finding> inOrder() {
            if (findings.size() > 1) {
                findings.sort(Comparator.comparingInt(this::place));
            }
            return findings;
        }

        private int place(Finding finding) {
            if (finding.question().isEmpty()) {
                return -1;
            }
            String at = finding.question().get();
            int dot = at.indexOf('.');
            Question question = questions.get(dot < 0 ? at : at.substring(0, dot));
            return question == null ? Integer.MAX_VALUE : question.index;
        }
    }

    /** Whether a question id is one of the recipients' own extra questions, 9000 to 9999. */
    public static boolean isExtraQuestion(String id) {
        return id.length() == 4 && id.charAt(0) == '9' && Lexical.allDigits(id, 0, 4);
    }

    /** Puts the rules of a type together. */
    public static final class Builder {

        private final String prefix;
        private final CertificateType type;
        private final int major;
        private final Map<String, Question> questions = new LinkedHashMap<>();
        private final List<Cross> cross = new ArrayList<>();
        private final Map<Rule, Rule> rules = new LinkedHashMap<>();
        private @Nullable Rule unknown;
        private Predicate<String> tolerated = id -> false;
        private @Nullable Rule toleratedRule;
        private boolean extraQuestions;
        private @Nullable Rule positiveInstances;

        private Builder(String prefix, CertificateType type, int major) {
            this.prefix = prefix;
            this.type = type;
            this.major = major;
        }

        private Rule rule(String id, @Nullable String question, Origin origin, String w, String r) {
            Rule rule = new Rule(id, Optional.ofNullable(question), origin, w, r);
            rules.put(rule, rule);
            return rule;
        }

        private Compiled compile(String question, Origin origin, Ask ask) {
            String suffix = ask.suffix();
            String id =
                    suffix.startsWith("COM-")
                            ? suffix
                            : suffix.startsWith("Q")
                                    ? prefix + "-" + suffix
                                    : prefix + "-Q" + question + "-" + suffix;
            return new Compiled(rule(id, question, origin, ask.wrong(), ask.right()), ask);
        }

        /** A question of the form with its parts. The order of the calls is the order in the form. */
        public Builder question(String id, Ask.Item... items) {
            List<Compiled> counts = new ArrayList<>();
            List<Compiled> uniques = new ArrayList<>();
            Rule instance = null;
            Rule officialSequence = null;
            Rule officialPartIds = null;
            Set<String> officialIds = new HashSet<>();
            Set<String> officialEndings = Set.of();
            Set<String> formIds = new HashSet<>();
            List<CompiledPart> parts = new ArrayList<>();
            for (Ask.Item item : items) {
                if (item instanceof Ask.Part part) {
                    formIds.add(part.id());
                }
            }
            for (Ask.Item item : items) {
                if (item instanceof Ask.Part part) {
                    parts.add(part(part));
                } else if (item instanceof Ask.Group group) {
                    for (Ask ask : group.asks()) {
                        Compiled compiled = compile(id, group.origin(), ask);
                        if (ask instanceof Ask.Count) {
                            counts.add(compiled);
                        } else if (ask instanceof Ask.Unique) {
                            uniques.add(compiled);
                        } else if (ask instanceof Ask.Instance) {
                            instance = compiled.rule;
                        } else if (ask instanceof Ask.Sequence) {
                            officialSequence = compiled.rule;
                        } else if (ask instanceof Ask.PartIds ids) {
                            officialPartIds = compiled.rule;
                            officialIds.addAll(formIds);
                            officialIds.addAll(ids.more());
                            officialEndings = ids.endings();
                        } else {
                            throw new IllegalArgumentException(ask.suffix() + " is for parts");
                        }
                    }
                }
            }
            Rule formPartIds =
                    officialPartIds == null
                                    || officialIds.size() > formIds.size()
                                    || !officialEndings.isEmpty()
                            ? compile(id, Origin.FORM, Ask.subid()).rule
                            : officialPartIds;
            Rule sequence =
                    rule(
                            "COM-BUILD-INST",
                            id,
                            Origin.FORM,
                            "instans is not the answer's number among the answers to the question",
                            "instans 1, 2, 3 and so on, each once");
            counts.sort(Comparator.comparing(each -> each.rule.origin()));
            questions.put(
                    id,
                    new Question(
                            id,
                            questions.size(),
                            List.copyOf(counts),
                            List.copyOf(uniques),
                            instance,
                            sequence,
                            officialSequence,
                            officialPartIds,
                            officialIds,
                            officialEndings,
                            formPartIds,
                            formIds,
                            List.copyOf(parts)));
            return this;
        }

        private CompiledPart part(Ask.Part part) {
            List<Compiled> counts = new ArrayList<>();
            List<Compiled> values = new ArrayList<>();
            List<Strict> strict = new ArrayList<>();
            for (Ask.Group group : part.groups()) {
                for (Ask ask : group.asks()) {
                    Compiled compiled = compile(part.id(), group.origin(), ask);
                    if (ask instanceof Ask.Count) {
                        counts.add(compiled);
                    } else if (ask instanceof Ask.Value value) {
                        values.add(compiled);
                        Ask.Build build = value.build();
                        if (build != null) {
                            strict.add(
                                    new Strict(
                                            rule(
                                                    build.id(),
                                                    part.id(),
                                                    Origin.FORM,
                                                    build.wrong(),
                                                    build.right()),
                                            build.holds()));
                        }
                    } else {
                        throw new IllegalArgumentException(ask.suffix() + " is for questions");
                    }
                }
            }
            counts.sort(Comparator.comparing(each -> each.rule.origin()));
            values.sort(Comparator.comparing(each -> each.rule.origin()));
            return new CompiledPart(
                    part.id(),
                    List.copyOf(counts),
                    List.copyOf(values),
                    List.copyOf(strict),
                    rule(
                            "COM-BUILD-EMPTY",
                            part.id(),
                            Origin.FORM,
                            "the part answer shows nothing",
                            "no part answer where there is nothing to say"),
                    rule(
                            "COM-DOC-MIXED",
                            part.id(),
                            Origin.FORM,
                            "the part answer is neither text nor exactly one typed element",
                            "text, or one typed element of the contract"));
        }

        /** Rules about several questions. */
        public Builder cross(CrossRule... added) {
            return cross(List.of(added));
        }

        /** Rules about several questions. */
        public Builder cross(List<CrossRule> added) {
            for (CrossRule each : added) {
                Rule rule =
                        rule(
                                whole(each.id()),
                                each.question().orElse(null),
                                each.origin(),
                                each.wrong(),
                                each.right());
                cross.add(
                        new Cross(
                                rule,
                                each.behind().stream().map(this::whole).toList(),
                                each.look()));
            }
            return this;
        }

        private String whole(String id) {
            return id.startsWith("COM-") ? id : prefix + "-" + id;
        }

        /**
         * DOC-UNKNOWN: no questions but those of the form.
         *
         * @param origin where that is asked
         * @param tolerated questions that the form does not have but the official rules let pass
         */
        public Builder unknownQuestions(Origin origin, String... tolerated) {
            unknown = unknown(origin);
            this.tolerated = Set.of(tolerated)::contains;
            toleratedRule = tolerated.length == 0 ? unknown : unknown(Origin.FORM);
            return this;
        }

        /** DOC-UNKNOWN where the official rules let pass more than a list, for example all ids with some ending. */
        public Builder unknownQuestions(Origin origin, Predicate<String> tolerated) {
            unknown = unknown(origin);
            this.tolerated = tolerated;
            toleratedRule = unknown(Origin.FORM);
            return this;
        }

        private Rule unknown(Origin origin) {
            return rule(
                    prefix + "-DOC-UNKNOWN",
                    null,
                    origin,
                    "an answer to a question that the form does not have",
                    "only questions of the form");
        }

        /** Lets the extra questions 9000 to 9999 be known, which the recipient makes up. */
        public Builder extraQuestions() {
            extraQuestions = true;
            return this;
        }

        /** COM-S-INST, of the official rules: every {@code instans} is at least 1. */
        public Builder positiveInstances() {
            positiveInstances =
                    rule(
                            "COM-S-INST",
                            null,
                            Origin.OFFICIAL,
                            "instans is less than 1",
                            "instans from 1");
            return this;
        }

        /** The rules. */
        public RuleSet build() {
            return new RuleSet(this);
        }
    }
}
