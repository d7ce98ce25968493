package se.ehealthsdk.testkit.hsa;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.AdminCommission;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Sector;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.testkit.internal.yaml.YamlEntry;

/** Reads a population from YAML: care providers, units, commissions and people. */
final class PopulationFile {

    private static final String SHIPPED = "population.yaml";

    private PopulationFile() {}

    static Population shipped() {
        try (InputStream in =
                        Objects.requireNonNull(PopulationFile.class.getResourceAsStream(SHIPPED));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(SHIPPED, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static Population read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(String.valueOf(file.getFileName()), text);
        } catch (IOException cause) {
            throw new ConfigurationException(
                    file.getFileName() + " cannot be read",
                    "Check that the file exists, can be read, and is in UTF-8.",
                    cause);
        }
    }

    static Population read(String name, Reader text) {
        return YamlEntry.of(name, text)
                .map(file -> file.make(PopulationFile::population))
                .orElse(Population.NOBODY);
    }

    private static Population population(YamlEntry file) {
        Population all = Population.NOBODY;
        for (YamlEntry each : file.entries("careProviders")) {
            all = all.with(each.make(PopulationFile::careProvider));
        }
        for (YamlEntry each : file.entries("units")) {
            all = all.with(each.make(PopulationFile::unit));
        }
        for (YamlEntry each : file.entries("commissions")) {
            all = all.with(each.make(PopulationFile::commission));
        }
        for (YamlEntry each : file.entries("people")) {
            all = all.with(each.make(PopulationFile::person));
        }
        return all;
    }

    private static CareProvider careProvider(YamlEntry in) {
        String name = in.text("name");
        return new CareProvider(
                in.value("hsaId", HsaId::of),
                name,
                Optional.of(in.optional("publicName").orElse(name)),
                in.value("organisationNumber", OrganisationNumber::of).hyphenated(),
                validity(in),
                in.flag("feigned"),
                in.flag("archived"));
    }

    private static DirectoryUnit unit(YamlEntry in) {
        String name = in.text("name");
        Unit.Builder unit =
                Unit.builder(in.value("hsaId", HsaId::of))
                        .name(name)
                        .publicName(in.optional("publicName").orElse(name))
                        .validity(validity(in))
                        .feigned(in.flag("feigned"));
        in.list("alternateNames", text -> text).forEach(unit::alternateName);
        in.optional("mail").ifPresent(unit::mail);
        in.list("telephoneNumbers", text -> text).forEach(unit::telephoneNumber);
        in.optional("switchboardNumber").ifPresent(unit::switchboardNumber);
        in.list("nonPublicTelephoneNumbers", text -> text).forEach(unit::nonPublicTelephoneNumber);
        in.list("openingHours", PopulationFile::hours).forEach(unit::surgeryHour);
        in.list("dropInHours", PopulationFile::hours).forEach(unit::dropInHour);
        in.list("telephoneHours", PopulationFile::hours).forEach(unit::telephoneHour);
        in.list("visitingHours", PopulationFile::hours).forEach(unit::visitingHour);
        classify(unit, in);
        place(unit, in);
        present(unit, in);
        in.list("relatedUnits", HsaId::of).forEach(unit::relatedUnit);
        in.optional("directoryContact").ifPresent(unit::directoryContact);
        return placed(DirectoryUnit.of(unit.build()), in);
    }

    private static void classify(Unit.Builder unit, YamlEntry in) {
        for (YamlEntry each : in.entries("businessClassifications")) {
            unit.businessClassification(
                    each.make(it -> CodedName.of(it.text("code"), it.text("name"))));
        }
        in.list("businessTypes", BusinessType::of).forEach(unit::businessType);
        in.list("careTypes", CareType::of).forEach(unit::careType);
        in.list("managements", text -> text).forEach(unit::management);
        in.list("destinationIndicators", text -> text).forEach(unit::destinationIndicator);
    }

    private static void place(Unit.Builder unit, YamlEntry in) {
        in.optional("countyCode").ifPresent(unit::countyCode);
        in.optional("countyName").ifPresent(unit::countyName);
        in.optional("municipalityCode").ifPresent(unit::municipalityCode);
        in.optional("municipalityName").ifPresent(unit::municipalityName);
        in.optional("location").ifPresent(unit::location);
        in.optional("street").ifPresent(unit::street);
        in.optional("rt90", PopulationFile::rt90).ifPresent(unit::rt90);
        in.optional("latitude").ifPresent(unit::latitude);
        in.optional("longitude").ifPresent(unit::longitude);
        in.optional("route").ifPresent(unit::route);
        in.optional("indoorRoute").ifPresent(unit::indoorRoute);
        List<String> address = in.list("postalAddress", text -> text);
        if (!address.isEmpty()) {
            unit.postalAddress(PostalAddress.ofLines(address));
        }
    }

    private static void present(Unit.Builder unit, YamlEntry in) {
        in.optional("displayOption").ifPresent(unit::displayOption);
        in.optional("description").ifPresent(unit::description);
        in.optional("patientInformation").ifPresent(unit::patientInformation);
        in.optional("extraInformation").ifPresent(unit::extraInformation);
        in.optional("webPage").ifPresent(unit::webPage);
        in.optional("visitingRules").ifPresent(unit::visitingRules);
        in.optional("referralRules").ifPresent(unit::referralRules);
        in.list("visitingAges", PopulationFile::age).forEach(unit::visitingRuleAge);
        for (YamlEntry each : in.entries("temporaryInformation")) {
            unit.temporaryInformation(
                    each.make(
                            it ->
                                    new TemporaryInformation(
                                            it.text("from"), it.text("to"), it.text("text"))));
        }
    }

    /** As {@code 6580970 1628341}: north, then east. */
    private static Coordinates.Rt90 rt90(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 2) {
            throw new InvalidInputException("rt90", "is not two numbers", "6580970 1628341");
        }
        return new Coordinates.Rt90(parts[0], parts[1]);
    }

    /** As {@code 02-08}. */
    private static VisitingRules.Age age(String text) {
        String[] parts = text.split("-");
        if (parts.length != 2) {
            throw new InvalidInputException("visitingAges", "is not two ages", "02-08");
        }
        return new VisitingRules.Age(parts[0], parts[1], Optional.empty());
    }

    private static DirectoryUnit placed(DirectoryUnit unit, YamlEntry in) {
        DirectoryUnit placed =
                unit.withDetails(
                        new UnitDetails(
                                in.list("workplaceCodes", text -> text),
                                unit.details().telephoneNumbers(),
                                unit.details().postalAddress()));
        placed = in.optional("dn").map(placed::at).orElse(placed);
        placed = in.optional("careProvider", HsaId::of).map(placed::asCareUnitOf).orElse(placed);
        placed = in.optional("memberOf", HsaId::of).map(placed::asMemberOf).orElse(placed);
        placed = in.optional("manager", HsaId::of).map(placed::managedBy).orElse(placed);
        return in.flag("archived") ? placed.putInArchive() : placed;
    }

    /** As {@code 1-5 08:00-17:00 # comment # 20260601 # 20260831}, days from Monday (1) to Sunday (7). */
    private static OpeningHours hours(String text) {
        String[] told = text.split(" # ");
        String[] parts = told[0].split("[- ]");
        if (parts.length != 4 || !parts[0].matches("[1-7]") || !parts[1].matches("[1-7]")) {
            throw new InvalidInputException(
                    "openingHours", "is not days and times", "1-5 08:00-17:00");
        }
        OpeningHours weekly =
                OpeningHours.of(
                        DayOfWeek.of(Integer.parseInt(parts[0])),
                        DayOfWeek.of(Integer.parseInt(parts[1])),
                        parts[2],
                        parts[3]);
        return new OpeningHours(
                weekly.fromDay(),
                weekly.fromTime(),
                weekly.toDay(),
                weekly.toTime(),
                part(told, 1),
                part(told, 2),
                part(told, 3));
    }

    private static Optional<String> part(String[] told, int index) {
        return index < told.length ? Optional.of(told[index]) : Optional.empty();
    }

    private static DirectoryCommission commission(YamlEntry in) {
        return new DirectoryCommission(
                in.value("hsaId", HsaId::of),
                in.text("name"),
                in.value("purpose", CommissionPurpose::of),
                in.list("rights", CommissionRight::parse),
                in.value("holder", HsaId::of),
                in.optional("pharmacyIdentifier"),
                in.flag("feigned"));
    }

    private static Persona person(YamlEntry in) {
        Persona.Builder person =
                Persona.builder(
                        in.text("name"),
                        in.value("personId", PersonId::parse),
                        in.text("givenName"),
                        in.text("surname"));
        if (in.flag("protectedPerson")) {
            person.protectedPerson();
        }
        if (in.flag("feigned")) {
            person.feigned();
        }
        for (YamlEntry each : in.entries("posts")) {
            each.make(post -> post(person, post));
        }
        return person.build();
    }

    private static Persona.Builder post(Persona.Builder person, YamlEntry in) {
        person.post(in.value("hsaId", HsaId::of)).validity(validity(in));
        in.optional("dn").ifPresent(person::distinguishedName);
        in.optional("title").ifPresent(person::title);
        in.optional("mail").ifPresent(person::mail);
        in.list("telephoneNumbers", text -> text).forEach(person::telephoneNumber);
        in.optional("prescriptionCode").ifPresent(person::prescriptionCode);
        in.list("groupPrescriptionCodes", text -> text).forEach(person::groupPrescriptionCode);
        for (YamlEntry each : in.entries("paTitles")) {
            each.make(it -> person.paTitle(it.text("code"), it.text("name")));
        }
        for (YamlEntry each : in.entries("licences")) {
            each.make(it -> person.licence(it.text("code"), it.text("name")));
        }
        for (YamlEntry each : in.entries("specialities")) {
            each.make(
                    it -> person.speciality(it.text("licence"), it.text("code"), it.text("name")));
        }
        for (YamlEntry each : in.entries("systemRoles")) {
            each.make(it -> person.systemRole(it.text("system"), it.text("role")));
        }
        for (YamlEntry each : in.entries("commissions")) {
            each.make(
                    it ->
                            person.membership(
                                    new Membership(it.value("hsaId", HsaId::of), validity(it))));
        }
        for (YamlEntry each : in.entries("adminScopes")) {
            each.make(it -> person.adminScope(adminScope(it)));
        }
        return person;
    }

    private static AuthorizationScopeProperty adminScope(YamlEntry in) {
        return new AuthorizationScopeProperty(
                in.text("scopeCode"),
                in.text("scopeName"),
                Optional.empty(),
                in.text("propertyCode"),
                in.text("propertyName"),
                Optional.empty(),
                in.entries("commissions").stream()
                        .map(each -> each.make(PopulationFile::adminCommission))
                        .toList());
    }

    private static AdminCommission adminCommission(YamlEntry in) {
        return new AdminCommission(
                in.value("hsaId", HsaId::of),
                in.text("responsibleOrganisation"),
                in.entries("sectors").stream()
                        .map(
                                each ->
                                        each.make(
                                                it ->
                                                        new Sector(
                                                                it.value("unit", HsaId::of),
                                                                it.flag("withSubunits"),
                                                                it.text("name"),
                                                                false)))
                        .toList(),
                false);
    }

    /** {@code start} and {@code end}, as {@code 2020-01-01T00:00:00Z}. */
    private static Validity validity(YamlEntry in) {
        return new Validity(
                in.optional("start", Instant::parse),
                in.optional("end", Instant::parse),
                List.of());
    }
}
