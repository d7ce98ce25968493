package se.ehealthsdk.hsa.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class DistinguishedNameTest {

    private static final DistinguishedName CLINIC =
            DistinguishedName.of(
                    "ou=Kök & Kirurgi\\, Öst,ou=Påhitta sjukhus,o=Region Påhitt,l=Påhitts län,c=SE");

    @Test
    void name_knowsItsStepsFromTheTop() {
        assertThat(CLINIC.depth()).isEqualTo(5);
        assertThat(CLINIC.values())
                .containsExactly(
                        "SE",
                        "Påhitts län",
                        "Region Påhitt",
                        "Påhitta sjukhus",
                        "Kök & Kirurgi, Öst");
        assertThat(CLINIC.valuesFrom("O"))
                .containsExactly("Region Påhitt", "Påhitta sjukhus", "Kök & Kirurgi, Öst");
        assertThat(CLINIC.valuesFrom("dc")).isEmpty();
        assertThat(CLINIC.value("OU")).contains("Påhitta sjukhus");
        assertThat(CLINIC.value("dc")).isEmpty();
        assertThat(CLINIC.ownType()).isEqualTo("ou");
        assertThat(CLINIC.ownValue()).isEqualTo("Kök & Kirurgi, Öst");
    }

    @Test
    void parentAndAncestors_areTheNamesAbove() {
        assertThat(CLINIC.ancestors().stream().map(DistinguishedName::toString))
                .containsExactly(
                        "ou=Påhitta sjukhus,o=Region Påhitt,l=Påhitts län,c=SE",
                        "o=Region Påhitt,l=Påhitts län,c=SE",
                        "l=Påhitts län,c=SE",
                        "c=SE");
        assertThat(CLINIC.parent()).contains(CLINIC.ancestors().get(0));
        DistinguishedName country = DistinguishedName.of("c=SE");
        assertThat(country.parent()).contains(DistinguishedName.of(""));
        assertThat(country.ancestors()).isEmpty();
    }

    @Test
    void root_hasNothing() {
        DistinguishedName root = DistinguishedName.of("");

        assertThat(root.depth()).isZero();
        assertThat(root.parent()).isEmpty();
        assertThat(root.values()).isEmpty();
        assertThat(root.ownType()).isEmpty();
        assertThat(root.ownValue()).isEmpty();
        assertThat(root)
                .isEqualTo(DistinguishedName.of("  "))
                .hasSameHashCodeAs(DistinguishedName.of(" "));
        assertThat(root.isBelow(root)).isFalse();
        assertThat(CLINIC.isBelow(root)).isTrue();
        assertThat(root.child("c", "SE")).isEqualTo(DistinguishedName.of("c=SE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ou=Åsö,c=SE | OU=åSÖ,C=se",
                "ou=Åsö,c=SE | ou = Åsö , c = SE",
                "ou=Åsö,c=SE | ou=\\c3\\85s\\C3\\B6,c=SE",
                "ou=Åsö,c=SE | ou=A\u030aso\u0308,c=SE",
                "ou=a b,c=SE | ou=a   b,c=SE",
                "ou=a\\,b,c=SE | ou=a\\2Cb,c=SE",
                "ou=a\\+b,c=SE | ou=a\\2bb,c=SE",
                "ou=a=b,c=SE | ou=a\\=b,c=SE",
                "ou=ab,c=SE | ou=\\61b,c=SE",
                "ou=\\20a\\20,c=SE | ou=\\ a\\ ,c=SE",
                "cn=a+ou=b,c=SE | ou=B+cn=A,c=SE",
                "cn=foo,c=SE | cn=#0403666F6f,c=SE",
                "cn=#05ff,c=SE | CN = #05FF ,c=SE",
                "2.5.4.11=a | 2.5.4.11=A",
                "ou=,c=SE | ou= ,c=SE"
            })
    void spellingsOfTheSameName_areEqual(String one, String other) {
        DistinguishedName first = DistinguishedName.of(one);
        DistinguishedName second = DistinguishedName.of(other);

        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        DistinguishedName below = second.child("cn", "x");
        assertThat(below.isBelow(first)).isTrue();
        assertThat(below.parent()).contains(first);
        assertThat(first.isBelow(second)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ou=a,c=SE | ou=b,c=SE",
                "ou=a,c=SE | cn=a,c=SE",
                "ou=a,c=SE | ou=a",
                "ou=a\\,c=SE | ou=a,c=SE",
                "ou=a\\+cn=b | ou=a+cn=b",
                "ou=å,c=SE | ou=ä,c=SE",
                "ou=ab | ou=a b"
            })
    void otherNames_areNotEqual(String one, String other) {
        assertThat(DistinguishedName.of(one)).isNotEqualTo(DistinguishedName.of(other));
        assertThat(DistinguishedName.of(one).isBelow(DistinguishedName.of(other)))
                .isEqualTo(one.equals("ou=a,c=SE") && other.equals("c=SE"));
    }

    @Test
    void isBelow_minds_whereAStepBegins() {
        DistinguishedName country = DistinguishedName.of("c=SE");

        assertThat(DistinguishedName.of("ou=a,C=se").isBelow(country)).isTrue();
        assertThat(DistinguishedName.of("ou=x\\,c=SE").isBelow(country)).isFalse();
        assertThat(DistinguishedName.of("ou=b,ou=x\\,c=SE").isBelow(country)).isFalse();
        assertThat(DistinguishedName.of("ou=x,dc=SE").isBelow(country)).isFalse();
        assertThat(country.isBelow(country)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ou",
                "=a",
                "ou=a,",
                ",ou=a",
                "ou=a,,c=SE",
                "ou=a;c=SE",
                "ou=\"a\"",
                "ou=a<b",
                "ou=a>b",
                "ou=a\\",
                "ou=a\\x",
                "ou=a\\4",
                "ou=a\\zz",
                "ou=#",
                "ou=#1",
                "ou=#0403666f6g",
                "ou=#0403666f6f x",
                "ou=a+",
                "ou=a+b",
                "+ou=a",
                "o u=a",
                "öu=a",
                "1a=b",
                "-a=b",
                "ou=\\c3",
                "ou=\\ff\\fe",
                "ou=a\0b",
                "a"
            })
    void textsThatAreNoNames_areRefusedWithoutShowingThem(String text) {
        assertThat(DistinguishedName.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> DistinguishedName.of("cn=Anna Hemlig," + text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not a distinguished name")
                .hasMessageNotContaining("Hemlig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " a ",
                "#a",
                "a,b",
                "a+b",
                "a\\b",
                "\"a\"",
                "<a>",
                "a;b",
                "a=b",
                "å ä ö",
                "a\nb",
                "  ,  ",
                "#0403666f6f",
                "Läkare, överläkare; (Öst) & Väst / 'x'"
            })
    void child_anyValue_isEscapedSoThatItComesBack(String value) {
        DistinguishedName child = CLINIC.child("cn", value);

        assertThat(child.ownValue()).isEqualTo(value);
        assertThat(child.parent()).contains(CLINIC);
        assertThat(DistinguishedName.of(child.toString())).isEqualTo(child);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | a", "o u | a", "a=b | c", "cn | ''", "cn | ' '", "cn+ou | a", "ö | a"})
    void child_withoutTypeOrValue_isRefused(String type, String value) {
        assertThatThrownBy(() -> CLINIC.child(type, value))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void toString_isTheNameAsItWasWritten() {
        String written = " OU = Åsö ,c=SE";

        assertThat(DistinguishedName.of(written)).hasToString(written);
        assertThat(DistinguishedName.of("ou=a,  o = b,c=SE").parent().orElseThrow())
                .hasToString("o = b,c=SE");
    }

    @Test
    void randomNames_anIndependentImplementation_readsTheSame() throws LDAPException {
        var random = new Random(4514);
        for (int i = 0; i < 3_000; i++) {
            String text = randomName(random);
            DistinguishedName ours = DistinguishedName.of(text);
            var theirs = new DN(text);

            assertThat(ours.values()).as(text).isEqualTo(values(theirs));
            String other = respelled(theirs, random);
            DistinguishedName same = DistinguishedName.of(other);
            assertThat(same).as(text + " | " + other).isEqualTo(ours).hasSameHashCodeAs(ours);
            DistinguishedName next = DistinguishedName.of(randomName(random));
            assertThat(ours.equals(next)).isEqualTo(theirs.equals(new DN(next.toString())));
            assertThat(same.child("cn", "x y").isBelow(ours)).isTrue();
            assertThat(DN.isDescendantOf(ours.child("cn", "x, +\"y").toString(), text, false))
                    .isTrue();
        }
    }

    @Test
    void randomTexts_areNamesOrAreRefused_andNothingElse() {
        var random = new Random(99);
        String alphabet = "aå=,+\\#0 ;\"c3\uD83D\uDE00";
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            DistinguishedName.tryParse(text.toString())
                    .ifPresent(
                            name -> {
                                assertThat(name.values()).hasSize(name.depth());
                                assertThat(name).isEqualTo(DistinguishedName.of(text.toString()));
                                assertThat(name.ancestors()).hasSize(Math.max(0, name.depth() - 1));
                            });
        }
    }

    private static List<String> values(DN name) {
        List<String> values = new ArrayList<>();
        for (RDN step : name.getRDNs()) {
            values.add(0, step.getAttributeValues()[0]);
        }
        return values;
    }

    private static String randomName(Random random) {
        var name = new StringBuilder();
        for (int depth = 1 + random.nextInt(5); depth > 0; depth--) {
            // theirs takes a blank after an escaped backslash for an escaped blank
            boolean blanks = random.nextInt(5) == 0 && !name.toString().endsWith("\\");
            name.append(name.isEmpty() ? "" : blanks ? " , " : ",");
            name.append(List.of("ou", "o", "cn", "OU", "l").get(random.nextInt(5)));
            name.append('=').append(randomValue(random));
            if (random.nextInt(10) == 0) {
                name.append("+sn=").append(randomValue(random));
            }
        }
        return name.toString();
    }

    private static String randomValue(Random random) {
        List<String> pieces =
                List.of(
                        "a",
                        "B",
                        "å",
                        "Ö",
                        "\\,",
                        "\\+",
                        "\\\\",
                        "&",
                        "'",
                        "(",
                        "\\c3\\a5",
                        "\\23",
                        "=",
                        "x y",
                        "\\2c",
                        "–",
                        "7");
        var value = new StringBuilder("v");
        for (int length = random.nextInt(4); length > 0; length--) {
            value.append(pieces.get(random.nextInt(pieces.size())));
        }
        return value.toString();
    }

    /** The same name in another case, with blanks and with escapes for letters. */
    private static String respelled(DN name, Random random) {
        var text = new StringBuilder();
        for (RDN step : name.getRDNs()) {
            text.append(text.isEmpty() ? "" : " ,");
            for (int i = step.getAttributeNames().length - 1; i >= 0; i--) {
                text.append(step.getAttributeNames()[i].toUpperCase(Locale.ROOT));
                text.append("= ");
                for (char c : step.getAttributeValues()[i].toCharArray()) {
                    char other = random.nextBoolean() ? Character.toUpperCase(c) : c;
                    text.append(
                            other < 128 && (random.nextInt(3) == 0 || !Character.isLetter(other))
                                    ? "\\%02x".formatted((int) other)
                                    : String.valueOf(other));
                }
                text.append(i == 0 ? "" : "+");
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ou=Enhet+l=Ort,o=R,c=SE",
                "l=Ort+ou=Enhet,o=R,c=SE",
                "L=Ort + OU=Enhet,o=R,c=SE"
            })
    void step_ofSeveralValues_isNamedByTheSameWhateverTheirOrder(String text) {
        DistinguishedName name = DistinguishedName.of(text);

        assertThat(name.ownType()).isEqualTo("ou");
        assertThat(name.ownValue()).isEqualTo("Enhet");
        assertThat(name.valuesFrom("o")).containsExactly("R", "Enhet");
        assertThat(name.valuesFrom("l")).containsExactly("Enhet");
    }

    @Test
    void unverified_nameThatIsOne_isAsIfItHadBeenRead() {
        String text = "ou=Vård\\, nära, ou = B ,o=Region Påhitt,c=SE";
        DistinguishedName read = DistinguishedName.of(text);
        DistinguishedName unverified = DistinguishedName.unverified(text);

        assertThat(unverified.parent()).isEqualTo(read.parent());
        assertThat(unverified.values()).isEqualTo(read.values());
        assertThat(unverified).isEqualTo(read).hasSameHashCodeAs(read).hasToString(text);
        assertThat(DistinguishedName.unverified(text).isBelow(DistinguishedName.of("c=SE")))
                .isTrue();
    }

    @Test
    void unverified_textThatIsNoName_failsWhenItIsAsked() {
        DistinguishedName unverified = DistinguishedName.unverified("no name");

        assertThatThrownBy(unverified::depth)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("no name");
        assertThatThrownBy(unverified::hashCode).isInstanceOf(IllegalStateException.class);
    }
}
