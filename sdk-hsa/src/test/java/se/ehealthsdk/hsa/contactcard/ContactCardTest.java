package se.ehealthsdk.hsa.contactcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.geodesy.GeoPoint;

/** What the card shows, hides and escapes. */
class ContactCardTest {

    private static final Instant NOW = CardUnits.NOW;

    @Test
    void completeUnit_hasItsPartsInOrder_eachWithItsSource() {
        ContactCard card = ContactCard.of(CardUnits.complete().build(), NOW);

        assertThat(card.name()).isEqualTo("Vårdcentralen Ängen");
        assertThat(card.parts())
                .extracting(CardPart::topic)
                .containsExactly(
                        CardTopic.NAME,
                        CardTopic.TELEPHONE,
                        CardTopic.TELEPHONE_HOURS,
                        CardTopic.SURGERY_HOURS,
                        CardTopic.VISITING_ADDRESS,
                        CardTopic.MAP,
                        CardTopic.ROUTE,
                        CardTopic.INDOOR_ROUTE,
                        CardTopic.AGES,
                        CardTopic.VISITING_RULES,
                        CardTopic.REFERRAL,
                        CardTopic.PATIENT_INFORMATION,
                        CardTopic.ABOUT_US,
                        CardTopic.WEB_PAGE,
                        CardTopic.RELATED_UNITS);
        CardPart about = card.part(CardTopic.ABOUT_US).orElseThrow();
        assertThat(about.label()).isEqualTo("Om oss");
        assertThat(about.attribute()).isEqualTo("hsaVpwInformation1");
        assertThat(about.contractField()).isEqualTo("unitExtraInformation");
        assertThat(about.owner()).isEqualTo(CardOwner.UNIT);
        assertThat(card.part(CardTopic.VISITING_ADDRESS).orElseThrow().lines())
                .containsExactly("Ängsvägen 1 B", "Exempelstad");
        assertThat(card.point().orElseThrow().latitude()).isEqualTo(59.33116);
        assertThat(card.fromElsewhere()).contains(OtherSource.KKA, OtherSource.VACCINERA);
    }

    @Test
    void numbersForColleagues_andDirectoryContact_areNowhere() {
        ContactCard card = ContactCard.of(CardUnits.complete().build(), NOW);

        for (String shown : List.of(card.text(), card.html(), card.parts().toString())) {
            assertThat(shown).doesNotContain("0100999999", "katalog@example.test");
        }
        assertThat(card.text()).contains("0100000001");
    }

    @Test
    void emptyUnit_hasNoPartsAndStillRenders() {
        ContactCard card = ContactCard.of(Unit.builder(CardUnits.ID).build(), NOW);

        assertThat(card.parts()).isEmpty();
        assertThat(card.name()).isEmpty();
        assertThat(card.point()).isEmpty();
        assertThat(card.html()).contains("<h2></h2>");
    }

    @Test
    void nameWithALineBreak_losesNothing() {
        ContactCard card =
                ContactCard.of(
                        Unit.builder(CardUnits.ID)
                                .name("Ängens\r\n vårdcentral\u2028norra")
                                .build(),
                        NOW);

        assertThat(card.name()).isEqualTo("Ängens vårdcentral norra");
        assertThat(card.html()).contains("<h2>Ängens vårdcentral norra</h2>");
        assertThat(card.text()).startsWith("Ängens vårdcentral norra\n");
    }

    @Test
    void map_isThatOfTheCoordinatesThatAreRight() {
        ContactCard card =
                ContactCard.of(
                        Unit.builder(CardUnits.ID)
                                .name("Ängen")
                                .latitude("18.0686")
                                .longitude("59.3293")
                                .rt90(new Coordinates.Rt90("6581164", "1630250"))
                                .build(),
                        NOW);

        assertThat(card.point().orElseThrow().metresTo(new GeoPoint(59.3293, 18.0686)))
                .isLessThan(3_000);
    }

    @Test
    void unitEntry_givesTheSameCard() {
        Unit unit = CardUnits.complete().build();

        assertThat(ContactCard.of(CardUnits.entry(unit, Set.of()), NOW))
                .isEqualTo(ContactCard.of(unit, NOW));
    }

    @Test
    void text_isPlainSwedish() {
        assertThat(ContactCard.of(CardUnits.complete().build(), NOW).text())
                .startsWith(
                        """
                        Vårdcentralen Ängen

                        Telefon
                          0100000001

                        Telefontider
                          Måndag-fredag 08.00-17.00

                        Öppettider
                          Måndag-fredag 08.00-16.30

                        Besöksadress
                          Ängsvägen 1 B
                          Exempelstad
                        """)
                .contains("Yttre färdväg\n  Buss 4", "Inre färdväg\n  Hiss B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | 08:00:00 | 5 | 17:00:00 | Måndag-fredag 08.00-17.00
                    6 | 09:30 | 6 | 24:00:00 | Lördag 09.30-24.00
                    6 | 09:30 | 6 | 00:00:00 | Lördag 09.30-24.00
                    1 | 00:00:00 | 7 | 24:00:00 | Alla dagar, dygnet runt
                    1 | 00:00:00 | 5 | 24:00:00 | Måndag-fredag 00.00-24.00
                    6 | 10:00 | 1 | 12:00 | Lördag-måndag 10.00-12.00
                    9 | 10:00 | 1 | 25:00 | 9-1 10:00-25:00
                    5 | 21:00 | 5 | 06:00 | 5-5 21:00-06:00
                    """)
    void hours_areSwedishLines_andAsTheyAreWhenUnreadable(
            String fromDay, String from, String toDay, String to, String line) {
        assertThat(hours(CardUnits.span(fromDay, from, toDay, to))).containsExactly(line);
    }

    @Test
    void hours_areSortedThroughTheWeek_withCommentsAndDates_withoutThoseThatHaveEnded() {
        OpeningHours saturday =
                OpeningHours.of(DayOfWeek.SATURDAY, DayOfWeek.SATURDAY, "10:00", "14:00");
        OpeningHours monday =
                OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY, "08:00", "12:00")
                        .withComment("provtagning");
        OpeningHours summer = dated("20260601", "20260831");
        OpeningHours past = dated("20260501", "20260531");

        assertThat(hours(saturday, past, summer, monday))
                .containsExactly(
                        "Måndag 08.00-12.00 (provtagning)",
                        "Tisdag 08.00-10.00, 1 juni 2026-31 augusti 2026",
                        "Lördag 10.00-14.00");
    }

    private static OpeningHours dated(String from, String to) {
        return new OpeningHours(
                "2", "08:00", "2", "10:00", Optional.empty(), Optional.of(from), Optional.of(to));
    }

    private static List<String> hours(OpeningHours... spans) {
        Unit.Builder unit = Unit.builder(CardUnits.ID).name("A");
        List.of(spans).forEach(unit::surgeryHour);
        return ContactCard.of(unit.build(), NOW)
                .part(CardTopic.SURGERY_HOURS)
                .orElseThrow()
                .lines();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    20260601 | 20260630 | 2026-05-31T21:59:59Z | false
                    20260601 | 20260630 | 2026-05-31T22:00:00Z | true
                    20260601 | 20260630 | 2026-06-30T21:59:59Z | true
                    20260601 | 20260630 | 2026-06-30T22:00:00Z | false
                    '' | '' | 2030-01-01T00:00:00Z | true
                    20260601 | '' | 2030-01-01T00:00:00Z | true
                    20260601 | '' | 2026-01-01T00:00:00Z | false
                    snart | 20260630 | 2026-06-15T00:00:00Z | false
                    20260601 | sen | 2026-06-15T00:00:00Z | false
                    """)
    void temporaryInformation_isShownWithinItsDates(
            String from, String to, Instant at, boolean shown) {
        Unit unit =
                CardUnits.complete()
                        .temporaryInformation(
                                new TemporaryInformation(from, to, "Stängt för sommaren"))
                        .build();

        assertThat(ContactCard.of(unit, at).part(CardTopic.TEMPORARY_INFORMATION).isPresent())
                .isEqualTo(shown);
    }

    @Test
    void html_escapesAllThatComesFromHsa() {
        String attack = "<script>alert(\"x\" + 'y')</script>&";
        Unit unit =
                CardUnits.complete()
                        .name(attack)
                        .route(attack)
                        .extraInformation("rad ett\r\n" + attack)
                        .telephoneNumber(attack)
                        .surgeryHour(CardUnits.span(attack, attack, "5", attack))
                        .visitingRuleAge(new VisitingRules.Age(attack, "99", Optional.of(attack)))
                        .temporaryInformation(new TemporaryInformation("", "", attack))
                        .webPage("https://example.test/\"onmouseover=alert(1) " + attack)
                        .build();

        String html =
                ContactCard.of(unit, NOW)
                        .withRelatedNames(Map.of(CardUnits.RELATED, attack))
                        .html();

        assertThat(html).doesNotContain("<script", "'y'", "\"x\"", "\"onmouseover");
        assertThat(html.replaceAll("</?(section|h2|dl|dt|dd|br)[^<>]*>", ""))
                .doesNotContain("<", ">");
        assertThat(html)
                .contains(
                        "<h2>&lt;script&gt;alert(&quot;x&quot; + &#39;y&#39;)&lt;/script&gt;&amp;</h2>")
                .contains("rad ett<br>&lt;script&gt;");
    }

    @Test
    void html_linksOnlyToTheWeb() {
        assertThat(html("javascript:alert(1)"))
                .doesNotContain("<a ")
                .contains("javascript:alert(1)");
        assertThat(html("//example.test")).doesNotContain("<a ");
        assertThat(html("https://user@example.test/")).doesNotContain("<a ");
        assertThat(html("https://www.example.test/a?b=1&c=2 Ängens sida"))
                .contains(
                        "<a href=\"https://www.example.test/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">Ängens"
                                + " sida</a>");
        assertThat(html("http://ängen.example.test"))
                .contains("<a href=\"http://ängen.example.test\"");
    }

    private static String html(String webPage) {
        return ContactCard.of(CardUnits.complete().webPage(webPage).build(), NOW).html();
    }

    @Test
    void lines_holdNoControlCharacters() {
        Unit unit =
                CardUnits.complete()
                        .name("Äng\u001b[31men\u202e\u0000")
                        .route("a\tb\n\n c ")
                        .build();

        ContactCard card = ContactCard.of(unit, NOW);

        assertThat(card.name()).isEqualTo("Äng [31men");
        assertThat(card.part(CardTopic.ROUTE).orElseThrow().lines()).containsExactly("a b", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "00, 99, Alla åldrar",
        "02, 99, Från 2 år",
        "02, 08, 2-8 år",
        "00, 17, 0-17 år",
        "18, 18, 18 år",
        "barn, 17, barn-17"
    })
    void ages_areSwedish(String from, String to, String line) {
        Unit unit =
                Unit.builder(CardUnits.ID)
                        .visitingRuleAge(new VisitingRules.Age(from, to, Optional.empty()))
                        .build();

        assertThat(ContactCard.of(unit, NOW).part(CardTopic.AGES).orElseThrow().lines())
                .containsExactly(line);
    }

    @Test
    void relatedUnits_areNamedWhereTheNameIsKnown() {
        ContactCard card = ContactCard.of(CardUnits.complete().build(), NOW);

        assertThat(card.part(CardTopic.RELATED_UNITS).orElseThrow().lines())
                .containsExactly(CardUnits.RELATED.value());
        assertThat(
                        card.withRelatedNames(Map.of(CardUnits.RELATED, "BVC Ängen"))
                                .part(CardTopic.RELATED_UNITS)
                                .orElseThrow()
                                .lines())
                .containsExactly("BVC Ängen");
    }

    @Test
    void nameOfAVaccinationClinic_isTheRegions_andOwnershipCanBeSaid() {
        Unit unit = CardUnits.complete().name("Ängen - vaccination covid – Exempelvård AB").build();

        assertThat(ContactCard.of(unit, NOW).part(CardTopic.NAME).orElseThrow().owner())
                .isEqualTo(CardOwner.REGION);
        CardOwnership ours = CardOwnership.standard().with("hsaVpwInformation4", CardOwner.REGION);
        ContactCard card = ContactCard.of(unit, NOW, ours);
        assertThat(card.part(CardTopic.PATIENT_INFORMATION).orElseThrow().owner())
                .isEqualTo(CardOwner.REGION);
        assertThat(card.part(CardTopic.ROUTE).orElseThrow().owner()).isEqualTo(CardOwner.UNIT);
    }
}
