package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Refusal;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.UnknownContent;

/** A case carried as a file between two systems. */
class CaseFileTest {

    private static final Instant ADMITTED = Instant.parse("2026-02-05T17:30:00Z");
    private static final Instant NOW = Instant.parse("2026-02-09T08:00:00Z");
    private static final Acceptance ACCEPTANCE = Acceptance.at(NOW);
    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final Participant OPEN_CARE =
            Participant.of(CareParty.OPEN_CARE, HsaId.of("SE2321000016-B2"));
    private static final EventWriter WARD =
            EventWriter.of(
                    CaseId.of("case-1"),
                    PATIENT,
                    Participant.of(CareParty.INPATIENT, HsaId.of("SE2321000016-A1")));
    private static final Admission ADMISSION =
            Admission.needing(ADMITTED, CareForm.SOMATIC, CareParty.OPEN_CARE);

    private final CaseEvent admission = WARD.record(ADMISSION, ADMITTED);
    private final CaseEvent notice =
            WARD.send(
                    new AdmissionNotice(
                            ADMISSION,
                            new Patient(
                                    PATIENT,
                                    Optional.of("Test Testsson"),
                                    Optional.of("Provgatan 1"),
                                    Protection.NONE,
                                    Residence.UNKNOWN),
                            Optional.of(LocalDate.of(2026, 2, 9))),
                    ADMITTED.plusSeconds(3600),
                    OPEN_CARE);
    private final CaseEvent estimate =
            WARD.send(
                    new EstimateChanged(LocalDate.of(2026, 2, 10)),
                    ADMITTED.plusSeconds(7200),
                    OPEN_CARE);
    private final CaseEvent ready =
            WARD.send(
                    ReadyNotice.judged(ADMITTED.plusSeconds(80_000)),
                    ADMITTED.plusSeconds(80_000),
                    OPEN_CARE);

    @TempDir Path folder;

    @Test
    void export_thenImport_ofANewCase_givesTheSameCase() throws IOException {
        Path file = folder.resolve("case.json");
        DischargeCase ours = DischargeCase.of(List.of(admission, notice, ready));
        CaseFile.export(ours, file);
        CaseImport taken = CaseFile.read(file, Optional.empty(), ACCEPTANCE);
        assertThat(taken.isComplete()).isTrue();
        assertThat(taken.result().orElseThrow().events()).isEqualTo(ours.events());
        assertThat(taken.added()).hasSize(3);
    }

    @Test
    void export_overAnOlderFile_leavesNothingElse_andIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("case.json");
        Files.writeString(file, "old");
        CaseFile.export(DischargeCase.of(List.of(admission)), file);
        assertThat(CaseJson.readCase(Files.readAllBytes(file))).containsExactly(admission);
        assertThat(names()).containsExactly("case.json");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void export_thatCannotBeWritten_leavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("case.json");
        CaseFile.export(DischargeCase.of(List.of(admission)), file);
        DischargeCase unwritable =
                DischargeCase.of(List.of(WARD.record(new UnknownContent("x", "{"), ADMITTED)));
        assertThatThrownBy(() -> CaseFile.export(unwritable, file))
                .isInstanceOf(InvalidInputException.class);
        assertThat(CaseJson.readCase(Files.readAllBytes(file))).containsExactly(admission);

        Path occupied = Files.createDirectories(folder.resolve("folder/inner")).getParent();
        assertThatThrownBy(() -> CaseFile.export(DischargeCase.of(List.of(admission)), occupied))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("case.json", "folder");
        assertThatThrownBy(
                        () ->
                                CaseFile.export(
                                        DischargeCase.of(List.of(admission)),
                                        folder.resolve("none/case.json")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void import_ofACaseThatWeHave_addsWhatIsNew_onceOnly() throws IOException {
        Path file = folder.resolve("case.json");
        CaseFile.export(DischargeCase.of(List.of(admission, notice, ready)), file);
        DischargeCase ours = DischargeCase.of(List.of(admission, notice, estimate));
        CaseImport first = CaseFile.read(file, Optional.of(ours), ACCEPTANCE);
        assertThat(first.added()).containsExactly(ready);
        assertThat(first.known()).isEqualTo(2);
        assertThat(first.result().orElseThrow().events())
                .containsExactly(admission, notice, estimate, ready);
        CaseImport again = CaseFile.read(file, first.result(), ACCEPTANCE);
        assertThat(again.added()).isEmpty();
        assertThat(again.known()).isEqualTo(3);
        assertThat(again.result())
                .map(DischargeCase::events)
                .hasValue(first.result().get().events());
    }

    @Test
    void import_ofAnotherEventWithAKnownId_isAConflict_andOursStays() {
        DischargeCase ours = DischargeCase.of(List.of(admission, notice, estimate));
        CaseEvent other =
                WARD.send(
                                new EstimateChanged(LocalDate.of(2026, 2, 11)),
                                ADMITTED.plusSeconds(7200),
                                OPEN_CARE)
                        .withId(estimate.id());
        CaseImport taken =
                CaseImport.of(
                        List.of(admission, notice, other, ready), Optional.of(ours), ACCEPTANCE);
        assertThat(taken.conflicts()).containsExactly(other);
        assertThat(taken.isComplete()).isFalse();
        assertThat(taken.added()).containsExactly(ready);
        assertThat(taken.result().orElseThrow().estimatedDischarge())
                .contains(LocalDate.of(2026, 2, 10));
    }

    @Test
    void import_ofAnotherPatientsEvents_isRefused_andOursIsAsItWas() {
        DischargeCase ours = DischargeCase.of(List.of(admission, notice));
        EventWriter stranger =
                EventWriter.of(WARD.caseId(), PersonId.parse("201212121212"), WARD.sender());
        CaseEvent strange = stranger.record(ReadyNotice.judged(NOW), NOW);
        CaseImport taken = CaseImport.of(List.of(strange), Optional.of(ours), ACCEPTANCE);
        assertThat(taken.refused())
                .singleElement()
                .satisfies(
                        refused -> {
                            assertThat(refused.event()).isEqualTo(strange);
                            assertThat(refused.refusal().rule())
                                    .isEqualTo(Refusal.Rule.ANOTHER_PATIENT);
                        });
        assertThat(taken.result().orElseThrow()).isSameAs(ours);
        assertThat(taken.toString()).doesNotContain("2012");
    }

    @Test
    void import_whereTheFirstEventIsRefused_listsIt_andOpensNoCase() {
        CaseEvent future = WARD.record(ADMISSION, NOW.plusSeconds(86_400));
        CaseImport taken = CaseImport.of(List.of(future), Optional.empty(), ACCEPTANCE);
        assertThat(taken.result()).isEmpty();
        assertThat(taken.refused()).hasSize(1);
    }

    @Test
    void import_ofABrokenFile_isRefusedAsAWhole() throws IOException {
        Path file = folder.resolve("case.json");
        CaseFile.export(DischargeCase.of(List.of(admission, notice)), file);
        String json = Files.readString(file);
        Files.writeString(file, json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> CaseFile.read(file, Optional.empty(), ACCEPTANCE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line")
                .hasMessageNotContaining("Testsson");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
