package se.ehealthsdk.testkit.internal.admin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.check.Finding;
import se.ehealthsdk.testkit.check.Findings;
import se.ehealthsdk.testkit.check.Part;
import se.ehealthsdk.testkit.check.Rule;

/** Exchanges, findings and rules as JSON. */
final class ExchangeShapes {

    /** {@code urn:riv:...:StoreLogResponder:2} is {@code StoreLog:2}. */
    private static final Pattern CONTRACT = Pattern.compile(".*:([A-Za-z]+?)(?:Responder)?:(\\d+)");

    private ExchangeShapes() {}

    static Optional<String> contractName(String namespace) {
        Matcher matcher = CONTRACT.matcher(namespace);
        return matcher.matches()
                ? Optional.of(matcher.group(1) + ":" + matcher.group(2))
                : Optional.empty();
    }

    static Shape summary(Exchange exchange) {
        return Shape.of("number", exchange.number())
                .and("at", exchange.at())
                .and("tookMillis", millis(exchange.took()))
                .and("contract", exchange.contract())
                .and("contractName", exchange.contract().flatMap(ExchangeShapes::contractName))
                .and("logicalAddress", exchange.logicalAddress())
                .and("caller", exchange.sender().map(Object::toString))
                .and("status", exchange.status())
                .and("outcome", exchange.outcome())
                .and("fault", exchange.fault())
                .and("correlationId", exchange.correlationId())
                .and(
                        "findings",
                        exchange.findings().stream()
                                .map(
                                        each ->
                                                Shape.of("rule", each.rule().id())
                                                        .and("severity", each.rule().severity()))
                                .toList());
    }

    private static double millis(Duration took) {
        return took.toNanos() / 10_000 / 100.0;
    }

    static Shape detail(Exchange exchange) {
        Optional<XmlLines> request = XmlLines.of(exchange.request());
        Optional<XmlLines> response = XmlLines.of(exchange.response());
        return Shape.of("summary", summary(exchange))
                .and("request", message(exchange.requestHeaders(), exchange.request(), request))
                .and("response", message(exchange.responseHeaders(), exchange.response(), response))
                .and(
                        "findings",
                        exchange.findings().stream()
                                .map(
                                        each ->
                                                finding(
                                                        each,
                                                        each.part() == Part.RESPONSE
                                                                ? response
                                                                : request))
                                .toList());
    }

    private static Shape message(
            Map<String, String> headers, String text, Optional<XmlLines> formatted) {
        List<Shape> named =
                headers.entrySet().stream()
                        .map(each -> Shape.of("name", each.getKey()).and("value", each.getValue()))
                        .toList();
        return Shape.of("headers", named)
                .and("text", text)
                .and("formatted", formatted.map(XmlLines::lines))
                .and("truncated", isTruncated(text));
    }

    /** Cut where it is kept: a character of several bytes may have been cut too. */
    private static boolean isTruncated(String text) {
        return text.length() > Exchange.MAX_BYTES / 4
                && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                        >= Exchange.MAX_BYTES;
    }

    private static Shape finding(Finding finding, Optional<XmlLines> formatted) {
        Shape shape =
                Shape.of("rule", rule(finding.rule()))
                        .and("part", finding.part())
                        .and("line", finding.line());
        if (finding.part() == Part.REQUEST || finding.part() == Part.RESPONSE) {
            formatted.ifPresent(each -> shape.and("formattedLine", each.line(finding.path())));
        }
        return shape.and("path", finding.path()).and("what", finding.what());
    }

    static Shape noted(Findings.Noted noted) {
        Finding finding = noted.finding();
        return Shape.of("at", noted.at())
                .and("surface", noted.surface())
                .and(
                        "exchange",
                        noted.exchange() == 0 ? Optional.empty() : Optional.of(noted.exchange()))
                .and("rule", finding.rule().id())
                .and("severity", finding.rule().severity())
                .and("part", finding.part())
                .and("line", finding.line())
                .and("path", finding.path())
                .and("what", finding.what());
    }

    static Shape rule(Rule rule) {
        return Shape.of("id", rule.id())
                .and("severity", rule.severity())
                .and("title", rule.title())
                .and("why", rule.why())
                .and("right", rule.right())
                .and("source", rule.source());
    }
}
