package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

class AccessLogAdminTest {

    private static final String PATIENT = "191212121212";
    private static final String GOOD = "11111111-1111-4111-8111-111111111111";
    private static final String BAD = "22222222-2222-4222-8222-222222222222";
    private static final DeliveryOptions QUICK =
            DeliveryOptions.DEFAULT
                    .maxAge(Duration.ofMillis(1))
                    .callsPerSecond(1000)
                    .backoff(Duration.ofMillis(1), Duration.ofMillis(10));

    private Path directory;
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** One delivered, one refused. */
    @BeforeEach
    void outbox() throws Exception {
        // on a disk, which a folder for temporary files need not be: an outbox minds
        directory = Files.createTempDirectory(Path.of("target"), "access-log-admin-");
        folder = directory.resolve("outbox");
        try (JdbcOutbox outbox = builder().open()) {
            outbox.append(List.of(item(GOOD, "a"), item(BAD, "b")));
            deliver(outbox, refusing(BAD));
            assertThat(outbox.figures().parked()).isEqualTo(1);
        }
    }

    private JdbcOutbox.Builder builder() {
        return JdbcOutbox.sqlite(folder);
    }

    private static Item item(String id, String level) {
        return Item.of(id, "SE165565594230-1000", record(id, level));
    }

    private static byte[] record(String id, String level) {
        return """
               <log xmlns="urn:riv:informationsecurity:auditing:log:2"><logId>%s</logId>
               <system><systemId>SE1-S</systemId></system>
               <activity><activityType>Läsa</activityType><activityLevel>%s</activityLevel>
               <startDate>2026-11-20T10:15:30.000Z</startDate><purpose>Vård och behandling</purpose></activity>
               <user><userId>SE1-U</userId><careProvider><careProviderId>SE1-P</careProviderId></careProvider>
               <careUnit><careUnitId>SE1-E</careUnitId></careUnit></user>
               <resources><resource><resourceType>Intyg</resourceType>
               <patient><patientId><root>1.2.752.129.2.1.3.1</root><extension>%s</extension></patientId></patient>
               <careProvider><careProviderId>SE1-P</careProviderId></careProvider></resource></resources></log>
               """
                .formatted(id, level, PATIENT)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A log service to which one record is bad. */
    private static final class Refusing implements Receiver {

        private final String bad;
        private final List<Item> accepted = new ArrayList<>();

        Refusing(String bad) {
            this.bad = bad;
        }

        @Override
        public synchronized Verdict deliver(String destination, List<Item> items) {
            if (items.stream().anyMatch(item -> item.id().equals(bad))) {
                return new Verdict.Refused(
                        Verdict.Cause.OTHER, "VALIDATION_ERROR: not with " + PATIENT);
            }
            accepted.addAll(items);
            return new Verdict.Accepted("");
        }

        synchronized Optional<Item> accepted(String id) {
            return accepted.stream().filter(item -> item.id().equals(id)).findFirst();
        }
    }

    private static Refusing refusing(String id) {
        return new Refusing(id);
    }

    private static void deliver(JdbcOutbox outbox, Receiver receiver) throws Exception {
        try (Delivery delivery = outbox.deliver(receiver, QUICK)) {
            delivery.flush();
            assertThat(delivery.awaitDrained(Duration.ofSeconds(30))).isTrue();
        }
    }

    private Refusing deliverAll() throws Exception {
        Refusing receiver = refusing("nothing");
        try (JdbcOutbox outbox = builder().open()) {
            deliver(outbox, receiver);
            assertThat(outbox.figures().parked()).isZero();
        }
        return receiver;
    }

    @Test
    void figures_withOneRefused_tellSo_andEndWith1() throws Exception {
        assertThat(admin("figures")).as(said()).isEqualTo(1);
        assertThat(said()).containsPattern("parked +1 ").containsPattern("delivered +1 ");

        deliverAfter("resend", BAD);

        assertThat(admin("figures")).isZero();
    }

    private Refusing deliverAfter(String... command) throws Exception {
        assertThat(admin(command)).as(said()).isZero();
        return deliverAll();
    }

    @Test
    void parked_listsIds_andNothingOfAPatient() {
        assertThat(admin("parked")).isZero();
        assertThat(said()).contains(BAD, "SE165565594230-1000").doesNotContain(GOOD, PATIENT);

        assertThat(admin("parked", "--with-personal-data")).isZero();
        assertThat(said()).contains("VALIDATION_ERROR: not with");
    }

    @Test
    void show_withoutPermission_isRefused() {
        assertThat(admin("show", BAD)).isEqualTo(2);
        assertThat(said()).contains("--with-personal-data").doesNotContain(PATIENT);
    }

    @Test
    void show_withPermission_showsTheRecordAndTheReason() {
        assertThat(admin("show", BAD, "--with-personal-data")).isZero();
        assertThat(said()).contains("<activityLevel>b</activityLevel>", "not with " + PATIENT);

        assertThat(admin("show", GOOD, "--with-personal-data")).isEqualTo(1);
        assertThat(said()).contains(GOOD + " is not parked");
    }

    @Test
    void resend_ofOneThatIsParkedAndOneThatIsNot_endsWith1_andTheOneGoesOut() throws Exception {
        assertThat(admin("resend", BAD, GOOD)).isEqualTo(1);

        assertThat(said()).contains("1 of 2 done");
        assertThat(deliverAll().accepted(BAD)).isPresent();
    }

    @Test
    void resend_all_takesEverythingParked() throws Exception {
        assertThat(deliverAfter("resend", "--all").accepted(BAD)).isPresent();
    }

    @Test
    void repair_withAnotherContent_isDelivered() throws Exception {
        Path file = Files.write(directory.resolve("repaired.xml"), record(BAD, "repaired"));

        Refusing receiver = deliverAfter("repair", BAD, file.toString());

        assertThat(
                        new String(
                                receiver.accepted(BAD).orElseThrow().payload(),
                                StandardCharsets.UTF_8))
                .contains("repaired");
    }

    @Test
    void repair_withWhatIsNoRecordOfThatId_isRefused_andItStaysParked() throws Exception {
        Path other = Files.write(directory.resolve("other.xml"), record(GOOD, "x"));
        Path garbage = Files.writeString(directory.resolve("garbage.xml"), PATIENT);

        assertThat(admin("repair", BAD, other.toString())).isEqualTo(2);
        assertThat(admin("repair", BAD, garbage.toString())).isEqualTo(2);
        assertThat(admin("repair", BAD, directory.resolve("none.xml").toString())).isEqualTo(2);

        assertThat(said()).contains("another log id").doesNotContain(PATIENT);
        assertThat(admin("figures")).isEqualTo(1);
    }

    @Test
    void confirmDelivered_ofAParkedOne_endsIt() {
        assertThat(admin("confirm-delivered", BAD)).as(said()).isZero();
        assertThat(admin("figures")).isZero();
    }

    @Test
    void confirmMissing_ofOneThatIsKnown_changesNothing() {
        assertThat(admin("confirm-missing", GOOD)).isEqualTo(1);
        assertThat(said()).contains("0 of 1 done");
    }

    @Test
    void export_writesANewFile_forItsOwnerAlone() throws Exception {
        Path file = directory.resolve("parked.xml");

        assertThat(admin("export", file.toString())).isEqualTo(2);
        assertThat(file).doesNotExist();
        assertThat(admin("export", file.toString(), "--with-personal-data")).as(said()).isZero();

        assertThat(Files.readAllLines(file))
                .singleElement()
                .asString()
                .startsWith("<item id=\"" + BAD)
                .contains(
                        "reason=\"VALIDATION_ERROR",
                        "&lt;activityLevel&gt;b&lt;/activityLevel&gt;");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(admin("export", file.toString(), "--with-personal-data"))
                .as("a second time")
                .isEqualTo(2);
        assertThat(said()).doesNotContain(PATIENT);
    }

    @Test
    void purge_deletesWhatIsOldEnough_afterArchivingIt() throws Exception {
        Path archive = directory.resolve("archive.xml");

        assertThat(admin("purge", "--older-than", "1", "--without-archive")).isZero();
        assertThat(said()).contains("0 deleted");
        assertThat(
                        admin(
                                "purge",
                                "--older-than",
                                "0",
                                "--archive",
                                archive.toString(),
                                "--with-personal-data"))
                .as(said())
                .isZero();

        assertThat(said()).contains("1 deleted");
        assertThat(Files.readString(archive)).contains(GOOD, "deliveredAt").doesNotContain(BAD);
        assertThat(admin("figures")).as("the parked one is never purged").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "figures now",
                "show",
                "resend",
                "resend --all x",
                "repair x",
                "confirm-delivered",
                "confirm-missing",
                "export --with-personal-data",
                "purge",
                "purge --older-than soon --without-archive",
                "purge --older-than 1",
                "purge --older-than 1 --archive a",
                "figures --postgresql jdbc:postgresql://localhost/x"
            })
    void commands_calledWrongly_sayHow_andDoNothing(String words) {
        assertThat(admin(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
        assertThat(said()).contains("AccessLogAdmin (--sqlite");
    }

    @Test
    void database_thatIsNotThere_isNotMade() {
        Path none = directory.resolve("none");

        assertThat(run("--sqlite", none.toString(), "figures")).isEqualTo(2);
        assertThat(run("--sqlite", folder.toString(), "--name", "other", "figures")).isEqualTo(2);

        assertThat(none).doesNotExist();
        assertThat(said()).contains("There is no outbox");
    }

    @Test
    void password_onTheCommandLine_isRefused_andNotRepeated() {
        assertThat(
                        run(
                                "--postgresql",
                                "jdbc:postgresql://localhost:1/x?user=a&password=secret-word",
                                "figures"))
                .isEqualTo(2);
        assertThat(said()).contains(".pgpass").doesNotContain("secret-word");
    }

    @Test
    void keys_ofAnEncryptedOutbox_areReadFromAFile() throws Exception {
        Path keys =
                Files.writeString(
                        directory.resolve("keys"),
                        "k1 " + Base64.getEncoder().encodeToString(new byte[32]));
        Path shortKeys = Files.writeString(directory.resolve("short"), "k1 AAAA");
        folder = directory.resolve("encrypted");
        try (JdbcOutbox outbox = builder().encryptWith(KeyFile.read(keys)).open()) {
            outbox.append(item(BAD, "secret"));
            deliver(outbox, refusing(BAD));
        }

        assertThat(admin("show", BAD, "--with-personal-data", "--keys", keys.toString()))
                .as(said())
                .isZero();
        assertThat(said()).contains("<activityLevel>secret</activityLevel>");
        assertThat(admin("show", BAD, "--with-personal-data", "--keys", shortKeys.toString()))
                .isEqualTo(2);
    }

    private int admin(String... command) {
        String[] arguments = new String[command.length + 2];
        arguments[0] = "--sqlite";
        arguments[1] = folder.toString();
        System.arraycopy(command, 0, arguments, 2, command.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return AccessLogAdmin.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }
}
