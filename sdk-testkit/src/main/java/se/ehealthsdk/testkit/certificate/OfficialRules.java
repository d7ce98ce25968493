package se.ehealthsdk.testkit.certificate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;

/** The official rules, which also judge a certificate that has been read already. */
final class OfficialRules implements CertificateRules {

    private final CertificateChecker checker;

    OfficialRules(Clock clock) {
        checker = CertificateChecker.builder().clock(clock).build();
    }

    @Override
    public List<String> brokenBy(byte[] intyg) {
        return brokenBy(Intyg.read(intyg));
    }

    /** As {@link #brokenBy(byte[])}, without writing it and reading it again. */
    List<String> brokenBy(Node intyg) {
        return brokenBy(Intyg.of(element(intyg)));
    }

    private List<String> brokenBy(Intyg intyg) {
        if (!checker.knows(intyg)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>(0);
        for (Finding each : checker.check(intyg, CheckMode.OFFICIAL)) {
            if (each.isError()) {
                broken.add("TEST: " + each.rule() + ", MSG: " + each.wrong());
            }
        }
        return broken;
    }

    private static XmlElement element(Node node) {
        List<XmlElement.Declaration> declarations = List.of();
        if (!node.declared().isEmpty()) {
            declarations = new ArrayList<>();
            for (var each : node.declared().entrySet()) {
                boolean own = each.getKey().equals(node.name().getPrefix());
                declarations.add(
                        new XmlElement.Declaration(
                                each.getKey(), own ? node.namespace() : each.getValue()));
            }
        }
        List<XmlElement.Attribute> attributes = List.of();
        if (!node.attributes().isEmpty()) {
            attributes = new ArrayList<>(1);
            for (var each : node.attributes().entrySet()) {
                attributes.add(new XmlElement.Attribute(each.getKey(), each.getValue()));
            }
        }
        List<XmlNode> children = new ArrayList<>(node.content().size());
        for (Object each : node.content()) {
            children.add(
                    each instanceof Node child ? element(child) : new XmlNode.Text((String) each));
        }
        return new XmlElement(node.name(), declarations, attributes, children);
    }
}
