package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;

/** The part answers of one answer, put together in their order. What is not answered is left out. */
final class Parts {

    private final List<Answer.Part> parts = new ArrayList<>(4);

    Parts text(String id, String text) {
        return text.chars().allMatch(Parts::isBlank) ? this : add(id, new Content.Text(text));
    }

    Parts text(String id, Optional<String> text) {
        return text.isPresent() ? text(id, text.get()) : this;
    }

    Parts flag(String id, boolean value) {
        return add(id, new Content.Text(Boolean.toString(value)));
    }

    Parts number(String id, int value) {
        return add(id, new Content.Text(Integer.toString(value)));
    }

    Parts date(String id, LocalDate day) {
        return add(id, new Content.Text(day.toString()));
    }

    Parts date(String id, Optional<LocalDate> day) {
        return day.isPresent() ? date(id, day.get()) : this;
    }

    Parts period(String id, LocalDate from, LocalDate to) {
        return add(id, new Content.DatePeriod(Optional.of(from), Optional.of(to)));
    }

    Parts code(String id, FormCode code) {
        return code(id, code.coded());
    }

    Parts code(String id, CodedValue code) {
        return add(id, new Content.Cv(code));
    }

    Parts add(String id, Content content) {
        parts.add(new Answer.Part(id, content));
        return this;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Answer answer(String question) {
        return new Answer(question, Optional.empty(), parts, List.of());
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
