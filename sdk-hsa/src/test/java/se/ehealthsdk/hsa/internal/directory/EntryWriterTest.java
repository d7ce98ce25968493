package se.ehealthsdk.hsa.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.schema.AttributeSyntax;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/** What is written is read again, or refused. */
class EntryWriterTest {

    private static final int ENTRIES = 400;

    private final DirectorySchema schema =
            DirectorySchema.hsa()
                    .withUnitValue("costCentre", "ourCostCentre", AttributeSyntax.TEXT)
                    .withUnitValue("phone", "ourPhone", AttributeSyntax.TELEPHONE_NUMBER)
                    .withPersonValue("userName", "uid", AttributeSyntax.CODE);
    private final EntryWriter writer = new EntryWriter(schema);
    private final EntryReader reader = new EntryReader(schema);
    private final List<AttributeProblem> skipped = new ArrayList<>();

    @Test
    void unit_writtenAndRead_isEqual() {
        RandomEntries entries = new RandomEntries(7_001);
        for (int i = 0; i < ENTRIES; i++) {
            UnitEntry entry = entries.unit();

            UnitEntry read = reader.unit(writer.unit(entry), skipped::add).orElseThrow();

            assertThat(withoutProblems(read)).isEqualTo(entry);
        }
        assertThat(skipped).isEmpty();
    }

    /** An unreadable date is a problem when it is read, as it was the first time. */
    private static UnitEntry withoutProblems(UnitEntry read) {
        assertThat(read.problems())
                .extracting(AttributeProblem::attribute)
                .isSubsetOf("startDate", "endDate");
        return new UnitEntry(
                read.name(),
                read.kind(),
                read.unit(),
                read.marks(),
                read.orgNo(),
                read.care(),
                read.workplaceCodes(),
                read.changed(),
                read.additional(),
                List.of());
    }

    @Test
    void person_writtenAndRead_isEqual() {
        RandomEntries entries = new RandomEntries(7_002);
        for (int i = 0; i < ENTRIES; i++) {
            PersonEntry entry = entries.person();

            PersonEntry read = reader.person(writer.person(entry), skipped::add).orElseThrow();

            assertThat(read.employee()).isEqualTo(entry.employee());
            assertThat(read.credentials()).isEqualTo(entry.credentials());
            assertThat(read.marks()).isEqualTo(entry.marks());
            assertThat(read.changed()).isEqualTo(entry.changed());
            assertThat(read.additional()).isEqualTo(entry.additional());
            assertThat(read.name()).isEqualTo(entry.name());
        }
        assertThat(skipped).isEmpty();
    }

    @Test
    void commission_writtenAndRead_isEqual() {
        RandomEntries entries = new RandomEntries(7_003);
        for (int i = 0; i < ENTRIES; i++) {
            CommissionEntry entry = entries.commission();

            assertThat(reader.commission(writer.commission(entry), skipped::add)).contains(entry);
        }
        assertThat(skipped).isEmpty();
    }

    @Test
    void writtenBySchemaWithOtherNames_holdsThem() {
        DirectorySchema ours = DirectorySchema.hsa().withAttribute(DirectoryField.ROUTE, "ourWay");
        UnitEntry entry = unit(it -> it.route("Vägen"));

        RawEntry written = new EntryWriter(ours).unit(entry);

        assertThat(written.values("ourWay")).containsExactly("Vägen");
        assertThat(written.values("route")).isEmpty();
        assertThat(new EntryReader(ours).unit(written, skipped::add)).contains(entry);
    }

    @Test
    void publicNameThatDoesNotFollow_isRefused() {
        assertRefused("unit.publicName", unit(it -> it.publicName("Något annat")));
    }

    @Test
    void functions_areRefused() {
        assertRefused(
                "unit.functions",
                unit(it -> it.function(new UnitFunction("Bokning", List.of(), List.of()))));
    }

    @Test
    void hoursThatCannotBeRead_areRefused() {
        assertRefused(
                "unit.surgeryHours",
                unit(
                        it ->
                                it.surgeryHour(
                                        new OpeningHours(
                                                "1",
                                                "HEMLIGT",
                                                "5",
                                                "17:00:00",
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()))));
    }

    @Test
    void telephoneThatWouldBeReadDifferently_isRefused() {
        assertRefused("unit.telephoneNumbers", unit(it -> it.telephoneNumber("010-00 HEMLIGT")));
        assertRefused("unit.telephoneNumbers", unit(it -> it.telephoneNumber("010-000 00 01")));
    }

    @Test
    void sameValueTwice_isRefused() {
        assertRefused(
                "unit.destinationIndicators",
                unit(it -> it.destinationIndicator("03").destinationIndicator("03")));
    }

    @Test
    void severalPairsOfCodeAndName_areRefused() {
        assertRefused(
                "unit.businessClassificationCodes",
                unit(
                        it ->
                                it.businessClassification(CodedName.of("1", "ett"))
                                        .businessClassification(CodedName.of("2", "två"))));
    }

    @Test
    void fieldWithoutAttribute_isRefused() {
        assertRefused("unit.alternateTextLogotype", unit(it -> it.alternateTextLogotype("text")));
    }

    @Test
    void pictureThatIsNone_isRefused() {
        assertRefused("unit.photo", unit(it -> it.photo(new Picture("HEMLIGT!"))));
        assertRefused("unit.photo", unit(it -> it.photo(Picture.of(new byte[60_000]))));
    }

    @Test
    void additionalValueThatTheSchemaHasNot_isRefused() {
        UnitEntry entry = unit(it -> it);
        UnitEntry more =
                new UnitEntry(
                        entry.name(),
                        entry.kind(),
                        entry.unit(),
                        entry.marks(),
                        entry.orgNo(),
                        entry.care(),
                        entry.workplaceCodes(),
                        entry.changed(),
                        Map.of("unknown", List.of("x")),
                        List.of());

        assertRefused("additional", more);
    }

    @Test
    void feignedUnitWithoutMark_isRefused() {
        assertRefused("unit.feigned", unit(it -> it.feigned(true)));
    }

    @Test
    void personToldInTwoWays_isRefusedWithoutTheName() {
        PersonEntry entry = new RandomEntries(7_004).person();
        PersonEntry two =
                new PersonEntry(
                        entry.name(),
                        entry.employee(),
                        se.ehealthsdk.hsa.Credentials.builder(entry.hsaId())
                                .middleAndSurname("HEMLIG")
                                .build(),
                        entry.marks(),
                        entry.changed(),
                        entry.additional(),
                        List.of());

        assertThatThrownBy(() -> writer.person(two))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("HEMLIG")
                .hasMessageNotContaining(entry.employee().middleAndSurname());
    }

    private void assertRefused(String field, UnitEntry entry) {
        assertThatThrownBy(() -> writer.unit(entry))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> {
                            assertThat(refused.field()).isEqualTo(field);
                            assertThat(refused.getMessage()).doesNotContain("HEMLIGT");
                        });
    }

    private static UnitEntry unit(UnaryOperator<Unit.Builder> more) {
        Unit unit =
                more.apply(
                                Unit.builder(HsaId.of("TSTNMT2321000156-VE01"))
                                        .name("Vårdcentralen Ängen"))
                        .build();
        return new UnitEntry(
                DistinguishedName.of("ou=Vårdcentralen Ängen,o=Region Påhitt,c=SE"),
                EntryKind.UNIT,
                unit,
                Set.<EntryMark>of(),
                Optional.empty(),
                CareRelations.NONE,
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
