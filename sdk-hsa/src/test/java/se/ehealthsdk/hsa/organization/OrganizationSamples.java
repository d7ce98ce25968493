package se.ehealthsdk.hsa.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.SectorMembership;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.UnitProfile;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.UnitWithinSector;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.contract.GetHealthCareProvider;
import se.ehealthsdk.hsa.contract.GetUnit;
import se.ehealthsdk.hsa.contract.SearchBase;
import se.ehealthsdk.hsa.contract.SearchScope;

/** Invented organisations: with everything filled, with nothing that can be left out, or by a seed. */
final class OrganizationSamples {

    private static final String[] WORDS = {
        "Vårdcentralen",
        "Åsele",
        "Östra",
        "<Akut>",
        "A&O",
        "\"citat\"",
        "]]>",
        "rad ett\nrad två",
        "😀",
        "123"
    };

    private final Random random;
    private final double filled;

    private OrganizationSamples(long seed, double filled) {
        this.random = new Random(seed);
        this.filled = filled;
    }

    /** One with everything, one with as little as possible, and some between. */
    static Stream<OrganizationSamples> all() {
        return Stream.concat(
                Stream.of(new OrganizationSamples(1, 1), new OrganizationSamples(2, 0)),
                new Random(20261122)
                        .longs(30)
                        .mapToObj(seed -> new OrganizationSamples(seed, 0.5)));
    }

    private boolean flag() {
        return random.nextDouble() < filled;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> many(Supplier<T> value) {
        return Stream.generate(value).limit(flag() ? 1 + random.nextInt(3) : 0).toList();
    }

    private String text() {
        return WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)];
    }

    private String token() {
        return "t" + random.nextInt(1000);
    }

    private String phone() {
        return "+46" + (100000 + random.nextInt(900000));
    }

    HsaId hsaId() {
        return HsaId.of(
                "SE2321000016-" + Integer.toString(random.nextInt(1 << 20), 36).toUpperCase());
    }

    private Instant instant() {
        return Instant.ofEpochSecond(1_500_000_000L + random.nextInt(500_000_000));
    }

    private Validity validity() {
        return new Validity(maybe(this::instant), maybe(this::instant), List.of());
    }

    private OpeningHours hours() {
        return new OpeningHours(
                String.valueOf(1 + random.nextInt(7)),
                "0%d:30:00".formatted(random.nextInt(10)),
                String.valueOf(1 + random.nextInt(7)),
                random.nextBoolean() ? "24:00:00" : "17:00:00",
                maybe(this::text),
                maybe(() -> "20260101"),
                maybe(() -> "2026-12-31"));
    }

    private PostalAddress.Parts addressParts() {
        return new PostalAddress.Parts(
                List.of(text(), text()),
                maybe(this::text),
                maybe(this::token),
                maybe(this::token),
                "12345",
                text());
    }

    private Optional<PostalAddress> address(boolean withParts) {
        PostalAddress address =
                new PostalAddress(
                        many(this::text),
                        maybe(() -> "12345"),
                        withParts ? maybe(this::addressParts) : Optional.empty());
        return Optional.of(address).filter(it -> !it.equals(PostalAddress.ofLines(List.of())));
    }

    SearchScope scope() {
        return new SearchScope(maybe(() -> SearchBase.of("o=Region Exempel,l=Åre,c=SE")), flag());
    }

    GetUnit getUnit() {
        return new GetUnit(hsaId(), scope(), many(() -> UnitProfile.EXTENDED2));
    }

    GetHealthCareProvider getHealthCareProvider() {
        return (flag()
                        ? GetHealthCareProvider.of(OrganisationNumber.of("2321000016"))
                        : GetHealthCareProvider.of(hsaId()))
                .within(scope());
    }

    List<HsaId> sectors() {
        return Stream.generate(this::hsaId).limit(1 + random.nextInt(3)).toList();
    }

    Unit unit(int generation) {
        Unit.Builder unit =
                Unit.builder(hsaId())
                        .name(text())
                        .publicName(text())
                        .validity(validity())
                        .feigned(flag());
        many(this::text).forEach(unit::alternateName);
        maybe(this::text).ifPresent(unit::alternateText);
        maybe(this::text).ifPresent(unit::alternateTextLogotype);
        many(() -> new CodedName(maybe(this::token), maybe(this::text)))
                .forEach(unit::businessClassification);
        many(() -> BusinessType.HOSPITAL).forEach(unit::businessType);
        many(() -> CareType.HOME_CARE).forEach(unit::careType);
        maybe(this::text).ifPresent(unit::countyName);
        maybe(() -> "01").ifPresent(unit::countyCode);
        maybe(this::text).ifPresent(unit::municipalityName);
        maybe(() -> "80").ifPresent(unit::municipalityCode);
        maybe(this::text).ifPresent(unit::description);
        maybe(this::text).ifPresent(unit::directoryContact);
        maybe(this::text).ifPresent(unit::displayOption);
        many(this::hours).forEach(unit::dropInHour);
        many(this::hours).forEach(unit::surgeryHour);
        many(this::hours).forEach(unit::telephoneHour);
        many(this::hours).forEach(unit::visitingHour);
        maybe(() -> "enhet@example.se").ifPresent(unit::mail);
        many(this::phone).forEach(unit::telephoneNumber);
        maybe(this::phone).ifPresent(unit::switchboardNumber);
        many(this::phone).forEach(unit::facsimileTelephoneNumber);
        many(generation == 4 ? this::phone : this::token).forEach(unit::textTelephoneNumber);
        many(this::token).forEach(unit::videoPhone);
        many(this::token).forEach(unit::nonPublicTelephoneNumber);
        maybe(() -> new Coordinates.Rt90("6581822", "1628669")).ifPresent(unit::rt90);
        maybe(() -> new Coordinates.Sweref99Grid("6580822", "674032"))
                .ifPresent(unit::sweref99Grid);
        maybe(() -> "59.329").ifPresent(unit::latitude);
        maybe(() -> "18.068").ifPresent(unit::longitude);
        many(() -> "03").forEach(unit::destinationIndicator);
        maybe(() -> Picture.of(new byte[] {1, 2, 3})).ifPresent(unit::photo);
        maybe(() -> Picture.of(new byte[] {4, 5})).ifPresent(unit::logotype);
        maybe(() -> "https://example.se/?a=1&b=2").ifPresent(unit::webPage);
        maybe(() -> "https://example.se/1177").ifPresent(unit::webPage1177);
        maybe(this::text).ifPresent(unit::location);
        many(this::token).forEach(unit::management);
        maybe(this::text).ifPresent(unit::patientInformation);
        address(generation == 5).ifPresent(unit::postalAddress);
        many(this::hsaId).forEach(unit::relatedUnit);
        maybe(this::text).ifPresent(unit::route);
        maybe(this::text).ifPresent(unit::indoorRoute);
        maybe(this::text).ifPresent(unit::street);
        maybe(this::text).ifPresent(unit::extraInformation);
        many(() -> new UnitFunction(text(), many(this::hours), many(this::phone)))
                .forEach(unit::function);
        maybe(() -> new TemporaryInformation("20260701", "20260731", text()))
                .ifPresent(unit::temporaryInformation);
        many(() -> new VisitingRules.Age("0", "17", maybe(this::text)))
                .forEach(unit::visitingRuleAge);
        maybe(this::text).ifPresent(unit::referralRules);
        maybe(this::text).ifPresent(unit::visitingRules);
        many(this::text).forEach(unit::financingOrganization);
        many(this::token).forEach(unit::administrativeCareLevel);
        if (generation == 5) {
            many(this::token).forEach(unit::schoolType);
            maybe(() -> new VisitingAddress(text(), maybe(this::token), maybe(this::token), text()))
                    .ifPresent(unit::visitingAddress);
        }
        return unit.build();
    }

    UnitSummary summary() {
        return new UnitSummary(hsaId(), text(), Optional.of(text()), validity(), flag(), flag());
    }

    CareProvider provider(boolean withPublicName) {
        return new CareProvider(
                hsaId(),
                text(),
                withPublicName ? Optional.of(text()) : Optional.empty(),
                "232100-0016",
                validity(),
                flag(),
                flag());
    }

    HealthCareUnit healthCareUnit(boolean withManager) {
        return new HealthCareUnit(
                flag(),
                maybe(this::summary),
                summary(),
                provider(true),
                withManager ? maybe(this::hsaId) : Optional.empty(),
                withManager && flag());
    }

    private UnitDetails details() {
        return new UnitDetails(many(this::token), many(this::phone), address(true));
    }

    HealthCareUnitMembers members() {
        return new HealthCareUnitMembers(
                summary(),
                details(),
                provider(true),
                details(),
                many(() -> new CareUnitMember(summary(), details())));
    }

    HealthCareUnitList unitList() {
        return new HealthCareUnitList(provider(true), many(this::summary));
    }

    List<CareProvider> providers() {
        return many(() -> provider(false));
    }

    SectorMembership sectorMembership() {
        return new SectorMembership(flag(), flag());
    }

    List<UnitWithinSector> unitsWithinSector() {
        return many(() -> new UnitWithinSector(hsaId(), text(), flag()));
    }

    @Override
    public String toString() {
        return "filled to " + filled;
    }
}
