package se.ehealthsdk.testkit.certificate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Post;

/** What Webcert asks HSA about those who work in care, and about units. */
final class Staff {

    private static final String NO_WORKPLACE_CODE = "TEMPORARY ARBETSPLATSKOD";

    private final HsaStandIn hsa;
    private final Clock clock;

    Staff(HsaStandIn hsa, Clock clock) {
        this.hsa = hsa;
        this.clock = clock;
    }

    /** Whether someone has a commission for care and treatment at the unit, or at the care unit that it is part of. */
    boolean caresAt(String person, String unit) {
        Optional<HsaId> careUnit =
                unit(unit).map(found -> found.careUnit().orElseGet(found::hsaId));
        return HsaId.tryParse(person).stream()
                .flatMap(id -> hsa.commissionsOf(id).stream())
                .filter(each -> each.purpose().equals(CommissionPurpose.CARE_AND_TREATMENT))
                .filter(each -> each.isActiveAt(clock.instant()))
                .flatMap(each -> each.careUnit().stream())
                .anyMatch(each -> careUnit.filter(each.hsaId()::equals).isPresent());
    }

    boolean isDoctor(String person) {
        return hasLicence(person, "Läkare")
                || post(person).stream()
                        .flatMap(post -> post.credentials().paTitleCodes().stream())
                        .anyMatch(code -> code.equals("204010") || code.equals("203020"));
    }

    boolean isDentist(String person) {
        return hasLicence(person, "Tandläkare");
    }

    private boolean hasLicence(String person, String licence) {
        return post(person)
                .filter(post -> post.credentials().licences().contains(licence))
                .isPresent();
    }

    private Optional<Post> post(String person) {
        return HsaId.tryParse(person).stream()
                .flatMap(
                        id ->
                                hsa.personas().stream()
                                        .flatMap(each -> each.posts().stream())
                                        .filter(each -> each.hsaId().equals(id)))
                .findFirst();
    }

    private Optional<DirectoryUnit> unit(String id) {
        return HsaId.tryParse(id).stream()
                .flatMap(hsaId -> hsa.units().stream().filter(each -> each.hsaId().equals(hsaId)))
                .findFirst();
    }

    /** The care provider of a unit; empty text where HSA tells of none. */
    String careProvider(String unit) {
        return provider(unit).map(each -> each.hsaId().value()).orElse("");
    }

    private Optional<CareProvider> provider(String unit) {
        Optional<HsaId> id =
                unit(unit)
                        .flatMap(
                                each ->
                                        each.careProvider()
                                                .or(
                                                        () ->
                                                                each.careUnit()
                                                                        .flatMap(
                                                                                it ->
                                                                                        unit(
                                                                                                it
                                                                                                        .value()))
                                                                        .flatMap(
                                                                                DirectoryUnit
                                                                                        ::careProvider)));
        return hsa.careProviders().stream()
                .filter(each -> id.filter(each.hsaId()::equals).isPresent())
                .findFirst();
    }

    /** Who creates a draft, as a certificate names them: what HSA does not tell is empty. */
    Node creator(String person, String name, String unit, String unitName) {
        Optional<DirectoryUnit> found = unit(unit);
        Optional<PostalAddress> address = found.flatMap(each -> each.details().postalAddress());
        Optional<PostalAddress.PostalTown> town = address.flatMap(PostalAddress::postalTown);
        List<String> lines = address.map(PostalAddress::printedLines).orElse(List.of());
        return Node.of(
                Wire.CORE,
                "skapadAv",
                Wire.hsaId(Wire.CORE, "personal-id", person),
                Node.of(Wire.CORE, "fullstandigtNamn", name),
                Node.of(
                        Wire.CORE,
                        "enhet",
                        Wire.hsaId(Wire.CORE, "enhets-id", unit),
                        Wire.identifier(
                                Wire.CORE,
                                "arbetsplatskod",
                                Wire.WORKPLACE_CODES,
                                found.stream()
                                        .flatMap(each -> each.details().workplaceCodes().stream())
                                        .findFirst()
                                        .orElse(NO_WORKPLACE_CODE)),
                        Node.of(Wire.CORE, "enhetsnamn", unitName),
                        core("postadress", lines.size() < 2 ? "" : lines.get(lines.size() - 2)),
                        core("postnummer", town.map(PostalAddress.PostalTown::postCode).orElse("")),
                        core("postort", town.map(PostalAddress.PostalTown::town).orElse("")),
                        core(
                                "telefonnummer",
                                found.stream()
                                        .flatMap(each -> each.details().telephoneNumbers().stream())
                                        .findFirst()
                                        .orElse("")),
                        found.flatMap(each -> each.unit().mail()).map(each -> core("epost", each)),
                        Node.of(
                                Wire.CORE,
                                "vardgivare",
                                Wire.hsaId(Wire.CORE, "vardgivare-id", careProvider(unit)),
                                core(
                                        "vardgivarnamn",
                                        provider(unit).map(CareProvider::name).orElse("")))));
    }

    private static Node core(String name, String text) {
        return text.isEmpty() ? Node.of(Wire.CORE, name) : Node.of(Wire.CORE, name, text);
    }
}
