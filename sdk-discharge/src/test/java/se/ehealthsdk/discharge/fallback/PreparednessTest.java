package se.ehealthsdk.discharge.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.discharge.fallback.Preparedness.Finding;
import se.ehealthsdk.discharge.fallback.Preparedness.Problem;
import se.ehealthsdk.discharge.sip.Sips;

class PreparednessTest {

    private static final Instant STORED = Instant.parse("2026-02-02T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");
    private static final String READY = PaperForm.READY_NOTICE.fileName();

    @TempDir static Path master;
    @TempDir Path folder;

    @BeforeAll
    static void storeOnce() throws Exception {
        StoredForms.write(PaperForms.of(Papers.EDITION), master, STORED);
    }

    @BeforeEach
    void copy() throws Exception {
        try (var files = Files.list(master)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private List<Finding> check() {
        return Preparedness.check(folder, "1.0", NOW);
    }

    @Test
    void folder_asItWasStored_isInOrder() throws Exception {
        assertThat(check()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(PaperForm.values().length + 1);
        }
    }

    @Test
    void folder_storedAgainOverAnOlderOne_isInOrder() throws Exception {
        Files.writeString(folder.resolve(READY), "an old form");

        StoredForms.write(PaperForms.of(Papers.EDITION), folder, STORED);

        assertThat(check()).isEmpty();
    }

    @Test
    void folder_thatIsNotThere_isTheOnlyFinding() {
        assertThat(Preparedness.check(folder.resolve("none"), "1.0", NOW))
                .extracting(Finding::problem)
                .containsExactly(Problem.FOLDER_MISSING);
    }

    @Test
    void form_thatIsNotThere_isNamed() throws Exception {
        Files.delete(folder.resolve(READY));

        assertThat(check()).containsExactly(new Finding(Problem.FORM_MISSING, READY));
    }

    @Test
    void form_thatWasChanged_isNamed() throws Exception {
        byte[] form = Files.readAllBytes(folder.resolve(READY));
        form[form.length / 2] ^= 1;
        Files.write(folder.resolve(READY), form);

        assertThat(check()).containsExactly(new Finding(Problem.FORM_CHANGED, READY));
    }

    @Test
    void form_thatIsEmptyOrNoPdfOrAFolder_isUnreadable() throws Exception {
        Files.write(folder.resolve(READY), new byte[0]);
        Files.writeString(folder.resolve(PaperForm.LEAVE.fileName()), "<html>404</html>");
        Files.delete(folder.resolve(PaperForm.SIP.fileName()));
        Files.createDirectory(folder.resolve(PaperForm.SIP.fileName()));

        assertThat(check())
                .containsExactly(
                        new Finding(Problem.FORM_UNREADABLE, READY),
                        new Finding(Problem.FORM_UNREADABLE, PaperForm.LEAVE.fileName()),
                        new Finding(Problem.FORM_UNREADABLE, PaperForm.SIP.fileName()));
    }

    @Test
    void list_thatIsNotThereOrBroken_isAFindingOfItsOwn() throws Exception {
        Path list = folder.resolve(StoredForms.MANIFEST);
        String whole = Files.readString(list);
        Files.writeString(list, whole.replace("# stored: 2026", "# stored: soon"));
        assertThat(check())
                .containsExactly(new Finding(Problem.LIST_UNREADABLE, StoredForms.MANIFEST));

        Files.writeString(list, whole.substring(0, whole.length() - 30));
        assertThat(check())
                .containsExactly(new Finding(Problem.LIST_UNREADABLE, StoredForms.MANIFEST));

        Files.write(list, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(check())
                .containsExactly(new Finding(Problem.LIST_UNREADABLE, StoredForms.MANIFEST));

        Files.delete(list);
        assertThat(check())
                .containsExactly(new Finding(Problem.LIST_MISSING, StoredForms.MANIFEST));
    }

    @Test
    void list_withoutAForm_isAFinding() throws Exception {
        Path list = folder.resolve(StoredForms.MANIFEST);
        Files.write(
                list,
                Files.readAllLines(list).stream().filter(line -> !line.endsWith(READY)).toList());

        assertThat(check()).containsExactly(new Finding(Problem.FORM_NOT_LISTED, READY));
    }

    @Test
    void forms_ofAnotherVersion_areFound() {
        assertThat(Preparedness.check(folder, "1.1", NOW))
                .containsExactly(new Finding(Problem.OTHER_VERSION, StoredForms.MANIFEST));
    }

    @Test
    void forms_aYearOldAndADay_areOld() {
        assertThat(Preparedness.check(folder, "1.0", Instant.parse("2027-02-02T08:00:00Z")))
                .isEmpty();
        assertThat(Preparedness.check(folder, "1.0", Instant.parse("2027-02-03T08:00:00Z")))
                .containsExactly(new Finding(Problem.OLD, StoredForms.MANIFEST));
    }

    @Test
    void forms_storedLaterThanNow_areFound() {
        assertThat(Preparedness.check(folder, "1.0", STORED.minusSeconds(1)))
                .containsExactly(new Finding(Problem.FROM_THE_FUTURE, StoredForms.MANIFEST));
    }

    private DowntimePlan plan(
            String responsible, String routine, AddressBook addresses, LocalDate rehearsed) {
        return new DowntimePlan(
                Papers.WARD.unit(),
                responsible,
                routine,
                folder,
                Papers.RECEIVERS,
                addresses,
                Optional.of(rehearsed));
    }

    @Test
    void plan_thatIsWhole_isInOrder() {
        DowntimePlan plan =
                plan(
                        "Enhetschef",
                        "Reservrutin, version 3",
                        Papers.ADDRESSES,
                        LocalDate.of(2025, 11, 1));

        assertThat(Preparedness.check(plan, "1.0", NOW)).isEmpty();
    }

    @Test
    void plan_withHoles_tellsEach() {
        AddressBook.Entry ended =
                new AddressBook.Entry(
                        Sips.PRIMARY_CARE.unit(),
                        "x",
                        Optional.of("08"),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 3, 8)));
        DowntimePlan plan = plan("", " ", AddressBook.EMPTY.with(ended), LocalDate.of(2025, 3, 8));

        assertThat(Preparedness.check(plan, "1.0", NOW))
                .extracting(Finding::problem)
                .containsExactly(
                        Problem.PLAN_WITHOUT_RESPONSIBLE,
                        Problem.PLAN_WITHOUT_ROUTINE,
                        Problem.PLAN_NOT_REHEARSED,
                        Problem.RECIPIENT_NOT_REACHABLE,
                        Problem.RECIPIENT_NOT_REACHABLE,
                        Problem.RECIPIENT_NOT_REACHABLE);
    }

    @Test
    void addressBook_unitWithoutAgreementOrNumber_isFound() {
        AddressBook.Entry lastDay =
                new AddressBook.Entry(
                        Sips.PRIMARY_CARE.unit(),
                        "x",
                        Optional.of("08"),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 3, 9)));
        AddressBook.Entry mute =
                new AddressBook.Entry(
                        Sips.HOME_NURSING.unit(),
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        AddressBook book = AddressBook.EMPTY.with(lastDay).with(mute);

        assertThat(book.findings(Papers.RECEIVERS, LocalDate.of(2026, 3, 9)))
                .containsExactly(
                        new AddressBook.Finding(
                                Sips.SOCIAL_SERVICES.unit(),
                                AddressBook.Problem.NOT_IN_ADDRESS_BOOK),
                        new AddressBook.Finding(
                                Sips.HOME_NURSING.unit(), AddressBook.Problem.NOT_REACHABLE));
        assertThat(book.findings(List.of(Sips.PRIMARY_CARE), LocalDate.of(2026, 3, 10)))
                .extracting(AddressBook.Finding::problem)
                .containsExactly(AddressBook.Problem.AGREEMENT_ENDED);
    }
}
