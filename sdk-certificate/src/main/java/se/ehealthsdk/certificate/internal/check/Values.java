package se.ehealthsdk.certificate.internal.check;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;

/** What a part answer says, as the official rules see it: null where it does not say it. */
public final class Values {

    static final String TYPES = "urn:riv:clinicalprocess:healthcond:certificate:types:3";

    private Values() {}

    /** The text of a part answer without elements. */
    public static @Nullable String text(Content content) {
        if (content instanceof Content.Text text) {
            return text.value();
        }
        if (content instanceof Content.Other other) {
            StringBuilder text = new StringBuilder();
            for (XmlNode node : other.nodes()) {
                if (node instanceof XmlElement) {
                    return null;
                }
                if (node instanceof XmlNode.Text part) {
                    text.append(part.value());
                }
            }
            return text.toString();
        }
        return null;
    }

    /** All text of a part answer, that of elements too, in its order: the string value of XPath. */
    public static String string(Content content) {
        StringBuilder text = new StringBuilder();
        if (content instanceof Content.Text plain) {
            text.append(plain.value());
        } else if (content instanceof Content.Cv cv) {
            CodedValue value = cv.value();
            text.append(value.code()).append(value.codeSystem());
            value.codeSystemName().ifPresent(text::append);
            value.codeSystemVersion().ifPresent(text::append);
            value.displayName().ifPresent(text::append);
            value.originalText().ifPresent(text::append);
        } else if (content instanceof Content.Pq pq) {
            text.append(pq.value()).append(pq.unit());
        } else if (content instanceof Content.PqInterval interval) {
            interval.low().ifPresent(text::append);
            interval.high().ifPresent(text::append);
            text.append(interval.unit());
        } else if (content instanceof Content.PartialDate date) {
            text.append(date.format()).append(date.value());
        } else if (content instanceof Content.Ii ii) {
            text.append(ii.value().root());
            ii.value().extension().ifPresent(text::append);
        } else if (content instanceof Content.DatePeriod period) {
            period.start().ifPresent(text::append);
            period.end().ifPresent(text::append);
        } else if (content instanceof Content.TimePeriod period) {
            period.start().ifPresent(text::append);
            period.end().ifPresent(text::append);
        } else if (content instanceof Content.Date date) {
            text.append(date.value());
        } else if (content instanceof Content.Timestamp time) {
            text.append(time.value());
        } else if (content instanceof Content.Other other) {
            append(other.nodes(), text);
        }
        return text.toString();
    }

    private static void append(List<XmlNode> nodes, StringBuilder text) {
        Deque<XmlNode> left = new ArrayDeque<>(nodes);
        while (!left.isEmpty()) {
            XmlNode node = left.pop();
            if (node instanceof XmlNode.Text part) {
                text.append(part.value());
            } else if (node instanceof XmlElement element) {
                for (int i = element.children().size() - 1; i >= 0; i--) {
                    left.push(element.children().get(i));
                }
            }
        }
    }

    /** The one {@code pq}, perhaps beside something else. */
    public static Content.@Nullable Pq pq(Content content) {
        if (content instanceof Content.Pq pq) {
            return pq;
        }
        XmlElement element = only(content, "pq");
        String value = element == null ? null : field(element, "value");
        String unit = element == null ? null : field(element, "unit");
        return value == null || unit == null ? null : new Content.Pq(value, unit);
    }

    /** What the one {@code partialDate} says, perhaps beside something else. */
    public static @Nullable String partialDate(Content content) {
        if (content instanceof Content.PartialDate date) {
            return date.value();
        }
        XmlElement element = only(content, "partialDate");
        return element == null ? null : field(element, "value");
    }

    /** What the one {@code datePeriod} says, letter by letter; empty for what it does not say. */
    public static Written written(Content content) {
        if (content instanceof Content.DatePeriod period) {
            return new Written(
                    period.start().map(LocalDate::toString).orElse(""),
                    period.end().map(LocalDate::toString).orElse(""));
        }
        XmlElement element = only(content, "datePeriod");
        String start = element == null ? null : field(element, "start");
        String end = element == null ? null : field(element, "end");
        return new Written(
                start == null ? "" : Lexical.trim(start), end == null ? "" : Lexical.trim(end));
    }

    /** The text of the one child with a name, without elements in it. */
    private static @Nullable String field(XmlElement element, String name) {
        String found = null;
        for (XmlElement child : element.elements()) {
            if (child.name().getLocalPart().equals(name)
                    && child.name().getNamespaceURI().equals(TYPES)) {
                if (found != null || !child.elements().isEmpty()) {
                    return null;
                }
                found = child.text();
            }
        }
        return found;
    }

    /** True or false. */
    public static @Nullable Boolean bool(Content content) {
        String text = text(content);
        return text == null ? null : Lexical.bool(text);
    }

    /** A whole day written as text. */
    public static @Nullable LocalDate date(Content content) {
        String text = text(content);
        return text == null ? null : Lexical.date(text);
    }

    /** The one {@code cv}, perhaps beside something else. */
    public static @Nullable CodedValue cv(Content content) {
        if (content instanceof Content.Cv cv) {
            return cv.value();
        }
        XmlElement element = only(content, "cv");
        if (element == null) {
            return null;
        }
        String code = null;
        String system = null;
        int displayNames = 0;
        for (XmlElement child : element.elements()) {
            if (!child.name().getNamespaceURI().equals(TYPES)) {
                continue;
            }
            switch (child.name().getLocalPart()) {
                case "code" -> {
                    if (code != null || !child.elements().isEmpty()) {
                        return null;
                    }
                    code = child.text();
                }
                case "codeSystem" -> {
                    if (system != null || !child.elements().isEmpty()) {
                        return null;
                    }
                    system = child.text();
                }
                case "displayName" -> displayNames++;
                default -> {
                    // no official rule looks at it
                }
            }
        }
        return code == null || system == null || displayNames > 1
                ? null
                : CodedValue.of(code, system);
    }

    /** The code of the one {@code cv}, without white space around it. */
    public static @Nullable String code(Content content) {
        CodedValue cv = cv(content);
        return cv == null ? null : Lexical.trim(cv.code());
    }

    /** Whether one of the words stands anywhere in what a reader of the XML sees as its text, elements or not. */
    public static boolean shows(Content content, String... words) {
        String shown = shown(content);
        for (String word : words) {
            if (shown.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String shown(Content content) {
        if (content instanceof Content.Text text) {
            return text.value();
        }
        if (content instanceof Content.Cv cv) {
            CodedValue value = cv.value();
            return String.join(
                    "\n",
                    value.code(),
                    value.codeSystem(),
                    value.codeSystemName().orElse(""),
                    value.codeSystemVersion().orElse(""),
                    value.displayName().orElse(""),
                    value.originalText().orElse(""));
        }
        if (content instanceof Content.Other other) {
            StringBuilder shown = new StringBuilder();
            other.nodes().forEach(node -> show(node, shown));
            return shown.toString();
        }
        if (content instanceof Content.PartialDate partial) {
            return partial.value();
        }
        return content instanceof Content.Date date ? date.value().toString() : "";
    }

    private static void show(XmlNode node, StringBuilder shown) {
        if (node instanceof XmlNode.Text text) {
            shown.append(text.value());
        } else if (node instanceof XmlElement element) {
            element.children().forEach(each -> show(each, shown));
        }
    }

    /** The period, with both days, the first not after the last. */
    public static @Nullable Period period(Content content) {
        LocalDate start = null;
        LocalDate end = null;
        if (content instanceof Content.DatePeriod period) {
            start = period.start().orElse(null);
            end = period.end().orElse(null);
        } else {
            XmlElement element = only(content, "datePeriod");
            if (element != null) {
                start = day(element, "start");
                end = day(element, "end");
            }
        }
        return start == null || end == null || start.isAfter(end) ? null : new Period(start, end);
    }

    private static @Nullable LocalDate day(XmlElement period, String name) {
        for (XmlElement child : period.elements()) {
            if (child.name().getLocalPart().equals(name)) {
                return Lexical.date(child.text());
            }
        }
        return null;
    }

    private static @Nullable XmlElement only(Content content, String name) {
        if (!(content instanceof Content.Other other)) {
            return null;
        }
        XmlElement found = null;
        for (XmlNode node : other.nodes()) {
            if (node instanceof XmlElement element
                    && element.name().getLocalPart().equals(name)
                    && element.name().getNamespaceURI().equals(TYPES)) {
                if (found != null) {
                    return null;
                }
                found = element;
            }
        }
        return found;
    }

    /**
     * A period of whole days, both included.
     *
     * @param start first day
     * @param end last day, not before the first
     */
    public record Period(LocalDate start, LocalDate end) {}

    /**
     * A period as it is written, without white space around its days.
     *
     * @param start first day
     * @param end last day
     */
    public record Written(String start, String end) {}
}
