package se.ehealthsdk.certificate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer ({@code svar}) to a question of the form.
 *
 * @param id the question's id, digits, for example {@code 32}
 * @param instance which of several answers to the same question this is ({@code instans}), from 1; empty where it is
 *     absent, or no whole number, which a check of the document reports
 * @param parts the part answers ({@code delsvar}), in their order
 * @param extensions elements of other namespaces after the parts
 */
public record Answer(
        String id, Optional<Integer> instance, List<Part> parts, List<XmlElement> extensions) {

    /**
     * A part answer ({@code delsvar}).
     *
     * @param id the part question's id, for example {@code 32.1}
     * @param content what it holds
     */
    public record Part(String id, Content content) {
        /** Nothing is null. */
        public Part {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(content, "content");
        }
    }

    /** Copies. */
    public Answer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(instance, "instance");
        parts = List.copyOf(parts);
        extensions = List.copyOf(extensions);
    }

    /** An answer that is the only one to its question. */
    public static Answer of(String id, Part... parts) {
        return new Answer(id, Optional.empty(), List.of(parts), List.of());
    }

    /** One of several answers to a question. */
    public static Answer of(String id, int instance, List<Part> parts) {
        return new Answer(id, Optional.of(instance), parts, List.of());
    }

    /** Every part with an id. */
    public List<Part> parts(String partId) {
        List<Part> found = new ArrayList<>(1);
        for (Part part : parts) {
            if (part.id().equals(partId)) {
                found.add(part);
            }
        }
        return found;
    }

    /** The content of the first part with an id. */
    public Optional<Content> content(String partId) {
        for (Part part : parts) {
            if (part.id().equals(partId)) {
                return Optional.of(part.content());
            }
        }
        return Optional.empty();
    }

    /** Question and instance, never the content. */
    @Override
    public String toString() {
        return "Answer[" + id + instance.map(each -> ", " + each).orElse("") + "]";
    }
}
