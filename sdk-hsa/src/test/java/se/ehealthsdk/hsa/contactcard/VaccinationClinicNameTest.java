package se.ehealthsdk.hsa.contactcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class VaccinationClinicNameTest {

    @Test
    void written_hasAHyphenFirstAndAnEnDashLast() {
        assertThat(VaccinationClinicName.of("Ängtorget", "Exempelvård AB"))
                .hasToString("Ängtorget - vaccination covid – Exempelvård AB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ängtorget - vaccination covid – Exempelvård AB",
                "Ängtorget – vaccination covid - Exempelvård AB",
                "Ängtorget - vaccination covid - Exempelvård AB",
                "Ängtorget – vaccination covid – Exempelvård AB",
                "  Ängtorget  -  Vaccination  Covid  –  Exempelvård AB ",
                "Ängtorget\u00a0- vaccination\u00a0covid –\u00a0Exempelvård AB"
            })
    void either_dash_isReadInEitherPlace(String name) {
        assertThat(VaccinationClinicName.parse(name))
                .isEqualTo(VaccinationClinicName.of("Ängtorget", "Exempelvård AB"));
    }

    @Test
    void partsMayHoldDashes() {
        VaccinationClinicName name =
                VaccinationClinicName.parse("Norra-Ängen - hus 2 - vaccination covid – A-B – C");

        assertThat(name.place()).isEqualTo("Norra-Ängen - hus 2");
        assertThat(name.company()).isEqualTo("A-B – C");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ängtorget",
                " - vaccination covid – Exempelvård AB",
                "- vaccination covid – Exempelvård AB",
                "Ängtorget - vaccination covid –",
                "Ängtorget - vaccination covid – ",
                "Ängtorget - vaccination covid",
                "vaccination covid – Exempelvård AB",
                "Ängtorget-vaccination covid–Exempelvård AB",
                "Ängtorget — vaccination covid — Exempelvård AB",
                "Ängtorget - vaccination influensa – Exempelvård AB",
                "Ängtorget - covid – Exempelvård AB",
                "Ängtorget - vaccination covid – vaccination covid – AB",
                "Ängtorget\n - vaccination covid – AB"
            })
    void missingParts_andOtherForms_areRefused(String name) {
        assertThatThrownBy(() -> VaccinationClinicName.parse(name))
                .isInstanceOf(InvalidInputException.class);
        assertThat(VaccinationClinicName.tryParse(name)).isEmpty();
    }

    @Test
    void length_isCountedInCharacters_to64() {
        String between = " - vaccination covid – ";
        String company = "😀".repeat(64 - 1 - between.length());
        assertThat(VaccinationClinicName.of("Å", company).company()).isEqualTo(company);
        assertThatThrownBy(() -> VaccinationClinicName.of("ÅÄ", company))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("65 characters");
        assertThatThrownBy(() -> VaccinationClinicName.parse("ÅÄ" + between + company))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whateverIsWritten_isReadBack() {
        Random random = new Random(7);
        String letters = "abcÅäö -–.&\"<😀".repeat(2);
        int[] points = letters.codePoints().toArray();
        for (int round = 0; round < 2000; round++) {
            String place = text(random, points);
            String company = text(random, points);
            if (place.isBlank() || company.isBlank()) {
                continue;
            }
            VaccinationClinicName name = VaccinationClinicName.of(place, company);
            assertThat(VaccinationClinicName.parse(name.toString())).isEqualTo(name);
        }
    }

    private static String text(Random random, int[] points) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(18);
        for (int at = 0; at < length; at++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void longHostileText_isRefusedAtOnce() {
        String hostile = "- vaccination covid ".repeat(2000);

        assertThat(VaccinationClinicName.tryParse(hostile)).isEmpty();
        assertThat(VaccinationClinicName.tryParse(" ".repeat(5000) + "-".repeat(5000) + "x"))
                .isEmpty();
    }
}
