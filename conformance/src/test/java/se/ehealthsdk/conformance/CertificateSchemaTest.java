package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * The schema findings of the checker beside the official XSD, as the JDK validates by it, on documents that chance has changed.
 */
@NeedsOfficialContracts
class CertificateSchemaTest {

    private static final int DOCUMENTS = 3000;
    private static final int SEED = 5;
    private static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final String[][] NAMESPACES = {
        {DOMAIN + "3", "gn:"},
        {DOMAIN + "types:3", "tp:"},
        {DOMAIN + "3.2", "m1:"},
        {DOMAIN + "3.4", "m2:"},
        {"http://www.w3.org/2000/09/xmldsig#", "ds:"},
        {"http://www.w3.org/2002/06/xmldsig-filter2", "xf:"},
        {"urn:other", "ot:"},
        {null, ""}
    };

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "0",
        "-1",
        "+7",
        "007",
        " 12 ",
        "2147483647",
        "2147483648",
        "-2147483648",
        "-2147483649",
        "1.5",
        "1.",
        ".5",
        ".",
        "1e5",
        "1e",
        "-1.5E-3",
        "INF",
        "-INF",
        "+INF",
        "NaN",
        "0x1p3",
        "1d",
        "2026-03-02",
        " 2026-03-02 ",
        "2026-03-02Z",
        "2026-02-30",
        "2024-02-29",
        "2100-02-29",
        "0000-01-01",
        "0001-01-01",
        "2026-13-01",
        "2026-3-2",
        "2026-03",
        "2026",
        "3026",
        "2026-00",
        "2026-12-32",
        "2026-02-31",
        "2026-03-02T08:00:00",
        "2026-03-02T08:00:00 ",
        "2026-03-02T24:00:00",
        "2026-03-02T24:00:01",
        "2026-03-02T23:59:60",
        "2026-03-02T08:60:00",
        "2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00.000",
        "2026-03-02T08:00",
        "YYYY-MM",
        "YYYY",
        "191212121212",
        "19121212121",
        "19121212-1212",
        " 191212121212",
        "\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
        "1.2.752.129.2.1.3.1",
        "1.2.752.129.2.1.3.3",
        "1.2.752.129.2.1.4.1",
        " 1.2.752.129.2.1.4.1",
        "32",
        "32.1",
        "32.",
        ".1",
        "32.1.1",
        " 32.1",
        "AAAA",
        "AAA=",
        "AAB=",
        "AA==",
        "AB==",
        "A===",
        "AA",
        "A A A A",
        "====",
        "true"
    };

    private static final String[] ATTRIBUTES = {
        "id",
        "Id",
        "Algorithm",
        "URI",
        "Filter",
        "other",
        "xml:lang",
        "xsi:nil",
        "xsi:type",
        "xsi:schemaLocation",
        "ot:id",
        "tp:id"
    };

    private static final String[] TYPES = {
        "tp:CVType",
        "tp:IIType",
        "tp:HsaId",
        "tp:DatePeriodType",
        "tp:Part",
        "tp:DateType",
        "ot:x",
        "xy:x",
        "tp:Unknown"
    };

    private static Schema official;

    @BeforeAll
    static void compile() throws SAXException {
        official =
                SchemaFactory.newDefaultInstance()
                        .newSchema(
                                Path.of(
                                                System.getProperty("contracts.dir"),
                                                "clinicalprocess.healthcond.certificate",
                                                "interactions",
                                                "RegisterCertificateInteraction",
                                                "RegisterCertificateResponder_3.1.xsd")
                                        .toFile());
    }

    @Test
    void base_isValidForBoth() {
        assertThat(isValidOfficially(BASE)).isTrue();
        assertThat(findings(BASE)).isEmpty();
    }

    @Test
    void changedDocuments_getTheOfficialVerdict() {
        Random random = new Random(SEED);
        List<String> differences = new ArrayList<>();
        int valid = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = Xml.parse(BASE);
            int changes = 1 + random.nextInt(2);
            StringBuilder made = new StringBuilder();
            for (int n = 0; n < changes; n++) {
                made.append(change(document, random)).append("; ");
            }
            String xml = Xml.text(new DOMSource(document));
            boolean expected = isValidOfficially(xml);
            List<Finding> found = findings(xml);
            valid += expected ? 1 : 0;
            if (expected != found.isEmpty()) {
                differences.add(
                        made + (expected ? "valid, but " + found : why(xml) + ", but clean"));
            }
        }
        assertThat(differences).isEmpty();
        // neither side may be all there is
        assertThat(valid).isBetween(DOCUMENTS / 20, DOCUMENTS * 19 / 20);
    }

    private static boolean isValidOfficially(String xml) {
        return why(xml).isEmpty();
    }

    private static String why(String xml) {
        try {
            official.newValidator().validate(new StreamSource(new StringReader(xml)));
            return "";
        } catch (SAXException violation) {
            return violation.getMessage();
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static List<Finding> findings(String xml) {
        return CertificateChecker.create()
                .check(Intyg.read(xml.getBytes(StandardCharsets.UTF_8)), CheckMode.OFFICIAL)
                .stream()
                .filter(each -> each.origin() == Finding.Origin.SCHEMA)
                .toList();
    }

    // changes, all of them within the intyg

    private static String change(Document document, Random random) {
        Element intyg = (Element) document.getElementsByTagName("rg:intyg").item(0);
        Element element = any(intyg, random);
        Element other = any(intyg, random);
        String at = element.getNodeName();
        Node parent = element.getParentNode();
        switch (random.nextInt(12)) {
            case 0 -> {
                parent.removeChild(element);
                return "drop " + at;
            }
            case 1 -> {
                parent.insertBefore(element.cloneNode(true), element);
                return "double " + at;
            }
            case 2 -> {
                if (!isWithin(other, element)) {
                    other.insertBefore(element, other.getFirstChild());
                }
                return "move " + at + " into " + other.getNodeName();
            }
            case 3 -> {
                Node previous = element.getPreviousSibling();
                if (previous != null) {
                    parent.insertBefore(element, previous);
                }
                return "swap " + at;
            }
            case 4 -> {
                rename(element, element.getNamespaceURI(), other.getLocalName());
                return "rename " + at + " to " + other.getNodeName();
            }
            case 5 -> {
                String[] namespace = NAMESPACES[random.nextInt(NAMESPACES.length)];
                rename(element, namespace[0], element.getLocalName());
                return "namespace of " + at + " " + namespace[1];
            }
            case 6, 7, 8 -> {
                String text = pick(TEXTS, random);
                Element leaf = leaf(element);
                leaf.setTextContent(text);
                return leaf.getNodeName() + " = '" + text + "'";
            }
            case 9 -> {
                return attribute(element, random);
            }
            case 10 -> {
                String text = pick(TEXTS, random);
                element.appendChild(
                        random.nextBoolean()
                                ? document.createTextNode(text)
                                : document.createComment("c"));
                return "text or comment in " + at + " '" + text + "'";
            }
            default -> {
                other.appendChild(element.cloneNode(true));
                return "copy " + at + " into " + other.getNodeName();
            }
        }
    }

    private static String attribute(Element element, Random random) {
        if (random.nextBoolean() && element.hasAttributes()) {
            Attr attribute =
                    (Attr)
                            element.getAttributes()
                                    .item(random.nextInt(element.getAttributes().getLength()));
            String name = attribute.getName();
            if (name.startsWith("xmlns")) {
                return "nothing";
            }
            if (random.nextBoolean()) {
                element.removeAttributeNode(attribute);
                return "drop @" + name + " of " + element.getNodeName();
            }
            String text = pick(TEXTS, random);
            attribute.setValue(text);
            return "@" + name + " of " + element.getNodeName() + " = '" + text + "'";
        }
        String name = pick(ATTRIBUTES, random);
        String value = pick(TEXTS, random);
        if (name.startsWith("xsi:")) {
            value =
                    name.equals("xsi:nil")
                            ? random.nextBoolean() ? "true" : "false"
                            : name.equals("xsi:type") ? pick(TYPES, random) : "urn:a urn:b";
            element.setAttributeNS(XSI, name, value);
        } else if (name.startsWith("xml:")) {
            element.setAttributeNS("http://www.w3.org/XML/1998/namespace", name, "sv");
        } else if (name.startsWith("ot:") || name.startsWith("tp:")) {
            element.setAttributeNS(
                    name.startsWith("ot:") ? "urn:other" : DOMAIN + "types:3", name, value);
        } else {
            element.setAttribute(name, value);
        }
        return "@" + name + " at " + element.getNodeName() + " = '" + value + "'";
    }

    private static void rename(Element element, String namespace, String name) {
        for (String[] each : NAMESPACES) {
            if (Objects.equals(each[0], namespace)) {
                element.getOwnerDocument().renameNode(element, namespace, each[1] + name);
                return;
            }
        }
    }

    private static boolean isWithin(Node inner, Node outer) {
        for (Node each = inner; each != null; each = each.getParentNode()) {
            if (each == outer) {
                return true;
            }
        }
        return false;
    }

    private static Element leaf(Element element) {
        NodeList below = element.getElementsByTagName("*");
        for (int i = 0; i < below.getLength(); i++) {
            Element each = (Element) below.item(i);
            if (each.getElementsByTagName("*").getLength() == 0) {
                return each;
            }
        }
        return element;
    }

    private static Element any(Element intyg, Random random) {
        NodeList all = intyg.getElementsByTagName("*");
        return all.getLength() == 0 ? intyg : (Element) all.item(random.nextInt(all.getLength()));
    }

    private static String pick(String[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static final String BASE =
            """
            <rg:RegisterCertificate
                xmlns:rg="urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3"
                xmlns:gn="urn:riv:clinicalprocess:healthcond:certificate:3"
                xmlns:tp="urn:riv:clinicalprocess:healthcond:certificate:types:3"
                xmlns:m1="urn:riv:clinicalprocess:healthcond:certificate:3.2"
                xmlns:m2="urn:riv:clinicalprocess:healthcond:certificate:3.4"
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
                xmlns:xf="http://www.w3.org/2002/06/xmldsig-filter2"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:ot="urn:other">
              <rg:intyg>
                <gn:intygs-id><tp:root>SE1</tp:root><tp:extension>a-b</tp:extension></gn:intygs-id>
                <gn:mottagare>
                  <tp:code>FKASSA</tp:code>
                  <tp:codeSystem>769bb12b-bd9f-4203-a5cd-fd14f2eb3b80</tp:codeSystem>
                  <tp:displayName>FK</tp:displayName>
                </gn:mottagare>
                <gn:typ>
                  <tp:code>LISJP</tp:code>
                  <tp:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</tp:codeSystem>
                </gn:typ>
                <gn:version>1.0</gn:version>
                <gn:signeringstidpunkt>2026-03-02T08:00:00</gn:signeringstidpunkt>
                <gn:skickatTidpunkt>2026-03-02T08:00:01</gn:skickatTidpunkt>
                <gn:patient>
                  <gn:person-id>
                    <tp:root>1.2.752.129.2.1.3.1</tp:root><tp:extension>191212121212</tp:extension>
                  </gn:person-id>
                  <gn:fornamn></gn:fornamn><gn:efternamn/><gn:mellannamn/>
                  <gn:postadress/><gn:postnummer/><gn:postort/>
                  <m1:kallaAdressuppgifter>
                    <tp:code>PU</tp:code>
                    <tp:codeSystem>4ade8de2-effe-41d0-b177-fedc820e69fa</tp:codeSystem>
                  </m1:kallaAdressuppgifter>
                </gn:patient>
                <gn:skapadAv>
                  <gn:personal-id>
                    <tp:root>1.2.752.129.2.1.4.1</tp:root><tp:extension>SE3</tp:extension>
                  </gn:personal-id>
                  <gn:fullstandigtNamn>Ada Provare</gn:fullstandigtNamn>
                  <gn:forskrivarkod>0000000</gn:forskrivarkod>
                  <gn:befattning>
                    <tp:code>201010</tp:code><tp:codeSystem>1.2.752.129.2.2.1.4</tp:codeSystem>
                  </gn:befattning>
                  <gn:enhet>
                    <gn:enhets-id><tp:root/><tp:extension>SE1</tp:extension></gn:enhets-id>
                    <gn:arbetsplatskod>
                      <tp:root>1.2.752.29.4.71</tp:root><tp:extension>123</tp:extension>
                    </gn:arbetsplatskod>
                    <gn:enhetsnamn>VC</gn:enhetsnamn>
                    <gn:postadress>G</gn:postadress><gn:postnummer>12345</gn:postnummer>
                    <gn:postort>S</gn:postort><gn:telefonnummer>08</gn:telefonnummer>
                    <gn:epost>a@b.se</gn:epost>
                    <gn:vardgivare>
                      <gn:vardgivare-id>
                        <tp:root>1.2.752.129.2.1.4.1</tp:root><tp:extension>SE2</tp:extension>
                      </gn:vardgivare-id>
                      <gn:vardgivarnamn>R</gn:vardgivarnamn>
                      <ot:more><tp:cv><tp:code>a</tp:code><tp:codeSystem>b</tp:codeSystem></tp:cv></ot:more>
                    </gn:vardgivare>
                    <m2:hanteratAv>
                      <tp:root>1.2.752.129.2.1.4.1</tp:root><tp:extension>SE9</tp:extension>
                    </m2:hanteratAv>
                  </gn:enhet>
                  <gn:specialistkompetens><tp:code>N/A</tp:code><tp:displayName>x</tp:displayName></gn:specialistkompetens>
                  <m1:legitimeratYrke>
                    <tp:code>LK</tp:code><tp:codeSystem>1.2.752.29.23.1.6</tp:codeSystem>
                  </m1:legitimeratYrke>
                </gn:skapadAv>
                <gn:relation>
                  <gn:typ>
                    <tp:code>FRLANG</tp:code>
                    <tp:codeSystem>c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146</tp:codeSystem>
                  </gn:typ>
                  <gn:intygs-id><tp:root>SE1</tp:root><tp:extension>b</tp:extension></gn:intygs-id>
                </gn:relation>
                <gn:status>
                  <gn:part>
                    <tp:code>HSVARD</tp:code>
                    <tp:codeSystem>769bb12b-bd9f-4203-a5cd-fd14f2eb3b80</tp:codeSystem>
                  </gn:part>
                  <gn:status>
                    <tp:code>RECEIV</tp:code>
                    <tp:codeSystem>9871cd17-8755-4ed9-b894-ff3729e775a4</tp:codeSystem>
                  </gn:status>
                  <gn:tidpunkt>2026-03-02T08:00:00</gn:tidpunkt>
                </gn:status>
                <gn:svar id="1">
                  <gn:instans>1</gn:instans>
                  <gn:delsvar id="1.1">
                    <tp:cv>
                      <tp:code>UNDERSOKNING</tp:code><tp:codeSystem>KV_FKMU_0001</tp:codeSystem>
                      <tp:codeSystemName>n</tp:codeSystemName>
                      <tp:codeSystemVersion>v</tp:codeSystemVersion>
                      <tp:displayName>d</tp:displayName><tp:originalText>o</tp:originalText>
                    </tp:cv>
                  </gn:delsvar>
                  <gn:delsvar id="1.2">2026-03-01</gn:delsvar>
                  <ot:extension tp:any="x">text <tp:date>2026-03-01</tp:date></ot:extension>
                </gn:svar>
                <gn:svar id="32">
                  <gn:delsvar id="32.1"><tp:pq><tp:value>1.5</tp:value><tp:unit>m</tp:unit></tp:pq></gn:delsvar>
                  <gn:delsvar id="32.2">
                    <tp:datePeriod><tp:start>2026-03-02</tp:start><tp:end>2026-03-15</tp:end></tp:datePeriod>
                  </gn:delsvar>
                  <gn:delsvar id="32.3">
                    <tp:timePeriod><tp:start>2026-03-02T08:00:00</tp:start><tp:end>2026-03-15T08:00:00</tp:end></tp:timePeriod>
                  </gn:delsvar>
                  <gn:delsvar id="32.4">
                    <tp:pqInterval><tp:low>1</tp:low><tp:high>2</tp:high><tp:unit>m</tp:unit></tp:pqInterval>
                  </gn:delsvar>
                  <gn:delsvar id="32.5">
                    <tp:partialDate><tp:format>YYYY-MM</tp:format><tp:value>2026-03</tp:value></tp:partialDate>
                  </gn:delsvar>
                  <gn:delsvar id="32.6"><tp:timestamp>2026-03-02T08:00:00</tp:timestamp></gn:delsvar>
                  <gn:delsvar id="32.7"><tp:date>2026-03-02</tp:date></gn:delsvar>
                  <gn:delsvar id="32.8"><tp:ii><tp:root>r</tp:root><tp:extension>e</tp:extension></tp:ii></gn:delsvar>
                  <gn:delsvar id="32.9">text <ot:strange a="b"/> text</gn:delsvar>
                </gn:svar>
                <m1:underskrift>
                  <ds:Signature Id="s1">
                    <ds:SignedInfo>
                      <ds:CanonicalizationMethod Algorithm="urn:c14n"/>
                      <ds:SignatureMethod Algorithm="urn:rsa"><ds:HMACOutputLength>256</ds:HMACOutputLength></ds:SignatureMethod>
                      <ds:Reference URI="">
                        <ds:Transforms>
                          <ds:Transform Algorithm="urn:filter"><xf:XPath Filter="subtract">//x</xf:XPath></ds:Transform>
                          <ds:Transform Algorithm="urn:xpath"><ds:XPath>y</ds:XPath></ds:Transform>
                        </ds:Transforms>
                        <ds:DigestMethod Algorithm="urn:sha"/>
                        <ds:DigestValue>AAAA</ds:DigestValue>
                      </ds:Reference>
                    </ds:SignedInfo>
                    <ds:SignatureValue Id="s2">AAA=</ds:SignatureValue>
                    <ds:KeyInfo>
                      <ds:KeyName>k</ds:KeyName>
                      <ds:X509Data>
                        <ds:X509IssuerSerial>
                          <ds:X509IssuerName>n</ds:X509IssuerName><ds:X509SerialNumber>12</ds:X509SerialNumber>
                        </ds:X509IssuerSerial>
                        <ds:X509Certificate>AAAA</ds:X509Certificate>
                      </ds:X509Data>
                      <ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AAAA</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>
                      <ds:RetrievalMethod URI="urn:x"/>
                      <ds:SPKIData><ds:SPKISexp>AAAA</ds:SPKISexp></ds:SPKIData>
                      <ds:PGPData><ds:PGPKeyID>AAAA</ds:PGPKeyID><ds:PGPKeyPacket>AAAA</ds:PGPKeyPacket></ds:PGPData>
                    </ds:KeyInfo>
                    <ds:Object MimeType="a/b"><ot:a/></ds:Object>
                  </ds:Signature>
                </m1:underskrift>
              </rg:intyg>
            </rg:RegisterCertificate>
            """;
}
