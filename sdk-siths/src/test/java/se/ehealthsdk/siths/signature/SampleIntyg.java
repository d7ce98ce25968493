package se.ehealthsdk.siths.signature;

import java.nio.charset.StandardCharsets;

/** Invented certificates (intyg), valid by the official schema. */
final class SampleIntyg {

    static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";
    static final String HSA_ID = "SE2321000016-LAKARE";

    private SampleIntyg() {}

    /** In a RegisterCertificate, with prefixes on all elements. */
    static String prefixed() {
        return register("c:", "xmlns:c=\"urn:riv:clinicalprocess:healthcond:certificate:3\"", 3);
    }

    /** In a RegisterCertificate, with the main namespace as the default. */
    static String unprefixed() {
        return register("", "xmlns=\"urn:riv:clinicalprocess:healthcond:certificate:3\"", 3);
    }

    /** As prefixed, of the size of a long sick note. */
    static String large() {
        return register("c:", "xmlns:c=\"urn:riv:clinicalprocess:healthcond:certificate:3\"", 110);
    }

    /** The intyg of prefixed, without message. */
    static String bare() {
        return prefixed()
                .replaceAll("(?s)<r:RegisterCertificate ([^>]*)>\\s*<r:intyg>", "<r:intyg $1>")
                .replace("</r:RegisterCertificate>", "");
    }

    static byte[] utf8(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static String register(String p, String declaration, int answers) {
        StringBuilder svar = new StringBuilder();
        for (int i = 1; i <= answers; i++) {
            svar.append(
                    """
                        <svar id="%1$d">
                          <instans>1</instans>
                          <delsvar id="%1$d.1">
                            <t:cv><t:code>KOD_%1$d</t:code><t:codeSystem>1.2.752.129.5.1.1</t:codeSystem></t:cv>
                          </delsvar>
                          <delsvar id="%1$d.2">Påhittad text %1$d &amp; mer, 50 &lt; 100.</delsvar>
                        </svar>
                    """
                            .formatted(i));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <r:RegisterCertificate %s xmlns:r="urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3" xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
                  <r:intyg>
                    <intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>%s</t:extension></intygs-id>
                    <typ><t:code>PAHITT</t:code><t:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</t:codeSystem></typ>
                    <version>1.0</version>
                    <signeringstidpunkt>2026-03-02T10:11:12</signeringstidpunkt>
                    <skickatTidpunkt>2026-03-02T10:12:00</skickatTidpunkt>
                    <patient>
                      <person-id><t:root>1.2.752.129.2.1.3.1</t:root><t:extension>191212121212</t:extension></person-id>
                      <fornamn>Tolvan</fornamn><efternamn></efternamn><postadress/><postnummer/><postort/>
                    </patient>
                    <skapadAv>
                      <personal-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>%s</t:extension></personal-id>
                      <fullstandigtNamn>Läkare Låtsas</fullstandigtNamn>
                      <enhet>
                        <enhets-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-ENHET</t:extension></enhets-id>
                        <arbetsplatskod><t:root>1.2.752.29.4.71</t:root><t:extension>1234567890</t:extension></arbetsplatskod>
                        <enhetsnamn>Enheten</enhetsnamn><postadress>Gatan 1</postadress><postnummer>12345</postnummer><postort>Orten</postort><telefonnummer>010</telefonnummer>
                        <vardgivare>
                          <vardgivare-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-GIVARE</t:extension></vardgivare-id>
                          <vardgivarnamn>Givaren</vardgivarnamn>
                        </vardgivare>
                      </enhet>
                    </skapadAv>
                    <relation>
                      <typ><t:code>ERSATT</t:code><t:codeSystem>c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146</t:codeSystem></typ>
                      <intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>11111111-2222</t:extension></intygs-id>
                    </relation>
                %s    </r:intyg>
                </r:RegisterCertificate>
                """
                .formatted(declaration, ID, HSA_ID, svar)
                .replaceAll("<(/?)(?=[a-zA-Z-]+[ />])", "<$1" + p);
    }
}
