package se.ehealthsdk.benchmarks.siths;

import java.nio.charset.StandardCharsets;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.siths.signature.XmlDocumentSigner;
import se.ehealthsdk.testpki.TestPki;

/** A certificate (intyg) as large as a sick note with everything filled in, signed. All invented. */
final class SignedCertificate {

    private static final int QUESTIONS = 60;

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ns3:intyg xmlns:ns3="urn:riv:clinicalprocess:healthcond:certificate:3" \
            xmlns="urn:riv:clinicalprocess:healthcond:certificate:types:3">
              <ns3:intygs-id><root>SE2321000016-TESTSYS</root>\
            <extension>7c1f2b54-0000-4000-8000-000000000001</extension></ns3:intygs-id>
              <ns3:typ><code>LISJP</code><codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</codeSystem>\
            <displayName>Läkarintyg för sjukpenning</displayName></ns3:typ>
              <ns3:version>1.3</ns3:version>
              <ns3:signeringstidpunkt>2026-11-22T08:00:00</ns3:signeringstidpunkt>
              <ns3:skickatTidpunkt>2026-11-22T08:01:00</ns3:skickatTidpunkt>
              <ns3:patient>
                <ns3:person-id><root>1.2.752.129.2.1.3.1</root><extension>191212121212</extension></ns3:person-id>
                <ns3:fornamn>Tolvan</ns3:fornamn><ns3:efternamn>Tolvansson</ns3:efternamn>
                <ns3:postadress>Påhittade vägen 12</ns3:postadress><ns3:postnummer>12345</ns3:postnummer>\
            <ns3:postort>Påhittad</ns3:postort>
              </ns3:patient>
            """;

    private static final String QUESTION =
            """
              <ns3:svar id="%d">
                <ns3:instans>1</ns3:instans>
                <ns3:delsvar id="%d.1"><ns3:cv xmlns:ns3="urn:riv:clinicalprocess:healthcond:certificate:types:3">\
            <ns3:code>UNDERSOKNING</ns3:code><ns3:codeSystem>KV_FKMU_0001</ns3:codeSystem>\
            <ns3:displayName>Min undersökning av patienten</ns3:displayName></ns3:cv></ns3:delsvar>
                <ns3:delsvar id="%d.2">Patienten beskriver trötthet &amp; nedsatt förmåga, &lt; 50 %% av det vanliga; \
            tål inte längre stunder av stillasittande arbete framför skärm, och sover dåligt.</ns3:delsvar>
              </ns3:svar>
            """;

    private SignedCertificate() {}

    /** Bytes as they would be received. */
    static byte[] signed() {
        char[] password = TestPki.PASSWORD.toCharArray();
        Credential doctor =
                Credential.keyStore(
                        TestPki.shared().personSigning("SE2321000016-SIGNER").keyStore(password),
                        password);
        return XmlDocumentSigner.with(doctor).sign(unsigned());
    }

    private static byte[] unsigned() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 1; i <= QUESTIONS; i++) {
            text.append(QUESTION.formatted(i, i, i));
        }
        return text.append("</ns3:intyg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
