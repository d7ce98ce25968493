package se.ehealthsdk.hsa.contactcard;

import java.util.List;
import java.util.stream.Collectors;

/** A card as text and as HTML. */
final class CardRendering {

    private CardRendering() {}

    static String text(ContactCard card) {
        StringBuilder text = new StringBuilder(500);
        text.append(card.name()).append('\n');
        for (CardPart part : body(card)) {
            text.append('\n').append(part.label()).append('\n');
            part.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    static String html(ContactCard card) {
        StringBuilder html = new StringBuilder(1000);
        html.append("<section class=\"contact-card\" lang=\"sv\">\n<h2>")
                .append(escaped(card.name()))
                .append("</h2>\n<dl>\n");
        for (CardPart part : body(card)) {
            html.append("<dt>").append(escaped(part.label())).append("</dt>\n<dd>");
            html.append(
                    part.lines().stream()
                            .map(
                                    line ->
                                            part.topic() == CardTopic.WEB_PAGE
                                                    ? link(line)
                                                    : escaped(line))
                            .collect(Collectors.joining("<br>")));
            html.append("</dd>\n");
        }
        return html.append("</dl>\n</section>\n").toString();
    }

    private static List<CardPart> body(ContactCard card) {
        return card.parts().stream().filter(part -> part.topic() != CardTopic.NAME).toList();
    }

    /** An address of another kind, as {@code javascript:}, is text. */
    private static String link(String line) {
        return WebAddress.of(line)
                .map(
                        address ->
                                "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>"
                                        .formatted(
                                                escaped(address.address()),
                                                escaped(address.label())))
                .orElseGet(() -> escaped(line));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        each -> {
                            switch (each) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                case '\'' -> escaped.append("&#39;");
                                default -> escaped.appendCodePoint(each);
                            }
                        });
        return escaped.toString();
    }
}
