package se.ehealthsdk.discharge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.discharge.PdfReading;

class SipDocumentTest {

    private static final Instant PRINTED = Instant.parse("2026-03-10T14:00:00Z");

    @Test
    void document_ofAPlan_holdsAllThatThePlanSays() {
        PdfReading pdf = PdfReading.of(SipDocument.pdf(Sips.inDischarge().build(), PRINTED));

        assertThat(pdf.text())
                .contains(
                        "19121212-1212",
                        "Åsa Öberg Ängström",
                        "UTKAST",
                        "sip-1",
                        "2026-03-10 kl. 13.30")
                .contains("X Ja", "X den enskilde", "2026-03-06", "2026-09-10", "X vid utskrivning")
                .contains(
                        "Att få vara hemma, och orka gå ut med hunden.",
                        "Bo kvar hemma",
                        "Såret läkt till midsommar")
                .contains(
                        "Såromläggning två gånger i veckan",
                        "X kommunal HSV",
                        "Omvårdnadsansvarig",
                        "2026-03-12")
                .contains(
                        "Läkemedelsgenomgång",
                        "X regionens öppenvård",
                        "Hemtjänst morgon och kväll",
                        "X socialtjänsten")
                .contains("Dottern", "Handlar på lördagar", "Gör mina benövningar varje dag.")
                .contains(
                        "Örjan Åhs, distriktssköterska",
                        "08-123 00 11",
                        "Märta Öberg",
                        "anhörig",
                        "2026-06-10")
                .contains("Gröna gatans vårdcentral", "Biståndsenheten Söder", "SE2120000142-4H5N");
        assertThat(pdf.title()).isEqualTo("Samordnad individuell plan (SIP)");
        assertThat(pdf.language()).isEqualTo("sv-SE");
        assertThat(pdf.outside()).isEmpty();
        assertThat(pdf.overlapping()).isEmpty();
    }

    @Test
    void document_ofLongTexts_flowsOverPagesWithoutLosingAWord() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 2500; i++) {
            words.append("ord").append(i).append(i % 97 == 0 ? "\n" : " ");
        }
        Sip.Builder plan =
                Sips.complete().whatMatters(words.toString()).ownActions("x".repeat(3000));
        for (int i = 0; i < 8; i++) {
            plan.intervention(
                    Intervention.of(words.substring(0, 40 + i * 200))
                            .by(Sips.HOME_NURSING)
                            .person("Åke ".repeat(40)));
        }

        PdfReading pdf = PdfReading.of(SipDocument.pdf(plan.build(), PRINTED));

        assertThat(pdf.pages()).isGreaterThan(5);
        assertThat(new HashSet<>(List.of(pdf.text().split(" "))))
                .containsAll(List.of(words.toString().split("\\s+")));
        assertThat(pdf.text().replaceAll("[^x]", "")).hasSizeGreaterThanOrEqualTo(3000);
        assertThat(pdf.text()).contains("Sida " + pdf.pages() + " av " + pdf.pages());
        assertThat(pdf.outside()).isEmpty();
        assertThat(pdf.overlapping()).isEmpty();
    }

    @Test
    void document_ofALongMeasure_leavesNoPageHalfEmptyBeforeIt() {
        Sip.Builder plan = Sips.complete();
        for (int i = 0; i < 4; i++) {
            plan.intervention(Intervention.of("Ord i rad. ".repeat(350)).by(Sips.HOME_NURSING));
        }

        // kept whole, each measure would take a page of its own: 6 pages
        assertThat(PdfReading.of(SipDocument.pdf(plan.build(), PRINTED)).pages()).isEqualTo(5);
    }

    @Test
    void document_lettersOfOtherScripts_areShownOrHaveAVisibleSignInTheirPlace() {
        PdfReading pdf =
                PdfReading.of(
                        SipDocument.pdf(
                                Sips.complete().goal("Łódź Ðђ 李 \u0007 slut").build(), PRINTED));

        assertThat(pdf.text()).contains("Łódź", "slut").doesNotContain("李");
    }

    @Test
    void document_samePlanTwice_isTheSameByteForByte() {
        assertThat(SipDocument.pdf(Sips.complete().build(), PRINTED))
                .isEqualTo(SipDocument.pdf(Sips.complete().build(), PRINTED));
    }

    @Test
    void document_withoutPdfBox_saysWhatToAdd() throws Exception {
        URL[] classPath =
                Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .filter(entry -> !entry.contains("pdfbox"))
                        .map(SipDocumentTest::url)
                        .toArray(URL[]::new);
        try (URLClassLoader without =
                new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Object said =
                    without.loadClass(WithoutPdfBox.class.getName())
                            .getMethod("refusal")
                            .invoke(null);

            assertThat((String) said)
                    .startsWith("ConfigurationException")
                    .contains("PDFBox is not on the class path")
                    .contains("sdk-discharge");
        }
    }

    /** Run in a class loader of its own. */
    public static final class WithoutPdfBox {

        private WithoutPdfBox() {}

        public static String refusal() {
            try {
                SipDocument.pdf(Sips.complete().build(), PRINTED);
                return "a document";
            } catch (ConfigurationException refused) {
                return "ConfigurationException " + refused.getMessage() + " " + refused.remedy();
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
