package se.ehealthsdk.hsa;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LegalSex;
import se.ehealthsdk.core.identifier.PersonId;

/** Invented people whose every field may be there or not, the same for the same seed. */
public final class RandomPeople {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖ&<>\"' -0123456789";

    private final Random random;
    private final boolean everything;

    /** People with each field there or not. */
    public RandomPeople(long seed) {
        this(seed, false);
    }

    /** People with every field there. */
    public static RandomPeople complete(long seed) {
        return new RandomPeople(seed, true);
    }

    private RandomPeople(long seed, boolean everything) {
        this.random = new Random(seed);
        this.everything = everything;
    }

    public Employee employee(boolean structuredAddress) {
        return new Employee(
                hsaId(),
                optional(this::text),
                text(),
                optional(this::text),
                optional(this::text),
                list(this::telephone),
                optional(this::telephone),
                list(this::telephone),
                list(this::telephone),
                list(this::telephone),
                list(this::openingHours),
                optional(() -> postalAddress(structuredAddress)),
                optional(this::text),
                optional(this::text),
                list(this::text),
                list(() -> new PaTitle(optional(this::text), optional(this::text))),
                list(this::text),
                list(this::text),
                list(() -> new Speciality(text(), text(), text())),
                "cn=Vera Exempel,ou=Kliniken,o=Region Exempel,c=SE",
                flag(),
                validity(),
                flag(),
                everything || random.nextBoolean()
                        ? OptionalInt.of(random.nextInt(120))
                        : OptionalInt.empty(),
                optional(() -> new LegalSex(String.valueOf(random.nextInt(3)))));
    }

    /** What the retired system contract can carry of an employee. */
    public Employee systemUser() {
        Employee all = employee(false);
        var user =
                Employee.builder(all.hsaId())
                        .middleAndSurname(all.middleAndSurname())
                        .distinguishedName(all.distinguishedName())
                        .protectedPerson(all.protectedPerson())
                        .feigned(all.feigned());
        all.givenName().ifPresent(user::givenName);
        all.nickName().ifPresent(user::nickName);
        all.mail().ifPresent(user::mail);
        all.telephoneNumbers().forEach(user::telephoneNumber);
        all.switchboardNumber().ifPresent(user::switchboardNumber);
        all.nonPublicTelephoneNumbers().forEach(user::nonPublicTelephoneNumber);
        all.mobileNumbers().forEach(user::mobileNumber);
        all.telephoneHours().forEach(user::telephoneHours);
        all.description().ifPresent(user::description);
        all.title().ifPresent(user::title);
        all.licences().forEach(user::licence);
        all.specialityNames().forEach(user::specialityName);
        all.specialityCodes().forEach(user::specialityCode);
        all.specialities().forEach(user::speciality);
        return user.build();
    }

    public SystemRole systemRole() {
        return new SystemRole(text(), text());
    }

    public Credentials credentials() {
        return new Credentials(
                hsaId(),
                optional(this::text),
                text(),
                optional(this::personId),
                list(this::text),
                list(this::text),
                list(() -> new Speciality(text(), text(), text())),
                list(this::text),
                optional(this::text),
                optional(this::text),
                list(this::text),
                list(() -> new NursePrescriptionRight(text(), random.nextBoolean())),
                list(this::systemRole),
                list(this::text),
                flag(),
                list(this::commission),
                flag());
    }

    public Commission commission() {
        return new Commission(
                hsaId(),
                text(),
                CommissionPurpose.of(text()),
                list(() -> new CommissionRight(text(), text(), new CommissionScope(text()))),
                optional(
                        () ->
                                new UnitSummary(
                                        hsaId(),
                                        text(),
                                        Optional.empty(),
                                        validity(),
                                        flag(),
                                        flag())),
                new CareProvider(
                        hsaId(),
                        text(),
                        Optional.empty(),
                        "232100-0016",
                        validity(),
                        flag(),
                        flag()),
                optional(this::text),
                flag());
    }

    public AdminCredentials adminCredentials() {
        return new AdminCredentials(
                hsaId(), optional(this::text), text(), flag(), flag(), list(this::scopeProperty));
    }

    private AuthorizationScopeProperty scopeProperty() {
        List<AdminCommission> commissions = new ArrayList<>(list(this::adminCommission));
        commissions.add(adminCommission());
        return new AuthorizationScopeProperty(
                text(),
                text(),
                optional(this::text),
                text(),
                text(),
                optional(this::text),
                commissions);
    }

    private AdminCommission adminCommission() {
        return new AdminCommission(
                hsaId(), text(), list(() -> new Sector(hsaId(), flag(), text(), flag())), flag());
    }

    public HospCredentials hospCredentials() {
        return new HospCredentials(
                personId(),
                list(() -> new Licence(text(), text())),
                optional(this::text),
                list(() -> new Speciality(text(), text(), text())),
                list(() -> new NursePrescriptionRight(text(), random.nextBoolean())),
                optional(this::text),
                list(this::text),
                list(() -> new LicenceRestriction(text(), text(), text())),
                flag());
    }

    public HsaId hsaId() {
        return HsaId.of("TST2321000016-" + Integer.toString(random.nextInt(1_000_000), 36));
    }

    /** One of the numbers set off for tests. */
    public PersonId personId() {
        return PersonId.parse("191212121212");
    }

    private Validity validity() {
        return new Validity(optional(this::instant), optional(this::instant), List.of());
    }

    private Instant instant() {
        return Instant.ofEpochSecond(1_000_000_000L + random.nextInt(1_000_000_000));
    }

    private OpeningHours openingHours() {
        OpeningHours hours = OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "24:00");
        return new OpeningHours(
                hours.fromDay(),
                hours.fromTime(),
                hours.toDay(),
                hours.toTime(),
                optional(this::text),
                optional(() -> "2026-01-01"),
                optional(() -> "2026-12-31"));
    }

    private PostalAddress postalAddress(boolean structured) {
        var parts =
                new PostalAddress.Parts(
                        List.of(text()),
                        optional(this::text),
                        optional(this::text),
                        optional(this::text),
                        "12345",
                        text());
        return new PostalAddress(
                List.of(text(), text()),
                Optional.empty(),
                structured ? Optional.of(parts) : Optional.empty());
    }

    private String telephone() {
        return "08" + (1_000_000 + random.nextInt(9_000_000));
    }

    private String text() {
        int length = 1 + random.nextInt(20);
        var text = new StringBuilder("x");
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.append('x').toString();
    }

    private boolean flag() {
        return everything || random.nextBoolean();
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> value) {
        int size = everything ? 2 : random.nextInt(4);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value.get());
        }
        return list;
    }
}
