package se.ehealthsdk.certificate.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;

/** Typed part answers of an answer, read leniently: what cannot be understood is empty. */
final class Reading {

    private static final int DATE_LENGTH = 10;

    private Reading() {}

    static Optional<String> text(Answer answer, String part) {
        return answer.content(part)
                .filter(Content.Text.class::isInstance)
                .map(each -> ((Content.Text) each).value());
    }

    static Optional<Boolean> flag(Answer answer, String part) {
        return text(answer, part)
                .flatMap(
                        text ->
                                switch (text.strip()) {
                                    case "true", "1" -> Optional.of(true);
                                    case "false", "0" -> Optional.of(false);
                                    default -> Optional.empty();
                                });
    }

    static Optional<Integer> number(Answer answer, String part) {
        return text(answer, part)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** A date; a time zone after it is passed over, as the official rules do. */
    static Optional<LocalDate> date(Answer answer, String part) {
        return text(answer, part)
                .map(String::strip)
                .filter(text -> text.length() >= DATE_LENGTH)
                .flatMap(text -> parse(text.substring(0, DATE_LENGTH)));
    }

    static Optional<CodedValue> code(Answer answer, String part) {
        return answer.content(part)
                .filter(Content.Cv.class::isInstance)
                .map(each -> ((Content.Cv) each).value());
    }

    static <C extends Enum<C> & FormCode> Optional<C> code(
            Answer answer, String part, Class<C> list) {
        return code(answer, part)
                .flatMap(
                        read ->
                                Arrays.stream(list.getEnumConstants())
                                        .filter(each -> isCode(each.coded(), read))
                                        .findFirst());
    }

    static Optional<SickLeave> sickLeave(Answer answer) {
        Optional<Degree> degree = code(answer, "32.1", Degree.class);
        Optional<Content.DatePeriod> period =
                answer.content("32.2")
                        .filter(Content.DatePeriod.class::isInstance)
                        .map(Content.DatePeriod.class::cast);
        Optional<LocalDate> from = period.flatMap(Content.DatePeriod::start);
        Optional<LocalDate> to = period.flatMap(Content.DatePeriod::end);
        return degree.isPresent() && from.isPresent() && to.isPresent()
                ? Optional.of(new SickLeave(degree.get(), from.get(), to.get()))
                : Optional.empty();
    }

    private static boolean isCode(CodedValue expected, CodedValue read) {
        return expected.code().equals(read.code().strip())
                && expected.codeSystem().equals(read.codeSystem().strip());
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
