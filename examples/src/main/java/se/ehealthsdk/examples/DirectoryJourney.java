package se.ehealthsdk.examples;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.contactcard.ContactCard;
import se.ehealthsdk.hsa.contactcard.ContactCardCheck;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.index.UnitIndex;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.hsa.ldap.LdapConnection;
import se.ehealthsdk.hsa.ldap.LdapServer;
import se.ehealthsdk.hsa.unitfile.UnitFileClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.directory.DirectoryFault;

/** HSA as a directory over LDAP and as a file of all units: what a booking or a contact page needs, all at once. */
final class DirectoryJourney {

    private static final HsaId HEALTH_CENTRE = HsaId.of("TSTNMT2321000156-VE05");
    private static final HsaId CHILD_CARE = HsaId.of("TSTNMT2321000156-EN11");
    private static final GeoPoint HERE = new GeoPoint(59.3326, 18.0649);

    private final Narrator tell;
    private final RivtaClient platform;
    private final NationalServices services;
    private final Path folder;

    DirectoryJourney(Narrator tell, RivtaClient platform, NationalServices services, Path folder) {
        this.tell = tell;
        this.platform = platform;
        this.services = services;
        this.folder = folder;
    }

    void walk() {
        LdapServer server = LdapServer.parse(services.directory().url().toString());
        try (LdapConnection connection =
                LdapConnection.builder(server)
                        .trust(services.environment().trust())
                        .credential(services.credential())
                        .open()) {
            HsaDirectory directory = HsaDirectory.on(connection);
            search(directory);
            bothWays(directory);
            card(directory);
            nearest(directory);
            partial(directory);
        }
        unitFile();
    }

    private void search(HsaDirectory directory) {
        List<UnitEntry> found =
                tell.step(
                        "Which units of a municipality does 1177 show? (HSA over LDAPS, logged in with the"
                                + " certificate.)",
                        () ->
                                directory
                                        .units(
                                                UnitSearch.all()
                                                        .inCounty("01")
                                                        .inMunicipality("80")
                                                        .shownAt("03"))
                                        .toList());
        tell.answer(names(found));
    }

    private void bothWays(HsaDirectory directory) {
        Unit byLdap =
                tell.step(
                        "One of them, from the directory and by the service contract:",
                        () -> directory.unit(HEALTH_CENTRE).orElseThrow().unit());
        Unit byContract = HsaClient.on(platform).unit(HEALTH_CENTRE).orElseThrow();
        tell.answer(
                byLdap.equals(byContract) ? "the same in every field" : "different, in some field");
    }

    private void card(HsaDirectory directory) {
        Instant now = Instant.now();
        UnitEntry unit =
                tell.step(
                        "How does it look as a contact card, and what would 1177 miss?",
                        () -> directory.unit(HEALTH_CENTRE).orElseThrow());
        ContactCard.of(unit, now)
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(6)
                .forEach(tell::answer);
        ContactCardCheck.standard()
                .check(directory, HEALTH_CENTRE, now)
                .findings()
                .forEach(finding -> tell.answer(finding.severity() + " " + finding.wrong()));
    }

    private void nearest(HsaDirectory directory) {
        UnitIndex index =
                tell.step(
                        "All units in memory: which are nearest?",
                        () ->
                                UnitIndex.of(
                                        directory.units(UnitSearch.all()),
                                        "HSA over LDAP",
                                        Instant.now()));
        for (UnitIndex.NearbyUnit each : index.near(HERE, 5_000, 3)) {
            tell.answer(each.unit().unit().publicName() + ", " + Math.round(each.metres()) + " m");
        }
    }

    private void partial(HsaDirectory directory) {
        services.directory().next(DirectoryFault.sizeLimit(3));
        List<UnitEntry> told = new ArrayList<>();
        try (Entries<UnitEntry> units =
                tell.step(
                        "And when the directory cuts the answer short? (The stand-in plays a size"
                                + " limit.)",
                        () -> directory.units(UnitSearch.all()))) {
            units.forEachRemaining(told::add);
            tell.answer(
                    told.size()
                            + " units, and the report says "
                            + units.report().partial().map(Enum::name).orElse("that it is all"));
        }
    }

    private void unitFile() {
        try (UnitFileClient client =
                UnitFileClient.of(
                                services.unitFile().url(),
                                services.credential(),
                                services.environment().trust())
                        .build()) {
            UnitFileClient.Fetched fetched =
                    tell.step(
                            "The file of all units, which HSA makes each night: whose is the child health"
                                    + " clinic?",
                            () -> client.fetch(folder.resolve("hsaunits.zip")));
            UnitIndex index = fetched.file().index(fetched.modified());
            tell.answer(
                    index.size()
                            + " units; it belongs to "
                            + index.careUnitOf(CHILD_CARE).orElseThrow().unit().name());
            tell.answer(
                    "fetched again: "
                            + (client.fetch(folder.resolve("hsaunits.zip")).isNew()
                                    ? "a new file"
                                    : "not sent, since it is the same"));
        }
    }

    private static String names(List<UnitEntry> units) {
        return units.stream()
                .map(each -> each.unit().publicName())
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
