package se.ehealthsdk.certificate.document;

import java.nio.charset.StandardCharsets;

/** An invented certificate, valid by the official schema. */
final class SampleIntyg {

    static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";
    static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";

    static final String CONTENT =
            """
                <c:intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>%s</t:extension></c:intygs-id>
                <c:mottagare><t:code>FKASSA</t:code><t:codeSystem>769bb12b-bd9f-4203-a5cd-fd14f2eb3b80</t:codeSystem></c:mottagare>
                <c:typ><t:code>LISJP</t:code><t:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</t:codeSystem></c:typ>
                <c:version>2.0</c:version>
                <c:signeringstidpunkt>2026-03-02T10:11:12</c:signeringstidpunkt>
                <c:skickatTidpunkt>2026-03-02T10:12:00</c:skickatTidpunkt>
                <c:patient>
                  <c:person-id><t:root>1.2.752.129.2.1.3.1</t:root><t:extension>191212121212</t:extension></c:person-id>
                  <c:fornamn/><c:efternamn></c:efternamn><c:postadress/><c:postnummer/><c:postort/>
                </c:patient>
                <c:skapadAv>
                  <c:personal-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-LAKARE</t:extension></c:personal-id>
                  <c:fullstandigtNamn>Läkare Låtsas</c:fullstandigtNamn>
                  <c:enhet>
                    <c:enhets-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-ENHET</t:extension></c:enhets-id>
                    <c:arbetsplatskod><t:root>1.2.752.29.4.71</t:root><t:extension>1234567890</t:extension></c:arbetsplatskod>
                    <c:enhetsnamn>Enheten</c:enhetsnamn><c:postadress>Gatan 1</c:postadress><c:postnummer>12345</c:postnummer><c:postort>Orten</c:postort><c:telefonnummer>010</c:telefonnummer>
                    <c:vardgivare>
                      <c:vardgivare-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-GIVARE</t:extension></c:vardgivare-id>
                      <c:vardgivarnamn>Givaren</c:vardgivarnamn>
                    </c:vardgivare>
                  </c:enhet>
                </c:skapadAv>
                <c:svar id="6">
                  <c:delsvar id="6.2"><t:cv><t:code>F322</t:code><t:codeSystem>1.2.752.116.1.1.1</t:codeSystem></t:cv></c:delsvar>
                  <c:delsvar id="6.1">Påhittad text &amp; mer, 50 &lt; 100.</c:delsvar>
                </c:svar>
            """
                    .formatted(ID);

    private SampleIntyg() {}

    /** In a message of the domain. */
    static String in(String root, String contract, String content) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <r:%1$s xmlns:r="%2$s%3$s" xmlns:c="%2$s3" xmlns:t="%2$stypes:3">
                 <r:intyg>
               %4$s  </r:intyg>
               </r:%1$s>
               """
                .formatted(root, DOMAIN, contract, content);
    }

    /** In a RegisterCertificate 3. */
    static String register(String content) {
        return in("RegisterCertificate", "RegisterCertificateResponder:3", content);
    }

    /** Alone. */
    static String alone(String namespace) {
        return "<intyg xmlns=\"%2$s\" xmlns:c=\"%1$s3\" xmlns:t=\"%1$stypes:3\">%3$s</intyg>"
                .formatted(DOMAIN, namespace, CONTENT);
    }

    static byte[] utf8(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
