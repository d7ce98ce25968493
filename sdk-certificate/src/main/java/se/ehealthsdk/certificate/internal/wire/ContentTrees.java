package se.ehealthsdk.certificate.internal.wire;

import static se.ehealthsdk.certificate.internal.wire.Namespaces.CORE;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.TYPES;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.core;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.types;
import static se.ehealthsdk.certificate.internal.wire.Tree.element;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.Answer.Part;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlNode;

/** Answers as trees and as values. What a part answer holds is typed only where it is as its schema wants it. */
final class ContentTrees {

    private static final Pattern PARTIAL_FORMAT = Pattern.compile("YYYY(?:-MM(?:-DD)?)?");
    private static final Pattern PARTIAL_VALUE =
            Pattern.compile("[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?");

    private ContentTrees() {}

    static Answer answer(XmlElement svar, Scope around) {
        Scope scope = around.within(svar);
        List<Part> parts = new ArrayList<>();
        List<XmlElement> extensions = new ArrayList<>(0);
        for (XmlNode node : svar.children()) {
            if (node instanceof XmlElement child) {
                if (Tree.is(child, CORE, "delsvar")) {
                    parts.add(new Part(child.attribute("id").orElse(""), content(child, scope)));
                } else if (!child.name().getNamespaceURI().equals(CORE)) {
                    extensions.add(scope.detach(child));
                }
            }
        }
        return new Answer(
                svar.attribute("id").orElse(""),
                Tree.optionalText(svar, CORE, "instans").flatMap(Lexical::integer),
                parts,
                extensions);
    }

    static XmlElement answer(Answer answer) {
        List<XmlNode> children = new ArrayList<>();
        answer.instance()
                .ifPresent(each -> children.add(element(core("instans"), each.toString())));
        for (Part part : answer.parts()) {
            children.add(
                    withId(
                            core("delsvar"),
                            part.id(),
                            write(named("delsvar", part.id()), part.content())));
        }
        PartTrees.add(children, named("svar", answer.id()), answer.extensions());
        return withId(core("svar"), answer.id(), children);
    }

    /** What to call an answer in a message: by its id only where it is that of a question. */
    private static String named(String element, String id) {
        return Lexical.isQuestion(id) ? element + " " + id : element;
    }

    private static XmlElement withId(QName name, String id, List<XmlNode> children) {
        return new XmlElement(
                name,
                List.of(),
                List.of(
                        new Attribute(
                                Namespaces.ID, XmlText.check(name.getLocalPart() + " id", id))),
                children);
    }

    private static Content content(XmlElement delsvar, Scope around) {
        List<XmlNode> nodes = delsvar.children();
        XmlElement only = null;
        boolean blank = true;
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement element) {
                if (only != null) {
                    return new Content.Other(around.within(delsvar).detach(nodes));
                }
                only = element;
            } else if (node instanceof XmlNode.Text text && !Lexical.isBlank(text.value())) {
                blank = false;
            }
        }
        if (only == null) {
            return new Content.Text(Tree.text(delsvar));
        }
        Content typed = blank ? typed(only) : null;
        return typed == null ? new Content.Other(around.within(delsvar).detach(nodes)) : typed;
    }

    private static @Nullable Content typed(XmlElement element) {
        if (!element.name().getNamespaceURI().equals(TYPES)
                || element.attributes().stream().anyMatch(each -> !isHint(each))) {
            return null;
        }
        return switch (element.name().getLocalPart()) {
            case "cv" -> cv(element);
            case "datePeriod" -> datePeriod(element);
            case "timePeriod" -> timePeriod(element);
            case "date" -> date(element);
            case "timestamp" -> timestamp(element);
            case "partialDate" -> partialDate(element);
            case "pq" -> pq(element);
            case "pqInterval" -> pqInterval(element);
            case "ii" -> ii(element);
            default -> null;
        };
    }

    /** Where a schema is, which any element may say. */
    private static boolean isHint(Attribute attribute) {
        return attribute
                        .name()
                        .getNamespaceURI()
                        .equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                && (attribute.name().getLocalPart().equals("schemaLocation")
                        || attribute.name().getLocalPart().equals("noNamespaceSchemaLocation"));
    }

    private static @Nullable Content cv(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> code = fields.take("code");
        Optional<String> codeSystem = fields.take("codeSystem");
        Optional<String> codeSystemName = fields.take("codeSystemName");
        Optional<String> codeSystemVersion = fields.take("codeSystemVersion");
        Optional<String> displayName = fields.take("displayName");
        Optional<String> originalText = fields.take("originalText");
        return code.isEmpty() || codeSystem.isEmpty() || !fields.allTaken()
                ? null
                : new Content.Cv(
                        new CodedValue(
                                code.get(),
                                codeSystem.get(),
                                codeSystemName,
                                codeSystemVersion,
                                displayName,
                                originalText));
    }

    private static @Nullable Content datePeriod(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> start = fields.take("start");
        Optional<String> end = fields.take("end");
        Optional<LocalDate> first = start.flatMap(ContentTrees::plainDay);
        Optional<LocalDate> last = end.flatMap(ContentTrees::plainDay);
        return start.isPresent() != first.isPresent()
                        || end.isPresent() != last.isPresent()
                        || !fields.allTaken()
                ? null
                : new Content.DatePeriod(first, last);
    }

    /** The schema lets blanks stand around a day of a period, official rules refuse them in front: kept as they came. */
    private static Optional<LocalDate> plainDay(String text) {
        return text.length() == "yyyy-MM-dd".length() ? Lexical.date(text) : Optional.empty();
    }

    private static @Nullable Content timePeriod(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> start = fields.take("start");
        Optional<String> end = fields.take("end");
        Optional<LocalDateTime> from = start.flatMap(Lexical::timestamp);
        Optional<LocalDateTime> until = end.flatMap(Lexical::timestamp);
        return start.isPresent() != from.isPresent()
                        || end.isPresent() != until.isPresent()
                        || !fields.allTaken()
                ? null
                : new Content.TimePeriod(from, until);
    }

    private static @Nullable Content date(XmlElement element) {
        return onlyText(element)
                .flatMap(Lexical::date)
                .<Content>map(Content.Date::new)
                .orElse(null);
    }

    private static @Nullable Content timestamp(XmlElement element) {
        return onlyText(element)
                .flatMap(Lexical::timestamp)
                .<Content>map(Content.Timestamp::new)
                .orElse(null);
    }

    private static @Nullable Content partialDate(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> format = fields.take("format");
        Optional<String> value = fields.take("value");
        return format.filter(each -> PARTIAL_FORMAT.matcher(each).matches()).isEmpty()
                        || value.filter(each -> PARTIAL_VALUE.matcher(each).matches()).isEmpty()
                        || !fields.allTaken()
                ? null
                : new Content.PartialDate(format.get(), value.get());
    }

    private static @Nullable Content pq(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> value = fields.take("value").flatMap(Lexical::decimal);
        Optional<String> unit = fields.take("unit");
        return value.isEmpty() || unit.isEmpty() || !fields.allTaken()
                ? null
                : new Content.Pq(value.get(), unit.get());
    }

    private static @Nullable Content pqInterval(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> low = fields.take("low");
        Optional<String> high = fields.take("high");
        Optional<String> unit = fields.take("unit");
        Optional<String> least = low.flatMap(Lexical::decimal);
        Optional<String> most = high.flatMap(Lexical::decimal);
        return low.isPresent() != least.isPresent()
                        || high.isPresent() != most.isPresent()
                        || unit.isEmpty()
                        || !fields.allTaken()
                ? null
                : new Content.PqInterval(least, most, unit.get());
    }

    private static @Nullable Content ii(XmlElement element) {
        Fields fields = new Fields(element);
        Optional<String> root = fields.take("root");
        Optional<String> extension = fields.take("extension");
        return root.isEmpty() || !fields.allTaken()
                ? null
                : new Content.Ii(new Identifier(root.get(), extension));
    }

    /** The text of an element that may have nothing else. */
    private static Optional<String> onlyText(XmlElement element) {
        for (XmlNode node : element.children()) {
            if (node instanceof XmlElement) {
                return Optional.empty();
            }
        }
        return Optional.of(Tree.text(element));
    }

    /** The children of a typed element, taken in the order of the schema. */
    private static final class Fields {

        private final List<XmlNode> nodes;
        private int next;
        private boolean broken;

        Fields(XmlElement element) {
            this.nodes = element.children();
        }

        /** The text of the next child, if that is what it is called. */
        Optional<String> take(String localName) {
            XmlElement child = peek();
            if (child == null || !Tree.is(child, TYPES, localName)) {
                return Optional.empty();
            }
            next++;
            Optional<String> text = onlyText(child);
            if (text.isEmpty() || child.attributes().stream().anyMatch(each -> !isHint(each))) {
                broken = true;
            }
            return text;
        }

        /** Whether nothing is left, and nothing was wrong. */
        boolean allTaken() {
            return peek() == null && !broken;
        }

        private @Nullable XmlElement peek() {
            while (next < nodes.size()) {
                XmlNode node = nodes.get(next);
                if (node instanceof XmlElement element) {
                    return element;
                }
                if (node instanceof XmlNode.Text text && !Lexical.isBlank(text.value())) {
                    broken = true;
                }
                next++;
            }
            return null;
        }
    }

    private static List<XmlNode> write(String field, Content content) {
        if (content instanceof Content.Text text) {
            return text.value().isEmpty()
                    ? List.of()
                    : List.of(new XmlNode.Text(XmlText.check(field, text.value())));
        }
        if (content instanceof Content.Other other) {
            return other.nodes().stream().map(each -> XmlText.check(field, each)).toList();
        }
        return List.of(typedElement(field, content));
    }

    private static XmlElement typedElement(String field, Content content) {
        if (content instanceof Content.Cv cv) {
            return PartTrees.codedValue(types("cv"), cv.value());
        }
        if (content instanceof Content.Ii ii) {
            return PartTrees.identifier(types("ii"), ii.value());
        }
        if (content instanceof Content.Date date) {
            return element(types("date"), Lexical.format(field, date.value()));
        }
        if (content instanceof Content.Timestamp timestamp) {
            return element(types("timestamp"), Lexical.format(field, timestamp.value()));
        }
        List<XmlNode> children = new ArrayList<>(3);
        String name;
        if (content instanceof Content.DatePeriod period) {
            name = "datePeriod";
            text(children, "start", period.start().map(each -> Lexical.format(field, each)));
            text(children, "end", period.end().map(each -> Lexical.format(field, each)));
        } else if (content instanceof Content.TimePeriod period) {
            name = "timePeriod";
            text(children, "start", period.start().map(each -> Lexical.format(field, each)));
            text(children, "end", period.end().map(each -> Lexical.format(field, each)));
        } else if (content instanceof Content.PartialDate partial) {
            name = "partialDate";
            text(children, "format", Optional.of(partial.format()));
            text(children, "value", Optional.of(partial.value()));
        } else if (content instanceof Content.Pq quantity) {
            name = "pq";
            text(children, "value", Optional.of(quantity.value()));
            text(children, "unit", Optional.of(quantity.unit()));
        } else {
            Content.PqInterval interval = (Content.PqInterval) content;
            name = "pqInterval";
            text(children, "low", interval.low());
            text(children, "high", interval.high());
            text(children, "unit", Optional.of(interval.unit()));
        }
        return element(types(name), children);
    }

    private static void text(List<XmlNode> children, String name, Optional<String> text) {
        PartTrees.optional(children, types(name), text);
    }
}
