package se.ehealthsdk.hsa.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/** The schema of HSA, its dialects, and what is said of files that are not right. */
class DirectorySchemaTest {

    private static final DirectorySchema HSA = DirectorySchema.hsa();

    @TempDir Path folder;

    @Test
    void hsa_namesWhatTheFactsName() {
        assertThat(HSA.base()).isEqualTo(DistinguishedName.of("c=SE"));
        assertThat(HSA.pictureBytes()).isEqualTo(51_200);
        assertThat(HSA.attributes(DirectoryField.HSA_ID)).containsExactly("hsaIdentity");
        assertThat(HSA.attributes(DirectoryField.STREET))
                .containsExactly("street", "streetAddress");
        assertThat(HSA.attributes(DirectoryField.EXTRA_INFORMATION))
                .containsExactly("hsaVpwInformation1");
        assertThat(HSA.objectClasses(DirectoryClass.FEIGNED))
                .containsExactly("hsaFeignedObject", "hsaFeignedDataObject");
        assertThat(HSA.syntax(DirectoryField.UNIT_TELEPHONES))
                .isEqualTo(AttributeSyntax.TELEPHONE_NUMBER);
        assertThat(HSA.licences()).containsEntry("LK", "Läkare");
        assertThat(HSA.unitValues()).isEmpty();
    }

    @Test
    void hsa_saysSomethingOfEveryFieldAndClass() {
        assertThat(HSA.fields().keySet()).isEqualTo(EnumSet.allOf(DirectoryField.class));
        assertThat(HSA.classes().keySet()).isEqualTo(EnumSet.allOf(DirectoryClass.class));
        Set<DirectoryField> without = EnumSet.noneOf(DirectoryField.class);
        for (DirectoryField field : DirectoryField.values()) {
            if (HSA.attributes(field).isEmpty()) {
                without.add(field);
            }
        }
        assertThat(without).containsExactly(DirectoryField.ALTERNATE_TEXT_LOGOTYPE);
    }

    @Test
    void fields_haveNamesOfTheirOwnWithinTheirSection() {
        assertThat(Arrays.stream(DirectoryField.values()).map(DirectoryField::toString))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(DirectoryClass.values()).map(DirectoryClass::key))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(AttributeSyntax.values()).map(AttributeSyntax::label))
                .doesNotHaveDuplicates();
    }

    @Test
    void shippedDialects_differOnlyWhereTheyAreKnownTo() {
        assertThat(DirectorySchema.vgrKiv().objectClasses(DirectoryClass.PERSON))
                .containsExactly("person", "hkatPerson");
        assertThat(DirectorySchema.vgrKiv().personValues())
                .extracting(AdditionalValue::name)
                .contains("regionName");
        assertThat(DirectorySchema.orebro().objectClasses(DirectoryClass.PERSON))
                .containsExactly("organizationalPerson");
        for (DirectoryField field : DirectoryField.values()) {
            assertThat(DirectorySchema.vgrKiv().attributes(field)).isEqualTo(HSA.attributes(field));
            assertThat(DirectorySchema.orebro().attributes(field)).isEqualTo(HSA.attributes(field));
        }
    }

    @Test
    void dialectFile_changesOnlyWhatItHolds() throws IOException {
        Path file = folder.resolve("ours.schema");
        Files.writeString(
                file,
                """
                \uFEFF# our own
                [base]
                base = o=Region Påhitt,c=SE
                [limits]
                pictureBytes = 100000
                [classes]
                unit = organizationalUnit, ourUnit
                [unit]
                street = ourStreet, street
                photo = -
                orgNo = ourOrgNo as text
                [licences]
                TL = Tandläkare
                DT = -
                [additional unit]
                costCentre = ourCostCentre as code
                """);

        DirectorySchema ours = HSA.with(file);

        assertThat(ours.base()).isEqualTo(DistinguishedName.of("o=Region Påhitt,c=SE"));
        assertThat(ours.pictureBytes()).isEqualTo(100_000);
        assertThat(ours.objectClasses(DirectoryClass.UNIT))
                .containsExactly("organizationalUnit", "ourUnit");
        assertThat(ours.attributes(DirectoryField.STREET)).containsExactly("ourStreet", "street");
        assertThat(ours.attributes(DirectoryField.PHOTO)).isEmpty();
        assertThat(ours.syntax(DirectoryField.ORG_NO)).isEqualTo(AttributeSyntax.TEXT);
        assertThat(ours.licences()).containsEntry("TL", "Tandläkare").doesNotContainKey("DT");
        assertThat(ours.unitValues())
                .containsExactly(
                        new AdditionalValue("costCentre", "ourCostCentre", AttributeSyntax.CODE));
        assertThat(ours.attributes(DirectoryField.ROUTE))
                .isEqualTo(HSA.attributes(DirectoryField.ROUTE));
        assertThat(HSA.attributes(DirectoryField.STREET)).doesNotContain("ourStreet");
    }

    @Test
    void dialectOnDialect_theLaterHolds() {
        DirectorySchema ours =
                HSA.with("one", "[additional unit]\na = one as code\nb = two")
                        .with("two", "[additional unit]\na = -\nb = three as HSA-id");

        assertThat(ours.unitValues())
                .containsExactly(new AdditionalValue("b", "three", AttributeSyntax.HSA_ID));
    }

    @Test
    void changesByMethod_areThoseOfAFile() {
        DirectorySchema ours =
                HSA.withBase(DistinguishedName.of("o=Vi,c=SE"))
                        .withAttribute(DirectoryField.STREET, "ourStreet")
                        .withSyntax(DirectoryField.UNIT_FAX, AttributeSyntax.TEXT)
                        .withObjectClass(DirectoryClass.HIDDEN, "ourHidden")
                        .withUnitValue("a", "ourA", AttributeSyntax.CODE)
                        .withPersonValue("b", "1.2.752.1", AttributeSyntax.TEXT)
                        .withPictureLimit(7)
                        .without(DirectoryField.LOGOTYPE);

        assertThat(ours.base().toString()).isEqualTo("o=Vi,c=SE");
        assertThat(ours.attributes(DirectoryField.STREET)).containsExactly("ourStreet");
        assertThat(ours.syntax(DirectoryField.UNIT_FAX)).isEqualTo(AttributeSyntax.TEXT);
        assertThat(ours.attributes(DirectoryField.UNIT_FAX))
                .containsExactly("facsimileTelephoneNumber");
        assertThat(ours.objectClasses(DirectoryClass.HIDDEN)).containsExactly("ourHidden");
        assertThat(ours.attributes(DirectoryField.LOGOTYPE)).isEmpty();
        assertThat(ours.pictureBytes()).isEqualTo(7);
        assertThat(ours.toString()).contains("o=Vi,c=SE").contains("[a, b]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[unit]%stret = a | 2 | has no stret | street",
                "[unit]%%% street = | 4 | street has no value | -",
                "[unit]%street = a as telegram | 2 | no such syntax | telephone number",
                "[unit]%street = a as time span | 2 | cannot be written as time span | text",
                "[unit]%street = a, A | 2 | named twice | once",
                "[unit]%street = a%street = b | 3 | first in line 2 | once",
                "[unit]%street = a, | 2 | a name is missing | comma",
                "[unit]%street = å | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = a b | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = *)(objectClass=* | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = * | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = + | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = 1.1. | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = 01.1 | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = a;binary | 2 | not the name of an attribute | RFC 4512",
                "[unit]%street = route | 2 | and that of unit.route too (hsa.schema, line | \"-\"",
                "[unit]%street = hsaIdentity | 2 | and that of entry.hsaId too | \"-\"",
                "[unit]%street | 2 | says nothing | name = attribute",
                "street = a | 1 | stands in no section | [unit]",
                "[units] | 1 | no such section | [unit]",
                "[unit%street = a | 1 | no such section | [unit]",
                "[unit]%= a | 2 | no name before the equals sign | name = attribute",
                "[base]%base = nonsense | 2 | is not a distinguished name | RFC 4514",
                "[base]%top = c=SE | 2 | has no top | base",
                "[classes]%enhet = a | 2 | has no enhet | unit",
                "[classes]%unit = a b | 2 | not the name of an object class | RFC 4512",
                "[classes]%unit = - | 2 | not the name of an object class | RFC 4512",
                "[limits]%pictureBytes = many | 2 | is not a number of bytes | 51200",
                "[limits]%pictureBytes = 0 | 2 | is not a number of bytes | 51200",
                "[limits]%pictureBytes = 99999999999 | 2 | is not a number of bytes | 51200",
                "[entry]%hsaId = - | 2 | cannot be left out | Name the attribute",
                "[additional unit]%my name = a | 2 | additional value is not one | RFC 4512",
                "[additional unit]%a = b, c | 2 | not the name of an attribute | RFC 4512",
                "[additional person]%a = b as picture | 2 | cannot be a picture | text",
            })
    void fileThatIsNotRight_isRefused_withLineAndRemedy(
            String text, int line, String message, String remedy) {
        assertThatThrownBy(() -> HSA.with("ours.schema", text.replace("%", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ours.schema, line " + line + ": ")
                .hasMessageContaining(message.strip())
                .satisfies(
                        wrong ->
                                assertThat(((ConfigurationException) wrong).remedy())
                                        .contains(remedy.strip()));
    }

    @Test
    void fileThatIsNotThere_isRefused_byName() {
        assertThatThrownBy(() -> HSA.with(folder.resolve("none.schema")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.schema");
        assertThatThrownBy(() -> HSA.with(folder)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void fileThatIsNotUtf8_isRefused_byName() throws IOException {
        Path file = folder.resolve("latin.schema");
        Files.write(file, "# å\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> HSA.with(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latin.schema is not UTF-8");
    }

    @Test
    void changeByMethod_thatCannotBeRight_isRefused_byItsName() {
        assertRefused(() -> HSA.withAttribute(DirectoryField.STREET, "a)(b"), "withAttribute");
        assertRefused(() -> HSA.withAttribute(DirectoryField.STREET), "withAttribute");
        assertRefused(() -> HSA.withAttribute(DirectoryField.STREET, "route"), "withAttribute");
        assertRefused(() -> HSA.withObjectClass(DirectoryClass.UNIT), "withObjectClass");
        assertRefused(() -> HSA.withUnitValue("a", "", AttributeSyntax.TEXT), "withUnitValue");
        assertRefused(
                () -> HSA.withSyntax(DirectoryField.STREET, AttributeSyntax.TIME), "withSyntax");
        assertRefused(() -> HSA.withPictureLimit(-1), "withPictureLimit");
        assertRefused(() -> HSA.without(DirectoryField.HSA_ID), "without");
    }

    private static void assertRefused(ThrowingCallable change, String method) {
        assertThatThrownBy(change)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DirectorySchema." + method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n# nothing\n", "[unit]\n", "[unit]\r\nstreet = street\r\n"})
    void fileThatChangesNothing_isRight(String text) {
        DirectorySchema same = HSA.with("same", text);

        assertThat(Stream.of(DirectoryField.values()).map(same::attributes))
                .filteredOn(names -> !names.isEmpty())
                .hasSize(DirectoryField.values().length - 1);
    }
}
